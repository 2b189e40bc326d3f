// Seating search: who sits in which group so that the fewest rows break. Exact; a greedy choice would be wrong.

import { adds, lostForSure, type Open, open, type Puzzle } from './puzzle.ts'
import { type Aim, lostAt, prepare, within } from './seat-layers.ts'

export { type Puzzle, type SeatRow, TooMuchToSearch } from './puzzle.ts'

/** A seating in which every row holds, or null when there is none. `seating[i]` is the group of entry i. */
export function seatAll(puzzle: Puzzle, work = 20_000): number[] | null {
  if (puzzle.allowed.includes(0)) return null
  const state = open(puzzle)
  return lostForSure(puzzle, state).length > 0 ? null : search(puzzle, state, work)
}

function search(puzzle: Puzzle, state: Open, work: number): number[] | null {
  const budget = { left: work }
  const start = state.live.map(r => state.sums[r]!)
  if (descend(puzzle, state, start, budget)) return Array.from(state.seats)
  if (budget.left > 0) return null
  const aim = { groupsOfRows: puzzle.rows.map((_, r) => r), cost: () => '' }
  const lost = lostForSure(puzzle, state)
  return within(prepare(puzzle, state, aim, lost), lost.length, { left: 3_000_000 })?.seats ?? null
}

/** Depth by depth without calls within calls: a slate may have thousands of people. */
function descend(
  { rows, groups, allowed }: Puzzle,
  { flex, live, most, least, seats }: Open,
  start: number[],
  budget: { left: number },
): boolean {
  const fits = (now: readonly number[], depth: number) =>
    live.every((r, l) => now[l]! + most[depth]![l]! >= rows[r]!.lo && now[l]! + least[depth]![l]! <= rows[r]!.hi)
  const sums = [start]
  const untried: number[] = []
  let depth = 0
  let fresh = true
  while (depth >= 0) {
    const now = sums[depth]!
    if (fresh) {
      fresh = false
      if (!fits(now, depth)) {
        depth--
        if (budget.left <= 0) return false
        continue
      }
      if (depth === flex.length) return true
      if (budget.left-- <= 0) return false
      untried[depth] = 0
    }
    const entry = flex[depth]!
    const mask = allowed[entry]!
    let group = untried[depth]!
    while (group < groups && !(mask & (1 << group))) group++
    if (group === groups) {
      depth--
      continue
    }
    untried[depth] = group + 1
    seats[entry] = group
    sums[++depth] = now.map((sum, l) => sum + adds(rows[live[l]!]!, entry, mask, group))
    fresh = true
  }
  return false
}

/** The best complete seating by `cost` among those with the fewest broken counted atoms; null when nobody can sit. Its cost is worked out when asked. */
export function seatBest(puzzle: Puzzle, aim: Aim): { readonly seats: number[]; readonly cost: string } | null {
  if (puzzle.allowed.includes(0)) return null
  const state = open(puzzle)
  const lost = lostForSure(puzzle, state)
  // When only what breaks anyhow breaks, nothing can be better.
  const seats = aim.thorough ? null : search(puzzle, state, 2_000)
  if (seats) {
    return {
      seats,
      get cost() {
        return aim.cost(new Set(lost.map(r => aim.groupsOfRows[r]!)), sumsOf(puzzle, seats))
      },
    }
  }
  const budget = { left: 3_000_000 }
  const task = prepare(puzzle, state, aim, lost)
  if (aim.breakable !== undefined) return within(task, aim.breakable, budget)
  const atoms = new Set(aim.groupsOfRows.filter(atom => aim.counts?.(atom) ?? true)).size
  for (let breakable = lostAt(task, task.start, 0); breakable <= atoms; breakable++) {
    const found = within(task, breakable, budget)
    if (found) return found
  }
  return null
}

/** The sum of each row under a seating. */
export function sumsOf({ rows }: Pick<Puzzle, 'rows'>, seats: readonly number[]): number[] {
  return rows.map(({ scope, weights }) => {
    let sum = 0
    for (let at = 0; at < seats.length; at++) if (scope & (1 << seats[at]!)) sum += weights[at]!
    return sum
  })
}
