// A5: a hand-over waits to be seen, for nobody in vain and never past the day that was promised.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, atLocal, type LocalDate } from '../platform/clock.ts'
import { type Announced, isTime, waits, waitsUntil } from './hand-over.ts'
import { replies } from './voice.ts'

const today: LocalDate = '2026-11-09'
const announced: fc.Arbitrary<Announced> = fc.record({
  urgent: fc.boolean(),
  ownerHere: fc.boolean(),
  toSelf: fc.boolean(),
  way: fc.constantFrom(...replies),
  today: fc.constant(today),
  by: fc.integer({ min: 0, max: 60 }).map(days => addDays(today, days)),
  nextWorkingDay: fc.integer({ min: 1, max: 6 }).map(days => addDays(today, days)),
})

it('A5 A6: it waits only where somebody can see it, is in no hurry and has a human meanwhile; never past the promised day or the next working day', () => {
  let waiting = 0
  fc.assert(
    fc.property(announced, one => {
      const until = waitsUntil(one)
      if (until === null) return
      waiting++
      expect([one.urgent, one.ownerHere, one.toSelf]).toEqual([false, true, false])
      expect(['code', 'email']).toContain(one.way)
      expect(until > today && until <= one.by && until <= one.nextWorkingDay).toBe(true)
    }),
    { numRuns: 1_000 },
  )
  expect(waiting).toBeGreaterThan(5)
})

it('A5 A6: whatever is announced is carried out by the end of its last day, and by nothing once it was taken or taken back', () => {
  const day = fc.option(fc.constantFrom(today, addDays(today, 1)), { nil: null })
  fc.assert(
    fc.property(fc.option(fc.uuid(), { nil: null }), day, day, day, (to_person, takes_on, taken_on, back_on) => {
      const one = { to_person, takes_on, taken_on, back_on }
      const over = atLocal(addDays(today, 1), '16:00')
      expect(isTime(one, over)).toBe(waits(one))
      if (takes_on === null) expect(waits(one)).toBe(false)
      if (takes_on !== null) expect(isTime(one, atLocal(takes_on, '15:59'))).toBe(waits(one) && false)
    }),
  )
})
