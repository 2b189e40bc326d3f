// What the site asks the solver's process, and what comes back.
import type { Explained } from './explain-task.ts'
import type { Problem } from './problem.ts'
import type { Proposed, ProposeQuestion } from './propose-task.ts'
import type { RestoreQuestion } from './restore-task.ts'

export type Tasks = {
  explain: { question: Problem; answer: Explained }
  propose: { question: ProposeQuestion; answer: Proposed }
  restore: { question: RestoreQuestion; answer: number | null }
}
export type Ask = { [T in keyof Tasks]: { task: T; question: Tasks[T]['question'] } }[keyof Tasks]
