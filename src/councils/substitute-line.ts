// Whose turn it is when a seat is empty: by the charter's own rule for substitutes.
import type { LocalDate } from '../platform/clock.ts'
import { type Charter, type Group, holdsSubstitutes } from './charters/index.ts'

/** `personal`: each seat has its own; `ordered`: first in line first; `group`: anybody of the substitutes' group; `none`: nobody is called in. */
export type Way = 'personal' | 'ordered' | 'group' | 'none'

export interface SubstituteRule {
  readonly way: Way
  /** The groups of substitutes that serve the seat. */
  readonly from: readonly string[]
  /** The charter calls substitutes in for absence only; an empty seat is filled in the ordinary way. */
  readonly absenceOnly: boolean
}

/**
 * How an empty seat of a group is filled by a substitute. What the group says counts before what the charter says for all, and that before
 * what the substitutes' own group says; `otherwise` is the council's procedure where the charter is silent.
 */
export function substituteRule(charter: Charter, group: string, otherwise: Way | null = null): SubstituteRule {
  const seat = charter.groups.find(one => one.id === group)
  const said = seat?.substitutes ?? charter.substitutes
  const serving = charter.groups.filter(holdsSubstitutes).filter(one => serves(one, group))
  const own = serving.find(one => one.substitutes)?.substitutes
  const way = said?.kind ?? own?.kind ?? otherwise ?? 'group'
  const calledIn = said?.called_in ?? own?.called_in ?? 'both'
  return { way, from: way === 'none' ? [] : serving.map(one => one.id), absenceOnly: calledIn === 'absence' }
}

const serves = (substitutes: Group, group: string) => !substitutes.substitutes?.for || substitutes.substitutes.for.includes(group)

/** Whose seat a personal substitute stands in for unless somebody has said otherwise: the seat of the same number in the one group served. */
export function usualSeat(
  charter: Charter,
  one: { readonly group: string; readonly seat: number },
): { group: string; seat: number } | null {
  const own = charter.groups.find(group => group.id === one.group)
  const served = own?.substitutes?.for ?? charter.groups.filter(group => group.voting).map(group => group.id)
  return served.length === 1 ? { group: served[0]!, seat: one.seat } : null
}

export interface Waiting {
  readonly memberId: string
  readonly group: string
  readonly seat: number
  readonly from: LocalDate
  /** The seat they stand in for, where substitutes are personal. */
  readonly standsFor: { readonly group: string; readonly seat: number } | null
}
export interface Turn<W extends Waiting> {
  readonly one: W
  /** 1 is whose turn it is; the others may step in only for a written reason. */
  readonly place: number
}

/** Who may take an empty seat, in the order the charter gives. Whoever came on the list later stands later. Pure. */
export function turns<W extends Waiting>(rule: SubstituteRule, empty: { group: string; seat: number }, waiting: readonly W[]): Turn<W>[] {
  if (rule.way === 'none' || rule.absenceOnly) return []
  const able = waiting.filter(one => rule.from.includes(one.group))
  if (rule.way === 'personal')
    return able.filter(one => one.standsFor?.group === empty.group && one.standsFor.seat === empty.seat).map(one => ({ one, place: 1 }))
  const ordered = [...able].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.seat - b.seat))
  return ordered.map((one, at) => ({ one, place: rule.way === 'ordered' ? at + 1 : 1 }))
}
