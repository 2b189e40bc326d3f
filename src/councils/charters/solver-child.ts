// The solver's own process: loads HiGHS once, answers one question at a time, and goes when its parent goes.
import { explainTask } from './explain-task.ts'
import { openHighs } from './highs-session.ts'
import { NotDecided } from './linear.ts'
import { proposeTask } from './propose-task.ts'
import { restoreTask } from './restore-task.ts'
import type { Ask, Told } from './solver-words.ts'

let deadline = 0
const opened = openHighs(() => (deadline - performance.now()) / 1000)
const tell = (told: Told) => process.send?.(told)

process.on('disconnect', () => process.exit(0))
process.on('message', async (ask: Ask) => {
  deadline = performance.now() + ask.seconds * 1000
  let last = ''
  const report = (step: string) => {
    if (performance.now() > deadline) throw new NotDecided('out of time')
    if (step !== last) tell({ kind: 'progress', step })
    last = step
  }
  try {
    const open = await opened
    const answer =
      ask.task === 'explain'
        ? explainTask(open, ask.question, report)
        : ask.task === 'propose'
          ? proposeTask(open, ask.question, report)
          : restoreTask(open, ask.question)
    tell({ kind: 'answer', answer, memory: process.memoryUsage.rss() })
  } catch (error) {
    tell(
      error instanceof NotDecided
        ? { kind: 'undecided', why: error.message }
        : { kind: 'failed', why: error instanceof Error ? error.message.slice(0, 200) : 'unknown' },
    )
    // What an interrupted question left in the solver's memory goes with this process.
    if (!(error instanceof NotDecided)) process.exit(1)
  }
})
await opened
tell({ kind: 'ready' })
