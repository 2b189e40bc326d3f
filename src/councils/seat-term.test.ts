// How long a seat is held, above all where not all seats end at once.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths } from '../platform/clock.ts'
import { parseCharter } from './charters/index.ts'
import { seatTerm } from './seat-term.ts'

const procedure = { term: { value: null }, staysUntilSuccessors: { value: null } } as unknown as Parameters<typeof seatTerm>[2]
const half = parseCharter({
  id: 'x',
  term: { kind: 'years', years: 2, staggered: { part: '1/2', every_years: 1 } },
  groups: [{ id: 'a', min: 8, max: 8 }],
})
const end = (seat: number, from: string, since = '2026-01-01', charter = half) =>
  seatTerm(charter.groups[0]!, charter, procedure, [], from, { seat, since }).to

test('A8: with half of the seats up every year, odd seats end first, then even ones, and each then runs two years', () => {
  expect([1, 2, 3, 4].map(seat => end(seat, '2026-01-01'))).toEqual(['2026-12-31', '2027-12-31', '2026-12-31', '2027-12-31'])
  expect(end(1, '2027-01-01')).toBe('2028-12-31')
  expect(end(2, '2028-01-01')).toBe('2029-12-31')
})
test('A8: whoever steps in between serves the rest of the seat’s term', () => {
  expect(end(2, '2026-07-14')).toBe('2027-12-31')
  expect(end(1, '2027-07-14')).toBe('2028-12-31')
})
test('A8: never a term that is over, never longer than the years, and every step some seats end', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 4_000 }),
      fc.constantFrom([1, 2, 1, 2], [1, 3, 1, 3], [1, 4, 1, 4], [1, 2, 2, 4]),
      (seat, days, [x, y, every, years]) => {
        const charter = parseCharter({
          id: 'x',
          term: { kind: 'years', years, staggered: { part: [x, y], every_years: every } },
          groups: [{ id: 'a', max: 12 }],
        })
        const from = addDays('2026-01-01', days)
        const to = end(seat, from, '2026-01-01', charter)!
        expect(to >= from).toBe(true)
        expect(to < addMonths(from, years! * 12)).toBe(true)
        const cohorts = new Set(Array.from({ length: y! }, (_, at) => end(at + 1, '2026-01-01', '2026-01-01', charter)))
        expect(cohorts.size).toBe(y)
      },
    ),
  )
})

test('A8: years counted from 29 February end on the last day of February, neither a day short nor a day long', () => {
  const years = (count: number) => parseCharter({ id: 'x', term: { kind: 'years', years: count }, groups: [{ id: 'a', max: 1 }] })
  expect([1, 2, 3, 4].map(count => end(1, '2028-02-29', '2028-02-29', years(count)))).toEqual([
    '2029-02-28',
    '2030-02-28',
    '2031-02-28',
    '2032-02-28',
  ])
  // Whoever follows the day after begins on the first of March: term after term no day is left out and none is held twice.
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 8 }), (days, count) => {
      const from = addDays('2000-01-01', days)
      const to = end(1, from, from, years(count))!
      const round = `${Number(from.slice(0, 4)) + count}${from.slice(4)}`
      expect(to < round && addDays(to, 1) >= addMonths(from, count * 12)).toBe(true)
    }),
  )
})
