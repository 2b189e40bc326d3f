// Shows that what stands there is found however it is written, and nothing else.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { standsIn, wordsOf } from './search.ts'

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
