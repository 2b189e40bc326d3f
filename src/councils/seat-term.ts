// For how long somebody gets a seat: by the charter, else by the council's procedure, else the electoral term.
import type { ItemContent } from '../municipalities/index.ts'
import { addDays, addMonths, type LocalDate } from '../platform/clock.ts'
import type { Charter, Group } from './charters/index.ts'

export interface SeatTerm {
  /** The last day; null when the seat is held until somebody follows. */
  readonly to: LocalDate | null
  /** Sits on after the last day until somebody follows. */
  readonly staysOn: boolean
}
type ElectoralTerm = Pick<ItemContent['term'], 'from' | 'to'>

/** Whether the group is held by virtue of a mandate: only councillors can sit there. */
export function byMandate(group: Group): boolean {
  const asked = group.eligible
  return group.term?.kind === 'mandate' || (asked !== undefined && 'has' in asked && asked.has === 'councillor')
}

/** The bodies that appoint somebody by this charter. Seats filled by an election are nobody's to propose: the vote is recorded. */
export const appointingBodies = (charter: Charter): string[] => [
  ...new Set(charter.groups.filter(group => group.filled_by !== 'elected').flatMap(group => group.appointed_by ?? [])),
]

/**
 * The term of a seat taken on `from`. Where nobody has said how long (`procedure.term` unknown), the electoral term counts, as in most
 * municipalities. A seat by mandate never outlasts the mandate. `place`: which seat of its group it is, and when the group was first
 * seated, for terms that do not all end at once.
 */
export function seatTerm(
  group: Group,
  charter: Charter,
  procedure: ItemContent['council']['procedure'],
  electoral: readonly ElectoralTerm[],
  from: LocalDate,
  place: { readonly seat: number; readonly since: LocalDate } = { seat: 1, since: from },
): SeatTerm {
  const said = group.term ?? charter.term
  const kind = said?.kind ?? procedure.term.value?.kind ?? 'electoral'
  const years = said?.years ?? procedure.term.value?.years ?? null
  const staysOn = !byMandate(group) && group.voting && (said?.stays_until_successor ?? procedure.staysUntilSuccessors.value ?? false)
  if (kind === 'until_replaced') return { to: null, staysOn: true }
  // Whoever is seated after the last day the charter names sits until the charter says more.
  if (kind === 'dates') return { to: said?.to && said.to >= from ? said.to : null, staysOn }
  if (kind === 'years' && years !== null && said?.staggered)
    return { to: staggeredEnd(said.staggered, years, place.seat, place.since <= from ? place.since : from, from), staysOn }
  if (kind === 'years' && years !== null) return { to: lastDay(from, Math.round(years * 12)), staysOn }
  return { to: electoral.find(term => term.from <= from && from <= term.to)?.to ?? null, staysOn }
}

/** The last day of so many months: the day before they come round. From 29 February to a year without one it is the 28th, not the 27th. */
function lastDay(from: LocalDate, months: number): LocalDate {
  const round = addMonths(from, months)
  return round.slice(8) < from.slice(8) ? round : addDays(round, -1)
}

/**
 * Not all seats end at once: the seats are dealt in turn to as many cohorts as the part says, the first cohort ends after one step, the
 * next after two; from then on each seat runs for the full years. Whoever steps in between serves the rest.
 */
function staggeredEnd(
  { part, every_years }: NonNullable<NonNullable<Charter['term']>['staggered']>,
  years: number,
  seat: number,
  since: LocalDate,
  from: LocalDate,
): LocalDate {
  const [x, y] = typeof part === 'string' ? (part.split('/').map(Number) as [number, number]) : part
  const cohorts = Math.max(1, Math.round(y / Math.max(1, x)))
  const first = (((seat - 1) % cohorts) + 1) * every_years
  const months = (time: number) => Math.max(1, Math.round(time * 12))
  for (let turn = 0; ; turn++) {
    const end = lastDay(since, months(first) + turn * months(years))
    if (end >= from) return end
  }
}
