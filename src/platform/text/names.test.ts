// Shows that names stand where a Danish reader looks for them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames, nameSort } from './names.ts'

describe('nameSort', () => {
  it('B2f: sorts Danish letters last, Aa with Å, and keeps every script', () => {
    const names = ['Åse', 'Ørum', 'Zahra', 'Ærø', 'aage', 'Émile', 'Ali', 'emil', 'فاطمة', 'Ólafur', 'İpek', 'Їжак', '李明']
    const sorted = nameSort(names, name => name)
    expect(sorted.slice(0, 9)).toEqual(['Ali', 'emil', 'Émile', 'İpek', 'Ólafur', 'Zahra', 'Ærø', 'Ørum', 'aage'])
    expect([...sorted].sort()).toEqual([...names].sort())
    expect(sorted.indexOf('Åse')).toBe(sorted.indexOf('aage') + 1)
  })

  it('reads numbers as numbers', () => {
    expect(nameSort(['Plads 10', 'Plads 9', 'Plads 1'], name => name)).toEqual(['Plads 1', 'Plads 9', 'Plads 10'])
  })

  it('is an order that does not depend on chance and leaves the list alone', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 8 })
    fc.assert(
      fc.property(fc.array(name), names => {
        const before = [...names]
        expect(nameSort([...names].reverse(), each => each)).toEqual(nameSort(names, each => each))
        expect(names).toEqual(before)
      }),
    )
    fc.assert(fc.property(name, name, (a, b) => Math.sign(compareNames(a, b)) === -Math.sign(compareNames(b, a))))
  })
})
