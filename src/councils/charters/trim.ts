// When a goal adds up a number, only the highest of otherwise equal candidates can matter: the others need not reach the solver.
import type { Person } from './charter.ts'
import type { Goal } from './goals.ts'
import type { Never as NeverBunch } from './never-chosen.ts'
import { own } from './predicate.ts'
import type { Problem, ProblemRow, Sorted } from './problem.ts'

export type Sent = {
  problem: Problem
  members: number[][]
  /** −1: not sent. */
  bunchOf: Int32Array
  /** What was found of a bunch, for everybody who is alike to the charter. */
  spread: (never: readonly NeverBunch[]) => { at: number; atoms: number[] }[]
}

/**
 * Leaves out candidates that cannot be in an optimal slate: with one `sum` goal, whoever stands below more equals with a
 * strictly better number than there are seats. Nobody at the boundary is dropped, so every tie stays for the lottery.
 */
export function keepBest(goals: readonly Goal[], pool: readonly Person[], sorted: Sorted, k: number): Sent {
  const sums = goals.filter(goal => goal.kind === 'sum')
  const whole: Sent = {
    problem: sorted.problem,
    members: sorted.members,
    bunchOf: sorted.bunchOf,
    spread: never => never.flatMap(({ bunch, atoms }) => sorted.members[bunch]!.map(at => ({ at, atoms }))),
  }
  if (sums.length !== 1 || sorted.problem.bunches.length < 200) return whole
  const [goal] = sums
  const { classOf } = sorted
  const classes: number[][] = Array.from({ length: classOf.reduce((most, one) => Math.max(most, one + 1), 0) }, () => [])
  for (const [at, one] of classOf.entries()) classes[one]!.push(at)
  const number = (at: number) => {
    const value = own(pool[at]!, goal!.attr)
    return typeof value === 'number' && Number.isFinite(value) ? value * goal!.weight : 0
  }
  const enough = sorted.problem.seats * Math.max(1, k)
  const kept = new Set<number>()
  for (const list of classes) {
    const ranked = [...list].sort((a, b) => number(b) - number(a))
    const bar = ranked.length > enough ? number(ranked[enough - 1]!) : Number.NEGATIVE_INFINITY
    for (const at of ranked) if (number(at) >= bar) kept.add(at)
  }
  if (kept.size === pool.length) return whole
  return only(sorted, kept, classOf, classes)
}

function only(sorted: Sorted, kept: ReadonlySet<number>, classOf: Int32Array, classes: number[][]): Sent {
  const { problem } = sorted
  const members: number[][] = []
  const now = problem.bunches.map((_, bunch) => {
    const left = sorted.members[bunch]!.filter(at => kept.has(at))
    return left.length > 0 ? members.push(left) - 1 : -1
  })
  const bunches = problem.bunches.flatMap((bunch, at) => (now[at]! >= 0 ? [{ ...bunch, count: members[now[at]!]!.length }] : []))
  const left = <T extends ProblemRow>(row: T): T => {
    const used = row.on.flatMap((bunch, at) => (now[bunch]! >= 0 ? [[now[bunch]!, row.weights[at]!] as const] : []))
    return { ...row, on: used.map(([bunch]) => bunch), weights: used.map(([, weight]) => weight) }
  }
  const twice = problem.twice.map(left).filter(row => row.on.length > 0)
  return {
    problem: { ...problem, bunches, rows: problem.rows.map(left), twice, recruitsFrom: bunches.length },
    members,
    bunchOf: Int32Array.from(sorted.bunchOf, (bunch, at) => (kept.has(at) ? now[bunch]! : -1)),
    spread: never => {
      const found = new Map(never.map(({ bunch, atoms }) => [classOf[members[bunch]![0]!]!, atoms] as const))
      return [...found].flatMap(([each, atoms]) => classes[each]!.map(at => ({ at, atoms })))
    },
  }
}
