// How long what we have about a candidate is kept, by the municipality's own periods.
import { addDays, type LocalDate, laterOf, localDate } from '../platform/clock.ts'
import { isOpen, type State } from './nomination.ts'

export interface KeptFor {
  readonly keepDays: number | null
  readonly warnDays: number
}
export interface Ended {
  readonly state: State
  readonly closedOn: LocalDate | null
  readonly answered: boolean
}
/** What holds where the data are silent: the product's standard. */
const standard = {
  candidate_not_appointed: { keepDays: 180, warnDays: 30 },
  candidate_reserve: { keepDays: 1461, warnDays: 30 },
}
/** How long somebody is kept who ended like this. */
export const keptFor = (name: keyof typeof standard, rules: ReadonlyMap<string, KeptFor>): KeptFor => rules.get(name) ?? standard[name]

/**
 * The day everything is erased, with how long before it is announced; null while something is open, owed or a seat hangs on it.
 * Several nominations: the last of their days. Who asked to be kept is kept for a whole period from that day.
 */
export function eraseOn(
  nominations: readonly Ended[],
  rules: ReadonlyMap<string, KeptFor>,
  keptOn: LocalDate | null = null,
): { on: LocalDate; warnDays: number } | null {
  let last: { on: LocalDate; warnDays: number } | null = null
  for (const { state, closedOn, answered } of nominations) {
    if (isOpen(state) || closedOn === null || state === 'appointed') return null
    if (!answered && state !== 'withdrawn') return null
    const { keepDays, warnDays } = keptFor(state === 'reserve' ? 'candidate_reserve' : 'candidate_not_appointed', rules)
    if (keepDays === null) return null
    const on = addDays(keptOn === null ? closedOn : laterOf(closedOn, keptOn), keepDays)
    if (!last || on > last.on) last = { on, warnDays }
  }
  return last
}

/** Whether the erasing on this day has been announced: an announcement of an earlier day was of something that did not come to pass. */
export const announced = (end: { readonly on: LocalDate; readonly warnDays: number }, warnedAt: Date | null): boolean =>
  warnedAt !== null && localDate(warnedAt) >= addDays(end.on, -end.warnDays)

/** For how many days somebody who was suggested and does not answer is kept: the shorter of what was promised them and the municipality's period. */
export const unansweredDays = (promised: number, rules: ReadonlyMap<string, KeptFor>): number =>
  Math.min(promised, rules.get('suggestion_unanswered')?.keepDays ?? promised)

/** The day somebody who does not answer is erased: the same on the work list, on every page, and in the daily round. */
export const unansweredOn = (suggestedOn: LocalDate, promises: { readonly unanswered: number }): LocalDate =>
  addDays(suggestedOn, promises.unanswered)
