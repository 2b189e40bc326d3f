// What this room does without being asked: the weekly publication.
import type { Job } from '../platform/jobs/jobs.ts'
import { publishWeek } from './publish.ts'

export const themeJobs: readonly Job[] = [
  {
    name: 'themes.publish',
    everySeconds: 3_600,
    async run(tx, who) {
      await publishWeek(tx, who)
    },
  },
]
