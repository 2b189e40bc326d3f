// A reader is told the name of a text and where to read it, not only the number of a sentence.
import path from 'node:path'
import { expect, test } from 'vitest'
import { readMunicipality } from './read.ts'
import { citedIn, sourceBookOf } from './source-book.ts'

const read = await readMunicipality(path.resolve(import.meta.dirname, '../../municipalities/glostrup'))
if (!read.ok) throw new Error('the shipped municipality is faulty')
const { sources, news, policies } = read.data
const book = sourceBookOf({ text: sources.texts, page: sources.pages, news, policy: policies })

test('A34: sentences of one text stand together under its name, with the address of the text on our own pages', () => {
  const [announcement, own, ...rest] = citedIn(book, ['A34', 'A35', 'udsatteraadets-side'])
  expect(announcement).toMatchObject({ href: '/nyheder/2019-06-24-to-nye-raad', refs: ['A34', 'A35'] })
  expect(announcement!.title).toMatchObject({ da: 'Opslaget om de to nye råd' })
  expect(own).toMatchObject({ refs: [] })
  expect(typeof own!.title).toBe('string')
  expect(rest).toEqual([])
})

test('a sentence of the policy leads to the policy, a part of a sentence to the text it stands in', () => {
  expect(citedIn(book, ['B21'])).toMatchObject([{ href: '/politik/social-og-sundhed/tekst', refs: ['B21'] }])
  const parts = [...book.sentence.keys()].filter(id => /[a-z]$/.test(id))
  expect(parts.length).toBeGreaterThan(0)
  for (const id of parts) expect(citedIn(book, [id])[0]!.title, id).not.toBeNull()
})

test('what the register does not know is shown as it was written', () => {
  expect(citedIn(book, ['§ 4'])).toEqual([{ title: null, href: null, refs: ['§ 4'] }])
})

test('every sentence and page of the shipped register has a name', () => {
  for (const name of [...book.sentence.keys(), ...book.page.keys()]) expect(citedIn(book, [name])[0]!.title, name).toBeTruthy()
})
