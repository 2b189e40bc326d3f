// Shows that receipt codes are evenly spread, forgiving to type, and that mistakes in typing are noticed.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { keysFrom } from './keys.ts'
import {
  carriesReceipt,
  codesIn,
  makeReceipt,
  parseReceipt,
  type ReceiptCode,
  receiptIndex,
  showReceipt,
  spellsReceipt,
} from './receipt.ts'

const keys = keysFrom(Buffer.alloc(32, 3)).of('glostrup')
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const code = fc.integer({ min: 0 }).map(n => makeReceipt(keys, `invented form key ${n}`))
const parsed = (text: string) => {
  const found = parseReceipt(text)
  return found.ok ? found.code : found.fault
}

describe('making codes', () => {
  /** A million in the long run. */
  const COUNT = Number(process.env.RAADSLAG_CODES ?? 100_000)
  let codes: ReceiptCode[]
  beforeAll(() => {
    codes = Array.from({ length: COUNT }, (_, n) => makeReceipt(keys, `invented form key ${n}`))
  })

  it('T2: 100,000 codes never repeat and every symbol is as frequent as every other in every place (chi-square)', () => {
    expect(new Set(codes).size).toBe(COUNT)
    let highest = 0
    for (let place = 0; place < 20; place++) {
      const symbols = place < 19 ? ALPHABET : ALPHABET.slice(0, 31)
      const seen = new Map<string, number>()
      for (const each of codes) seen.set(each[place]!, (seen.get(each[place]!) ?? 0) + 1)
      const expected = COUNT / symbols.length
      const chiSquare = [...symbols].reduce((sum, symbol) => sum + ((seen.get(symbol) ?? 0) - expected) ** 2 / expected, 0)
      // 1 in 100,000 even sources exceed 76 at 31 degrees of freedom; the codes are the same in every run.
      expect(chiSquare).toBeLessThan(76)
      highest = Math.max(highest, chiSquare)
    }
    if (process.env.RAADSLAG_CODES) console.log(`FIGURE ${JSON.stringify({ codes: { count: COUNT, doubles: 0, highest } })}`)
  })

  it('T2: the same test notices a source that is not even (planted)', () => {
    const seen = codes.filter(each => each[0] !== '7' || each[1]! > 'C').map(each => each[0]!)
    const expected = seen.length / 32
    const chiSquare = [...ALPHABET].reduce(
      (sum, symbol) => sum + (seen.filter(each => each === symbol).length - expected) ** 2 / expected,
      0,
    )
    expect(chiSquare).toBeGreaterThan(76)
  })

  it('shows the same code on a retry, and another one elsewhere', () => {
    const formKey = 'invented form key 1'
    expect(makeReceipt(keys, formKey)).toBe(codes[1])
    expect(makeReceipt(keysFrom(Buffer.alloc(32, 3)).of('another'), formKey)).not.toBe(codes[1])
    expect(makeReceipt(keysFrom(Buffer.alloc(32, 4)).of('glostrup'), formKey)).not.toBe(codes[1])
    expect(() => makeReceipt(keys, 'too short')).toThrow(RangeError)
  })

  it('is shown in five groups of four', () => {
    expect(showReceipt(codes[0]!)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
  })
})

describe('reading codes', () => {
  it('accepts the ways people write them', () => {
    fc.assert(
      fc.property(code, each => {
        const shown = showReceipt(each)
        const arabic = each.replace(/\d/g, digit => String.fromCharCode(0x660 + Number(digit)))
        const ways = [
          shown,
          shown.toLowerCase(),
          each,
          ` ${shown.replaceAll('-', ' ')}\n`,
          shown.replaceAll('-', '–'),
          shown.replaceAll('-', ' - '),
          [...each].join(' '),
          each.replaceAll('0', 'O').replaceAll('1', 'l'),
          each.replaceAll('0', 'o').replaceAll('1', 'I'),
          `\u200f${shown}\u200e`,
          arabic,
        ]
        expect(ways.map(parsed)).toEqual(ways.map(() => each))
      }),
    )
  })

  it('answers everything else with the form only, without work on long input', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => parsed(text) === 'format'))
    expect(parsed('')).toBe('format')
    expect(parsed('U'.repeat(20))).toBe('format')
    expect(parsed('0'.repeat(1_000_000))).toBe('format')
    expect(parsed('00000000000000000000')).toBe('00000000000000000000')
  })

  it('notices at least 96 of 100 single wrong symbols, and all but one in 496 in truth', () => {
    let wrong = 0
    let missed = 0
    for (let n = 0; n < 300; n++) {
      const each = makeReceipt(keys, `invented form key ${n}`)
      for (let place = 0; place < 20; place++) {
        for (const symbol of ALPHABET) {
          if (symbol === each[place]) continue
          wrong++
          if (parseReceipt(each.slice(0, place) + symbol + each.slice(place + 1)).ok) missed++
        }
      }
    }
    expect(1 - missed / wrong).toBeGreaterThan(0.99)
  })

  it('notices at least 96 of 100 neighbours that changed places', () => {
    let swapped = 0
    let missed = 0
    for (let n = 0; n < 3_000; n++) {
      const each = makeReceipt(keys, `invented form key ${n}`)
      for (let place = 0; place < 19; place++) {
        if (each[place] === each[place + 1]) continue
        swapped++
        if (parseReceipt(each.slice(0, place) + each[place + 1] + each[place] + each.slice(place + 2)).ok) missed++
      }
    }
    expect(1 - missed / swapped).toBeGreaterThan(0.96)
  })
})

describe('keeping codes', () => {
  it('finds a code by an index that differs by municipality and does not tell the code', () => {
    const each = makeReceipt(keys, 'invented form key 1')
    expect(receiptIndex(keys, each)).toHaveLength(32)
    expect(receiptIndex(keys, each).equals(receiptIndex(keys, each))).toBe(true)
    expect(receiptIndex(keysFrom(Buffer.alloc(32, 3)).of('another'), each).equals(receiptIndex(keys, each))).toBe(false)
    expect(receiptIndex(keys, each).includes(each)).toBe(false)
  })

  it('notices a text that carries its own code', () => {
    fc.assert(
      fc.property(code, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (each, before, after) => {
        expect(carriesReceipt(`${before} ${showReceipt(each).toLowerCase()} ${after}`, each)).toBe(true)
        expect(carriesReceipt(before, each)).toBe(false)
      }),
    )
  })
  it('notices its own code with figures of any kind, among plain letters', () => {
    const kinds = ['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '０１２３４５６７８９', '⁰¹²³⁴⁵⁶⁷⁸⁹']
    fc.assert(
      fc.property(code, fc.constantFrom(...kinds), fc.constantFrom('', 'Jeg vil gerne være med.'), (each, figures, before) => {
        const written = each.replace(/\d/g, figure => figures[Number(figure)]!)
        expect(carriesReceipt(`${before} ${written}.`, each)).toBe(true)
        expect(carriesReceipt(`${before} ${before} ${before}`, each)).toBe(false)
      }),
    )
  })
})

describe('a code inside a text', () => {
  const around = fc.string({ unit: 'grapheme', maxLength: 60 })
  const between = fc.constantFrom('', ' ', '-', '\n', ' – ', '...', '*', ' 🙂 ', '\u200f')

  it('is found however its signs are set apart, and whatever stands around it', () => {
    fc.assert(
      fc.property(code, around, around, between, fc.boolean(), (each, before, after, gap, small) => {
        const written = [...(small ? each.toLowerCase() : each)].join(gap)
        const text = `${before} æ${written}å ${after}`
        expect(spellsReceipt(text, each)).toBe(true)
        expect([...codesIn(text)]).toContain(each)
      }),
    )
  })
  it('is what trying every run of twenty signs finds', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'0123456789abcxyzOILuæ -'), maxLength: 200 })
    fc.assert(
      fc.property(letters, code, (text, each) => {
        const whole = text + each + text
        const signs = [...whole].filter(sign => /[\p{L}\p{N}]/u.test(sign))
        const tried = signs.map((_, at) => parsed(signs.slice(at, at + 20).join(''))).filter(found => found !== 'format')
        expect([...codesIn(whole)]).toEqual(tried)
        expect(tried).toContain(each)
      }),
    )
  })
  it('is not found where one sign is missing or another stands in it', () => {
    fc.assert(
      fc.property(code, fc.integer({ min: 1, max: 18 }), (each, at) => {
        expect(spellsReceipt(each.slice(0, at) + each.slice(at + 1), each)).toBe(false)
        expect([...codesIn(`${each.slice(0, at)}u${each.slice(at)}`)]).not.toContain(each)
      }),
    )
  })
})
