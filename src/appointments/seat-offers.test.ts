// Seats offered once for each kind: none is lost, and none that somebody has is put together with another.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oncePerKind, type SeatOffer } from './seat-offers.ts'

const offers = fc
  .array(fc.record({ group: fc.constantFrom('a', 'b'), taken: fc.boolean(), breaks: fc.boolean() }), { maxLength: 20 })
  .map(all =>
    all.map(({ group, taken, breaks }, at) => ({
      place: { group, seat: at + 1, number: at + 1 },
      taken: taken ? { id: `p${at}` } : null,
      breaks: breaks ? [{ reason: { atom: 'local', state: 'broken' }, about: null }] : [],
      extra: false,
    })),
  ) as unknown as fc.Arbitrary<SeatOffer[]>

test('every seat stands in exactly one offer, the first of its kind; seats that somebody has, or that break something else, stay apart', () => {
  fc.assert(
    fc.property(offers, all => {
      const kinds = oncePerKind(all)
      expect(kinds.flatMap(kind => kind.numbers).sort((a, b) => a - b)).toEqual(all.map(offer => offer.place.number))
      for (const { offer, numbers } of kinds) {
        expect(numbers[0]).toBe(offer.place.number)
        const mine = all.filter(one => numbers.includes(one.place.number))
        expect(new Set(mine.map(one => `${one.place.group} ${one.breaks.length}`)).size).toBe(1)
        if (mine.length > 1) expect(mine.some(one => one.taken)).toBe(false)
      }
      const empty = all.filter(one => !one.taken).map(one => `${one.place.group} ${one.breaks.length}`)
      expect(kinds.filter(kind => !kind.offer.taken)).toHaveLength(new Set(empty).size)
    }),
  )
})
