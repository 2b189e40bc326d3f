// How long a closed voice is kept, by the municipality's period for the kind it is, and what the day asks for.
import { addDays, type LocalDate } from '../platform/clock.ts'
import type { Kind } from './voice.ts'

export interface Period {
  /** Days from closing; null keeps it until somebody erases it. */
  readonly keepDays: number | null
  /** Days between saying so and erasing. */
  readonly warnDays: number
}
/** The names of the periods in the municipality's data. */
export const periodNames = ['voice', 'voice_relative', 'voice_behalf', 'voice_foster', 'voice_staff', 'voice_young'] as const
type PeriodName = (typeof periodNames)[number]
export type Periods = Readonly<Partial<Record<PeriodName, Period>>>
/** Nobody finds it gone without a week's warning, also where older data say less; a file that says less is refused. */
export const leastWarning = 7
/** What holds where the data are silent: the product's standard. */
const standard: Period = { keepDays: 730, warnDays: 30 }

export interface Told {
  readonly kind: Kind
  readonly young: boolean
}
/** Young people have theirs whatever the kind; a kind nothing is said about has the one of all voices. */
export function periodOf(periods: Periods, { kind, young }: Told): Period {
  const own = young ? periods.voice_young : kind === 'own' ? undefined : periods[`voice_${kind}`]
  return own ?? periods.voice ?? standard
}
/** The longest anything is warned ahead of and the shortest anything is kept: before that day nothing has to be looked at. */
export function firstDay(periods: Periods, today: LocalDate): LocalDate {
  const days = [standard, ...Object.values(periods)].flatMap(({ keepDays, warnDays }) => (keepDays === null ? [] : [keepDays - warnDays]))
  return addDays(today, -Math.max(0, Math.min(...days)))
}

export interface Closed {
  readonly closedOn: LocalDate
  /** The day it was said that it will be erased. */
  readonly warnedOn: LocalDate | null
}
/** What is to be done about it that day. Nothing is erased that was not announced as long before as the municipality says. */
export function dueNow({ keepDays, warnDays }: Period, { closedOn, warnedOn }: Closed, today: LocalDate): 'warn' | 'erase' | null {
  if (keepDays === null) return null
  if (warnedOn === null) return addDays(closedOn, keepDays - warnDays) <= today ? 'warn' : null
  return addDays(warnedOn, warnDays) <= today && addDays(closedOn, keepDays) <= today ? 'erase' : null
}
