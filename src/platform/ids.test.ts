// Shows that identities sort by time, never repeat, and that only our own form is recognised.
import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { type Id, isId, uuid4, uuid7 } from './ids.ts'

const moment = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })

describe('uuid7', () => {
  it('carries the time given and is recognised', () => {
    fc.assert(
      fc.property(moment, now => {
        const id = uuid7(now)
        expect(isId(id)).toBe(true)
        expect(id[14]).toBe('7')
        expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(now.getTime())
      }),
    )
  })

  it('sorts by time, whatever the order of making', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        fc.pre(a.getTime() !== b.getTime())
        expect(uuid7(a) < uuid7(b)).toBe(a.getTime() < b.getTime())
      }),
    )
  })

  it('keeps the order of making within one millisecond and never repeats', () => {
    const now = new Date('2026-10-25T01:30:00Z')
    const made = Array.from({ length: 50_000 }, () => uuid7(now))
    expect(made).toEqual([...made].sort())
    expect(new Set(made).size).toBe(made.length)
  })

  it('stays unique when the clock jumps back and forth (R13)', () => {
    const made = Array.from({ length: 20_000 }, (_, n) => uuid7(new Date(1_700_000_000_000 - (n % 7) * 3_600_000)))
    expect(new Set(made).size).toBe(made.length)
  })

  it('refuses a time it cannot write', () => {
    expect(() => uuid7(new Date(-1))).toThrow(RangeError)
    expect(() => uuid7(new Date(Number.NaN))).toThrow(RangeError)
  })
})

describe('uuid4', () => {
  it('tells nothing about when it was made', () => {
    const made = Array.from({ length: 1_000 }, () => uuid4())
    expect(made.every(id => isId(id) && id[14] === '4')).toBe(true)
    expect(new Set(made.map(id => id.slice(0, 4))).size).toBeGreaterThan(900)
  })
})

describe('isId', () => {
  it('refuses everything but our own form', () => {
    const good = uuid4()
    const not = [
      good.toUpperCase(),
      ` ${good}`,
      `${good}\n`,
      good.slice(1),
      '',
      null,
      7,
      '00000000-0000-0000-0000-000000000000',
      `${good}'--`,
    ]
    expect(not.filter(isId)).toEqual([])
    fc.assert(fc.property(fc.string(), text => !isId(text)))
  })

  it('keeps the kinds of things apart by type', () => {
    expectTypeOf<Id<'seat'>>().not.toExtend<Id<'council'>>()
    expectTypeOf<string>().toExtend<Id<'seat'>>()
  })
})
