// Who may never read a voice: the leader of the unit that somebody who works there has told about, and whoever stands in for that leader.
import { colleaguesOf, defaultOwner, nextInLine, type Owner, unitsOf } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Standing } from './ground.ts'
import { unitsNotFor } from './read-store.ts'

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

/** Those of these voices that this person must not know of: told by somebody from the unit they lead. */
export async function hiddenFrom(tx: Tx, personId: string, voices: readonly string[]): Promise<ReadonlySet<string>> {
  const hidden = new Set<string>()
  for (const { id, unit } of await unitsNotFor(tx, voices)) if ((await closedTo(tx, unit)).includes(personId)) hidden.add(id)
  return hidden
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
