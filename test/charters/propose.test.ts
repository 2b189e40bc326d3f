// propose and replace through the solver's process: repeatable lots, trimming, and what a vacancy costs.
import { afterAll, describe, expect, test } from 'vitest'
import { closeSolver, parseCharter, propose, replace } from '../../src/councils/charters/index.ts'
import { satisfies } from './oracle.ts'
import { dice } from './random.ts'
import { lots } from './universe.ts'

afterAll(closeSolver)

describe('propose', () => {
  test('A30: through the solver process: the same answer with the same seed, another with another, and every step of the draw', {
    timeout: 120_000,
  }, async () => {
    const charter = parseCharter({ id: 'c', groups: [{ id: 'a', min: 2, max: 2 }] })
    const people = ['anna', 'bo', 'chang', 'داليا', 'ebbe'].map(id => ({ id }))
    const one = await propose(charter, people, { seed: '2026-05-01', k: 1 })
    const two = await propose(charter, [...people].reverse(), { seed: '2026-05-01', k: 1 })
    expect(one.slates[0]!.people.toSorted()).toEqual(two.slates[0]!.people.toSorted())
    const pairs = people.flatMap((a, at) => people.slice(at + 1).map(b => [a.id, b.id]))
    expect(one.slates[0]!.people.toSorted()).toEqual([...lots('2026-05-01', pairs)].sort())
    expect(one.lottery!.steps.filter(step => step.in).map(step => step.id)).toEqual(
      lots('2026-05-01', pairs).toSorted(
        (a, b) => one.lottery!.steps.findIndex(s => s.id === a) - one.lottery!.steps.findIndex(s => s.id === b),
      ),
    )
  })

  test('A30: trimming by a summed number changes neither optimum, nor lottery, nor who is out of reach', { timeout: 120_000 }, async () => {
    const d = dice(5)
    const people = Array.from({ length: 400 }, (_, at) => ({
      id: `p${at}`,
      roles: at % 7 === 0 ? ['user'] : at % 50 === 1 ? [] : ['organisation'],
      score: d.upTo(250) + at / 1000,
    }))
    const charter = parseCharter({
      id: 'c',
      groups: [{ id: 'a', min: 3, max: 3, eligible: { attr: 'roles', hasAny: ['user', 'organisation'] } }],
      rules: [{ id: 'u', kind: 'count', who: { attr: 'roles', has: 'user' }, min: 1, max: 1 }],
    })
    const goals = [{ kind: 'sum' as const, attr: 'score', weight: 1 }]
    const answer = await propose(charter, people, { goals, k: 2 })
    const top = (role: string, n: number) =>
      people
        .filter(p => p.roles.includes(role))
        .sort((a, b) => b.score - a.score)
        .slice(0, n)
    const expected = [...top('user', 1), ...top('organisation', 2)]
    expect(answer.slates[0]!.people.toSorted()).toEqual(expected.map(p => p.id).sort())
    expect(answer.never_selectable.map(n => n.id)).toEqual(
      people
        .filter(p => p.roles.length === 0)
        .map(p => p.id)
        .sort(),
    )
    const drawn = await propose(charter, people, { goals, seed: 's' })
    expect(drawn.undecided).toBeUndefined()
    expect(drawn.slates[0]!.people.toSorted()).toEqual(expected.map(p => p.id).sort())
  })
})

describe('replace', () => {
  test('A12: when nobody can simply step in, the fewest others who would have to go are counted', { timeout: 60_000 }, async () => {
    const charter = parseCharter({
      id: 'c',
      groups: [{ id: 'a', min: 3, max: 3 }],
      rules: [
        { id: 'homes', kind: 'max_same', attr: 'district', max: 1 },
        { id: 'f', kind: 'count', who: { attr: 'gender', eq: 'f' }, min: 2 },
      ],
    })
    const people = [
      { id: 'anna', district: 'Ejby', gender: 'f' },
      { id: 'berit', district: 'Nordvang', gender: 'f' },
      { id: 'carl', district: 'Solvang', gender: 'm' },
      { id: 'dina', district: 'Solvang', gender: 'f' },
      { id: 'emil', district: 'Ejby', gender: 'm' },
    ]
    const seats = { anna: 'a', berit: 'a', carl: 'a' }
    // Anna leaves: only Dina is a woman, but she lives where Carl lives; he would have to go, and Emil could come.
    expect(await replace(charter, people, seats, 'anna')).toEqual({
      keep_seats: [],
      reshuffle: [],
      vacant_ok: false,
      min_extra_removals: 1,
    })
    expect((await replace(charter, people.slice(0, 4), seats, 'anna')).min_extra_removals).toBeNull()
    expect((await replace(charter, people, seats, 'carl')).keep_seats).toEqual(['dina'])
  })
})

test('the oracle itself knows a yes from a no', () => {
  expect(satisfies({ attr: 'roles', has: 'user' }, { id: 'x', roles: ['user'] })).toBe(true)
  expect(satisfies({ attr: 'roles', has: 'user' }, { id: 'x', roles: [] })).toBe(false)
})
