// What this room does without being asked: reminders to the suggested, and erasing what is no longer kept.
import type { Job } from '../platform/jobs/jobs.ts'
import { keepPeriods, keepSuggestions } from './keep-time.ts'

export const nominationJobs: readonly Job[] = [
  { name: 'nominations.suggestions', everySeconds: 3_600, run: keepSuggestions },
  { name: 'nominations.periods', everySeconds: 86_400, run: keepPeriods },
]
