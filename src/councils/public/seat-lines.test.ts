// The lines of a council's seats: nothing is lost or said twice when empty seats are put together.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LocalDate } from '../../platform/clock.ts'
import type { Seat } from '../councils.ts'
import { seatGroups, stateOf } from './seat-lines.ts'

const day = fc.constantFrom('2026-01-01', '2026-10-27').map(on => on as LocalDate)
const seats: fc.Arbitrary<Seat[]> = fc
  .array(fc.record({ group: fc.constantFrom('borgere', 'politikere'), filled: fc.boolean(), needed: fc.boolean(), since: day }), {
    maxLength: 12,
  })
  .map(list =>
    list.map((one, at) => ({
      ...one,
      seat: at + 1,
      number: at + 1,
      voting: true,
      substitute: false,
      groupName: { da: one.group },
      name: one.filled ? `Opdigtet ${at}` : null,
      since: one.filled ? one.since : null,
      until: null,
      seatingId: null,
      appointedBy: null,
    })),
  )

test('A8: every seat stands in one line, in its own group and state; only empty ones stand together', () => {
  fc.assert(
    fc.property(seats, all => {
      const groups = seatGroups(all)
      const lines = groups.flatMap(group => group.lines.map(line => ({ ...line, group: group.group })))
      expect(lines.flatMap(line => line.seats.map(seat => seat.number)).sort((a, b) => a - b)).toEqual(all.map(seat => seat.number))
      for (const line of lines) {
        expect(line.seats.every(seat => seat.group === line.group && stateOf(seat) === line.state)).toBe(true)
        expect(line.state !== 'filled' || line.seats.length === 1).toBe(true)
      }
      // Two lines of a group never say the same of empty seats.
      const empty = lines.filter(line => line.state !== 'filled').map(line => `${line.group} ${line.state}`)
      expect(new Set(empty).size).toBe(empty.length)
    }),
  )
})

test('a term is said once for a group only when it is the term of everybody in it', () => {
  fc.assert(
    fc.property(seats, all => {
      for (const group of seatGroups(all)) {
        const terms = new Set(all.filter(seat => seat.group === group.group && seat.filled).map(seat => `${seat.since} ${seat.until}`))
        expect(group.term === null).toBe(terms.size !== 1)
      }
    }),
  )
})
