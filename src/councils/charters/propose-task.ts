// The best lawful slates of a pool, others that really differ, the lottery among equals, and who can never be chosen.
import { Council, type Seat, type Taken } from './council.ts'
import { different } from './differing.ts'
import { drawn } from './drawn.ts'
import { Exchange } from './exchange.ts'
import { atomsOf, type Report } from './explain-task.ts'
import { type GoalProblem, goalExtra, scaleOf, worthOf } from './goal-problem.ts'
import type { OpenSession } from './linear.ts'
import { neverChosen } from './never-chosen.ts'
import type { Problem } from './problem.ts'

export type Proposed = {
  feasible: boolean
  optimum: number | null
  slates: Seat[][]
  /** Bunches nobody of whom sits in any lawful slate, each with a minimal set of atoms that forbids it. */
  never: { bunch: number; atoms: number[] }[]
}
export type ProposeQuestion = {
  problem: Problem
  goals: GoalProblem[]
  k: number
  /** With a seed: the bunches of all candidates in the order of their tickets. Members of a bunch stand in that order too. */
  tickets: number[] | null
}

export function proposeTask(open: OpenSession, question: ProposeQuestion, report: Report = () => {}): Proposed {
  const { problem, goals, k, tickets } = question
  const must = atomsOf(problem, ['must'])
  report('best')
  const council = new Council(open, problem, false, made => goalExtra(made, goals))
  council.hold(must)
  const aim = worthOf(council, goals)
  const first = council.session.solve(aim)
  if (!first) {
    council.close()
    return { feasible: false, optimum: null, slates: [], never: [] }
  }
  const optimum = valueIn(first, aim)
  const equal = slack(goals, optimum)
  let taken = council.read(first)
  if (tickets) {
    const least = council.session.addRow({
      lo: optimum - equal,
      hi: Number.POSITIVE_INFINITY,
      on: [...aim.keys()],
      weights: [...aim.values()],
    })
    taken = drawn(council, tickets, taken, new Exchange(problem, must, goals), equal / 64, report)
    council.session.rowBounds(least, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
  } else taken = withWishes(council, must, taken, aim, optimum - equal)
  for (const bunch of problem.bunches.keys()) council.between(bunch, 0, problem.bunches[bunch]!.count)
  council.hold(must)
  const slates = [firstMembers(taken)]
  report('others')
  while (slates.length < k) {
    const other = different(open, problem, goals, must, slates)
    if (!other) break
    slates.push(other)
  }
  report('never')
  const never = neverChosen(open, council, must, [taken, ...slates.map(slate => slate.map(({ bunch, group }) => ({ bunch, group, n: 1 })))])
  council.close()
  return { feasible: true, optimum, slates, never }
}

function valueIn(values: readonly number[], aim: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const [column, worth] of aim) sum += worth * values[column]!
  return sum
}

/** How far below the optimum still counts as equal: less than the smallest possible step. */
function slack(goals: GoalProblem[], optimum: number): number {
  const scale = scaleOf(goals)
  return scale === null ? 1e-7 * Math.max(1, Math.abs(optimum)) : 0.4 / scale
}

function firstMembers(taken: readonly Taken[]): Seat[] {
  const next = new Map<number, number>()
  return taken.flatMap(({ bunch, group, n }) =>
    Array.from({ length: n }, () => {
      const member = next.get(bunch) ?? 0
      next.set(bunch, member + 1)
      return { bunch, member, group }
    }),
  )
}

/** Among equally good slates one that also meets the wishes, taken in the charter's order as far as they go together. */
function withWishes(council: Council, must: ReadonlySet<number>, found: Taken[], aim: ReadonlyMap<number, number>, least: number): Taken[] {
  const wishes = [...atomsOf(council.problem, ['should'])]
  if (wishes.length === 0) return found
  const asGood = (atoms: ReadonlySet<number>): Taken[] | null => {
    council.hold(atoms)
    const values = council.session.solve(aim)
    return values && valueIn(values, aim) >= least ? council.read(values) : null
  }
  const all = asGood(new Set([...must, ...wishes]))
  if (all) return all
  let best = found
  const kept = new Set(must)
  for (const wish of wishes) {
    const better = asGood(new Set([...kept, wish]))
    if (!better) continue
    kept.add(wish)
    best = better
  }
  return best
}
