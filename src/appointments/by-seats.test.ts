// Shows that every candidate beside a slate stands exactly once, and that who can fill an empty seat is always in view.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Charter } from '../councils/charters/index.ts'
import { seatPlan } from '../councils/index.ts'
import { bySeats } from './by-seats.ts'
import type { Somebody } from './composed.ts'
import { fitting } from './qualifications.ts'

const group = (id: string, max: number, role: string) => ({
  id,
  voting: true,
  min: max,
  max,
  appointed_by: 'municipal_council',
  eligible: { attr: 'roles', has: role },
})
const charter = { groups: [group('external', 4, 'user'), group('council', 3, 'councillor')], rules: [] } as unknown as Charter
const person = fc.record({ roles: fc.subarray(['user', 'councillor', 'other']) })
const taken = fc.subarray([
  ...[1, 2, 3, 4].map(seat => ({ person: `e${seat}`, group: 'external', seat, sits: false })),
  ...[1, 2, 3].map(seat => ({ person: `c${seat}`, group: 'council', seat, sits: false })),
])

it('A12: everybody stands once, in the group of the seats they fit; who fits an empty seat comes first and is never folded', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 12 }), taken, (persons, placed) => {
      const free = persons.map(
        (one, at): Somebody => ({ id: `p${at}`, name: `Opdigtet ${at}`, person: { id: `p${at}`, ...one }, from: 'candidate' }),
      )
      const plan = seatPlan(charter, placed)
      const groups = bySeats({ charter, plan, placed, free }, 'municipal_council')
      expect(groups.flatMap(one => one.people.map(each => each.id)).sort()).toEqual(free.map(one => one.id).sort())
      const full = (place: { group: string; seat: number }) => placed.some(one => one.group === place.group && one.seat === place.seat)
      for (const { seats, wanted, people } of groups)
        for (const one of people) {
          const fits = fitting(charter, plan, 'municipal_council', one.person)
          expect(seats).toEqual(fits)
          expect(wanted).toBe(fits.some(place => place.needed && !full(place)))
        }
      const order = groups.map(one => (one.wanted ? 0 : one.seats.length > 0 ? 1 : 2))
      expect(order).toEqual([...order].sort())
    }),
  )
})
