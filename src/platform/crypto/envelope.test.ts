// Shows that sealed values open in their own place only, and that every planted change is noticed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newDek, open, openText, SealBroken, type SealedAt, seal, unwrapDek, wrapDek } from './envelope.ts'
import { keysFrom } from './keys.ts'

const keys = keysFrom(Buffer.alloc(32, 1)).of('glostrup')
const other = keysFrom(Buffer.alloc(32, 1)).of('another')
const place: SealedAt = { municipality: 'glostrup', table: 'voice', column: 'words', row: 'r1', version: 1 }
const text = 'Jeg vil gerne være med. أريد أن أشارك 👍'

describe('seal and open', () => {
  it('gives back exactly what was sealed, text or bytes', () => {
    const dek = newDek()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), bytes => {
        expect(new Uint8Array(open(dek, place, seal(dek, place, bytes)))).toEqual(bytes)
      }),
    )
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), words => openText(dek, place, seal(dek, place, words)) === words))
    expect(openText(dek, place, seal(dek, place, ''))).toBe('')
  })

  it('never looks the same twice and shows nothing of the words', () => {
    const dek = newDek()
    const sealed = Array.from({ length: 200 }, () => seal(dek, place, text).toString('hex'))
    expect(new Set(sealed).size).toBe(200)
    expect(new Set(sealed.map(each => each.slice(2, 26))).size).toBe(200)
    expect(Buffer.from(sealed[0]!, 'hex').includes('være med')).toBe(false)
    expect(sealed[0]!.slice(0, 2)).toBe('01')
  })

  it('opens in no other place: a swapped row, column, table, municipality or version is noticed', () => {
    const dek = newDek()
    const sealed = seal(dek, place, text)
    const elsewhere: Partial<SealedAt>[] = [
      { row: 'r2' },
      { column: 'note' },
      { table: 'candidate' },
      { municipality: 'another' },
      { version: 2 },
    ]
    for (const change of elsewhere) expect(() => open(dek, { ...place, ...change }, sealed)).toThrow(SealBroken)
    expect(openText(dek, place, sealed)).toBe(text)
  })

  it('keeps places apart whose parts run together', () => {
    const dek = newDek()
    const sealed = seal(dek, { ...place, table: 'a', column: 'b|c' }, text)
    expect(() => open(dek, { ...place, table: 'a|b', column: 'c' }, sealed)).toThrow(SealBroken)
    expect(() => open(dek, { ...place, table: 'a","b', column: 'c' }, seal(dek, { ...place, table: 'a', column: 'b","c' }, text))).toThrow(
      SealBroken,
    )
  })

  it('notices every changed bit and every shortening', () => {
    const dek = newDek()
    const sealed = seal(dek, place, 'kort')
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      expect(() => open(dek, place, changed)).toThrow(SealBroken)
    }
    for (let length = 0; length < sealed.length; length++) expect(() => open(dek, place, sealed.subarray(0, length))).toThrow(SealBroken)
  })

  it('says which column in its error, never which row or what words', () => {
    try {
      open(newDek(), place, seal(newDek(), place, text))
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(SealBroken)
      expect((error as SealBroken).place).toBe('voice.words')
      expect(String(error)).not.toMatch(/r1|være/)
    }
  })
})

describe('data keys', () => {
  it('come back for their own owner and municipality only', () => {
    const dek = newDek()
    const wrapped = wrapDek(keys, 'case 1', dek)
    expect(unwrapDek(keys, 'case 1', wrapped).equals(dek)).toBe(true)
    expect(wrapped.includes(dek.export())).toBe(false)
    expect(() => unwrapDek(keys, 'case 2', wrapped)).toThrow(SealBroken)
    expect(() => unwrapDek(other, 'case 1', wrapped)).toThrow(SealBroken)
    expect(() => unwrapDek(keysFrom(Buffer.alloc(32, 2)).of('glostrup'), 'case 1', wrapped)).toThrow(SealBroken)
    expect(() => unwrapDek(keys, 'case 1', seal(keys.kek, place, dek.export()))).toThrow(SealBroken)
  })

  it('T15: without the wrapped key nothing opens', () => {
    const [dek, sealed] = [newDek(), seal(newDek(), place, text)]
    expect(() => open(dek, place, sealed)).toThrow(SealBroken)
  })
})
