// Shows that deadlines count the days the law and the municipality count, and that the calculation can be followed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { easterSunday, holidayName, holidayOn, holidaysIn } from './holidays.ts'
import { addDays, weekday } from './local.ts'
import { dayOffWords, workingDays } from './working-days.ts'

const day = fc.integer({ min: 0, max: 40_000 }).map(n => addDays('1999-01-01', n))
const days = fc.integer({ min: 1, max: 60 })
const closings = fc.array(day, { maxLength: 40 })

describe('public holidays', () => {
  it('finds Easter as the church’s tables do', () => {
    const known = {
      1818: '03-22',
      1943: '04-25',
      1954: '04-18',
      1981: '04-19',
      2000: '04-23',
      2019: '04-21',
      2024: '03-31',
      2025: '04-20',
      2026: '04-05',
      2038: '04-25',
      2049: '04-18',
      2285: '03-22',
    }
    for (const [year, date] of Object.entries(known)) expect(easterSunday(Number(year))).toBe(`${year}-${date}`)
  })

  it('Easter is always a Sunday between 22 March and 25 April', () => {
    for (let year = 1700; year <= 2600; year++) {
      const easter = easterSunday(year)
      expect(weekday(easter)).toBe(7)
      expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true)
    }
  })

  it('counts store bededag until and including 2023, not after', () => {
    expect(holidayOn('2023-05-05')).toBe('store-bededag')
    expect(holidayOn('2024-04-26')).toBeNull()
    expect(holidaysIn(2023)).toHaveLength(11)
    expect(holidaysIn(2024)).toHaveLength(10)
  })

  it('lists 2026 in the order of the calendar', () => {
    expect(holidaysIn(2026).map(({ date, id }) => `${date} ${id}`)).toEqual([
      '2026-01-01 nytaarsdag',
      '2026-04-02 skaertorsdag',
      '2026-04-03 langfredag',
      '2026-04-05 paaskedag',
      '2026-04-06 2-paaskedag',
      '2026-05-14 kristi-himmelfartsdag',
      '2026-05-24 pinsedag',
      '2026-05-25 2-pinsedag',
      '2026-12-25 juledag',
      '2026-12-26 2-juledag',
    ])
  })

  it('loses none in any year, also when two fall on the same day', () => {
    for (let year = 1990; year <= 2100; year++) expect(holidaysIn(year)).toHaveLength(year <= 2023 ? 11 : 10)
  })
})

describe('deadlines in working days', () => {
  it('A37: day 1 is the day after receipt, over Christmas and New Year', () => {
    const { date, calculation } = workingDays(['2026-12-24', '2026-12-31']).deadline('2026-12-22', 5)
    expect(date).toBe('2027-01-04')
    expect(calculation).toEqual({
      counted: ['2026-12-23', '2026-12-28', '2026-12-29', '2026-12-30', '2027-01-04'],
      skipped: [
        { date: '2026-12-24', reason: 'closing-day' },
        { date: '2026-12-25', reason: 'juledag' },
        { date: '2026-12-26', reason: '2-juledag' },
        { date: '2026-12-27', reason: 'sunday' },
        { date: '2026-12-31', reason: 'closing-day' },
        { date: '2027-01-01', reason: 'nytaarsdag' },
        { date: '2027-01-02', reason: 'saturday' },
        { date: '2027-01-03', reason: 'sunday' },
      ],
    })
  })

  it('A37: what comes in on a Friday or at the weekend has Monday as its first day', () => {
    for (const received of ['2026-06-12', '2026-06-13', '2026-06-14']) expect(workingDays([]).deadline(received, 1).date).toBe('2026-06-15')
  })

  it('the same days before and after store bededag was abolished', () => {
    expect(workingDays([]).deadline('2023-05-04', 1).date).toBe('2023-05-08')
    expect(workingDays([]).deadline('2024-04-25', 1).date).toBe('2024-04-26')
  })

  it('A37: never falls on a day that does not count, and the calculation covers every day once', () => {
    fc.assert(
      fc.property(day, days, closings, (received, count, closing) => {
        const calendar = workingDays(closing)
        const { date, calculation } = calendar.deadline(received, count)
        expect(calendar.isWorkingDay(date)).toBe(true)
        expect(calculation.counted).toHaveLength(count)
        expect(calculation.counted.at(-1)).toBe(date)
        const seen = [...calculation.counted, ...calculation.skipped.map(each => each.date)].sort()
        expect(seen).toEqual(Array.from(seen, (_, n) => addDays(received, n + 1)))
        expect(calculation.skipped.some(each => calendar.isWorkingDay(each.date))).toBe(false)
        expect(closing.includes(date)).toBe(false)
        expect(calendar.between(received, date)).toBe(count)
      }),
    )
  })

  it('A37: later receipt, more days or more closing days never make it earlier', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 30 }), days, closings, (received, later, count, closing) => {
        const calendar = workingDays(closing)
        const found = calendar.deadline(received, count).date
        expect(calendar.deadline(addDays(received, later), count).date >= found).toBe(true)
        expect(calendar.deadline(received, count + 1).date > found).toBe(true)
        expect(workingDays([...closing, found]).deadline(received, count).date > found).toBe(true)
      }),
    )
  })

  it('counts nothing backwards and refuses impossible deadlines', () => {
    expect(workingDays([]).between('2026-06-15', '2026-06-12')).toBe(0)
    for (const bad of [0, -1, 1.5, 1001, Number.NaN]) expect(() => workingDays([]).deadline('2026-06-12', bad)).toThrow(RangeError)
    expect(() => workingDays([]).deadline('12.6.2026', 3)).toThrow(RangeError)
  })

  it('says why a day does not count', () => {
    expect(dayOffWords('closing-day', 'da')).toBe('lukkedag i kommunen')
    expect(dayOffWords('2-pinsedag', 'da')).toBe('2. pinsedag')
    expect(dayOffWords('sunday', 'en')).toBe('Sunday')
    expect(holidayName('langfredag', 'tr')).toBe('Good Friday')
  })
})
