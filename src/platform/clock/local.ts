// The clock, and the way between moments in time and dates as a calendar in Copenhagen shows them.

/** A day of the calendar, `YYYY-MM-DD`, without time or zone. Dates of law are written so. They compare as text. */
export type LocalDate = string

/** Where "now" comes from: the system in production, a hand in tests. Rules and stores get the time as a parameter. */
export type Clock = { now(): Date }

/** Days of the week as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const ZONE = 'Europe/Copenhagen'
const DAY = 86_400_000
const DATE_FORM = /^\d{4}-\d{2}-\d{2}$/
const TIME_FORM = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  era: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is set or moved on; for tests and the practice mode. */
export function fixedClock(at: Date | string): Clock & { set(at: Date | string): void; advance(milliseconds: number): void } {
  let time = new Date(at).getTime()
  return {
    now: () => new Date(time),
    set: moment => {
      time = new Date(moment).getTime()
    },
    advance: milliseconds => {
      time += milliseconds
    },
  }
}

/** Whether the text is a day that exists, written `YYYY-MM-DD` (2026-02-29 does not). */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !DATE_FORM.test(text) || text < '0001') return false
  const month = Number(text.slice(5, 7))
  return month >= 1 && month <= 12 && Number(text.slice(8)) >= 1 && Number(text.slice(8)) <= daysIn(Number(text.slice(0, 4)), month)
}

// By arithmetic and not by the platform's dates: a page asks a thousand times.
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : LENGTHS[month - 1]!
}

function dayNumber(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError('not a date written YYYY-MM-DD')
  const year = Number(date.slice(0, 4))
  // The platform takes the years before 100 for those of the last century.
  if (year < 100) return Date.parse(`${date}T00:00:00Z`) / DAY
  return Date.UTC(year, Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / DAY
}

function fromDayNumber(number: number): LocalDate {
  const date = new Date(number * DAY).toISOString().slice(0, 10)
  if (!isLocalDate(date)) throw new RangeError('outside the years 1 to 9999')
  return date
}

const HOUR = 3_600_000
const MOST_KNOWN = 5_000
const knownOffsets = new Map<number, number>()

/** How far Copenhagen's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number): number {
  // From 1970 on the clocks change on the hour of UTC, so one answer holds for the hour; asking the platform is slow.
  if (!(at >= 0)) return askedOffset(at)
  const hour = Math.floor(at / HOUR)
  let offset = knownOffsets.get(hour)
  if (offset === undefined) {
    offset = askedOffset(hour * HOUR)
    if (knownOffsets.size >= MOST_KNOWN) knownOffsets.clear()
    knownOffsets.set(hour, offset)
  }
  return offset
}

function askedOffset(at: number): number {
  const part: Record<string, string> = {}
  for (const { type, value } of wallClock.formatToParts(at)) part[type] = value
  if (part.era !== 'AD') throw new RangeError('outside the years 1 to 9999')
  const wall = Date.parse(`${part.year!.padStart(4, '0')}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}Z`)
  return wall - Math.floor(at / 1000) * 1000
}

/** Copenhagen's wall clock at a moment, written as if it were UTC. */
function wall(at: Date): string {
  const moment = at.getTime()
  return new Date(moment + offsetAt(moment)).toISOString()
}

/** The day it is in Copenhagen at that moment. */
export function localDate(at: Date): LocalDate {
  return wall(at).slice(0, 10)
}

/** What a clock on the wall in Copenhagen shows at that moment, `HH:MM`. */
export function localTime(at: Date): string {
  return wall(at).slice(11, 16)
}

/**
 * The moment when Copenhagen's clocks show that time (`HH:MM`; `24:00` is the midnight that ends the day).
 * In the hour that happens twice in October the first one is meant; a time that the March change leaps over is read
 * with the clock before the change (02:30 becomes 03:30).
 * @throws RangeError when the date or the time is not written so
 */
export function atLocal(date: LocalDate, time: string): Date {
  if (!TIME_FORM.test(time)) throw new RangeError('not a time written HH:MM')
  const wanted = dayNumber(date) * DAY + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000
  // Zone changes are at least a day apart, so the offsets a day before and after are the only candidates.
  const before = offsetAt(wanted - DAY)
  const after = offsetAt(wanted + DAY)
  const first = wanted - before
  if (offsetAt(first) === before) return new Date(first)
  const second = wanted - after
  return new Date(offsetAt(second) === after ? second : first)
}

/** Which day of the week it is, 1 for Monday to 7 for Sunday. */
export function weekday(date: LocalDate): Weekday {
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** The date so many calendar days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  if (!Number.isInteger(days)) throw new RangeError('whole days only')
  return fromDayNumber(dayNumber(date) + days)
}

/** The same day so many months later; the last day of a shorter month when it has no such day (31 January + 1 = 28 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  if (!Number.isInteger(months)) throw new RangeError('whole months only')
  dayNumber(date)
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const prefix = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((((count % 12) + 12) % 12) + 1).padStart(2, '0')}`
  for (let day = Number(date.slice(8)); day >= 28; day--) {
    if (isLocalDate(`${prefix}-${day}`)) return `${prefix}-${day}`
  }
  const same = `${prefix}-${date.slice(8)}`
  if (!isLocalDate(same)) throw new RangeError('outside the years 1 to 9999')
  return same
}

/** The later of two dates. */
export const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)

/** How many days from one date to another; negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}
