// The seats of a council as lines to read: who sits there one by one, the empty ones of a kind together.
import type { LocalDate } from '../../platform/clock.ts'
import type { Seat } from '../councils.ts'

export interface SeatLine {
  /** Several only where nobody sits. */
  readonly seats: readonly Seat[]
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

function linesOf(seats: readonly Seat[]): SeatLine[] {
  const empty = (state: SeatLine['state']) => seats.filter(seat => stateOf(seat) === state)
  const together = (['vacant', 'allowed'] as const).map(state => ({ seats: empty(state), state })).filter(line => line.seats.length > 0)
  return [...empty('filled').map(seat => ({ seats: [seat], state: 'filled' as const })), ...together]
}

function sharedTerm(seats: readonly Seat[]): SeatGroup['term'] {
  const [first, ...others] = seats.filter(seat => seat.filled)
  if (!first?.since) return null
  const same = others.every(seat => seat.since === first.since && seat.until === first.until)
  return same ? { since: first.since, until: first.until } : null
}
