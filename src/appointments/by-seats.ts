// The candidates beside the seats, gathered by the seats they fit, so that whoever can fill an empty seat is seen first.
import type { Charter } from '../councils/charters/index.ts'
import type { SeatPlace } from '../councils/index.ts'
import type { Somebody } from './composed.ts'
import { fitting } from './qualifications.ts'
import type { Placed } from './verdict.ts'

export interface BySeats {
  /** The seats all of them fit, as things are documented now; none when they fit nowhere. */
  readonly seats: readonly SeatPlace[]
  /** One of these seats is needed and empty: these people are never folded away. */
  readonly wanted: boolean
  readonly people: readonly Somebody[]
}

/** Everybody exactly once: first those who fit a seat that is empty, then those who fit a taken one, last those who fit nowhere. */
export function bySeats(
  { charter, plan, placed, free }: { charter: Charter; plan: readonly SeatPlace[]; placed: readonly Placed[]; free: readonly Somebody[] },
  body: string,
): BySeats[] {
  const empty = (place: SeatPlace) => place.needed && !placed.some(one => one.group === place.group && one.seat === place.seat)
  const groups = new Map<string, { seats: readonly SeatPlace[]; wanted: boolean; people: Somebody[] }>()
  for (const one of free) {
    const seats = fitting(charter, plan, body, one.person)
    const key = seats.map(seat => `${seat.group} ${seat.seat}`).join()
    const group = groups.get(key) ?? { seats, wanted: seats.some(empty), people: [] }
    group.people.push(one)
    groups.set(key, group)
  }
  const rank = (one: BySeats) => (one.wanted ? 0 : one.seats.length > 0 ? 1 : 2)
  return [...groups.values()].sort((a, b) => rank(a) - rank(b))
}
