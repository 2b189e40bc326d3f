// The solver: questions to a process of its own, where a hard one can take no more than its time and memory.
import { type AskOptions, keepChild, NotAnswered } from '../../platform/child/kept-child.ts'
import { NotDecided } from './linear.ts'
import type { Ask, Tasks } from './solver-words.ts'

export { type AskOptions, Cancelled } from '../../platform/child/kept-child.ts'

const solver = keepChild<Ask, Tasks[keyof Tasks]['answer']>(new URL('./solver-child', import.meta.url), {
  name: 'the solver',
  seconds: 20,
  addressSpace: 4_000_000,
  memory: 400 * 1024 * 1024,
  questions: 500,
  heap: 768,
})

/** Puts a question to the solver's process. Rejects with `NotDecided` or `Cancelled`; a crashed solver is "not decided" too. */
export async function ask<T extends keyof Tasks>(
  task: T,
  question: Tasks[T]['question'],
  options: AskOptions = {},
): Promise<Tasks[T]['answer']> {
  try {
    return (await solver.ask({ task, question } as Ask, options)) as Tasks[T]['answer']
  } catch (error) {
    throw error instanceof NotAnswered ? new NotDecided(error.message) : error
  }
}

/** Starts the process ahead of the first question. */
export const warmSolver = (): void => solver.warm()

/** The process now running, for watching it; null when none is. */
export const solverProcess = (): number | null => solver.pid()

/** Ends the process; the next question starts another. */
export const closeSolver = (): void => solver.close()
