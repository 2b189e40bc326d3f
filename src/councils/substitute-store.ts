// The only SQL on whom a substitute stands in for, and on who was called in by which turn.
import type { Tx } from '../platform/db/act.ts'
import { uuid7 } from '../platform/ids.ts'
import { actorOf, type Principal } from '../platform/principal.ts'
import type { CouncilsTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<CouncilsTables>()

export interface StandsFor {
  readonly group: string
  readonly seat: number
}
/** The seat each of these substitutes stands in for; whoever stands in for none in particular is left out. */
export async function standInsOf(tx: Tx, seatings: readonly string[]): Promise<Map<string, StandsFor>> {
  if (seatings.length === 0) return new Map()
  const rows = await mine(tx)
    .selectFrom('stand_in')
    .select(['seating_id', 'seat_group', 'seat'])
    .where('seating_id', 'in', [...seatings])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return new Map(rows.map(row => [row.seating_id, { group: row.seat_group, seat: row.seat }]))
}

export async function writeStandIn(tx: Tx, who: Principal, seating: string, place: StandsFor): Promise<void> {
  await mine(tx)
    .insertInto('stand_in')
    .values({
      municipality_id: tx.municipalityId,
      id: uuid7(tx.now),
      seating_id: seating,
      seat_group: place.group,
      seat: place.seat,
      recorded_at: tx.now,
      recorded_by: actorOf(who),
    })
    .execute()
}

export interface CalledIn {
  /** The seating they took, and the one they gave up. */
  readonly seating: string
  readonly substitute: string
  readonly way: 'personal' | 'ordered' | 'group'
  readonly outOfTurn: string | null
}
export async function writeCallIn(tx: Tx, who: Principal, one: CalledIn): Promise<void> {
  await mine(tx)
    .insertInto('call_in')
    .values({
      municipality_id: tx.municipalityId,
      seating_id: one.seating,
      substitute_id: one.substitute,
      way: one.way,
      out_of_turn: one.outOfTurn,
      recorded_at: tx.now,
      recorded_by: actorOf(who),
    })
    .execute()
}
