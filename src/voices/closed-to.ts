// Who may never read a voice: the leader of the unit that somebody who works there has told about.
import { colleaguesOf, defaultOwner, type Owner, unitsOf } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Ground } from './ground.ts'

/** The people a voice is closed to, by the unit it must not reach: whoever leads it today. */
export async function closedTo(tx: Tx, unit: string | null): Promise<readonly string[]> {
  if (!unit) return []
  const known = tx.memo.get('voices units') as Awaited<ReturnType<typeof unitsOf>> | undefined
  const units = known ?? (await unitsOf(tx))
  tx.memo.set('voices units', units)
  const leader = units.find(one => one.slug === unit)?.leaderId
  return leader ? [leader] : []
}

/** Who owes the answer: the human of the contact or who stands in; when it is closed to them, another one who works with voices. */
export async function ownerOf(
  tx: Tx,
  ground: Ground,
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
