// Shows that guessing is slowed and bounded, and that waiting a minute always helps.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { budget, createGuesses } from './guesses.ts'

it('T2: never more than the budget in any minute, however many try', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 600 }), steps => {
      const guesses = createGuesses()
      const looked: number[] = []
      let now = 1_000_000
      for (const step of steps) {
        now += step
        if (guesses.take('a', now)) looked.push(now)
      }
      for (const at of looked) expect(looked.filter(other => other > at - 60_000 && other <= at).length).toBeLessThanOrEqual(budget)
    }),
    { numRuns: 60 },
  )
})

it('T2: the delay grows with the failures, and after a quiet minute it is gone', () => {
  const guesses = createGuesses()
  const waits = Array.from({ length: budget }, () => guesses.take('a', 1_000)!.wait)
  expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0])
  expect(waits.every((wait, n) => n === 0 || wait >= waits[n - 1]!)).toBe(true)
  expect(waits.at(-1)).toBe(15_000)
  expect(guesses.take('a', 2_000)).toBeNull()
  expect(guesses.take('b', 2_000)?.wait).toBe(0)
  expect(guesses.take('a', 62_000)?.wait).toBe(0)
})

it('who has a code is not counted as guessing', () => {
  const guesses = createGuesses()
  for (let n = 0; n < 500; n++) guesses.giveBack('a', guesses.take('a', 5_000)!.ticket)
  expect(guesses.take('a', 5_000)?.wait).toBe(0)
})
