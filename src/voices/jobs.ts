// What this room does without being asked: the clock of what is urgent, pauses that end, and what is no longer kept.
import type { Job } from '../platform/jobs/jobs.ts'
import { eraseAsked } from './erase-asked.ts'
import { endPauses, keepPeriods } from './keep-time.ts'
import { dropOldNotified } from './own-notified.ts'
import { takeOvers } from './take-over.ts'
import { escalateUrgent } from './urgent.ts'

export const voiceJobs: readonly Job[] = [
  { name: 'voices.urgent', everySeconds: 20, run: escalateUrgent },
  { name: 'voices.pauses', everySeconds: 3_600, run: endPauses },
  { name: 'voices.hand-overs', everySeconds: 900, run: takeOvers },
  { name: 'voices.periods', everySeconds: 86_400, run: keepPeriods },
  { name: 'voices.erase-asked', everySeconds: 3_600, run: eraseAsked },
  { name: 'voices.notified', everySeconds: 86_400, run: dropOldNotified },
]
