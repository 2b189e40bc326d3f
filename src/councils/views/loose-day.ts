// How a date is said that is known only to the year or the month.
import { longDate, monthAndYear } from '../../platform/clock.ts'

/** "2019", "oktober 2019" or "mandag den 24. juni 2019". */
export function looseDay(date: string, lang: string): string {
  if (date.length === 10) return longDate(date, lang)
  return date.length === 7 ? monthAndYear(`${date}-01`, lang) : date
}
