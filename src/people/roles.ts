// Giving and ending roles: never one's own to give, and never the last operator's to end.
import { addDays, type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import { actorOf, type Principal, type Role } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayEndRole, mayGrant } from './access.ts'
import { endGrant, grant, grantsOf, heldRoles, personById } from './store.ts'
import { toHumans } from './to-humans.ts'

export interface RoleGiven {
  readonly personId: string
  readonly role: Role
  /** From today when null. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

/** Gives a role for a time. */
export async function grantRole(tx: Tx, who: Principal, given: RoleGiven): Promise<void> {
  if (!mayGrant(who, given.personId, given.role)) throw new NotAllowed()
  if (!(await personById(tx, given.personId))) throw new NotFound()
  const from = given.from ?? localDate(tx.now)
  if (given.to && given.to < from) throw new Refusal([{ field: 'to', message: backwards }])
  const overlaps = (await grantsOf(tx, given.personId)).some(
    held => held.role === given.role && (held.to === null || held.to >= from) && (given.to === null || held.from <= given.to),
  )
  if (overlaps) throw new Refusal([{ field: 'role', message: alreadyHeld }])
  await grant(tx, { personId: given.personId, role: given.role, from, to: given.to, grantedBy: actorOf(who) })
  await toHumans(tx)
  await record(tx, who, { kind: 'person.role-given', about: given.personId, facts: { role: given.role, from, to: given.to } })
}

/** Ends a role now: yesterday is its last day, and a role that has not begun is never held. */
export async function endRole(tx: Tx, who: Principal, { personId, grantId }: { personId: string; grantId: string }): Promise<void> {
  const held = (await grantsOf(tx, personId)).find(one => one.id === grantId)
  if (!held) throw new NotFound()
  if (!mayEndRole(who, personId, held.role)) throw new NotAllowed()
  if (held.role === 'operator') await refuseLastOperator(tx, personId)
  const today = localDate(tx.now)
  const ends = [held.from, today].sort().at(-1)!
  await endGrant(tx, grantId, addDays(ends, -1))
  await record(tx, who, { kind: 'person.role-ended', about: personId, facts: { role: held.role } })
}

/** Without an operator nobody could let anybody in again. */
export async function refuseLastOperator(tx: Tx, personId: string): Promise<void> {
  const operators = (await heldRoles(tx, localDate(tx.now))).filter(held => held.role === 'operator')
  if (operators.some(held => held.personId === personId) && operators.every(held => held.personId === personId))
    throw new Refusal(lastOperator)
}
const backwards = { da: 'Sidste dag ligger før den første.', en: 'The last day lies before the first.' }
const alreadyHeld = { da: 'Personen har allerede den rolle i den tid.', en: 'The person already holds this role in that time.' }
const lastOperator = {
  da: 'Der skal altid være en, der driver siden. Giv rollen til en anden først.',
  en: 'There must always be an operator. Give the role to somebody else first.',
}
