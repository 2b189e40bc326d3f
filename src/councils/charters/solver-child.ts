// The solver's own process: loads HiGHS once and answers one question at a time.
import { answerQuestions, GaveUp } from '../../platform/child/in-child.ts'
import { explainTask } from './explain-task.ts'
import { openHighs } from './highs-session.ts'
import { NotDecided } from './linear.ts'
import { proposeTask } from './propose-task.ts'
import { restoreTask } from './restore-task.ts'
import type { Ask, Tasks } from './solver-words.ts'

let left = () => 0
const open = await openHighs(() => left())

answerQuestions<Ask, Tasks[keyof Tasks]['answer']>((ask, at) => {
  left = at.left
  const report = (step: string) => {
    if (left() < 0) throw new NotDecided('out of time')
    at.report(step)
  }
  try {
    if (ask.task === 'explain') return explainTask(open, ask.question, report)
    return ask.task === 'propose' ? proposeTask(open, ask.question, report) : restoreTask(open, ask.question)
  } catch (error) {
    if (error instanceof NotDecided) throw new GaveUp(error.message)
    // What an interrupted question left in the solver's memory goes with this process.
    throw new Error(`the solver failed: ${error instanceof Error ? error.message : 'unknown'}`)
  }
})
