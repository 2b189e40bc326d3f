// One random pool: propose against every slate it can make, the lottery, and a second solver.
import { compile } from '../../../src/councils/charters/compile.ts'
import { goalFeatures, goalProblems, goalTell } from '../../../src/councils/charters/goals.ts'
import { drawSlate, parseCharter } from '../../../src/councils/charters/index.ts'
import type { OpenSession } from '../../../src/councils/charters/linear.ts'
import { problemOf } from '../../../src/councils/charters/problem.ts'
import { proposeTask } from '../../../src/councils/charters/propose-task.ts'
import { atomNames, brokenBy, type Doc, type Folk, type Loose } from '../oracle.ts'
import { type Dice, dice, randomCharter, randomPeople, randomPredicate } from '../random.ts'
import { lawfulSlates, lots, worth } from '../universe.ts'
import { openYalps } from '../yalps-session.ts'
import { near, type Round, same } from './same.ts'

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

/** A charter of at most three rules and a pool small enough to try everything. */
export function small(seed: number): { doc: Doc & { id: string }; pool: Folk[]; goals: Loose[]; d: Dice } {
  const d = dice(seed)
  const doc = randomCharter(d)
  doc.rules = doc.rules.slice(0, 3)
  const pool = randomPeople(d, doc.groups.length === 3 ? 4 : 6)
  const groups = doc.groups.map(g => g.id)
  return { doc, pool, goals: randomGoals(d, groups), d }
}

/** The task itself, in this process. */
function proposed(open: OpenSession, doc: Doc, pool: Folk[], goals: Loose[], k: number, tickets: string[] | null) {
  const compiled = compile(parseCharter(doc))
  const people = tickets ? tickets.map(id => pool.find(p => p.id === id)!) : pool
  const features = goalFeatures(goals, people as Loose)
  const sorted = problemOf(compiled, people as Loose, [], goalTell(goals, features))
  const first = sorted.members.map(list => list[0]!)
  const answer = proposeTask(open, {
    problem: sorted.problem,
    goals: goalProblems(compiled, goals, features, first),
    k,
    tickets: tickets ? Array.from(sorted.bunchOf) : null,
  })
  const slates = answer.slates.map(seats =>
    seats.map(({ bunch, member, group }) => ({ person: people[sorted.members[bunch]![member]!]!, group: doc.groups[group]!.id })),
  )
  const never = answer.never.flatMap(({ bunch }) => sorted.members[bunch]!.map(at => people[at]!.id)).sort()
  return { ...answer, slates, never }
}

const idsOf = (slate: { person: Folk }[]) => slate.map(s => s.person.id)
const apart = (a: string[], b: string[]) => {
  const least = Math.max(1, Math.ceil(Math.max(a.length, b.length) / 4))
  return a.filter(id => !b.includes(id)).length >= least && b.filter(id => !a.includes(id)).length >= least
}

/** The optimum, lawful slates that really differ, who can never be chosen, and the lottery among all that are equally good. */
export const proposeRound =
  (open: OpenSession): Round =>
  seed => {
    const { doc, pool, goals } = small(seed * 31_337)
    const where = () => `seed ${seed} ${JSON.stringify({ charter: doc, people: pool, goals })}`
    const slates = lawfulSlates(doc, pool, goals)
    const got = proposed(open, doc, pool, goals, 3, null)
    same(got.feasible, slates.size > 0, 'feasible', where)
    if (slates.size === 0) return { feasible: 0 }
    const best = Math.max(...slates.values())
    near(got.optimum, best, 'optimum', where)
    near(worth(doc, goals, got.slates[0]!), best, 'worth of the first slate', where)
    const must = new Set(atomNames(doc).flatMap(a => (a.strength === 'must' ? [a.name] : [])))
    for (const slate of got.slates)
      same(
        [...brokenBy(doc, slate)].filter(a => must.has(a)),
        [],
        'a lawful slate',
        where,
      )
    const ids = got.slates.map(idsOf)
    for (const [i, a] of ids.entries()) for (const b of ids.slice(i + 1)) same(apart(a, b), true, 'slates that differ', where)
    const lists = [...slates.keys()].map(k => (k ? k.split(',') : []))
    if (ids.length < 3)
      same(
        lists.filter(slate => ids.every(other => apart(slate, other))),
        [],
        'no further slate that differs',
        where,
      )
    const chosen = new Set(lists.flat())
    const never = pool
      .map(p => p.id)
      .filter(id => !chosen.has(id))
      .sort()
    same(got.never, never, 'never selectable', where)
    const tied = [...slates].filter(([, value]) => value > best - 1e-6).map(([k]) => (k ? k.split(',') : []))
    const word = `seed ${seed}`
    const winner = [...lots(word, tied)].sort()
    const order = drawSlate(word, [pool.map(p => p.id)]).steps.map(step => step.id)
    same(idsOf(proposed(open, doc, pool, goals, 1, order).slates[0]!).sort(), winner, 'the lottery without listing the slates', where)
    same([...drawSlate(word, tied).winners].sort(), winner, 'the lottery among listed slates', where)
    return { feasible: 1, several: Number(ids.length > 1), never: Number(never.length > 0), tied: Number(tied.length > 1) }
  }

/** A second, independent solver: the same optimum and the same persons out of reach on a pool too large to try out. */
export const secondOptimumRound =
  (open: OpenSession): Round =>
  seed => {
    const d = dice(seed * 65_537)
    const doc = randomCharter(d)
    const pool = randomPeople(d, 10)
    const groups = doc.groups.map(g => g.id)
    const goals = randomGoals(d, groups)
    const where = () => `seed ${seed} ${JSON.stringify({ charter: doc, people: pool, goals })}`
    const [a, b] = [proposed(open, doc, pool, goals, 1, null), proposed(openYalps, doc, pool, goals, 1, null)]
    same([a.feasible, a.never], [b.feasible, b.never], 'the second solver', where)
    if (a.feasible) near(a.optimum, b.optimum!, 'the optimum of the second solver', where)
    return { feasible: Number(a.feasible) }
  }
