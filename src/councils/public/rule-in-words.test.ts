// The page's words for a rule ask what the engine's ask: in Danish and English they are the same sentence, whatever the charter.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { dice, randomCharter } from '../../../test/charters/random.ts'
import { LANGS, learn } from '../../platform/i18n.ts'
import { parseCharter, plainRules } from '../charters/index.ts'
import { piecesOf, ruleInWords, standsInWords } from './rule-in-words.ts'

const plain = (sentence: string | null) =>
  piecesOf(sentence ?? '')
    .map(piece => piece.text)
    .join('')
const charters = fc.integer({ min: 1, max: 2 ** 31 }).map(seed => parseCharter(randomCharter(dice(seed))))

beforeAll(async () => {
  for (const lang of LANGS) await learn(lang)
})

describe('rules in the reader’s language', () => {
  test('A29, A30: Danish and English say what the engine says, for every kind of rule', () => {
    const kinds = new Set<string>()
    fc.assert(
      fc.property(charters, charter => {
        for (const lang of ['da', 'en'] as const)
          for (const { atom, meaning, kind } of plainRules(charter, lang)) {
            kinds.add(kind)
            expect(plain(ruleInWords(charter, atom, lang))).toBe(meaning)
          }
      }),
      { numRuns: 120 },
    )
    expect([...kinds].sort()).toEqual(['balance', 'count', 'cover', 'elig', 'every', 'max_same', 'share', 'size', 'total'])
  })

  test('B2f: in the other languages every foreign word is marked, and no number is lost', () => {
    fc.assert(
      fc.property(charters, charter => {
        for (const lang of ['ar', 'tr', 'ur'] as const)
          for (const { atom } of plainRules(charter, 'da')) {
            const sentence = ruleInWords(charter, atom, lang)!
            const own = piecesOf(sentence).filter(piece => piece.lang === null)
            const words = own.map(piece => piece.text).join(' ')
            if (lang === 'tr') expect(words).not.toMatch(/opfylder|meet|mindst|at least/)
            else expect(words).not.toMatch(/[a-zæøå]{2,}/i)
            expect(plain(sentence)).not.toMatch(/[{}\u{E000}-\u{E00F}]/u)
            const numbers = (text: string) => (text.match(/\d+/g) ?? []).sort().join()
            expect(numbers(plain(sentence))).toBe(numbers(plain(ruleInWords(charter, atom, 'da'))))
          }
      }),
      { numRuns: 50 },
    )
  })

  test('A29: what a charter says only in Danish is kept, and marked as Danish', () => {
    const charter = parseCharter({
      id: 'c',
      groups: [{ id: 'member', name: { da: 'Medlemmer', ur: 'اراکین' }, min: 7, max: 7 }],
      rules: [{ id: 'parents', kind: 'count', in: ['member'], who: { attr: 'roles', has: 'parent' }, min: 2 }],
      labels: { 'roles=parent': { da: 'forælder' } },
    })
    expect(piecesOf(ruleInWords(charter, 'parents', 'ur')!)).toEqual([
      { text: 'اراکین میں سے: کم از کم 2 افراد پر یہ صادق آئے: ', lang: null },
      { text: 'forælder', lang: 'da' },
      { text: '۔', lang: null },
    ])
    expect(standsInWords(charter, { atom: 'size:member', groups: ['member'] }, new Map([['member', 4]]), 'ar')).toBe(
      'ينقص 3 أشخاص. العدد الآن 4.',
    )
    expect(standsInWords(charter, { atom: 'size:member', groups: ['member'] }, new Map([['member', 8]]), 'tr')).toBe(
      'Bir kişi fazla. Şu anda 8 kişi var.',
    )
  })
})
