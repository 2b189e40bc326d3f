// The one step that helps most: on the seats of the lookbook, and never for the worse.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Charter, type Person, parseCharter } from '../councils/charters/index.ts'
import { seatPlan } from '../councils/seat-plan.ts'
import { nextSteps, type Situation } from './next-step.ts'
import { judge, type Placed } from './verdict.ts'

const source = (text: string) => ({ text, ref: 'A9' })
const charter: Charter = parseCharter({
  id: 'udsatteraad',
  groups: [
    {
      id: 'external',
      min: 4,
      max: 4,
      appointed_by: 'municipal_council',
      source: source('Fire af de faste medlemmer …'),
      eligible: {
        all: [
          {
            any: [
              {
                all: [
                  { attr: 'roles', has: 'organisation' },
                  { attr: 'local', eq: true },
                ],
              },
              { attr: 'roles', hasAny: ['user', 'user_rep', 'insight'] },
            ],
          },
          { not: { attr: 'roles', has: 'councillor' } },
        ],
      },
    },
    { id: 'council', min: 3, max: 3, appointed_by: 'municipal_council', eligible: { attr: 'roles', has: 'councillor' } },
    {
      id: 'adviser',
      voting: false,
      min: 1,
      max: 2,
      appointed_by: 'administration',
      eligible: { attr: 'roles', has: 'municipal_employee' },
    },
  ],
  rules: [
    { id: 'users', kind: 'count', in: ['external'], who: { attr: 'roles', hasAny: ['user', 'user_rep'] }, min: 2, strength: 'should' },
  ],
})
const persons: Record<string, Omit<Person, 'id'>> = {
  mona: { roles: ['user_rep'] },
  farida: { roles: ['organisation'] },
  jens: { roles: ['councillor', 'insight'] },
  ulla: { roles: ['insight', 'municipal_employee'] },
  karin: { roles: ['councillor'] },
  ole: { roles: ['councillor'] },
  lene: { roles: ['user_rep'] },
  hamid: { roles: ['insight'] },
  tove: { roles: ['organisation'], local: true },
  per: { roles: ['councillor'] },
}
const people = new Map(Object.entries(persons).map(([id, one]) => [id, { ...one, id } as Person]))

function situation(seats: readonly [string, string, number][], free: readonly string[]): Situation {
  const placed: Placed[] = seats.map(([person, group, seat]) => ({ person, group, seat, sits: false }))
  const verdict = judge({ body: 'municipal_council', charter, people }, placed)
  return { body: 'municipal_council', charter, plan: seatPlan(charter, placed), placed, people, free, verdict }
}
const lookbook = situation(
  [
    ['mona', 'external', 1],
    ['farida', 'external', 2],
    ['jens', 'external', 3],
    ['ulla', 'external', 4],
    ['karin', 'council', 1],
    ['ole', 'council', 2],
  ],
  ['lene', 'hamid', 'tove', 'per'],
)

test('the councillor moves to a seat for councillors, and a user representative takes the seat', () => {
  const [best] = nextSteps(lookbook)
  expect(best!.changes).toEqual([
    { person: 'jens', to: { group: 'council', seat: 3 } },
    { person: 'lene', to: { group: 'external', seat: 3 } },
  ])
  expect(best!.mends).toEqual(expect.arrayContaining(['size:council', 'users']))
})

test('with nobody left to put on, the step is the move alone', () => {
  expect(nextSteps({ ...lookbook, free: [] })[0]!.changes).toEqual([{ person: 'jens', to: { group: 'council', seat: 3 } }])
})

test('a lawful slate with nobody waiting needs no step', () => {
  const whole = situation(
    [
      ['mona', 'external', 1],
      ['lene', 'external', 2],
      ['hamid', 'external', 3],
      ['tove', 'external', 4],
      ['karin', 'council', 1],
      ['ole', 'council', 2],
      ['per', 'council', 3],
    ],
    [],
  )
  expect(whole.verdict.ok).toBe(true)
  expect(nextSteps(whole)).toEqual([])
})

test('a step never makes a slate worse, never uses a taken seat, and touches only this body', () => {
  const ids = Object.keys(persons)
  const anySlate = fc.uniqueArray(
    fc.tuple(fc.constantFrom(...ids), fc.constantFrom('external', 'council'), fc.integer({ min: 1, max: 5 })),
    {
      maxLength: 7,
      selector: ([person]) => person,
    },
  )
  fc.assert(
    fc.property(anySlate, raw => {
      const seats = raw.filter(([, group, seat], at) => raw.findIndex(one => one[1] === group && one[2] === seat) === at)
      const now = situation(
        seats,
        ids.filter(id => !seats.some(([person]) => person === id)),
      )
      for (const { changes } of nextSteps(now)) {
        let placed = now.placed
        for (const { person, to } of changes) {
          placed = placed.filter(one => one.person !== person)
          if (!to) continue
          expect(placed.some(one => one.group === to.group && one.seat === to.seat)).toBe(false)
          expect(to.group).not.toBe('adviser')
          placed = [...placed, { person, ...to, sits: false }]
        }
        const verdict = judge({ body: 'municipal_council', charter, people }, placed)
        expect(verdict.stops.length).toBeLessThanOrEqual(now.verdict.stops.length)
      }
    }),
    { numRuns: 60 },
  )
})
