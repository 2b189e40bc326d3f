// Whose turn it is, for every kind of rule a charter can have.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCharter } from './charters/index.ts'
import { substituteRule, turns, usualSeat, type Waiting } from './substitute-line.ts'

const charter = (substitutes: object | undefined, own: object = {}, all: object = {}) =>
  parseCharter({
    id: 'x',
    ...all,
    groups: [
      { id: 'member', min: 3, max: 5, ...(substitutes ? { substitutes } : {}) },
      { id: 'other', min: 1, max: 1 },
      { id: 'line', voting: false, substitute: true, max: 5, ...own },
    ],
  })
const empty = { group: 'member', seat: 2 }
const waiting = fc.uniqueArray(
  fc.record({
    memberId: fc.uuid(),
    group: fc.constantFrom('line', 'elsewhere'),
    seat: fc.integer({ min: 1, max: 9 }),
    from: fc.constantFrom('2026-01-01', '2026-06-01', '2027-01-01'),
    standsFor: fc.option(fc.record({ group: fc.constant('member'), seat: fc.integer({ min: 1, max: 3 }) })),
  }),
  { selector: one => `${one.group} ${one.seat}`, maxLength: 8 },
) as fc.Arbitrary<Waiting[]>

test('A29: what the group says counts before the charter, and that before the substitutes’ own group', () => {
  expect(substituteRule(charter({ kind: 'personal' }, { substitutes: { kind: 'ordered' } }), 'member').way).toBe('personal')
  expect(substituteRule(charter(undefined, { substitutes: { kind: 'ordered' } }), 'member').way).toBe('ordered')
  expect(substituteRule(charter(undefined, {}, { substitutes: { kind: 'ordered' } }), 'member').way).toBe('ordered')
  expect(substituteRule(charter(undefined), 'member', 'personal').way).toBe('personal')
  expect(substituteRule(charter(undefined), 'member').way).toBe('group')
  expect(substituteRule(charter({ kind: 'none' }), 'member')).toEqual({ way: 'none', from: [], absenceOnly: false })
  expect(substituteRule(charter(undefined, { substitutes: { kind: 'group', for: ['other'] } }), 'member').from).toEqual([])
  expect(substituteRule(charter({ kind: 'ordered', called_in: 'absence' }), 'member').absenceOnly).toBe(true)
})

test('A29: in a line the turns run 1, 2, 3 without a gap, the longest waiting first, and nobody of another group is in it', () => {
  const rule = substituteRule(charter({ kind: 'ordered' }), 'member')
  fc.assert(
    fc.property(waiting, people => {
      const line = turns(rule, empty, people)
      expect(line.map(each => each.place)).toEqual(line.map((_, at) => at + 1))
      expect(line.map(each => each.one.memberId).sort()).toEqual(
        people
          .filter(one => one.group === 'line')
          .map(one => one.memberId)
          .sort(),
      )
      for (const [at, { one }] of line.entries()) {
        const next = line[at + 1]?.one
        if (next) expect(one.from < next.from || (one.from === next.from && one.seat < next.seat)).toBe(true)
      }
    }),
  )
})

test('A29: a personal substitute steps in for that seat and no other; for absence only, nobody steps in for an empty seat', () => {
  const personal = substituteRule(charter({ kind: 'personal' }), 'member')
  const absent = substituteRule(charter({ kind: 'ordered', called_in: 'absence' }), 'member')
  fc.assert(
    fc.property(waiting, people => {
      for (const { one, place } of turns(personal, empty, people)) {
        expect(one.standsFor).toEqual(empty)
        expect(place).toBe(1)
      }
      expect(turns(absent, empty, people)).toEqual([])
    }),
  )
  const line = { group: 'line', seat: 2 }
  expect(usualSeat(charter({ kind: 'personal' }, { substitutes: { kind: 'personal', for: ['member'] } }), line)).toEqual(empty)
  expect(usualSeat(charter({ kind: 'personal' }), line)).toBeNull()
})
