// Work of this room without a request: letters that wait are sorted, and those whose day has come are erased.
import { restAfter } from '../platform/http/asked.ts'
import type { Job } from '../platform/jobs/jobs.ts'
import { eraseDueLetters } from './erase-letters.ts'
import { sortWaiting } from './sort-outside.ts'

export const mailroomJobs: readonly Job[] = [
  {
    name: 'sort the post',
    everySeconds: 2,
    outside: async (ctx, tenant) =>
      void (await sortWaiting(ctx.database, tenant.id, 10, ctx.config.mailServer, begun => restAfter(begun, 3))),
  },
  { name: 'erase letters', everySeconds: 3_600, run: eraseDueLetters },
]
