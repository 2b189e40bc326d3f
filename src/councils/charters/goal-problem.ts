// Goals as linear terms over bunches: what a slate is worth, for the solver.
import type { Council, Extra } from './council.ts'
import type { LinearRow } from './linear.ts'

/** A sum of weight × seated-in-scope. */
export type Term = { on: number[]; weights: number[] }
/**
 * `sum`: the one term. `present`: how many terms are above zero. `imbalance`: |first term − second term|.
 * The goal's value counts `weight` times.
 */
export type GoalProblem = { kind: 'sum' | 'present' | 'imbalance'; weight: number; scope: number; terms: Term[] }

/** The extra columns and rows the goals need beside the council's own. */
export function goalExtra(council: Council, goals: readonly GoalProblem[]): Extra {
  const extra: Extra = { upper: [], real: [], rows: [] }
  const add = (upper: number) => council.ownColumns + extra.upper.push(upper) - 1
  const most = council.problem.seats
  for (const goal of goals) {
    if (goal.kind === 'present') for (const term of goal.terms) extra.rows.push(...presence(council, goal, term, add(1), most))
    if (goal.kind === 'imbalance') {
      const gap = add(most)
      extra.rows.push(...imbalance(council, goal, gap, goal.weight > 0 ? add(1) : null, most))
    }
  }
  return extra
}

function presence(council: Council, goal: GoalProblem, term: Term, column: number, most: number): LinearRow[] {
  const sum = council.spread(goal.scope, term.on, term.weights)
  const infinite = Number.POSITIVE_INFINITY
  // Wanted: it may count only when somebody is there. Unwanted: it must count when anybody is.
  return goal.weight >= 0
    ? [{ lo: 0, hi: infinite, on: [...sum.on, column], weights: [...sum.weights, -1] }]
    : [{ lo: 0, hi: infinite, on: [...sum.on, column], weights: [...sum.weights.map(weight => -weight), most] }]
}

function imbalance(council: Council, goal: GoalProblem, gap: number, side: number | null, most: number): LinearRow[] {
  const [a, b] = goal.terms.map(term => council.spread(goal.scope, term.on, term.weights))
  const difference = { on: [...a!.on, ...b!.on], weights: [...a!.weights, ...b!.weights.map(weight => -weight)] }
  const infinite = Number.POSITIVE_INFINITY
  const merged = merge(difference)
  const minus = merged.weights.map(weight => -weight)
  if (side === null) {
    return [
      { lo: 0, hi: infinite, on: [...merged.on, gap], weights: [...minus, 1] },
      { lo: 0, hi: infinite, on: [...merged.on, gap], weights: [...merged.weights, 1] },
    ]
  }
  // gap ≤ difference, or gap ≤ −difference: `side` says which.
  return [
    { lo: 0, hi: infinite, on: [...merged.on, gap, side], weights: [...merged.weights, -1, 2 * most] },
    { lo: -2 * most, hi: infinite, on: [...merged.on, gap, side], weights: [...minus, -1, -2 * most] },
  ]
}

/** One entry per column. */
function merge({ on, weights }: Term): Term {
  const sums = new Map<number, number>()
  for (const [at, column] of on.entries()) sums.set(column, (sums.get(column) ?? 0) + weights[at]!)
  const kept = [...sums].filter(([, weight]) => weight !== 0)
  return { on: kept.map(([column]) => column), weights: kept.map(([, weight]) => weight) }
}

/** The goals as worth per column. */
export function worthOf(council: Council, goals: readonly GoalProblem[]): Map<number, number> {
  const aim = new Map<number, number>()
  const add = (column: number, worth: number) => aim.set(column, (aim.get(column) ?? 0) + worth)
  let column = council.ownColumns
  for (const goal of goals) {
    if (goal.kind === 'sum') {
      for (const term of goal.terms) {
        const line = council.spread(goal.scope, term.on, term.weights)
        for (const [at, each] of line.on.entries()) add(each, goal.weight * line.weights[at]!)
      }
    }
    if (goal.kind === 'present') for (const _ of goal.terms) add(column++, goal.weight)
    if (goal.kind === 'imbalance') {
      add(column++, goal.weight)
      if (goal.weight > 0) column++
    }
  }
  return aim
}

/** A factor that makes every possible value of the goals a whole number, or null when there is none of reasonable size. */
export function scaleOf(goals: readonly GoalProblem[]): number | null {
  const numbers = goals.flatMap(goal =>
    goal.kind === 'sum' ? goal.terms.flatMap(term => term.weights.map(weight => weight * goal.weight)) : [goal.weight],
  )
  for (const scale of [1, 2, 3, 4, 6, 10, 12, 100, 1_000, 10_000]) {
    if (numbers.every(number => Math.abs(number * scale - Math.round(number * scale)) < 1e-9 * Math.max(1, Math.abs(number * scale))))
      return scale
  }
  return null
}
