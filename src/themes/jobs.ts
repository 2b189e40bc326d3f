// What this room does without being asked: the weekly publication, and forgetting who read a note long ago.
import type { Job } from '../platform/jobs/jobs.ts'
import { dropOldReadings } from './notes.ts'
import { publishWeek } from './publish.ts'

export const themeJobs: readonly Job[] = [
  {
    name: 'themes.publish',
    everySeconds: 3_600,
    async run(tx, who) {
      await publishWeek(tx, who)
    },
  },
  { name: 'themes.reading-marks', everySeconds: 86_400, run: dropOldReadings },
]
