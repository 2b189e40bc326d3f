// Entering somebody who works here, with the roles they begin with.
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import { actorOf, type Principal, type Role } from '../platform/principal.ts'
import { NotAllowed, Refusal } from '../platform/refusal.ts'
import { mayEmploy, rolesToGive } from './access.ts'
import { employ } from './enter-person.ts'
import { personByEmail } from './store.ts'
import { toHumans } from './to-humans.ts'
import { unitIdOf } from './unit-store.ts'

export interface Enrolment {
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly helpsWith: string | null
  readonly unit: string | null
  readonly roles: readonly Role[]
  /** They have said that they may be shown on public pages. */
  readonly shown: boolean
}

/** Makes the person; refuses an address that somebody already has. Returns their id. */
export async function enrol(tx: Tx, who: Principal, one: Enrolment): Promise<string> {
  if (!mayEmploy(who) || one.roles.some(role => !rolesToGive(who).includes(role))) throw new NotAllowed()
  if (await personByEmail(tx, one.email)) throw new Refusal([{ field: 'email', message: taken }])
  const unitId = one.unit ? await unitIdOf(tx, one.unit) : null
  const id = await employ(tx, { ...one, unitId, invented: false, grantedBy: actorOf(who) })
  await toHumans(tx)
  await record(tx, who, { kind: 'person.enrolled', about: id, facts: { roles: one.roles } })
  return id
}
const taken = {
  da: 'Adressen har en anden allerede. Find personen på listen, eller skriv en anden adresse.',
  en: 'Somebody else already has this address. Find the person in the list, or write another address.',
}
