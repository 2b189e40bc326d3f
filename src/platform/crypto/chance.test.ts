// Shows that chance drawn many bytes at a time is handed out once, whole, and evenly.
import { describe, expect, it } from 'vitest'
import { chance } from './chance.ts'

describe('chance', () => {
  it('gives as many bytes as asked for, never the same twice', () => {
    const given = Array.from({ length: 5_000 }, (_, n) => chance(12 + (n % 21)))
    expect(given.every((bytes, n) => bytes.length === 12 + (n % 21))).toBe(true)
    expect(new Set(given.map(bytes => bytes.toString('hex').slice(0, 24))).size).toBe(given.length)
  })

  it('keeps what it gave when more is drawn: nobody else holds those bytes', () => {
    const first = chance(32)
    const copy = first.toString('hex')
    for (let n = 0; n < 1_000; n++) chance(32).fill(0)
    expect(first.toString('hex')).toBe(copy)
  })

  it('is even: no bit leans, across where one draw ends and the next begins', () => {
    const bytes = Buffer.concat(Array.from({ length: 4_000 }, () => chance(25)))
    for (let bit = 0; bit < 8; bit++) {
      const ones = bytes.reduce((sum, byte) => sum + ((byte >> bit) & 1), 0)
      // Six standard deviations of a fair coin thrown 100,000 times.
      expect(Math.abs(ones - bytes.length / 2)).toBeLessThan(950)
    }
  })

  it('refuses sizes it is not made for', () => {
    for (const size of [0, -1, 257, Number.NaN]) expect(() => chance(size)).toThrow(RangeError)
  })
})
