// How few sitting members would have to go so that the pool can fill an empty seat.
import { Council, seated } from './council.ts'
import { atomsOf } from './explain-task.ts'
import type { OpenSession } from './linear.ts'
import type { Problem } from './problem.ts'

/** `sitting[bunch]`: how many of the bunch sit now (the one who leaves not counted); the rest of each bunch is the pool. */
export type RestoreQuestion = { problem: Problem; sitting: number[] }

/**
 * Fewest others who must go so that the council is lawful again with the seat refilled, or null. Sitting members and candidates
 * are different bunches. "Refilled": at least as many sit as before the seat became empty.
 */
export function restoreTask(open: OpenSession, { problem, sitting }: RestoreQuestion): number | null {
  const council = new Council(open, problem)
  council.hold(atomsOf(problem, ['must']))
  const members = sitting.reduce((sum, n) => sum + n, 0)
  const everyone = [...problem.bunches.keys()]
  council.session.addRow({
    lo: members + 1,
    hi: Number.POSITIVE_INFINITY,
    ...council.spread(
      -1,
      everyone,
      everyone.map(() => 1),
    ),
  })
  const stay = everyone.filter(bunch => sitting[bunch]! > 0)
  const found = council.solve(council.worth(stay.map(bunch => [bunch, 1] as const)))
  council.close()
  if (!found) return null
  const kept = seated(found)
  return members - stay.reduce((sum, bunch) => sum + (kept.get(bunch) ?? 0), 0)
}
