// Shows how dates and times read in each language.
import { describe, expect, it } from 'vitest'
import { longDate, longDateTime, monthAndYear, shortDate, timeOfDay, weekdayName } from './date-words.ts'
import { atLocal } from './local.ts'

describe('dates in words', () => {
  it('writes Danish dates with the weekday', () => {
    expect(longDate('2026-12-03', 'da')).toBe('torsdag den 3. december 2026')
    expect(shortDate('2026-12-03', 'da', { year: false })).toBe('3. dec.')
    expect(shortDate('2027-05-01', 'da', { year: true })).toBe('1. maj 2027')
    expect(longDateTime(atLocal('2026-12-03', '10:00'), 'da')).toBe('torsdag den 3. december 2026 kl. 10')
    expect(longDateTime(atLocal('2019-06-24', '11:56'), 'da')).toBe('mandag den 24. juni 2019 kl. 11.56')
    expect(monthAndYear('2026-02-01', 'da')).toBe('februar 2026')
    expect(weekdayName('2026-10-25', 'da')).toBe('søndag')
  })

  it('writes English dates the same on every platform', () => {
    expect(longDate('2026-12-03', 'en')).toBe('Thursday 3 December 2026')
    expect(shortDate('2026-12-03', 'en', { year: true })).toBe('3 Dec 2026')
    expect(longDateTime(atLocal('2026-12-03', '09:05'), 'en')).toBe('Thursday 3 December 2026 at 09:05')
  })

  it('writes Arabic, Turkish and Urdu dates in their own words with our digits', () => {
    for (const [lang, month] of [
      ['ar', 'ديسمبر'],
      ['tr', 'Aralık'],
      ['ur', 'دسمبر'],
    ] as const) {
      const text = longDate('2026-12-03', lang)
      expect(text).toContain(month)
      expect(text).toMatch(/\b3\b/)
      expect(text).toContain('2026')
      expect(longDateTime(atLocal('2026-12-03', '10:00'), lang)).toContain('10:00')
    }
  })

  it('shows the time of the wall clock in the hour that comes twice', () => {
    expect(timeOfDay(new Date('2026-10-25T00:30:00Z'), 'da')).toBe('2.30')
    expect(timeOfDay(new Date('2026-10-25T01:30:00Z'), 'da')).toBe('2.30')
    expect(timeOfDay(new Date('2026-01-05T23:00:00Z'), 'da')).toBe('0')
  })

  it('refuses what is no date', () => {
    expect(() => longDate('2026-02-30', 'da')).toThrow(RangeError)
  })
})
