// Keeps the promise that every language has the same texts with the same places, and that Danish keeps the words of the house.
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { LANGS, type Lang } from '../i18n.ts'
import { type FrameKey, say, weave } from './say.ts'
import { ar } from './words/ar.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'
import { tr } from './words/tr.ts'
import { ur } from './words/ur.ts'

interface Part {
  type: number
  value?: string
  options?: Record<string, { value: Part[] }>
}
const PLAIN_TEXT = 0
const HASH = 7

/** The names of the places in a text, also of those inside a plural. */
function placesIn(parts: Part[]): string[] {
  return parts
    .filter(part => part.type !== PLAIN_TEXT && part.type !== HASH)
    .flatMap(part => [part.value!, ...Object.values(part.options ?? {}).flatMap(option => placesIn(option.value))])
}
/** A language may leave out the count that only chooses between singular and plural. */
const placesOf = (text: string) =>
  [...new Set(placesIn(new IntlMessageFormat(text, 'da').getAst() as Part[]))].filter(name => name !== 'seats').sort()

describe('the words of the frame', () => {
  test.each([
    ['en', en],
    ['ar', ar],
    ['tr', tr],
    ['ur', ur],
  ] as [Lang, Partial<Record<FrameKey, string>>][])('%s fills every place that Danish fills', (_, words) => {
    for (const [key, text] of Object.entries(words)) {
      expect(text, key).not.toBe('')
      expect(placesOf(text), key).toEqual(placesOf(da[key as FrameKey]))
    }
  })

  test('every text can be said in every language', () => {
    const params = {
      municipality: 'm',
      fillsIn: 'f',
      name: 'n',
      deputy: 'd',
      until: '15',
      next: 'x',
      from: '9',
      to: '15',
      by: 'b',
      on: 'o',
      count: 2,
    }
    const more = { current: 1, total: 3, filled: 2, seats: 2, list: '1–2', state: 's', group: 'g', n: 1 }
    for (const lang of LANGS)
      for (const key of Object.keys(da) as FrameKey[]) expect(say(lang, key, { ...params, ...more })).not.toMatch(/[{}]/)
  })

  test('a voice is never called "stemme", and nobody is a label', () => {
    for (const [key, text] of Object.entries(da)) expect(text, key).not.toMatch(/stemme|de hjemløse|misbruger|\bsvag/i)
  })

  test('markup inside a sentence goes where the language wants it', () => {
    expect(weave({ deputy: 'D', name: 'N' }, tokens => say('da', 'human.deputy', tokens))).toEqual([
      'Når ',
      'N',
      ' er væk, svarer ',
      'D',
      '.',
    ])
  })
})
