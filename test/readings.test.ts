// Data protection reads words, not codes: every reading that is logged, and every kind of thing, has a name in its room.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pagesRead } from '../src/nominations/views/everything.tsx'
import { hasKindName, hasReadingName, kindName, readingName, reasonWords } from '../src/people/reading-words.ts'
import { rooms } from '../src/rooms.ts'

const sources = readdirSync(join(import.meta.dirname, '../src'), { recursive: true, encoding: 'utf8' })
  .filter(file => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .map(file => readFileSync(join(import.meta.dirname, '../src', file), 'utf8'))
const found = (pattern: RegExp) => [...new Set(sources.flatMap(text => [...text.matchAll(pattern)].map(match => match[1]!)))].sort()

it('every action that is logged has words', () => {
  expect(rooms.length).toBeGreaterThan(5)
  const actions = [
    ...found(/\baction: '([\w.-]+)'/g),
    ...found(/\brea(?:ds|dings)\(\w+, '([\w.-]+)'/g),
    ...found(/\b(?:readingsOfAll|namedOnPage)\((?:[^'()]|\([^()]*\))*,\s*'([\w.-]+)'/g),
  ]
  expect(actions.length).toBeGreaterThan(12)
  expect(actions.filter(one => !hasReadingName(one))).toEqual([])
  expect(hasReadingName('candidate.unknown')).toBe(false)
  expect(actions).toContain('candidates.alike')
  // What somebody finds on their own page stands there as a page that is logged.
  expect(pagesRead.filter(one => !actions.includes(one))).toEqual([])
})
it('every kind of thing has words', () => {
  const kinds = [...found(/newThing\(tx, '([\w -]+)'/g), ...found(/\bthing\([\w.]+, '(\w+)'\)/g)]
  expect(kinds.length).toBeGreaterThan(7)
  expect(kinds.filter(one => !hasKindName(one))).toEqual([])
})
it('says whose list it was and what was searched for', () => {
  expect(readingName('da', 'work-list')).toBe('arbejdslisten')
  expect(kindName('da', 'candidate')).toBe('en kandidat')
  expect(reasonWords('da', 'own')).toBe('egne')
  expect(reasonWords('da', JSON.stringify({ q: 'åse', raad: 'udsatteraad', tilstand: '' }))).toBe('åse, udsatteraad')
  expect(reasonWords('da', JSON.stringify({ q: '', raad: '', tilstand: '' }))).toBe('alles')
  expect(reasonWords('da', '2026-11')).toBe('2026-11')
})
