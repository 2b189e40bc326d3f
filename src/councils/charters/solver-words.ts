// What the site and the solver's process say to each other.
import type { Explained } from './explain-task.ts'
import type { Problem } from './problem.ts'
import type { Proposed, ProposeQuestion } from './propose-task.ts'
import type { RestoreQuestion } from './restore-task.ts'

export type Tasks = {
  explain: { question: Problem; answer: Explained }
  propose: { question: ProposeQuestion; answer: Proposed }
  restore: { question: RestoreQuestion; answer: number | null }
}
export type Ask = { [T in keyof Tasks]: { task: T; question: Tasks[T]['question']; seconds: number } }[keyof Tasks]
export type Told =
  | { kind: 'ready' }
  | { kind: 'progress'; step: string }
  | { kind: 'answer'; answer: Tasks[keyof Tasks]['answer']; memory: number }
  | { kind: 'undecided'; why: string }
  | { kind: 'failed'; why: string }
