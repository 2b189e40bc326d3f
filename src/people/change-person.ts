// Changing what is known of a person, and whether the public sees it.
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayChangeEmail, mayChangePerson, maySetUnits } from './access.ts'
import { refreshHolders } from './contact-holders.ts'
import { personByEmail, personById, changePerson as write } from './store.ts'
import { unitIdOf } from './unit-store.ts'

export interface PersonChange {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly helpsWith: string | null
  readonly unit: string | null
  readonly shown: boolean
}

/** Writes the change, and what the public sees of it. The address is the operator's to change, the unit that of those who keep the register. */
export async function changePerson(tx: Tx, who: Principal, change: PersonChange): Promise<void> {
  if (!mayChangePerson(who, change.personId)) throw new NotAllowed()
  const person = await personById(tx, change.personId)
  if (!person) throw new NotFound()
  const newEmail = change.email.toLowerCase() !== person.email.toLowerCase()
  if (newEmail && !mayChangeEmail(who)) throw new NotAllowed()
  if (newEmail && (await personByEmail(tx, change.email))) throw new Refusal([{ field: 'email', message: taken }])
  const unitId = maySetUnits(who) ? (change.unit ? await unitIdOf(tx, change.unit) : null) : person.unitId
  await write(tx, person.id, { ...change, email: newEmail ? change.email : person.email, unitId })
  await refreshHolders(tx)
  await record(tx, who, { kind: 'person.changed', about: person.id, facts: { shown: change.shown, email: newEmail } })
}
const taken = {
  da: 'Adressen har en anden allerede.',
  en: 'Somebody else already has this address.',
}
