// Further choices of recruits next to a known one: one recruit at a time is exchanged for another who fits the same seat.
import type { Taken } from './council.ts'
import type { Problem } from './problem.ts'
import { recruited } from './recruited.ts'

/**
 * Choices of archetypes that make the same council with one recruit after another exchanged, the plainest first, up to `most`. Each is
 * proved by adding up the rows of `atoms`; that these are all of them is not claimed.
 */
export function bySwapping(problem: Problem, atoms: ReadonlySet<number>, found: readonly Taken[], most: number): number[][] {
  const rows = problem.rows.filter(row => atoms.has(row.atom))
  const weights = rows.map(row => new Map(row.on.map((bunch, at) => [bunch, row.weights[at]!] as const)))
  const weigh = (r: number, bunch: number, group: number) => (rows[r]!.scope & (1 << group) ? (weights[r]!.get(bunch) ?? 0) : 0)
  const kinds = Array.from({ length: problem.bunches.length - problem.recruitsFrom }, (_, at) => problem.recruitsFrom + at).sort(
    (a, b) => problem.plainness[a - problem.recruitsFrom]! - problem.plainness[b - problem.recruitsFrom]!,
  )
  const seats = found.flatMap(({ bunch, group, n }) => Array.from({ length: n }, () => ({ bunch, group })))
  const start = { seats, sums: rows.map((_, r) => seats.reduce((sum, { bunch, group }) => sum + weigh(r, bunch, group), 0)) }
  const options = new Map([[nameOf(problem, seats), recruited(problem, found)]])
  const waiting = [start]
  while (waiting.length > 0 && options.size < most) {
    const { seats: now, sums } = waiting.shift()!
    for (const [at, { bunch: out, group }] of now.entries()) {
      if (out < problem.recruitsFrom) continue
      for (const kind of kinds) {
        if (options.size >= most) break
        if (kind === out || !(problem.bunches[kind]!.eligible & (1 << group))) continue
        const next = sums.map((sum, r) => sum - weigh(r, out, group) + weigh(r, kind, group))
        if (next.some((sum, r) => sum < rows[r]!.lo || sum > rows[r]!.hi)) continue
        const swapped = now.map((seat, place) => (place === at ? { bunch: kind, group } : seat))
        const name = nameOf(problem, swapped)
        if (options.has(name)) continue
        options.set(
          name,
          recruited(
            problem,
            swapped.map(seat => ({ ...seat, n: 1 })),
          ),
        )
        waiting.push({ seats: swapped, sums: next })
      }
    }
  }
  return [...options.values()]
}

const nameOf = (problem: Problem, seats: readonly { bunch: number }[]) =>
  seats
    .flatMap(({ bunch }) => (bunch >= problem.recruitsFrom ? [bunch] : []))
    .sort((a, b) => a - b)
    .join()
