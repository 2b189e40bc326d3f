// What the page of those a draft affects loads: who sits, with what the charter asks about them.
import type { Tx } from '../../platform/db/act.ts'
import type { Asked } from '../../platform/http/route.ts'
import type { Principal } from '../../platform/principal.ts'
import { charterInForce } from '../charter-in-force.ts'
import { openMembers } from '../member-store.ts'
import { namedSeatings } from '../store.ts'
import { type AffectedBy, affectedBy } from './affected.ts'
import { loadDraft, type OneDraft } from './loads.ts'

export interface AffectedSeen extends OneDraft {
  /** Null when it could not be worked out. */
  readonly affected: AffectedBy | null
  /** How many sit now. */
  readonly sitting: number
  readonly names: ReadonlyMap<string, string>
}
export async function loadAffected(tx: Tx, who: Principal, asked: Asked): Promise<AffectedSeen | null> {
  const one = await loadDraft(tx, who, asked)
  if (!one) return null
  const seatings = await namedSeatings(tx, one.slug, one.today)
  const members = new Map(
    (
      await openMembers(
        tx,
        seatings.map(each => each.memberId),
      )
    ).map(each => [each.id, each]),
  )
  const sitting = seatings.map(({ memberId, group }) => ({
    id: memberId,
    group,
    person: { ...members.get(memberId)?.attributes, id: memberId },
  }))
  const now = await charterInForce(tx, one.slug, one.today)
  return {
    ...one,
    affected: affectedBy(one.charter, now?.charter ?? null, sitting),
    sitting: sitting.length,
    names: new Map(seatings.map(each => [each.memberId, each.name])),
  }
}
