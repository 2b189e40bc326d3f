// Counts deadlines in working days and keeps the calculation, so that a human can follow it day by day.
import { type HolidayId, holidayName, holidayOn } from './holidays.ts'
import { addDays, isLocalDate, type LocalDate, weekday } from './local.ts'

/** Why a day is no working day: a public holiday, the weekend, or one of the municipality's own closing days. */
export type DayOff = HolidayId | 'saturday' | 'sunday' | 'closing-day'

/** Every day that was looked at; stored beside the date and shown with it. */
export type Calculation = { counted: LocalDate[]; skipped: { date: LocalDate; reason: DayOff }[] }

/** A legal date with how it was found. */
export type Deadline = { date: LocalDate; calculation: Calculation }

/** The working days of one municipality. */
export type WorkingDays = {
  isWorkingDay(date: LocalDate): boolean
  /** Why the day does not count, or null when it does. */
  dayOff(date: LocalDate): DayOff | null
  /**
   * The date by which something must be done that came in on `received`: day 1 is the first working day after receipt.
   * @param days working days, 1 to 1000
   * @throws RangeError on other numbers or something that is no date
   */
  deadline(received: LocalDate, days: number): Deadline
  /** How many working days after `from`, up to and including `to`; 0 when `to` is not later. */
  between(from: LocalDate, to: LocalDate): number
}

/** Working days as Danish holidays, weekends and the municipality's closing days leave them. */
export function workingDays(closing: readonly LocalDate[]): WorkingDays {
  const closed = new Set(closing)

  function dayOff(date: LocalDate): DayOff | null {
    const day = weekday(date)
    const holiday = holidayOn(date)
    if (holiday) return holiday
    if (day === 6) return 'saturday'
    if (day === 7) return 'sunday'
    return closed.has(date) ? 'closing-day' : null
  }

  function deadline(received: LocalDate, days: number): Deadline {
    if (!isLocalDate(received)) throw new RangeError('not a date written YYYY-MM-DD')
    if (!Number.isInteger(days) || days < 1 || days > 1000) throw new RangeError('a deadline has 1 to 1000 working days')
    const calculation: Calculation = { counted: [], skipped: [] }
    let date = received
    while (calculation.counted.length < days) {
      date = addDays(date, 1)
      const reason = dayOff(date)
      if (reason) calculation.skipped.push({ date, reason })
      else calculation.counted.push(date)
    }
    return { date, calculation }
  }

  function between(from: LocalDate, to: LocalDate): number {
    let count = 0
    for (let date = from; date < to; ) {
      date = addDays(date, 1)
      if (!dayOff(date)) count++
    }
    return count
  }

  return { isWorkingDay: date => dayOff(date) === null, dayOff, deadline, between }
}

const OTHER_DAYS_OFF = {
  saturday: { da: 'lørdag', en: 'Saturday' },
  sunday: { da: 'søndag', en: 'Sunday' },
  'closing-day': { da: 'lukkedag i kommunen', en: 'the municipality is closed' },
} as const

/** Why a day is not counted, in words, to stand after its date; Danish and English, other languages get the English words. */
export function dayOffWords(reason: DayOff, lang: string): string {
  if (reason === 'saturday' || reason === 'sunday' || reason === 'closing-day') return OTHER_DAYS_OFF[reason][lang === 'da' ? 'da' : 'en']
  return holidayName(reason, lang)
}
