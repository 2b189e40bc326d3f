// Signing in as one of the invented people of a demonstration or a practice; there is no such way into a real municipality.
import { registered } from '../municipalities/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { type Principal, type Role, roles } from '../platform/principal.ts'
import { NotFound } from '../platform/refusal.ts'
import { beginSession, type SignedInNow } from './sign-in.ts'
import { allPeople, heldRoles } from './store.ts'

export interface InventedPerson {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** Those one may sign in as, in the order of the roles; nobody where people are real. */
export async function inventedPeople(tx: Tx): Promise<InventedPerson[]> {
  if (!(await registered(tx)).demo) return []
  const held = await heldRoles(tx, localDate(tx.now))
  const rolesOf = (id: string) => roles.filter(role => held.some(one => one.personId === id && one.role === role))
  return (await allPeople(tx))
    .filter(one => one.invented)
    .map(one => ({ id: one.id, name: one.name, roles: rolesOf(one.id) }))
    .filter(one => one.roles.length > 0)
    .sort((a, b) => rank(a) - rank(b))
}

/** Opens a session for an invented person. Nobody else, and nowhere else: both look like an unknown address. */
export async function signInAs(tx: Tx, who: Principal, { personId }: { personId: string }): Promise<SignedInNow> {
  const one = (await inventedPeople(tx)).find(person => person.id === personId)
  if (!one) throw new NotFound()
  return await beginSession(tx, who, one.id, 'link', null)
}

// The secretary is who most people want to be.
const rank = (one: InventedPerson): number => (one.roles[0] === 'secretary' ? -1 : roles.indexOf(one.roles[0]!))
