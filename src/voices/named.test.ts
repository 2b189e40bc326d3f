// Whom somebody means who writes who may not read it.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Nameable, namedIn } from './named.ts'

const people: readonly Nameable[] = [
  { id: 'peter', name: 'Peter Juhl', unit: 'Jobcenter' },
  { id: 'amira', name: 'Amira Holm', unit: 'Administrationen' },
  { id: 'bo', name: 'Bo Ås', unit: 'Børn og Unge' },
  { id: 'peter2', name: 'Peter Østergård', unit: null },
]
const readers = new Set(['peter', 'amira'])
const named = (text: string) => namedIn(text, people, readers).sort()

it('A1: a name, a name with an ending, a place where somebody works; who shares the name is closed out too', () => {
  expect(named('Peter Juhl')).toEqual(['peter', 'peter2'])
  expect(named('ikke juhls')).toEqual(['peter'])
  expect(named('dem på jobcenteret')).toEqual(['peter'])
  for (const place of ['jobcentret', 'Jobcentrets leder', 'et jobcenter']) expect(named(place), place).toEqual(['peter'])
  expect(named('dem i børn og unge')).toEqual(['bo'])
  expect(named('andre børn')).toEqual([])
  expect(named('Bo')).toEqual(['bo'])
  expect(named('min nabo')).toEqual([])
  expect(named('')).toEqual([])
  expect(named('kommunen')).toEqual([])
})

it('A1: whatever is written, somebody is left who may read it; and who is written by name is never left in', () => {
  fc.assert(
    fc.property(fc.subarray([...people]), fc.string(), (some, more) => {
      const text = `${more} ${some.map(one => one.name).join(' og ')}`
      const closed = new Set(namedIn(text, people, readers))
      expect([...readers].some(id => !closed.has(id))).toBe(true)
      if (closed.size > 0) for (const one of some) expect(closed.has(one.id)).toBe(true)
    }),
  )
})
