// A slate as its page shows it: counts, the state of each seat, and beside which seats each rule stands.

import type { Reason } from '../councils/charters/index.ts'
import { type SeatPlace, saidWords } from '../councils/index.ts'
import type { ChairState, DrawnAdviser, DrawnSeat } from '../platform/html/seats.tsx'
import { said } from '../platform/refusal.ts'
import { type AboutPerson, aboutPeople } from './about-person.ts'
import type { Composed, Somebody } from './composed.ts'
import { type Placed, seatsOfReason, unexplained } from './verdict.ts'

export interface ShownSeat {
  readonly place: SeatPlace
  readonly state: ChairState
  readonly placed: Placed | null
  readonly somebody: Somebody | null
  readonly gone: boolean
  /** The rules of this seat alone. */
  readonly reasons: readonly SeatReason[]
}
/** A rule beside one seat; `about` says it of the one who sits there. */
export interface SeatReason {
  readonly reason: Reason
  readonly about: AboutPerson | null
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
  const sides = verdict.reasons.map(reason => {
    // Of a decision it is told what was found then: nobody on it is asked anew.
    const about = slate.decisionId ? [] : aboutPeople(charter, reason, whole.people)
    return { reason, about, ...seatsOfReason(reason, plan, whole.placed, about.length > 0) }
  })
  const groups = charter.groups.map((group): ShownGroup => {
    const seats = plan
      .filter(place => place.group === group.id)
      .map(place =>
        shownSeat(
          whole,
          place,
          sides
            .filter(side => side.own.some(own => sameSeat(own, place)))
            .map(({ reason, about }) => ({ reason, about: about.find(one => sitsAt(whole, one.person, place)) ?? null })),
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
      seats: seats.map(seat =>
        seat === vacant[0] ? { ...seat, reasons: [...seat.reasons, ...ofOne.map(reason => ({ reason, about: null }))] } : seat,
      ),
      reasons: ofGroup.filter(reason => !ofOne.includes(reason)),
    }
  })
  const voting = groups.filter(group => group.voting)
  const ring = voting.flatMap(group => group.seats)
  const wished = new Set(verdict.reasons.filter(reason => reason.strength === 'should').flatMap(reason => reason.groups))
  const stops = sides.filter(({ reason }) => verdict.stops.includes(reason.atom))
  const anybody = (state: 'broken' | 'undocumented') => (side: (typeof sides)[number]) =>
    side.about.length > 0 ? side.about.some(one => one.state === state) : side.reason.state === state
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
      broken: stops.filter(anybody('broken')).length,
      open: missing,
      should: verdict.wishes.length,
      undocumented: sides.filter(anybody('undocumented')).length,
      hint: verdict.hints.length,
    },
    unexplained: unexplained(verdict, slate.deviations),
  }
}

const sitsAt = (whole: Composed, person: string, place: SeatPlace) =>
  whole.placed.some(one => one.person === person && sameSeat(one, place))
const sameSeat = (one: { group: string; seat: number }, other: SeatPlace) => one.group === other.group && one.seat === other.seat

function shownSeat(whole: Composed, place: SeatPlace, reasons: readonly SeatReason[]): ShownSeat {
  const placed = whole.placed.find(one => one.group === place.group && one.seat === place.seat) ?? null
  const off = whole.slate.seats.find(one => one.group === place.group && one.seat === place.seat && whole.gone.includes(one.person))
  const musts = reasons.filter(({ reason }) => reason.strength === 'must').map(({ reason, about }) => about?.state ?? reason.state)
  const state: ChairState = !placed
    ? place.needed
      ? 'vacant'
      : 'allowed'
    : musts.includes('broken')
      ? 'wrong'
      : musts.includes('undocumented')
        ? 'undocumented'
        : 'filled'
  return { place, state, placed, somebody: placed ? (whole.people.get(placed.person) ?? null) : null, gone: off !== undefined, reasons }
}
