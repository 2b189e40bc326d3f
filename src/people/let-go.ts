// When somebody stops working here: no way in any more, and nothing they owed is left lying.
import { addDays, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound } from '../platform/refusal.ts'
import { mayLetGo } from './access.ts'
import { passHolderOn } from './contact-holders.ts'
import { defaultOwner } from './owner.ts'
import { passOnWork } from './pass-on.ts'
import { refuseLastOperator } from './roles.ts'
import { endSessionsOf } from './sessions.ts'
import { changePerson, endGrant, heldRoles, personById } from './store.ts'
import { allUnits, leadNothing } from './unit-store.ts'

/** Ends the employment now. Open work goes to the unit's deputy or leader, else to whoever owns by default; contacts to their deputy. */
export async function letGo(tx: Tx, who: Principal, { personId }: { personId: string }): Promise<void> {
  const person = await personById(tx, personId)
  if (!person) throw new NotFound()
  const today = localDate(tx.now)
  const held = (await heldRoles(tx, today)).filter(one => one.personId === personId)
  if (
    !mayLetGo(
      who,
      personId,
      held.map(one => one.role),
    )
  )
    throw new NotAllowed()
  await refuseLastOperator(tx, personId)
  const lastDay = addDays(today, -1)
  for (const one of held) await endGrant(tx, one.id, lastDay)
  await changePerson(tx, personId, { to: lastDay, shown: false })
  await endSessionsOf(tx, personId)
  await passHolderOn(tx, personId)
  const unit = person.unitId ? (await allUnits(tx)).find(one => one.id === person.unitId) : undefined
  await leadNothing(tx, personId)
  const next = [unit?.deputyId, unit?.leaderId].find(id => id && id !== personId)
  const owner = next ? { personId: next, office: null } : await defaultOwner(tx)
  const passed = await passOnWork(tx, personId, owner)
  await record(tx, who, { kind: 'person.left', about: personId, facts: { passed } })
}
