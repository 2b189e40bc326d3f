// The life of a question to the engine about a draft: going on, answered, stopped, or not decided; from each there is a way on.
import type { TrialEnd } from './tables.ts'

export type TrialState = 'running' | 'answered' | 'cancelled' | 'undecided'
export const trialVerbs = ['look_again', 'stop', 'ask_again'] as const
export type TrialVerb = (typeof trialVerbs)[number]

const ways: Record<TrialState, readonly TrialVerb[]> = {
  running: ['look_again', 'stop'],
  answered: ['ask_again'],
  cancelled: ['ask_again'],
  undecided: ['ask_again'],
}
export const waysOnFrom = (state: TrialState): readonly TrialVerb[] => ways[state]

/** Seconds the engine gets, and how long a question may stand open before it is given up: its process may have gone. */
export const trialSeconds = 15
const longestOpen = 90_000

/** The state follows from what was written; a question nobody answers is not decided. */
export function trialState(
  trial: { readonly askedAt: Date; readonly endedHow: TrialEnd | null; readonly answer: unknown },
  now: Date,
): TrialState {
  if (trial.endedHow === 'cancelled') return 'cancelled'
  if (trial.endedHow === 'failed') return 'undecided'
  if (trial.endedHow === 'answered') return (trial.answer as { undecided?: unknown } | null)?.undecided ? 'undecided' : 'answered'
  return now.getTime() - trial.askedAt.getTime() > longestOpen ? 'undecided' : 'running'
}
