// Deeds take turns: few at once, in order, and a slow one keeps nobody out.
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { turnstile } from './turnstile.ts'

test('never more than so many are under way, everybody comes in, in the order they came', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.oneof(fc.array(fc.nat(3), { maxLength: 20 }), fc.array(fc.constant(3), { maxLength: 20 })),
      async (most, works) => {
        const stile = turnstile(most, 60_000)
        const order: number[] = []
        let under = 0
        let highest = 0
        await Promise.all(
          works.map(async (steps, who) => {
            const leave = await stile.enter()
            order.push(who)
            highest = Math.max(highest, ++under)
            for (let step = 0; step < steps; step++) await null
            under--
            leave()
            leave()
          }),
        )
        expect(order).toEqual(works.map((_, who) => who))
        expect(highest).toBeLessThanOrEqual(most)
        // Whoever has nothing to wait for is gone before the next comes in.
        if (works.every(steps => steps === 3)) expect(highest).toBe(Math.min(most, works.length))
      },
    ),
  )
})

test('whoever takes long does not keep the others from coming in', async () => {
  const stile = turnstile(1, 20)
  const slow = await stile.enter()
  const came: string[] = []
  const comes = async (who: string) => {
    const leave = await stile.enter()
    came.push(who)
    return leave
  }
  const second = comes('second')
  const third = comes('third')
  await pause(5)
  expect(came).toEqual([])
  await second
  expect(came).toEqual(['second'])
  // The slow one ends at last: it has no turn left to hand on.
  slow()
  await pause(5)
  expect(came).toEqual(['second'])
  ;(await second)()
  ;(await third)()
  expect(came).toEqual(['second', 'third'])
  ;(await stile.enter())()
})
