// Which archetypes a council takes in, as numbers in ascending order.
import type { Taken } from './council.ts'
import type { Problem } from './problem.ts'

export function recruited(problem: Problem, taken: readonly Taken[]): number[] {
  const list = taken.flatMap(({ bunch, n }) =>
    bunch >= problem.recruitsFrom ? new Array<number>(n).fill(bunch - problem.recruitsFrom) : [],
  )
  return list.sort((a, b) => a - b)
}
