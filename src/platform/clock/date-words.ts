// Writes dates and times as people read them: Danish and English by our own tables, other languages by the platform's.
import { isLocalDate, type LocalDate, localDate, localTime, weekday } from './local.ts'

const DA = {
  days: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  months: ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'],
  short: ['jan.', 'feb.', 'marts', 'april', 'maj', 'juni', 'juli', 'aug.', 'sept.', 'okt.', 'nov.', 'dec.'],
}
const EN = {
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}

const formats = new Map<string, Intl.DateTimeFormat>()

function byPlatform(lang: string, shape: 'date' | 'month' | 'weekday', date: LocalDate): string {
  const key = `${lang} ${shape}`
  let format = formats.get(key)
  if (!format) {
    const options: Intl.DateTimeFormatOptions =
      shape === 'date' ? { dateStyle: 'full' } : shape === 'month' ? { month: 'long', year: 'numeric' } : { weekday: 'long' }
    // Our calendar and our digits in every language: a date must be one that can be compared with a letter from the municipality.
    format = new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' })
    formats.set(key, format)
  }
  return format.format(Date.parse(`${date}T00:00:00Z`))
}

function parts(date: LocalDate): { day: number; month: number; year: number; weekday: number } {
  if (!isLocalDate(date)) throw new RangeError('not a date written YYYY-MM-DD')
  return { day: Number(date.slice(8)), month: Number(date.slice(5, 7)) - 1, year: Number(date.slice(0, 4)), weekday: weekday(date) - 1 }
}

/** "torsdag den 3. december 2026", "Thursday 3 December 2026", and as the language writes it elsewhere. */
export function longDate(date: LocalDate, lang: string): string {
  const at = parts(date)
  if (lang === 'da') return `${DA.days[at.weekday]} den ${at.day}. ${DA.months[at.month]} ${at.year}`
  if (lang === 'en') return `${EN.days[at.weekday]} ${at.day} ${EN.months[at.month]} ${at.year}`
  return byPlatform(lang, 'date', date)
}

/** "3. dec.", "3 Dec": for staff, where many dates stand close together; `year` adds it. */
export function shortDate(date: LocalDate, lang: string, { year }: { year: boolean }): string {
  const at = parts(date)
  if (lang === 'da') return `${at.day}. ${DA.short[at.month]}${year ? ` ${at.year}` : ''}`
  if (lang === 'en') return `${at.day} ${EN.months[at.month]!.slice(0, 3)}${year ? ` ${at.year}` : ''}`
  return byPlatform(lang, 'date', date)
}

/** "december 2026". */
export function monthAndYear(date: LocalDate, lang: string): string {
  const at = parts(date)
  if (lang === 'da') return `${DA.months[at.month]} ${at.year}`
  if (lang === 'en') return `${EN.months[at.month]} ${at.year}`
  return byPlatform(lang, 'month', date)
}

/** "torsdag". */
export function weekdayName(date: LocalDate, lang: string): string {
  const at = parts(date)
  if (lang === 'da') return DA.days[at.weekday]!
  if (lang === 'en') return EN.days[at.weekday]!
  return byPlatform(lang, 'weekday', date)
}

/** A time of day in Copenhagen, without "kl.": Danish "10" on the hour and "11.56" otherwise; "10:00" and "11:56" elsewhere. */
export function timeOfDay(at: Date, lang: string): string {
  const time = localTime(at)
  if (lang !== 'da') return time
  const [hour, minute] = time.split(':')
  return minute === '00' ? String(Number(hour)) : `${Number(hour)}.${minute}`
}

/** "torsdag den 3. december 2026 kl. 10": the moment as a clock in Copenhagen shows it. */
export function longDateTime(at: Date, lang: string): string {
  const date = longDate(localDate(at), lang)
  if (lang === 'da') return `${date} kl. ${timeOfDay(at, lang)}`
  if (lang === 'en') return `${date} at ${timeOfDay(at, lang)}`
  if (lang === 'ar') return `${date}، ${timeOfDay(at, lang)}`
  return `${date}, ${timeOfDay(at, lang)}`
}
