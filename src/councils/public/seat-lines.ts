// The seats of a council as lines to read: who sits there one by one, the empty ones of a kind together.
import type { LocalDate } from '../../platform/clock.ts'
import type { Seat } from '../councils.ts'

export interface SeatLine {
  /** Several only where nobody sits. */
  readonly seats: readonly [Seat, ...Seat[]]
  readonly state: 'filled' | 'vacant' | 'allowed'
}
export interface SeatGroup {
  readonly group: string
  readonly name: Seat['groupName']
  /** The term of all who sit in the group, where it is the same; said once then. */
  readonly term: { readonly since: LocalDate; readonly until: LocalDate | null } | null
  readonly lines: readonly SeatLine[]
}

export const stateOf = (seat: Seat): SeatLine['state'] => (seat.filled ? 'filled' : seat.needed ? 'vacant' : 'allowed')

/** Every seat stands in exactly one line; groups and lines keep the order of the seats. */
export function seatGroups(seats: readonly Seat[]): SeatGroup[] {
  return [...new Set(seats.map(seat => seat.group))].map(group => {
    const mine = seats.filter(seat => seat.group === group)
    return { group, name: mine[0]!.groupName, term: sharedTerm(mine), lines: linesOf(mine) }
  })
}

/** Who sits in a group one by one, then the empty seats of each kind together. */
export function linesOf(seats: readonly Seat[]): SeatLine[] {
  const filled = seats.filter(seat => seat.filled).map((seat): SeatLine => ({ seats: [seat], state: 'filled' }))
  const together = (['vacant', 'allowed'] as const).flatMap((state): SeatLine[] => {
    const [first, ...others] = seats.filter(seat => stateOf(seat) === state)
    return first ? [{ seats: [first, ...others], state }] : []
  })
  return [...filled, ...together]
}

function sharedTerm(seats: readonly Seat[]): SeatGroup['term'] {
  const [first, ...others] = seats.filter(seat => seat.filled)
  if (!first?.since) return null
  const same = others.every(seat => seat.since === first.since && seat.until === first.until)
  return same ? { since: first.since, until: first.until } : null
}
