// Comparing an answer with the oracle's, the same inside the test runner and outside it.
import { isDeepStrictEqual } from 'node:util'

/** What the engine said and what is true differ. */
export class Difference extends Error {}

export function same(got: unknown, expected: unknown, what: string, where: () => string): void {
  if (isDeepStrictEqual(got, expected)) return
  throw new Difference(`${what}: got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}; ${where()}`)
}

/** Equal up to the rounding of a solver. */
export function near(got: number | null, expected: number, what: string, where: () => string): void {
  if (got !== null && Math.abs(got - expected) < 1e-6) return
  throw new Difference(`${what}: got ${got}, expected ${expected}; ${where()}`)
}

/** Kinds of cases met in a round, so that a run of only easy cases is noticed. */
export type Seen = Record<string, number>

/** One random case from a number, put to the engine and compared with the oracle. Throws `Difference`. */
export type Round = (seed: number) => Seen | Promise<Seen>
