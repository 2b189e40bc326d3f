// Entering a practice as oneself: the same name, address and roles, as another person in another municipality.
import { registered } from '../municipalities/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { actorOf, type Principal, type Role, type Staff } from '../platform/principal.ts'
import { NotAllowed } from '../platform/refusal.ts'
import { employ } from './enter-person.ts'
import { holders } from './holders.ts'
import { passOnWork } from './pass-on.ts'
import { openSession } from './sessions.ts'
import { grant, heldRoles, personByEmail, personById } from './store.ts'

/** Somebody as they are in the real municipality. */
export interface Practitioner {
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
}

/** What of somebody is carried into a practice. */
export async function practitionerOf(tx: Tx, who: Staff): Promise<Practitioner> {
  const person = await personById(tx, who.personId)
  if (!person) throw new NotAllowed()
  return { name: who.name, email: person.email, roles: who.roles }
}

/** Opens a session in a practice for somebody real; the person is made the first time, and has the roles they have today. Refuses elsewhere. */
export async function signInToPractice(tx: Tx, who: Principal, one: Practitioner): Promise<string> {
  if ((await registered(tx)).practiceOf === null || who.kind !== 'system') throw new NotAllowed()
  const known = await personByEmail(tx, one.email)
  const personId = known?.id ?? (await employ(tx, { ...one, invented: false }))
  const today = localDate(tx.now)
  const held = (await heldRoles(tx, today)).filter(role => role.personId === personId).map(role => role.role)
  for (const role of one.roles)
    if (!held.includes(role)) await grant(tx, { personId, role, from: today, to: null, grantedBy: actorOf(who) })
  if (!known && one.roles.includes('secretary')) await takeOver(tx, personId)
  return await openSession(tx, { kind: 'staff', personId, strength: 'link' })
}

/** The first secretary to come finds what waits on the invented one: practising is doing it oneself. */
async function takeOver(tx: Tx, personId: string): Promise<void> {
  for (const holder of await holders(tx)) if (holder.invented) await passOnWork(tx, holder.personId, { personId, office: null })
}
