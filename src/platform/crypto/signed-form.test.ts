// Shows that a form's mark tells people from robots, keeps its key over a retry, and cannot be made by anybody else.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keysFrom } from './keys.ts'
import { makeReceipt } from './receipt.ts'
import { FASTEST, LONGEST, markForm, readMark } from './signed-form.ts'

const keys = keysFrom(Buffer.alloc(32, 3)).of('glostrup')
const shown = new Date('2026-10-25T00:30:00Z')
const aged = (milliseconds: number) => new Date(shown.getTime() + milliseconds)
const verdict = (mark: string, now: Date, form = 'nominate') => readMark(keys, form, mark, now).verdict

describe('the mark of a form', () => {
  it('tells too fast, right and stale apart at the very millisecond', () => {
    const mark = markForm(keys, 'nominate', shown)
    const found = [0, FASTEST - 1, FASTEST, LONGEST, LONGEST + 1].map(age => verdict(mark, aged(age)))
    expect(found).toEqual(['too-fast', 'too-fast', 'ok', 'ok', 'stale'])
  })

  it('does not punish people when our clock jumps back an hour (R13)', () => {
    expect(verdict(markForm(keys, 'nominate', shown), aged(-3_600_000))).toBe('ok')
    expect(verdict(markForm(keys, 'nominate', shown), aged(-1_000))).toBe('too-fast')
  })

  it('carries one secret key, the same on every retry, good for a receipt code', () => {
    const mark = markForm(keys, 'nominate', shown)
    const first = readMark(keys, 'nominate', mark, aged(5_000))
    const retry = readMark(keys, 'nominate', mark, aged(60_000))
    if (first.verdict !== 'ok' || retry.verdict !== 'ok') throw new Error('refused')
    expect(retry.formKey).toBe(first.formKey)
    expect(first.shownAt).toEqual(shown)
    expect(makeReceipt(keys, first.formKey)).toBe(makeReceipt(keys, retry.formKey))
    const others = Array.from({ length: 1_000 }, () => markForm(keys, 'nominate', shown).split('.')[1])
    expect(new Set(others).size).toBe(1_000)
  })

  it('is forged in another form, another municipality, or with another key file', () => {
    const mark = markForm(keys, 'nominate', shown)
    expect(verdict(mark, aged(5_000), 'tell')).toBe('forged')
    expect(readMark(keysFrom(Buffer.alloc(32, 3)).of('another'), 'nominate', mark, aged(5_000)).verdict).toBe('forged')
    expect(readMark(keysFrom(Buffer.alloc(32, 4)).of('glostrup'), 'nominate', mark, aged(5_000)).verdict).toBe('forged')
  })

  it('is forged after any change of one character', () => {
    const mark = markForm(keys, 'nominate', shown)
    fc.assert(
      fc.property(fc.nat(mark.length - 1), fc.constantFrom(...'0aZ_-.'), (at, symbol) => {
        const changed = mark.slice(0, at) + symbol + mark.slice(at + 1)
        // The last symbol of base64url has spare bits; they change the text, never what was signed, and are refused all the same.
        expect(verdict(changed, aged(5_000))).toBe(changed === mark ? 'ok' : 'forged')
      }),
    )
    for (const text of ['', '1...', mark.slice(1), `${mark}x`, `${mark}\n`, mark.repeat(1_000)])
      expect(verdict(text, aged(5_000))).toBe('forged')
  })
})
