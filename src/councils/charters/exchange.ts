// A slate's sums, and whether one person may take another's seat, or an empty one, without a rule breaking: by adding up, without the solver.
import type { Taken } from './council.ts'
import type { GoalProblem } from './goal-problem.ts'
import type { Problem } from './problem.ts'

/** Where a bunch counts: in row or term `at`, with a weight, wherever it sits within `scope`. */
type Count = { at: number; scope: number; weight: number }

export class Exchange {
  private readonly problem: Problem
  private readonly goals: readonly GoalProblem[]
  private readonly lo: number[] = []
  private readonly hi: number[] = []
  private readonly inRows: Count[][]
  private readonly inTerms: Count[][]
  private readonly goalOfTerm: number[] = []
  private readonly termsOfGoal: number[][] = []
  private sums: number[] = []
  private terms: number[] = []
  private broken: number[] = []
  private readonly change = new Map<number, number>()

  /** Only the rows of `atoms` are kept. */
  constructor(problem: Problem, atoms: ReadonlySet<number>, goals: readonly GoalProblem[] = []) {
    this.problem = problem
    this.goals = goals
    this.inRows = problem.bunches.map(() => [])
    this.inTerms = problem.bunches.map(() => [])
    for (const row of problem.rows) {
      if (!atoms.has(row.atom)) continue
      const at = this.lo.push(row.lo) - 1
      this.hi.push(row.hi)
      for (const [i, bunch] of row.on.entries()) this.inRows[bunch]!.push({ at, scope: row.scope, weight: row.weights[i]! })
    }
    for (const [g, goal] of goals.entries()) {
      this.termsOfGoal.push([])
      for (const term of goal.terms) {
        const at = this.goalOfTerm.push(g) - 1
        this.termsOfGoal[g]!.push(at)
        for (const [i, bunch] of term.on.entries()) this.inTerms[bunch]!.push({ at, scope: goal.scope, weight: term.weights[i]! })
      }
    }
  }

  /** The slate to start from. */
  start(slate: readonly Taken[]) {
    this.sums = this.lo.map(() => 0)
    this.terms = this.goalOfTerm.map(() => 0)
    for (const { bunch, group, n } of slate) this.add(bunch, group, n)
    this.broken = []
    for (const [at, sum] of this.sums.entries()) if (sum < this.lo[at]! || sum > this.hi[at]!) this.broken.push(at)
  }

  /** Whether every row holds for the slate as it started. */
  get lawful(): boolean {
    return this.broken.length === 0
  }

  /** Whether the slate is lawful once one more of the bunch sits in the group. */
  lawfulWith(bunch: number, group: number): boolean {
    if (!(this.problem.bunches[bunch]!.eligible & (1 << group))) return false
    const { change } = this
    change.clear()
    note(change, this.inRows[bunch]!, group, 1)
    return this.holdsAfter(change) && this.broken.every(at => change.has(at))
  }

  private holdsAfter(change: ReadonlyMap<number, number>): boolean {
    for (const [at, by] of change) {
      const sum = this.sums[at]! + by
      if (sum < this.lo[at]! || sum > this.hi[at]!) return false
    }
    return true
  }

  private add(bunch: number, group: number, n: number) {
    for (const { at, scope, weight } of this.inRows[bunch]!) if (scope & (1 << group)) this.sums[at]! += n * weight
    for (const { at, scope, weight } of this.inTerms[bunch]!) if (scope & (1 << group)) this.terms[at]! += n * weight
  }

  /** Whether the slate, which must be lawful, stays so and loses at most `loss` of its worth, when `out` gives the seat in the group to `into`. */
  allows(out: number, into: number, group: number, loss = Number.POSITIVE_INFINITY): boolean {
    if (!(this.problem.bunches[into]!.eligible & (1 << group))) return false
    const { change } = this
    change.clear()
    note(change, this.inRows[into]!, group, 1)
    note(change, this.inRows[out]!, group, -1)
    if (!this.holdsAfter(change)) return false
    return loss === Number.POSITIVE_INFINITY || this.worthChange(out, into, group) >= -loss
  }

  private worthChange(out: number, into: number, group: number): number {
    const { change, terms } = this
    change.clear()
    note(change, this.inTerms[into]!, group, 1)
    note(change, this.inTerms[out]!, group, -1)
    let worth = 0
    const gaps = new Set<number>()
    for (const [at, by] of change) {
      const goal = this.goals[this.goalOfTerm[at]!]!
      if (goal.kind === 'sum') worth += goal.weight * by
      if (goal.kind === 'present') worth += goal.weight * (Number(terms[at]! + by > 0) - Number(terms[at]! > 0))
      if (goal.kind === 'imbalance') gaps.add(this.goalOfTerm[at]!)
    }
    for (const g of gaps) {
      const [a, b] = this.termsOfGoal[g]! as [number, number]
      const after = Math.abs(terms[a]! + (change.get(a) ?? 0) - terms[b]! - (change.get(b) ?? 0))
      worth += this.goals[g]!.weight * (after - Math.abs(terms[a]! - terms[b]!))
    }
    return worth
  }
}

function note(change: Map<number, number>, counts: readonly Count[], group: number, sign: number) {
  for (const { at, scope, weight } of counts) if (scope & (1 << group)) change.set(at, (change.get(at) ?? 0) + sign * weight)
}
