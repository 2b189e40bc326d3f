// The only SQL on how a seating ends: the first day without the seat, and why, which the public cannot read.
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { actorOf, type Principal } from '../platform/principal.ts'
import type { Seating } from './seating.ts'
import type { CouncilsTables, EndReason } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<CouncilsTables>()

/** Ends a seating; false when it was ended or replaced already. */
export async function endSeating(
  tx: Tx,
  who: Principal,
  seating: Pick<Seating, 'id' | 'from'>,
  on: LocalDate,
  reason: EndReason,
): Promise<boolean> {
  const done = await mine(tx)
    .updateTable('seating')
    .set({ ended_on: on < seating.from ? seating.from : on, ended_recorded_at: tx.now })
    .where('id', '=', seating.id)
    .where('ended_on', 'is', null)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return false
  await mine(tx)
    .insertInto('seat_leaving')
    .values({ municipality_id: tx.municipalityId, seating_id: seating.id, reason, recorded_at: tx.now, recorded_by: actorOf(who) })
    .execute()
  return true
}

/** Why somebody leaves is told of the row that now stands as it was of the one before. */
export async function carryReason(tx: Tx, who: Principal, from: string, to: string): Promise<void> {
  const row = await mine(tx).selectFrom('seat_leaving').select('reason').where('seating_id', '=', from).executeTakeFirst()
  if (!row) return
  await mine(tx)
    .insertInto('seat_leaving')
    .values({ municipality_id: tx.municipalityId, seating_id: to, reason: row.reason, recorded_at: tx.now, recorded_by: actorOf(who) })
    .execute()
}
