// A slate as its page shows it: counts, the state of each seat, and beside which seats each rule stands.

import type { Reason } from '../councils/charters/index.ts'
import { type SeatPlace, saidWords } from '../councils/index.ts'
import type { ChairState, DrawnAdviser, DrawnSeat } from '../platform/html/seats.tsx'
import { said } from '../platform/refusal.ts'
import type { Composed, Somebody } from './composed.ts'
import { type Placed, seatsOfReason, unexplained } from './verdict.ts'

export interface ShownSeat {
  readonly place: SeatPlace
  readonly state: ChairState
  readonly placed: Placed | null
  readonly somebody: Somebody | null
  readonly gone: boolean
  /** The rules of this seat alone. */
  readonly reasons: readonly Reason[]
}
export interface ShownGroup {
  readonly id: string
  readonly name: string
  readonly body: string
  /** This slate fills it. */
  readonly mine: boolean
  readonly voting: boolean
  readonly filled: number
  readonly total: number
  readonly seats: readonly ShownSeat[]
  /** Rules that run along all seats of the group. */
  readonly reasons: readonly Reason[]
}
export interface ShownSlate {
  readonly groups: readonly ShownGroup[]
  /** Rules about several groups. */
  readonly reasons: readonly Reason[]
  readonly drawn: readonly DrawnSeat[]
  readonly advisers: readonly DrawnAdviser[]
  readonly filled: number
  readonly total: number
  readonly missing: number
  readonly count: Readonly<Record<'broken' | 'open' | 'should' | 'undocumented' | 'hint', number>>
  readonly unexplained: readonly string[]
}

export function shownSlate(whole: Composed, lang: 'da' | 'en'): ShownSlate {
  const { charter, plan, slate, verdict } = whole
  const sides = verdict.reasons.map(reason => ({ reason, ...seatsOfReason(reason, plan, whole.placed) }))
  const groups = charter.groups.map((group): ShownGroup => {
    const seats = plan
      .filter(place => place.group === group.id)
      .map(place =>
        shownSeat(
          whole,
          place,
          sides.filter(side => side.own.some(own => sameSeat(own, place))).map(side => side.reason),
        ),
      )
    // An empty seat carries the rule it leaves open; a rule of several empty seats runs along the group.
    const vacant = seats.filter(seat => seat.state === 'vacant')
    const ofGroup = sides.filter(side => side.group === group.id).map(side => side.reason)
    const ofOne = vacant.length === 1 ? ofGroup.filter(reason => reason.atom === `size:${group.id}` && reason.state === 'open') : []
    return {
      id: group.id,
      name: said(saidWords(group.name, group.id), lang),
      body: group.appointed_by ?? 'municipal_council',
      mine: group.appointed_by === slate.body,
      voting: group.voting,
      filled: seats.filter(seat => seat.placed).length,
      total: seats.length,
      seats: seats.map(seat => (seat === vacant[0] ? { ...seat, reasons: [...seat.reasons, ...ofOne] } : seat)),
      reasons: ofGroup.filter(reason => !ofOne.includes(reason)),
    }
  })
  const voting = groups.filter(group => group.voting)
  const ring = voting.flatMap(group => group.seats)
  const wished = new Set(verdict.reasons.filter(reason => reason.strength === 'should').flatMap(reason => reason.groups))
  const state = (reason: Reason) => (reason.state === 'undocumented' ? 'undocumented' : reason.strength)
  const stops = verdict.reasons.filter(reason => verdict.stops.includes(reason.atom))
  const missing = groups
    .filter(group => group.mine)
    .flatMap(group => group.seats)
    .filter(seat => seat.place.needed && !seat.placed).length
  return {
    groups,
    reasons: sides.filter(side => side.group === null && side.own.length === 0).map(side => side.reason),
    drawn: ring.map(({ place, state: chair }) => ({
      n: place.number,
      group: place.group,
      state: chair === 'allowed' ? 'vacant' : chair,
      wish: chair === 'vacant' && wished.has(place.group),
    })),
    advisers: groups
      .filter(group => !group.voting)
      .flatMap(group => group.seats)
      .filter(seat => !seat.place.substitute)
      .map(seat => ({ state: seat.placed ? 'filled' : seat.place.needed ? 'vacant' : 'allowed' })),
    filled: ring.filter(seat => seat.placed).length,
    total: ring.length,
    missing,
    count: {
      broken: stops.filter(reason => reason.state === 'broken').length,
      open: missing,
      should: verdict.wishes.length,
      undocumented: verdict.reasons.filter(reason => state(reason) === 'undocumented').length,
      hint: verdict.hints.length,
    },
    unexplained: unexplained(verdict, slate.deviations),
  }
}

const sameSeat = (one: SeatPlace, other: SeatPlace) => one.group === other.group && one.seat === other.seat

function shownSeat(whole: Composed, place: SeatPlace, reasons: readonly Reason[]): ShownSeat {
  const placed = whole.placed.find(one => one.group === place.group && one.seat === place.seat) ?? null
  const off = whole.slate.seats.find(one => one.group === place.group && one.seat === place.seat && whole.gone.includes(one.person))
  const musts = reasons.filter(reason => reason.strength === 'must')
  const state: ChairState = !placed
    ? place.needed
      ? 'vacant'
      : 'allowed'
    : musts.some(reason => reason.state === 'broken')
      ? 'wrong'
      : musts.some(reason => reason.state === 'undocumented')
        ? 'undocumented'
        : 'filled'
  return { place, state, placed, somebody: placed ? (whole.people.get(placed.person) ?? null) : null, gone: off !== undefined, reasons }
}
