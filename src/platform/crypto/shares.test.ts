// Shows that any few parts give the key back, that fewer say nothing, and that no mistake in copying goes unnoticed.
import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinSecret, ShareFault, splitSecret } from './shares.ts'

const mark = 'c0ffee00aabbccdd'
const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 })
const shapes = fc
  .integer({ min: 2, max: 8 })
  .chain(needed => fc.record({ needed: fc.constant(needed), parts: fc.integer({ min: needed, max: 12 }) }))

describe('T15: the key in parts', () => {
  it('comes back from any that are enough, in any order, however they are written', () => {
    fc.assert(
      fc.property(secrets, shapes, fc.infiniteStream(fc.nat()), (secret, shape, chosen) => {
        const all = splitSecret(secret, { ...shape, mark })
        const rest = [...all]
        const some = Array.from({ length: shape.needed }, () => rest.splice(chosen.next().value % rest.length, 1)[0]!)
        const typed = some.map((part, at) =>
          at % 2 ? part.toLowerCase().replaceAll('-', ' ') : part.replaceAll('0', 'O').replaceAll('1', 'l'),
        )
        const joined = joinSecret(typed)
        expect(joined.secret.equals(secret)).toBe(true)
        expect(joined.mark).toBe(mark.slice(0, 8))
      }),
      { numRuns: 150 },
    )
  })

  it('fewer than enough are refused, also when one is given twice', () => {
    fc.assert(
      fc.property(secrets, shapes, (secret, shape) => {
        const all = splitSecret(secret, { ...shape, mark }).slice(0, shape.needed - 1)
        expect(() => joinSecret([...all, all[0]!])).toThrow(ShareFault)
      }),
      { numRuns: 60 },
    )
  })

  /** How unevenly the bytes of the first part fall over many splits of one secret: chi-square over 256 values. */
  const unevenness = (random?: (size: number) => Uint8Array) => {
    const counts = new Array<number>(256).fill(0)
    const secret = new Uint8Array(32).fill(7)
    const runs = 800
    for (let n = 0; n < runs; n++)
      for (const byte of pointOf(splitSecret(secret, { parts: 2, needed: 2, mark, ...(random ? { random } : {}) })[0]!)) counts[byte]!++
    const even = (runs * 32) / 256
    return counts.reduce((sum, count) => sum + (count - even) ** 2 / even, 0)
  }
  it('one part of two says nothing: it falls evenly over everything it can be; a source that is not random would be noticed', {
    timeout: 60_000,
  }, () => {
    // 255 degrees of freedom: beyond 400 once in ten million.
    expect(unevenness()).toBeLessThan(400)
    let n = 0
    expect(
      unevenness(size =>
        createHash('sha512')
          .update(String(n++ % 50))
          .digest()
          .subarray(0, size),
      ),
    ).toBeGreaterThan(400)
    // The fault everybody fears: without chance the part is the secret itself.
    expect([
      ...pointOf(splitSecret(new Uint8Array(32).fill(7), { parts: 2, needed: 2, mark, random: size => new Uint8Array(size) })[0]!),
    ]).toEqual(new Array(32).fill(7))
  })

  it('a sign copied wrong, two that changed places, and a part of another key are noticed', () => {
    fc.assert(
      fc.property(secrets, fc.nat({ max: 68 }), fc.integer({ min: 1, max: 31 }), (secret, at, by) => {
        const [one, two] = splitSecret(secret, { parts: 3, needed: 2, mark }) as [string, string]
        const signs = [...one.replaceAll('-', '')]
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
        signs[at] = alphabet[(alphabet.indexOf(signs[at]!) + by) % 32]!
        // The very last sign carries one bit of padding that says nothing.
        let same = false
        try {
          same = joinSecret([signs.join(''), two]).secret.equals(secret)
        } catch (error) {
          expect(error).toBeInstanceOf(ShareFault)
          same = true
        }
        expect(same).toBe(true)
        const other = splitSecret(randomBytes(32), { parts: 2, needed: 2, mark: '00112233' })
        expect(() => joinSecret([one, other[1]!])).toThrow('another key')
      }),
      { numRuns: 150 },
    )
  })
  it('says how many parts can be made', () => {
    for (const [parts, needed] of [
      [1, 1],
      [3, 1],
      [2, 3],
      [17, 2],
      [3, 1.5],
    ] as const)
      expect(() => splitSecret(new Uint8Array(32), { parts, needed, mark })).toThrow(ShareFault)
  })
})

/** The point in a part, read as paper is: 3 bytes and the mark stand before it. */
function pointOf(part: string): Buffer {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const bits = [...part.replaceAll('-', '')].reduce((sum, sign) => (sum << 5n) | BigInt(alphabet.indexOf(sign)), 0n) >> 1n
  return Buffer.from(bits.toString(16).padStart(86, '0'), 'hex').subarray(7, 39)
}
