// The inside of a process of its own: answers one question at a time, and goes when its parent goes.
import type { Asked, Told } from './child-words.ts'

export interface AtWork {
  /** Seconds left for the question; below zero when it is late. */
  left(): number
  /** Tells the parent what is being done now; the same step is told once. */
  report(step: string): void
}

/** Gives up on a question and keeps the process; any other error ends the process too, with what it left in memory. */
export class GaveUp extends Error {}

/** Says that the process is ready, and answers what it is asked. */
export function answerQuestions<Q, A>(answer: (question: Q, at: AtWork) => A | Promise<A>): void {
  const tell = (told: Told<A>) => process.send?.(told)
  process.on('disconnect', () => process.exit(0))
  process.on('message', async ({ question, seconds }: Asked<Q>) => {
    const deadline = performance.now() + seconds * 1000
    let last = ''
    const report = (step: string) => {
      if (step !== last) tell({ kind: 'progress', step })
      last = step
    }
    try {
      const found = await answer(question, { left: () => (deadline - performance.now()) / 1000, report })
      tell({ kind: 'answer', answer: found, memory: process.memoryUsage.rss() })
    } catch (error) {
      tell({ kind: 'failed', why: error instanceof Error ? error.message.slice(0, 200) : 'unknown' })
      if (!(error instanceof GaveUp)) process.exit(1)
    }
  })
  tell({ kind: 'ready' })
}
