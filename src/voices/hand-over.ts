// When a hand-over inside the house is carried out: the one who told sees it first, and nothing waits longer than a working day.
import { atLocal, type LocalDate } from '../platform/clock.ts'
import { byHuman, type Reply } from './voice.ts'

export interface Announced {
  readonly urgent: boolean
  /** Who has it is there today. */
  readonly ownerHere: boolean
  /** It is given to the one who gives it. */
  readonly toSelf: boolean
  /** How an answer reaches the one who told. */
  readonly way: Reply
  readonly today: LocalDate
  /** The day by which the new one gets in touch. */
  readonly by: LocalDate
  readonly nextWorkingDay: LocalDate
}
/** The last day it waits to be seen; null where it is carried out at once. Never after the day that is promised. */
export function waitsUntil({ urgent, ownerHere, toSelf, way, today, by, nextWorkingDay }: Announced): LocalDate | null {
  const seesIt = way !== 'none' && !byHuman(way)
  if (urgent || !ownerHere || toSelf || !seesIt || by <= today) return null
  return by < nextWorkingDay ? by : nextWorkingDay
}

export interface HandOver {
  readonly to_person: string | null
  readonly takes_on: string | null
  readonly taken_on: string | null
  readonly back_on: string | null
}
/** Announced, and neither carried out nor taken back. What was never announced with a day (older than that rule) went at once. */
export const waits = ({ to_person, takes_on, taken_on, back_on }: HandOver): boolean =>
  to_person !== null && takes_on !== null && taken_on === null && back_on === null
/** The end of a working day. */
const endOfDay = '16:00'
/** It has waited as long as it may. */
export const isTime = (one: HandOver, now: Date): boolean => waits(one) && now >= atLocal(one.takes_on as LocalDate, endOfDay)
