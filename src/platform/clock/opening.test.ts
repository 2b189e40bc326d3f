// Shows when a human can be reached, over weekends, holidays, closing days and the changes of the clocks.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, atLocal } from './local.ts'
import { nextChange, openNow, type WeekHours } from './opening.ts'

const office: WeekHours = {
  mon: [{ from: '10:00', to: '14:00' }],
  tue: [{ from: '10:00', to: '14:00' }],
  wed: [{ from: '10:00', to: '14:00' }],
  thu: [
    { from: '10:00', to: '14:00' },
    { from: '15:00', to: '17:30' },
  ],
  fri: [{ from: '10:00', to: '12:00' }],
}
const everyDay = (span: { from: string; to: string }): WeekHours => ({
  mon: [span],
  tue: [span],
  wed: [span],
  thu: [span],
  fri: [span],
  sat: [span],
  sun: [span],
})

describe('openNow', () => {
  it('B25: is open within the hours and says until when', () => {
    expect(openNow(office, atLocal('2026-06-11', '10:00'))).toEqual({ open: true, until: atLocal('2026-06-11', '14:00') })
    expect(openNow(office, atLocal('2026-06-11', '14:00'))).toEqual({ open: false, next: atLocal('2026-06-11', '15:00') })
    expect(openNow(office, atLocal('2026-06-11', '17:30'))).toEqual({ open: false, next: atLocal('2026-06-12', '10:00') })
  })

  it('B25: opens again after the weekend, holidays and closing days', () => {
    expect(openNow(office, atLocal('2026-06-12', '12:00'))).toEqual({ open: false, next: atLocal('2026-06-15', '10:00') })
    expect(openNow(office, atLocal('2026-04-01', '15:00'))).toEqual({ open: false, next: atLocal('2026-04-07', '10:00') })
    expect(openNow(office, atLocal('2026-06-11', '11:00'), ['2026-06-11', '2026-06-12'])).toEqual({
      open: false,
      next: atLocal('2026-06-15', '10:00'),
    })
  })

  it('answers on holidays where the hours say so', () => {
    const line: WeekHours = { ...everyDay({ from: '11:00', to: '23:00' }), holidays: 'open' }
    expect(openNow(line, atLocal('2026-12-25', '12:00'))).toEqual({ open: true, until: atLocal('2026-12-25', '23:00') })
    expect(openNow({ ...line, holidays: 'closed' }, atLocal('2026-12-25', '12:00'))).toEqual({
      open: false,
      next: atLocal('2026-12-27', '11:00'),
    })
  })

  it('knows hours that go past midnight, also through the night with 25 hours', () => {
    const night = everyDay({ from: '20:00', to: '04:00' })
    expect(openNow(night, atLocal('2026-10-25', '01:00'))).toEqual({ open: true, until: new Date('2026-10-25T03:00:00Z') })
    expect(openNow(night, atLocal('2026-10-25', '04:00'))).toEqual({ open: false, next: atLocal('2026-10-25', '20:00') })
  })

  it('never closes when it never closes, and says so when nothing opens', () => {
    expect(openNow('always', atLocal('2026-12-25', '12:00'), ['2026-12-25'])).toEqual({ open: true, until: null })
    expect(openNow({ ...everyDay({ from: '00:00', to: '24:00' }), holidays: 'open' }, atLocal('2026-06-11', '12:00'))).toEqual({
      open: true,
      until: null,
    })
    expect(openNow({}, atLocal('2026-06-11', '12:00'))).toEqual({ open: false, next: null })
    expect(openNow({ mon: [{ from: '09:00', to: '10:00' }] }, atLocal('2026-06-15', '10:00'))).toEqual({
      open: false,
      next: atLocal('2026-06-22', '09:00'),
    })
  })

  it('B25: what is said stays true until the moment named and changes there', () => {
    const time = fc
      .integer({ min: 0, max: 95 })
      .map(n => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`)
    const spans = fc.array(fc.record({ from: time, to: time }), { maxLength: 3 })
    const hours = fc.record({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: spans, sun: spans })
    const moment = fc.integer({ min: 0, max: 400 * 96 }).map(n => new Date(atLocal('2026-01-01', '00:00').getTime() + n * 900_000))
    fc.assert(
      fc.property(hours, moment, (week, now) => {
        const state = openNow(week, now)
        const change = state.open ? state.until : state.next
        if (!change) return
        expect(change > now).toBe(true)
        expect(openNow(week, change).open).toBe(!state.open)
        expect(openNow(week, new Date(change.getTime() - 1)).open).toBe(state.open)
      }),
    )
  })
})

describe('nextChange', () => {
  it('is the next opening or closing, at the latest the next midnight in Copenhagen', () => {
    expect(nextChange(office, atLocal('2026-06-11', '11:00'))).toEqual(atLocal('2026-06-11', '14:00'))
    expect(nextChange(office, atLocal('2026-06-12', '12:00'))).toEqual(atLocal('2026-06-13', '00:00'))
    expect(nextChange('always', atLocal('2026-10-25', '00:30'))).toEqual(atLocal(addDays('2026-10-25', 1), '00:00'))
  })
})
