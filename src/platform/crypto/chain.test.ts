// Shows that every planted change of a sealed log is found, and where.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Batch, canonicalRow, sealBatch, verifyChain } from './chain.ts'

function chainOf(content: readonly (readonly string[])[]): Batch[] {
  const batches: Batch[] = []
  for (const rows of content) batches.push({ rows, hash: sealBatch(batches.at(-1)?.hash ?? null, rows) })
  return batches
}
const log = fc.array(fc.array(fc.string({ maxLength: 20 }), { maxLength: 5 }), { minLength: 1, maxLength: 8 })

describe('the chain', () => {
  it('T4: is whole as it was sealed, and its head is the last hash', () => {
    fc.assert(
      fc.property(log, content => {
        const batches = chainOf(content)
        const verdict = verifyChain(batches)
        expect(verdict).toEqual({ ok: true, head: batches.at(-1)!.hash })
        expect(verifyChain(batches, batches[0]!.hash).ok).toBe(true)
      }),
    )
    expect(verifyChain([]).ok).toBe(true)
  })

  it('T4: shows a changed, removed, added or moved row at the first batch that breaks', () => {
    const content = [['a', 'b'], ['c'], [], ['d', 'e', 'f']]
    const planted: [string, (batches: Batch[]) => Batch[], number][] = [
      ['changed', batches => batches.with(1, { ...batches[1]!, rows: ['x'] }), 1],
      ['removed', batches => batches.with(0, { ...batches[0]!, rows: ['a'] }), 0],
      ['added', batches => batches.with(2, { ...batches[2]!, rows: ['new'] }), 2],
      ['moved', batches => batches.with(3, { ...batches[3]!, rows: ['e', 'd', 'f'] }), 3],
      ['joined', batches => batches.with(0, { ...batches[0]!, rows: ['ab'] }), 0],
      ['a letter moved to the next row', batches => batches.with(3, { ...batches[3]!, rows: ['de', '', 'f'] }), 3],
      ['batch removed', batches => batches.toSpliced(1, 1), 1],
      ['batches swapped', batches => [batches[1]!, batches[0]!, ...batches.slice(2)], 0],
      ['sealed again in the middle', batches => batches.with(1, { rows: ['x'], hash: sealBatch(batches[0]!.hash, ['x']) }), 2],
    ]
    for (const [name, plant, at] of planted) expect([name, verifyChain(plant(chainOf(content)))]).toEqual([name, { ok: false, at }])
  })

  it('T4: any change of any row in a random log is found', () => {
    fc.assert(
      fc.property(log, fc.nat(), fc.string({ maxLength: 20 }), (content, pick, text) => {
        const at = pick % content.length
        const rows = content[at]!
        const changed = rows.length === 0 ? [text] : rows.with(pick % rows.length, text)
        fc.pre(changed.join('\u0000') !== rows.join('\u0000') || changed.length !== rows.length)
        const batches = chainOf(content)
        expect(verifyChain(batches.with(at, { ...batches[at]!, rows: changed }))).toEqual({ ok: false, at })
      }),
    )
  })

  it('T16: a chain sealed anew or cut off is found by the head somebody kept', () => {
    const batches = chainOf([['a'], ['b'], ['c']])
    const kept = batches[2]!.hash
    expect(verifyChain(batches.slice(0, 2), kept)).toEqual({ ok: false, at: 2 })
    expect(verifyChain(chainOf([['a'], ['x'], ['c']]), kept)).toEqual({ ok: false, at: 3 })
    expect(verifyChain([...batches, { rows: ['d'], hash: sealBatch(kept, ['d']) }], kept).ok).toBe(true)
  })
})

describe('canonicalRow', () => {
  it('is one text for one row, whatever the order of its fields', () => {
    expect(canonicalRow({ b: 1, a: { d: null, c: ['å', true] }, e: undefined })).toBe('{"a":{"c":["å",true],"d":null},"b":1}')
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))), row => {
        const turned = Object.fromEntries(Object.entries(row).reverse())
        expect(canonicalRow(turned)).toBe(canonicalRow(row))
        expect(canonicalRow(JSON.parse(canonicalRow(row)))).toBe(canonicalRow(row))
      }),
    )
    expect(() => canonicalRow({ a: Number.NaN })).toThrow(RangeError)
  })
})
