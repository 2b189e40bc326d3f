// A date as exactly as it is known: a year, a month of a year, or a day, in words.
import { longDate, monthAndYear } from '../../platform/clock.ts'

/** `2019`, `2019-02` or `2019-06-24` as people write it. */
export function looseDate(date: string, lang: string): string {
  if (date.length === 4) return date
  return date.length === 7 ? monthAndYear(`${date}-01`, lang) : longDate(date, lang)
}
