// Shows that guessing is slowed and that nobody is refused, however many try.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createGuesses, longest } from './guesses.ts'

it('T2: the wait never falls while failures come in, never passes the longest, and nobody is refused', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 800 }), steps => {
      const guesses = createGuesses()
      let now = 1_000_000
      const waits = steps.map(step => {
        now += step
        return guesses.take('a', now).wait
      })
      expect(waits.every(wait => wait >= 0 && wait <= longest)).toBe(true)
      if (now - 1_000_000 < 60_000) expect(waits.every((wait, n) => n === 0 || wait >= waits[n - 1]!)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

it('T2: the wait grows with the failures, and after a quiet minute it is gone', () => {
  const guesses = createGuesses()
  const waits = Array.from({ length: 60 }, () => guesses.take('a', 1_000).wait)
  expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0])
  expect(waits.at(-1)).toBe(longest)
  expect(guesses.take('a', 2_000).wait).toBe(longest)
  expect(guesses.take('b', 2_000).wait).toBe(0)
  expect(guesses.take('a', 62_001).wait).toBe(0)
})

it('who has a code is not counted as guessing', () => {
  const guesses = createGuesses()
  for (let n = 0; n < 500; n++) guesses.giveBack('a', guesses.take('a', 5_000).ticket)
  expect(guesses.take('a', 5_000).wait).toBe(0)
})
