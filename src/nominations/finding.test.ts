// The words of a search, in the ways they may have been written.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchSpellings, searchWords, wordsOf } from './finding.ts'

/** Whether a search for `asked` finds somebody called `name`: every word of it begins one of theirs. */
const finds = (asked: string, name: string) => {
  const kept = wordsOf(name)
  return searchSpellings(asked).every(ways => ways.some(way => kept.some(word => word.startsWith(way))))
}

test('A30: a name is found however its å, æ and ø are written', () => {
  for (const [asked, name] of [
    ['Aagaard', 'Kirsten Ågård'],
    ['ågård', 'Kirsten Aagaard'],
    ['aage', 'Åge Opdigtet'],
    ['ÅGE', 'Aage Opdigtet'],
    ['soerensen', 'Bo Sørensen'],
    ['sørensen', 'Bo Soerensen'],
    ['kjaer', 'Mona Kjær'],
    ['kjær', 'Mona Kjaer'],
  ] as const)
    expect(finds(asked, name), `${asked} → ${name}`).toBe(true)
  expect(finds('aa', 'Agnes Opdigtet')).toBe(false)
})

test('A30: whoever was found before is found as before, and nobody can ask for a thousand words', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aåæøeon éمß -0'), maxLength: 40 }), text => {
      const spellings = searchSpellings(text)
      expect(spellings.map(([first]) => first)).toEqual(searchWords(text))
      expect(spellings.every(ways => ways.length <= 3)).toBe(true)
    }),
  )
  expect(searchSpellings('a b c d e f g h i j k').length).toBe(8)
})

test('A30: a long word of rare signs is not cut in the middle of one: its words are as many to the database as here', () => {
  const same = `a${'\u{10428}'.repeat(29)}`
  const name = `${same}\u{1E922} ${same}\u{10428}`
  const long = fc.array(fc.string({ unit: fc.constantFrom('a', 'å', '\u{10428}', '\u{1E922}', '字'), minLength: 25, maxLength: 70 }), {
    maxLength: 3,
  })
  fc.assert(
    fc.property(long, words => {
      for (const text of [name, words.join(' ')]) {
        const kept = wordsOf(text)
        expect(new Set(kept.map(word => Buffer.from(word).toString('hex'))).size).toBe(kept.length)
        expect(kept.every(word => Buffer.from(word).toString() === word)).toBe(true)
      }
    }),
  )
})
