// Shows that what stands there is found however it is written, and nothing else.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { finderOf, standsIn, wordsOf } from './search.ts'

it('finds words in any order, in any writing, over several lines', () => {
  const texts = ['Jeg sover i en TRAPPEOPGANG på Opdigtet Allé', 'أنام في الدرج', 'Ærø']
  for (const question of ['trappeopgang', 'allé  trappeopgang', 'ÆRØ', 'الدرج', 'opgang sov'])
    expect(standsIn(wordsOf(question), texts), question).toBe(true)
  for (const question of ['kælder', 'trappeopgang kælder', '', ' ', 'x']) expect(standsIn(wordsOf(question), texts), question).toBe(false)
})
it('whatever was written is found by any piece of it that is long enough', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', minLength: 2, maxLength: 20 }), { minLength: 1, maxLength: 5 }),
      fc.nat(),
      (texts, at) => {
        const words = wordsOf(texts[at % texts.length]!)
        fc.pre(words.length > 0)
        expect(standsIn(words, texts)).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
})

/** Whether the finder finds every word in these texts, one after the other. */
const findsIn = (words: readonly string[], texts: readonly Buffer[]) => {
  const finder = finderOf(words)
  return texts.reduce((seen, text) => seen | finder.in(text), 0) === finder.all
}
const kept = (texts: readonly string[]) => texts.map(text => Buffer.from(text, 'utf8'))
/** Every sign that Latin letters come from, and some that look like them, stand for them, or are written in two pieces. */
const latin = Array.from({ length: 0x250 }, (_, code) => String.fromCodePoint(code)).filter(sign => sign.trim() !== '')
const odd = [
  'e\u0301',
  'A\u030a',
  'ﬁ',
  'Ａ',
  'K',
  '²',
  'ß',
  'ẞ',
  'İ',
  'Σ',
  'ς',
  'ŉ',
  'ſ',
  '“',
  '–',
  '…',
  'ن',
  '字',
  '😀',
  '\u00ad',
  '\u00a0',
]

it('finds in bytes what it finds in text, however it is written and composed', () => {
  const sign = fc.oneof(
    fc.constantFrom(...latin),
    fc.constantFrom(...odd),
    fc.constantFrom(...'aåeé sS\n'),
    fc.string({ unit: 'grapheme' }),
  )
  const text = fc.array(sign, { maxLength: 12 }).map(signs => signs.join(''))
  let found = 0
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), text, fc.nat(), fc.boolean(), (texts, other, at, within) => {
      const whole = texts[at % Math.max(1, texts.length)] ?? ''
      const question = within
        ? [...whole]
            .slice(at % 5, (at % 5) + 4)
            .join('')
            .toUpperCase()
        : other
      const words = wordsOf(question)
      const here = findsIn(words, kept(texts))
      if (here) found++
      expect(here, JSON.stringify([texts, question])).toBe(
        standsIn(
          words,
          texts.map(one => Buffer.from(one).toString()),
        ),
      )
    }),
    { numRuns: 3_000 },
  )
  expect(found).toBeGreaterThan(100)
})
it('finds every Latin letter beside others, large or small, in one piece or in two', () => {
  for (const letter of latin)
    for (const question of [`x${letter}x`, `x${letter.toUpperCase()}x`, `x${letter.normalize('NFD')}x`]) {
      const words = wordsOf(question)
      const text = `Her står X${letter}X i midten`
      const there = standsIn(words, [text])
      expect(findsIn(words, kept([text])), question).toBe(there)
    }
  expect(findsIn(wordsOf('CAFÉ på Ærø'), kept(['Cafe\u0301en pa\u030a havnen', 'ærø']))).toBe(true)
  expect(findsIn(wordsOf('café'), kept(['cafe']))).toBe(false)
  expect(findsIn([], kept(['']))).toBe(false)
})
