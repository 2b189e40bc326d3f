// Shows that dates and times are Copenhagen's, also around the two changes of the clocks.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, atLocal, daysBetween, fixedClock, isLocalDate, localDate, localTime, systemClock, weekday } from './local.ts'

const date = fc.integer({ min: -25_000, max: 100_000 }).map(days => new Date(days * 86_400_000).toISOString().slice(0, 10))
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(pair => pair.map(n => String(n).padStart(2, '0')).join(':'))

describe('moments and Copenhagen', () => {
  it('A0: 24 June 2019 at 11:56 is summer time', () => {
    const at = atLocal('2019-06-24', '11:56')
    expect(at.toISOString()).toBe('2019-06-24T09:56:00.000Z')
    expect([localDate(at), localTime(at)]).toEqual(['2019-06-24', '11:56'])
  })

  it('A0: the night of 25 October 2026 has 25 hours, and the hour that comes twice means the first', () => {
    expect(atLocal('2026-10-25', '00:00').toISOString()).toBe('2026-10-24T22:00:00.000Z')
    expect(atLocal('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(atLocal('2026-10-25', '03:00').toISOString()).toBe('2026-10-25T02:00:00.000Z')
    expect(atLocal('2026-10-26', '00:00').getTime() - atLocal('2026-10-25', '00:00').getTime()).toBe(25 * 3_600_000)
    expect(localTime(new Date('2026-10-25T01:30:00Z'))).toBe('02:30')
  })

  it('leaps over the hour that does not exist on 29 March 2026', () => {
    expect(localTime(atLocal('2026-03-29', '02:30'))).toBe('03:30')
    expect(atLocal('2026-03-29', '03:30')).toEqual(atLocal('2026-03-29', '02:30'))
    expect(atLocal('2026-03-29', '24:00').getTime() - atLocal('2026-03-29', '00:00').getTime()).toBe(23 * 3_600_000)
  })

  it('knows the day just before and after midnight', () => {
    expect(localDate(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31')
    expect(localDate(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01')
    expect(localDate(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01')
  })

  it('comes back to the same date and time, except in the hour that does not exist', () => {
    fc.assert(
      fc.property(date, time, (day, clock) => {
        const at = atLocal(day, clock)
        expect(localDate(at)).toBe(day)
        const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
        expect([0, 60]).toContain(minutes(localTime(at)) - minutes(clock))
      }),
      { numRuns: 2_000 },
    )
  })

  it('keeps the order of wall times within a day', () => {
    fc.assert(fc.property(date, time, time, (day, a, b) => a >= b || atLocal(day, a) <= atLocal(day, b)))
  })

  it('refuses what is no time', () => {
    for (const bad of ['24:01', '9:00', '12:60', '12.30', '']) expect(() => atLocal('2026-01-01', bad)).toThrow(RangeError)
    expect(() => atLocal('2026-02-29', '10:00')).toThrow(RangeError)
  })
})

describe('the calendar', () => {
  it('tells days that exist from days that do not', () => {
    expect(['2024-02-29', '2026-01-31', '0001-01-01', '9999-12-31'].every(isLocalDate)).toBe(true)
    const bad = [
      '2026-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '26-01-01',
      '0000-01-01',
      '2026-01-01\n',
      ' 2026-01-01',
      '',
      null,
      20260101,
    ]
    expect(bad.filter(isLocalDate)).toEqual([])
  })

  it('knows the days of the week', () => {
    expect([weekday('2019-06-24'), weekday('2026-12-03'), weekday('1970-01-01'), weekday('2026-10-25'), weekday('1899-12-31')]).toEqual([
      1, 4, 4, 7, 7,
    ])
    fc.assert(
      fc.property(
        date,
        day => weekday(addDays(day, 7)) === weekday(day) && (weekday(addDays(day, 1)) % 7) + 1 === ((weekday(day) + 1) % 7) + 1,
      ),
    )
  })

  it('adds and counts days both ways', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -4_000, max: 4_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })

  it('adds months without leaving the month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30')
    expect(addMonths('2026-12-05', 1)).toBe('2027-01-05')
    expect(addMonths('2026-03-15', -15)).toBe('2024-12-15')
    fc.assert(
      fc.property(date, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const moved = addMonths(day, months)
        const count = (each: string) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7))
        expect(count(moved) - count(day)).toBe(months)
        expect(moved.slice(8) <= day.slice(8)).toBe(true)
      }),
    )
  })
})

describe('clocks', () => {
  it('one stands still until moved, the other is the machine’s', () => {
    const clock = fixedClock('2026-10-25T00:30:00Z')
    expect(clock.now()).toEqual(clock.now())
    clock.advance(3_600_000)
    expect(clock.now().toISOString()).toBe('2026-10-25T01:30:00.000Z')
    clock.set(new Date('2030-01-01T00:00:00Z'))
    expect(clock.now().getUTCFullYear()).toBe(2030)
    expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1_000)
  })
})

describe('the remembered offsets', () => {
  it('agree with the platform at every moment around the changes', () => {
    const platform = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'short' })
    const changes = [
      '1980-04-06T01:00Z',
      '1985-09-29T01:00Z',
      '2019-03-31T01:00Z',
      '2026-10-25T01:00Z',
      '2026-03-29T01:00Z',
      '1945-04-02T01:00Z',
      '1969-12-31T23:30Z',
    ]
    for (const change of changes) {
      for (let minute = -180; minute <= 180; minute += 1) {
        const at = new Date(Date.parse(change) + minute * 60_000 + 59_999)
        expect(`${localDate(at)} ${localTime(at)}`).toBe(platform.format(at))
      }
    }
  })
})
