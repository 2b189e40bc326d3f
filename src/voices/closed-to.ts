// Who may never read a voice: the leader of the unit that somebody who works there has told about, and whoever stands in for that leader.
import { colleaguesOf, defaultOwner, nextInLine, type Owner, unitsOf } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { readerRoles } from './access.ts'
import type { Standing } from './ground.ts'
import { namedIn } from './named.ts'
import { closedAmong } from './read-store.ts'

/** The people a voice is closed to, by the unit it must not reach: whoever leads it today, the leader's deputy, and who stands in for them. */
export async function closedTo(tx: Tx, unit: string | null): Promise<readonly string[]> {
  if (!unit) return []
  const memo = `voices closed ${unit}`
  const known = tx.memo.get(memo) as readonly string[] | undefined
  if (known) return known
  const one = (await unitsOf(tx)).find(each => each.slug === unit)
  const standIn = one?.leaderId ? (await nextInLine(tx, one.leaderId)).deputyId : null
  const closed = [one?.leaderId, one?.deputyId, standIn].filter(id => typeof id === 'string')
  tx.memo.set(memo, closed)
  return closed
}

export interface Closed {
  readonly not_unit: string | null
  readonly closed_to: readonly string[]
}
/** Everybody a voice is closed to: by the unit it must not reach, and by name. */
export async function closedOf(tx: Tx, { not_unit, closed_to }: Closed): Promise<readonly string[]> {
  return [...(await closedTo(tx, not_unit)), ...closed_to]
}
/** Whom the teller meant who may not read it. Nobody was named: nothing is asked. */
export async function namedOut(tx: Tx, mayNotSee: string): Promise<string[]> {
  if (mayNotSee.trim() === '') return []
  const colleagues = await colleaguesOf(tx)
  const readers = colleagues.filter(one => one.roles.some(role => readerRoles.includes(role)))
  return namedIn(mayNotSee, colleagues, new Set(readers.map(one => one.id)))
}

/** The leaders of every unit, for somebody who works here and does not say where: one of them is theirs. Somebody must be left who may read it. */
export async function leadersOut(tx: Tx): Promise<string[]> {
  const leaders = new Set((await unitsOf(tx)).flatMap(one => one.leaderId ?? []))
  const readers = (await colleaguesOf(tx)).filter(one => one.roles.some(role => readerRoles.includes(role)))
  return readers.some(one => !leaders.has(one.id)) ? [...leaders] : []
}

/** Of each of these voices that is closed to anybody: everybody it is closed to. */
export async function closedLists(tx: Tx, voices: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const lists = new Map<string, readonly string[]>()
  for (const one of await closedAmong(tx, voices)) lists.set(one.id, await closedOf(tx, one))
  return lists
}
/** Those of these voices that this person must not know of: told by somebody from the unit they lead or who named them, or given away by themself. */
export async function hiddenFrom(tx: Tx, personId: string, voices: readonly string[]): Promise<ReadonlySet<string>> {
  const lists = await closedLists(tx, voices)
  return new Set([...lists].filter(([, closed]) => closed.includes(personId)).map(([id]) => id))
}

/** Who owes the answer: the human of the contact or who stands in; when it is closed to them, another one who works with voices. */
export async function ownerOf(
  tx: Tx,
  ground: Standing,
  closed: readonly string[],
): Promise<{ personId: string | null; office: Owner['office'] | 'sekretariat' }> {
  const owner = await defaultOwner(tx, ground.contact ?? undefined)
  if (!owner.personId || !closed.includes(owner.personId)) return owner
  const others = (await colleaguesOf(tx)).filter(one => !closed.includes(one.id) && !one.away)
  const other = (['caseworker', 'secretary', 'outreachWorker'] as const)
    .map(role => others.find(one => one.roles.includes(role)))
    .find(Boolean)
  return other ? { personId: other.id, office: null } : { personId: null, office: 'sekretariat' }
}
