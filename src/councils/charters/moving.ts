// Sitting members who may change seats with each other, and whether one more person then fits in.
import type { Problem } from './problem.ts'
import { type SeatRow, seatAll } from './seat.ts'

type Over = SeatRow & { of: ReadonlyMap<number, number>; weights: number[] }

export class Moving {
  private readonly problem: Problem
  private readonly allowed: number[]
  private readonly rows: Over[]
  /** Rows none of the members counts in: they matter only where the newcomer does. */
  private readonly others: Over[] = []

  /** `sitting`: the bunch of each member. */
  constructor(problem: Problem, sitting: Iterable<number>) {
    const members = [...sitting]
    this.problem = problem
    this.allowed = [...members.map(bunch => problem.bunches[bunch]!.eligible), 0]
    this.rows = []
    for (const { atom, scope, lo, hi, on, weights } of problem.rows) {
      if (problem.atoms[atom]!.strength !== 'must') continue
      const of = new Map(on.map((bunch, at) => [bunch, weights[at]!] as const))
      const row: Over = { scope, lo, hi, of, weights: [...members.map(bunch => of.get(bunch) ?? 0), 0] }
      if (lo > 0 || hi < 0 || row.weights.some(weight => weight !== 0)) this.rows.push(row)
      else this.others.push(row)
    }
  }

  /** Whether all can sit lawfully in some order with one more of this bunch. */
  takesIn(bunch: number): boolean {
    const rows = [...this.rows, ...this.others.filter(row => row.of.has(bunch))]
    for (const row of rows) row.weights[row.weights.length - 1] = row.of.get(bunch) ?? 0
    this.allowed[this.allowed.length - 1] = this.problem.bunches[bunch]!.eligible
    return seatAll({ groups: this.problem.groups, allowed: this.allowed, rows }) !== null
  }
}
