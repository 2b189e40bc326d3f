// Shows that tokens are long, kept as hashes only, and that none fits what it was not made for.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keysFrom } from './keys.ts'
import { newToken, sameSecret, shortToken, shortTokenFits, tokenHash } from './token.ts'

const keys = keysFrom(Buffer.alloc(32, 3)).of('glostrup')

describe('tokens in links and sessions', () => {
  it('have at least 128 bits, fit an address, and are found by their hash', () => {
    const made = Array.from({ length: 2_000 }, () => newToken())
    expect(new Set(made.map(each => each.token)).size).toBe(2_000)
    for (const { token, hash } of made) {
      expect(token).toMatch(/^[A-Za-z0-9_-]{32}$/)
      expect(tokenHash(token)).toEqual(hash)
      expect(hash.includes(Buffer.from(token))).toBe(false)
    }
    expect(newToken(128).token).toHaveLength(22)
    expect(() => newToken(64)).toThrow(RangeError)
  })

  it('are looked up only when they can be ours', () => {
    for (const text of ['', 'short', `${newToken().token}\n`, `${newToken().token}'--`, 'å'.repeat(32), 'a'.repeat(129)])
      expect(tokenHash(text)).toBeNull()
  })
})

describe('short tokens in mail addresses', () => {
  it('have 80 bits in letters that survive a change of case', () => {
    const token = shortToken(keys, 'thread', 'letter 1')
    expect(token).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/)
    expect(shortTokenFits(keys, 'thread', 'letter 1', token.toUpperCase())).toBe(true)
  })

  it('fit nothing else', () => {
    const token = shortToken(keys, 'thread', 'letter 1')
    expect(shortTokenFits(keys, 'thread', 'letter 2', token)).toBe(false)
    expect(shortTokenFits(keys, 'bounce', 'letter 1', token)).toBe(false)
    expect(shortTokenFits(keysFrom(Buffer.alloc(32, 3)).of('another'), 'thread', 'letter 1', token)).toBe(false)
    expect(shortTokenFits(keys, 'thread', 'letter 1', token.slice(1))).toBe(false)
    expect(shortTokenFits(keys, 'thread', 'letter 1', '')).toBe(false)
    expect(shortToken(keys, 'a","b', 'c')).not.toBe(shortToken(keys, 'a', 'b","c'))
  })
})

describe('sameSecret', () => {
  it('agrees with equality, whatever the lengths', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => sameSecret(a, b) === (a === b) && sameSecret(a, a)))
    expect(sameSecret('ab', Buffer.from('ab'))).toBe(true)
    expect(sameSecret(Buffer.from([1, 2]), Buffer.from([1, 2, 0]))).toBe(false)
  })
})
