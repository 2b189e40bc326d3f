// Shows that nothing is erased while somebody waits for an answer, and that the longest period wins.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../platform/clock.ts'
import { isOpen, states } from './nomination.ts'
import { announced, type Ended, eraseOn, unansweredDays, unansweredOn } from './retention.ts'

const rules = new Map([
  ['candidate_not_appointed', { keepDays: 180, warnDays: 30 }],
  ['candidate_reserve', { keepDays: 1461, warnDays: 60 }],
])
const ended = fc.record({
  state: fc.constantFrom(...states),
  closedOn: fc.integer({ min: 0, max: 3_000 }).map(days => addDays('2026-01-01', days)),
  answered: fc.boolean(),
})

it('A37: never while something is open, unanswered, or a seat hangs on it', () => {
  fc.assert(
    fc.property(fc.array(ended, { minLength: 1, maxLength: 4 }), list => {
      const day = eraseOn(list, rules)
      const held = list.some(one => isOpen(one.state) || one.state === 'appointed' || (!one.answered && one.state !== 'withdrawn'))
      expect(day === null).toBe(held)
      if (day) for (const one of list) expect(day.on >= addDays(one.closedOn, 180)).toBe(true)
    }),
  )
})

it('the longest period wins, and a period without an end keeps', () => {
  const no: Ended = { state: 'not_this_time', closedOn: '2026-03-01', answered: true }
  const reserve: Ended = { state: 'reserve', closedOn: '2026-03-01', answered: true }
  expect(eraseOn([no], rules)).toEqual({ on: '2026-08-28', warnDays: 30 })
  expect(eraseOn([no, reserve], rules)).toEqual({ on: '2030-03-01', warnDays: 60 })
  expect(eraseOn([no], new Map([['candidate_not_appointed', { keepDays: null, warnDays: 0 }]]))).toBeNull()
  expect(eraseOn([], rules)).toBeNull()
  // Who asked to be kept has a whole period from that day, and what was announced before it is announced anew.
  const end = eraseOn([no], rules, '2026-08-10')!
  expect(end).toEqual({ on: '2027-02-06', warnDays: 30 })
  expect(
    [null, '2026-07-29', '2027-01-06', '2027-01-07'].map(day => announced(end, day === null ? null : new Date(`${day}T09:00:00Z`))),
  ).toEqual([false, false, false, true])
})

it('A31: who does not answer is kept for the shorter of the promise and the period, and a promise alone holds where no period is set', () => {
  const days = fc.integer({ min: 1, max: 400 })
  fc.assert(
    fc.property(days, fc.option(days), (promised, keepDays) => {
      const kept = unansweredDays(promised, new Map([['suggestion_unanswered', { keepDays, warnDays: 0 }]]))
      expect(kept <= promised && kept <= (keepDays ?? promised)).toBe(true)
      expect([promised, keepDays]).toContain(kept)
      expect(unansweredDays(promised, new Map())).toBe(promised)
      expect(unansweredOn('2026-11-09', { unanswered: kept })).toBe(addDays('2026-11-09', kept))
    }),
  )
})
