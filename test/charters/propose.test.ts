// propose and replace against every slate a small pool can make.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../../src/councils/charters/compile.ts'
import { goalProblems, goalTell } from '../../src/councils/charters/goals.ts'
import { openHighs } from '../../src/councils/charters/highs-session.ts'
import { closeSolver, drawSlate, parseCharter, propose, replace } from '../../src/councils/charters/index.ts'
import type { OpenSession } from '../../src/councils/charters/linear.ts'
import { problemOf } from '../../src/councils/charters/problem.ts'
import { proposeTask } from '../../src/councils/charters/propose-task.ts'
import { atomNames, brokenBy, type Doc, type Folk, type Loose, satisfies } from './oracle.ts'
import { type Dice, dice, randomCharter, randomPeople, randomPredicate } from './random.ts'
import { councils, lawfulSlates, lots, worth } from './universe.ts'
import { openYalps } from './yalps-session.ts'

const long = Boolean(process.env.RAADSLAG_LONG)
const rounds = long ? 5_000 : 150
let highs: OpenSession

beforeAll(async () => {
  highs = await openHighs(() => 60)
})
afterAll(closeSolver)

function randomGoals(d: Dice, groups: string[]): Loose[] {
  return Array.from({ length: d.upTo(4) }, () => {
    const goal: Loose = { kind: d.pick(['covered', 'distinct', 'sum', 'count', 'imbalance']), weight: d.pick([1, 2, 0.5, -1, 3]) }
    if (d.chance(0.3)) goal.in = groups.filter(() => d.chance(0.6))
    if (goal.kind === 'covered')
      Object.assign(goal, { attr: 'roles', values: ['user', 'organisation', 'insight'].filter(() => d.chance(0.7)) })
    if (goal.kind === 'distinct') goal.attr = d.pick(['district', 'roles', 'age'])
    if (goal.kind === 'sum') goal.attr = 'age'
    if (goal.kind === 'count') goal.who = randomPredicate(d)
    if (goal.kind === 'imbalance') Object.assign(goal, { attr: 'gender', values: ['f', 'm'] })
    return goal
  })
}

function small(seed: number): { doc: Doc & { id: string }; pool: Folk[]; goals: Loose[]; d: Dice } {
  const d = dice(seed)
  const doc = randomCharter(d)
  doc.rules = doc.rules.slice(0, 3)
  const pool = randomPeople(d, doc.groups.length === 3 ? 4 : 6)
  return {
    doc,
    pool,
    goals: randomGoals(
      d,
      doc.groups.map(g => g.id),
    ),
    d,
  }
}

/** The task itself, in this process. */
function proposed(open: OpenSession, doc: Doc, pool: Folk[], goals: Loose[], k: number, tickets: string[] | null) {
  const compiled = compile(parseCharter(doc))
  const people = tickets ? tickets.map(id => pool.find(p => p.id === id)!) : pool
  const sorted = problemOf(compiled, people as Loose, [], goalTell(goals, people as Loose))
  const answer = proposeTask(open, {
    problem: sorted.problem,
    goals: goalProblems(
      compiled,
      goals,
      people as Loose,
      sorted.members.map(list => list[0]!),
    ),
    k,
    tickets: tickets ? Array.from(sorted.bunchOf) : null,
  })
  const slates = answer.slates.map(seats =>
    seats.map(({ bunch, member, group }) => ({ person: people[sorted.members[bunch]![member]!]!, group: doc.groups[group]!.id })),
  )
  const never = answer.never.flatMap(({ bunch }) => sorted.members[bunch]!.map(at => people[at]!.id)).sort()
  return { ...answer, slates, never }
}

const key = (slate: { person: Folk }[]) =>
  slate
    .map(s => s.person.id)
    .sort()
    .join()
const apart = (a: string[], b: string[]) => {
  const least = Math.max(1, Math.ceil(Math.max(a.length, b.length) / 4))
  return a.filter(id => !b.includes(id)).length >= least && b.filter(id => !a.includes(id)).length >= least
}

describe('propose, on random charters', () => {
  test(`A30: ${rounds} pools: the optimum, lawful slates that differ, who can never be chosen, and the lottery`, {
    timeout: rounds * 1_000,
  }, async () => {
    const seen = { feasible: 0, several: 0, never: 0, tied: 0 }
    for (let seed = 1; seed <= rounds; seed++) {
      const { doc, pool, goals } = small(seed * 31_337)
      const where = `seed ${seed} ${JSON.stringify({ charter: doc, people: pool, goals })}`
      const slates = lawfulSlates(doc, pool, goals)
      const got = proposed(highs, doc, pool, goals, 3, null)
      expect(got.feasible, where).toBe(slates.size > 0)
      if (slates.size === 0) continue
      seen.feasible++
      const best = Math.max(...slates.values())
      expect(got.optimum, where).toBeCloseTo(best, 6)
      expect(worth(doc, goals, got.slates[0]!), where).toBeCloseTo(best, 6)
      const must = new Set(atomNames(doc).flatMap(a => (a.strength === 'must' ? [a.name] : [])))
      for (const slate of got.slates)
        expect(
          [...brokenBy(doc, slate)].filter(a => must.has(a)),
          where,
        ).toEqual([])
      const ids = got.slates.map(slate => slate.map(s => s.person.id))
      for (const [i, a] of ids.entries()) for (const b of ids.slice(i + 1)) expect(apart(a, b), where).toBe(true)
      const further = [...slates.keys()].map(k => (k ? k.split(',') : [])).filter(slate => ids.every(other => apart(slate, other)))
      if (ids.length < 3) expect(further, where).toEqual([])
      if (ids.length > 1) seen.several++
      const chosen = new Set([...slates.keys()].flatMap(k => k.split(',')))
      const never = pool
        .map(p => p.id)
        .filter(id => !chosen.has(id))
        .sort()
      expect(got.never, where).toEqual(never)
      if (never.length > 0) seen.never++
      const tied = [...slates].filter(([, value]) => value > best - 1e-6).map(([k]) => (k ? k.split(',') : []))
      if (tied.length > 1) seen.tied++
      const winner = lots(`seed ${seed}`, tied)
      const order = drawSlate(`seed ${seed}`, [pool.map(p => p.id)]).steps.map(step => step.id)
      expect(key(proposed(highs, doc, pool, goals, 1, order).slates[0]!), where).toBe([...winner].sort().join())
      expect([...drawSlate(`seed ${seed}`, tied).winners].sort(), where).toEqual([...winner].sort())
    }
    expect(seen.feasible).toBeGreaterThan(rounds / 10)
    expect(seen.tied).toBeGreaterThan(rounds / 50)
    expect(seen.several).toBeGreaterThan(rounds / 50)
    expect(seen.never).toBeGreaterThan(rounds / 50)
  })

  const second = long ? 1_000 : 60
  test(`A30: ${second} larger pools: a second solver finds the same optimum and the same persons out of reach`, {
    timeout: second * 4_000,
  }, () => {
    for (let seed = 1; seed <= second; seed++) {
      const d = dice(seed * 65_537)
      const doc = randomCharter(d)
      const pool = randomPeople(d, 10)
      const goals = randomGoals(
        d,
        doc.groups.map(g => g.id),
      )
      const where = `seed ${seed} ${JSON.stringify({ charter: doc, people: pool, goals })}`
      const [a, b] = [proposed(highs, doc, pool, goals, 1, null), proposed(openYalps, doc, pool, goals, 1, null)]
      expect(a.feasible, where).toBe(b.feasible)
      expect(a.never, where).toEqual(b.never)
      if (a.feasible) expect(a.optimum, where).toBeCloseTo(b.optimum!, 6)
    }
  })

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

describe('replace, on random charters', () => {
  test(`A12 A29: ${rounds} vacancies: who can take the seat, who could if others moved, and what it costs otherwise`, {
    timeout: rounds * 1_000,
  }, async () => {
    const seen = { keep: 0, reshuffle: 0, cost: 0, none: 0 }
    for (let seed = 1; seed <= rounds; seed++) {
      const { doc, pool, d } = small(seed * 2_750_159)
      const lawful = [...councils(doc, pool)].filter(c => c.length > 0 && lawfulCouncil(doc, c))
      if (lawful.length === 0) continue
      const council = d.pick(lawful)
      const leaving = d.pick(council)
      const where = `seed ${seed} ${JSON.stringify({ charter: doc, people: pool, seats: council.map(s => [s.person.id, s.group]), leaving: leaving.person.id })}`
      const seats = Object.fromEntries(council.map(s => [s.person.id, s.group]))
      const got = await replace(parseCharter(doc), pool as Loose, seats, leaving.person.id)
      const rest = council.filter(s => s !== leaving)
      const others = pool.filter(p => !(p.id in seats))
      const keep = others.filter(p => lawfulCouncil(doc, [...rest, { person: p, group: leaving.group }])).map(p => p.id)
      const full = (people: Folk[]) => [...councils(doc, people)].some(c => c.length === people.length && lawfulCouncil(doc, c))
      const moved = others.filter(p => !keep.includes(p.id) && full([...rest.map(s => s.person), p])).map(p => p.id)
      expect(got.keep_seats, where).toEqual(keep)
      expect(got.reshuffle, where).toEqual(moved)
      expect(got.vacant_ok, where).toBe(lawfulCouncil(doc, rest))
      let fewest: number | null = null
      for (const c of councils(doc, [...rest.map(s => s.person), ...others])) {
        if (c.length < council.length || !lawfulCouncil(doc, c)) continue
        const gone = rest.filter(s => !c.some(x => x.person.id === s.person.id)).length
        if (fewest === null || gone < fewest) fewest = gone
      }
      expect(got.min_extra_removals, where).toBe(fewest)
      if (keep.length > 0) seen.keep++
      if (moved.length > 0) seen.reshuffle++
      if (fewest) seen.cost++
      if (fewest === null) seen.none++
    }
    expect(seen.keep > 0 && seen.reshuffle > 0 && seen.none > 0, JSON.stringify(seen)).toBe(true)
  })

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

function lawfulCouncil(doc: Doc, council: { person: Folk; group: string }[]): boolean {
  const must = new Set(atomNames(doc).flatMap(a => (a.strength === 'must' ? [a.name] : [])))
  return ![...brokenBy(doc, council)].some(a => must.has(a))
}

test('the oracle itself knows a yes from a no', () => {
  expect(satisfies({ attr: 'roles', has: 'user' }, { id: 'x', roles: ['user'] })).toBe(true)
  expect(satisfies({ attr: 'roles', has: 'user' }, { id: 'x', roles: [] })).toBe(false)
})
