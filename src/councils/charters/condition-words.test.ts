// Shows that a condition in words asks what the condition asks, and that nobody has to count brackets.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { udsatteraadData } from '../../../test/charters/udsatteraad.ts'
import type { Charter, Predicate } from './charter.ts'
import { phrase } from './plain.ts'
import { predicateOf } from './predicate.ts'

const charter = { groups: [], rules: [] } as unknown as Charter
const names = ['a', 'b', 'c', 'd']
const { asked } = fc.letrec<{ asked: Predicate }>(tie => ({
  asked: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom(...names).map((attr): Predicate => ({ attr, eq: true })),
    fc.array(tie('asked'), { minLength: 1, maxLength: 3 }).map((all): Predicate => ({ all })),
    fc.array(tie('asked'), { minLength: 1, maxLength: 3 }).map((any): Predicate => ({ any })),
    tie('asked').map((not): Predicate => ({ not })),
  ),
}))
/** What the condition says of each of the sixteen people there can be. */
const truth = (one: Predicate) =>
  Array.from({ length: 16 }, (_, at) => {
    const person = Object.fromEntries(names.map((name, bit) => [name, (at & (1 << bit)) !== 0]))
    return predicateOf(one)({ id: 'x', ...person }) ? 1 : 0
  }).join('')

it('A9: conditions that read the same ask the same, in Danish and in English', () => {
  const known = new Map<string, string>()
  let again = 0
  fc.assert(
    fc.property(asked, one => {
      for (const lang of ['da', 'en'] as const) {
        const words = `${lang} ${phrase(charter, one, lang)}`
        const before = known.get(words)
        if (before !== undefined) again++
        expect(before ?? truth(one), words).toBe(truth(one))
        known.set(words, truth(one))
      }
    }),
    { numRuns: 2_000 },
  )
  expect(again).toBeGreaterThan(200)
})

it('A9: who may sit on the four seats reads as a sentence without brackets', () => {
  const four = udsatteraadData.groups[0]!.eligible as Predicate
  expect(phrase(charter, four, 'da')).toBe(
    'enten bruger, brugerrepræsentant, person med særlig indsigt eller både fra en organisation og lokal, men ikke medlem af kommunalbestyrelsen',
  )
  expect(phrase(charter, four, 'en')).toBe(
    'either user, user representative, person with special insight or both from an organisation and local, but not councillor',
  )
  expect(
    phrase(
      charter,
      {
        not: {
          any: [
            { attr: 'a', eq: true },
            { attr: 'b', eq: true },
          ],
        },
      },
      'da',
    ),
  ).toBe('hverken a eller b')
  expect(phrase(charter, { all: [] }, 'da')).toBe('alle')
})
