// Answers "who sat here on that day, under which rules?", also as it was known at an earlier time.
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, type Said } from '../platform/refusal.ts'
import { maySeeSeats } from './access.ts'
import { charterInForce, type InForce } from './charter-in-force.ts'
import { saidWords } from './councils.ts'
import { type SeatPlace, seatPlan } from './seat-plan.ts'
import type { NamedSeating } from './seating.ts'
import { seatingsKnown } from './store.ts'

interface SeatOnRecord extends SeatPlace {
  readonly groupName: Said
  readonly seating: NamedSeating | null
}
export interface OnRecord {
  readonly council: string
  readonly on: LocalDate
  readonly knownAt: Date
  /** The rules of that day; null when the data have no charter. */
  readonly rules: InForce | null
  readonly seats: readonly SeatOnRecord[]
}

/**
 * The seats of a council on a day, with names and the charter of that day. `knownAt` (now unless told) asks what the house knew then:
 * what was recorded or corrected later does not count.
 */
export async function seatsOnRecord(
  tx: Tx,
  who: Principal,
  slug: string,
  on: LocalDate = localDate(tx.now),
  knownAt = tx.now,
): Promise<OnRecord> {
  if (!maySeeSeats(who)) throw new NotAllowed()
  const rules = await charterInForce(tx, slug, on)
  const sitting = await seatingsKnown(tx, slug, on, knownAt)
  const groups = new Map((rules?.charter.groups ?? []).map(group => [group.id, group]))
  const places = rules ? seatPlan(rules.charter, sitting) : sitting.map((one, at) => loose(one, at))
  return {
    council: slug,
    on,
    knownAt,
    rules,
    seats: places.map(place => ({
      ...place,
      groupName: saidWords(groups.get(place.group)?.name, place.group),
      seating: sitting.find(one => one.group === place.group && one.seat === place.seat) ?? null,
    })),
  }
}

const loose = (one: NamedSeating, at: number): SeatPlace => ({
  group: one.group,
  seat: one.seat,
  number: at + 1,
  voting: true,
  substitute: false,
  needed: false,
})
