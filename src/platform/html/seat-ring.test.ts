// Keeps the promise that chairs neither touch nor leave the drawing, in any council of 5 to 24.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RING_SIZE, type Ring, ringOf } from './seat-ring.ts'

/** Councils of 5 to 24 seats in 1 to 4 groups that stand together. */
const council = fc
  .tuple(fc.integer({ min: 5, max: 24 }), fc.integer({ min: 1, max: 4 }))
  .map(([count, groups]) =>
    Array.from({ length: count }, (_, index) => ({ n: index + 1, group: `g${Math.floor((index * groups) / count)}` })),
  )

const distance = (ring: Ring, a: number, b: number) =>
  Math.hypot(ring.places[a]!.x - ring.places[b]!.x, ring.places[a]!.y - ring.places[b]!.y)

describe('the ring of chairs', () => {
  test('no two chairs touch, and each stands inside the drawing with room for its back and its sign', () => {
    fc.assert(
      fc.property(council, seats => {
        const ring = ringOf(seats)
        ring.places.forEach((place, index) => {
          expect(distance(ring, index, (index + 1) % seats.length)).toBeGreaterThan(ring.chair * 1.1)
          const reach = Math.hypot(place.x - RING_SIZE / 2, place.y - RING_SIZE / 2) + ring.chair * 1.02 + 8
          expect(reach).toBeLessThanOrEqual(RING_SIZE / 2)
          expect(ring.table + ring.chair / 2).toBeLessThan(Math.hypot(place.x - RING_SIZE / 2, place.y - RING_SIZE / 2))
        })
      }),
    )
  })

  test('a gap parts two groups, and only there', () => {
    fc.assert(
      fc.property(council, seats => {
        const ring = ringOf(seats)
        const steps = seats.map((seat, index) => ({
          parts: seat.group !== seats[(index + 1) % seats.length]!.group,
          length: distance(ring, index, (index + 1) % seats.length),
        }))
        const within = steps.filter(step => !step.parts).map(step => step.length)
        for (const { parts, length } of steps) if (parts && within.length > 0) expect(length).toBeGreaterThan(Math.max(...within) * 1.2)
      }),
    )
  })

  test('without groups the first chair is at the top; with groups the top is a gap', () => {
    const seven = Array.from({ length: 7 }, (_, index) => ({ n: index + 1, group: 'one' }))
    expect(ringOf(seven).places[0]).toMatchObject({ turn: 0, x: RING_SIZE / 2 })
    const parted = seven.map(seat => ({ ...seat, group: seat.n > 4 ? 'two' : 'one' }))
    const [first, last] = [ringOf(parted).places[0]!, ringOf(parted).places[6]!]
    expect(first.x - RING_SIZE / 2).toBeCloseTo(RING_SIZE / 2 - last.x, 6)
    expect(first.y).toBeCloseTo(last.y, 6)
  })

  test('a council without seats is an empty table, one seat is one chair', () => {
    expect(ringOf([]).places).toEqual([])
    expect(ringOf([{ n: 1, group: 'one' }]).places).toHaveLength(1)
  })
})
