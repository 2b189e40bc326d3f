// What the charter engine is proved by: each part's rounds in a run of `npm test` and in the long run.
import { openHighs } from '../../../src/councils/charters/highs-session.ts'
import { checkRound } from './check-round.ts'
import { explainRound, recruitRound, secondSolverRound } from './explain-round.ts'
import { proposeRound, secondOptimumRound } from './propose-round.ts'
import { replaceRound } from './replace-round.ts'
import type { Round, Seen } from './same.ts'

export type Part = {
  name: string
  what: string
  /** Rounds in each run of the tests, and in the long run. */
  short: number
  long: number
  round: Round
  /** Of so many rounds at least this share must be of each kind, so that a run of only easy cases is noticed. */
  least: Seen
}

export async function proofParts(): Promise<Part[]> {
  const highs = await openHighs(() => 60)
  return [
    {
      name: 'check',
      what: 'random slates get the verdict of the oracle that tries every seating',
      short: 1_000,
      long: 100_000,
      round: checkRound,
      least: { ok: 0.05, wishes: 0.05, broken: 0.25 },
    },
    {
      name: 'explain',
      what: 'pools: feasibility, witness, what breaks and a minimal conflict',
      short: 300,
      long: 100_000,
      round: explainRound(highs),
      least: { feasible: 0.1, not: 0.25 },
    },
    {
      name: 'recruit',
      what: 'pools: the fewest recruits and all smallest choices, for the law and for the wishes',
      short: 100,
      long: 20_000,
      round: recruitRound(highs),
      least: { some: 0.1, none: 0.01 },
    },
    {
      name: 'second solver',
      what: 'pools: a second solver gives the same answers',
      short: 100,
      long: 5_000,
      round: secondSolverRound(highs),
      least: { feasible: 0.1, not: 0.1 },
    },
    {
      name: 'propose',
      what: 'pools: the optimum, lawful slates that differ, who can never be chosen, and the lottery',
      short: 150,
      long: 20_000,
      round: proposeRound(highs),
      least: { feasible: 0.1, tied: 0.02, several: 0.02, never: 0.02 },
    },
    {
      name: 'second optimum',
      what: 'larger pools: a second solver finds the same optimum and the same persons out of reach',
      short: 60,
      long: 5_000,
      round: secondOptimumRound(highs),
      least: { feasible: 0.1 },
    },
    {
      name: 'replace',
      what: 'vacancies: who can take the seat, who could if others moved, and what it costs otherwise',
      short: 150,
      long: 20_000,
      round: replaceRound,
      least: { keep: 0.1, reshuffle: 0.005, cost: 0.005, none: 0.02 },
    },
  ]
}

/** Kinds of cases that were met too seldom. */
export function tooFew({ least }: Part, seen: Seen, rounds: number): string[] {
  return Object.keys(least).filter(kind => (seen[kind] ?? 0) < least[kind]! * rounds)
}
