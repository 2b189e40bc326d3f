// The next good slate that really differs from those already proposed.
import { Council, type Seat } from './council.ts'
import { type GoalProblem, goalExtra, worthOf } from './goal-problem.ts'
import type { OpenSession } from './linear.ts'
import type { Problem } from './problem.ts'

/** The best slate that differs from each earlier one in at least max(1, ⌈n/4⌉) persons on either side. */
export function different(
  open: OpenSession,
  problem: Problem,
  goals: GoalProblem[],
  must: ReadonlySet<number>,
  slates: Seat[][],
): Seat[] | null {
  const split = splitBy(problem, goals, slates)
  const council = new Council(open, split.problem, false, made => goalExtra(made, split.goals))
  council.hold(must)
  const everyone = [...split.problem.bunches.keys()]
  for (const [at, slate] of slates.entries()) {
    const shared = split.parts.flatMap((part, bunch) => (part.in.has(at) ? [bunch] : []))
    const n = slate.length
    const row = (both: number, all: number, lo: number) => {
      const line = council.spread(
        -1,
        everyone,
        everyone.map(bunch => all + (shared.includes(bunch) ? both : 0)),
      )
      const used = line.weights.map((weight, i) => [line.on[i]!, weight] as const).filter(([, weight]) => weight !== 0)
      council.session.addRow({
        lo,
        hi: Number.POSITIVE_INFINITY,
        on: used.map(([column]) => column),
        weights: used.map(([, weight]) => weight),
      })
    }
    const least = Math.max(1, Math.ceil(n / 4))
    row(-1, 0, least - n)
    row(-1, 1, least)
    // The same with the new slate's own size m: n − shared ≥ m/4, m − shared ≥ m/4, in quarters.
    row(-4, -1, -4 * n)
    row(-4, 3, 0)
  }
  const values = council.session.solve(worthOf(council, split.goals))
  const taken = values && council.read(values)
  council.close()
  if (!taken) return null
  const next = new Map<number, number>()
  return taken.flatMap(({ bunch, group, n }) =>
    Array.from({ length: n }, () => {
      const { origin, members } = split.parts[bunch]!
      const at = next.get(bunch) ?? 0
      next.set(bunch, at + 1)
      return { bunch: origin, member: members[at]!, group }
    }),
  )
}

type Part = { origin: number; members: number[]; in: Set<number> }

/** Bunches split by which earlier slates their members sit in. */
function splitBy(problem: Problem, goals: GoalProblem[], slates: Seat[][]): { problem: Problem; goals: GoalProblem[]; parts: Part[] } {
  const parts: Part[] = []
  const of: number[][] = []
  for (const [bunch, { count }] of problem.bunches.entries()) {
    const used = new Map<number, Set<number>>()
    for (const [at, slate] of slates.entries()) {
      for (const seat of slate) if (seat.bunch === bunch) used.set(seat.member, (used.get(seat.member) ?? new Set()).add(at))
    }
    const byPattern = new Map<string, Part>()
    // Enough unused members for one slate; the others are just like them.
    let spare = problem.seats
    for (let member = 0; member < count; member++) {
      const pattern = used.get(member)
      if (!pattern && spare-- <= 0) continue
      const key = pattern ? [...pattern].join() : ''
      const part = byPattern.get(key) ?? { origin: bunch, members: [], in: pattern ?? new Set<number>() }
      part.members.push(member)
      byPattern.set(key, part)
    }
    of.push([...byPattern.values()].map(part => parts.push(part) - 1))
  }
  const widen = <T extends { on: number[]; weights: number[] }>(row: T): T => ({
    ...row,
    on: row.on.flatMap(bunch => of[bunch]!),
    weights: row.on.flatMap((bunch, at) => of[bunch]!.map(() => row.weights[at]!)),
  })
  const bunches = parts.map(part => ({ ...problem.bunches[part.origin]!, count: part.members.length }))
  return {
    problem: { ...problem, bunches, rows: problem.rows.map(widen), twice: [], recruitsFrom: bunches.length },
    goals: goals.map(goal => ({ ...goal, terms: goal.terms.map(widen) })),
    parts,
  }
}
