// Which seats a charter has and how they are numbered.
import { type Charter, type Group, holdsSubstitutes } from './charters/index.ts'

/** One chair of a council. `seat` counts within its group; `number` is what the drawing and the minutes call it. */
export interface SeatPlace {
  readonly group: string
  readonly seat: number
  /** Counted over all voting seats in the charter's order; counted within the group where nobody votes. */
  readonly number: number
  readonly voting: boolean
  readonly substitute: boolean
  /** The charter asks for it; the others may be filled. */
  readonly needed: boolean
}
export interface Taken {
  readonly group: string
  readonly seat: number
}

/**
 * The seats of a charter. A group without an upper limit has one seat more than are taken; a seat taken beyond the limit is
 * listed too, since what was decided is never hidden.
 */
export function seatPlan(charter: Charter, taken: readonly Taken[] = []): SeatPlace[] {
  let voting = 0
  const known = new Set(charter.groups.map(group => group.id))
  const places = charter.groups.flatMap(group => {
    const before = voting
    const count = seatCount(group, taken)
    if (group.voting) voting += count
    return Array.from({ length: count }, (_, at) => ({
      group: group.id,
      seat: at + 1,
      number: group.voting ? before + at + 1 : at + 1,
      voting: group.voting,
      substitute: holdsSubstitutes(group),
      needed: at < group.min,
    }))
  })
  const strays = taken
    .filter(one => !known.has(one.group))
    .map((one, at) => ({ ...one, number: voting + at + 1, voting: true, substitute: false, needed: false }))
  return [...places, ...strays]
}

function seatCount(group: Group, taken: readonly Taken[]): number {
  const highest = taken.filter(one => one.group === group.id).reduce((most, one) => Math.max(most, one.seat), 0)
  const limit = group.max ?? null
  return limit === null ? Math.max(group.min, highest + 1) : Math.max(limit, highest)
}

/** The lowest seat of the group nobody has; null when the group is full. */
export function freeSeat(charter: Charter, group: string, taken: readonly Taken[]): number | null {
  const place = seatPlan(charter, taken).find(
    one => one.group === group && !taken.some(seat => seat.group === group && seat.seat === one.seat),
  )
  return place?.seat ?? null
}
