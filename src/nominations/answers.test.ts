// What is missing on the pages of a nomination: the least that is needed, and answers that gainsay each other.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answers, none, shortcomings } from './answers.ts'
import type { Offer } from './offer.ts'

const offer = { kinds: [{ key: 'roles=user' }, { key: 'ties=school_board' }], residence: null } as unknown as Offer
const answers = (more: Partial<Answers>) =>
  ({ forWhom: 'self', councils: ['a'], name: 'Opdigtet Ada', declared: [], ties: [], ...more }) as unknown as Answers
const faulty = (more: Partial<Answers>) => shortcomings('who', answers(more), offer, ['a']).map(one => one.field)

test('A36: a name is anything somebody can be called by, in any script; signs nobody can see are no name', () => {
  for (const name of ['Bo', 'عائشة', 'ሰላም', '李', 'X Æ 12', '5']) expect(faulty({ name }), name).toEqual([])
  for (const name of ['', '\u200b', '\u202e\u00a0', '…', '🌷']) expect(faulty({ name }), JSON.stringify(name)).toEqual(['name'])
})

test('A30: "none of these" beside something that fits is asked about, never kept as both', () => {
  const keys = ['roles=user', 'ties=school_board', 'from-another-council']
  fc.assert(
    fc.property(fc.subarray([...keys, none]), declared => {
      const both = declared.includes(none) && declared.some(key => key === keys[0] || key === keys[1])
      expect(faulty({ declared })).toEqual(both ? ['declared'] : [])
    }),
  )
})
