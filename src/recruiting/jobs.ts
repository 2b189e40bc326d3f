// What this room does without being asked: writing the letters of a mailing that was set going, and asking the engine anew after a change.
import type { Job } from '../platform/jobs/jobs.ts'
import { keepWarm } from './board.ts'
import { writeLetters } from './write-letters.ts'

export const recruitingJobs: readonly Job[] = [
  {
    name: 'recruiting.letters',
    everySeconds: 5,
    run: async (tx, who) => {
      await writeLetters(tx, who)
    },
  },
  { name: 'recruiting.warm', everySeconds: 10, everywhere: true, run: keepWarm },
]
