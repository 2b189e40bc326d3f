// Work of this room without a request: letters, escalation, sealing the log, cleaning up.
import type { Job } from '../platform/jobs/jobs.ts'
import { sendLetters } from '../platform/mail/send.ts'
import { postRules } from './post.ts'

export const peopleJobs: readonly Job[] = [
  { name: 'letters', everySeconds: 5, outside: (ctx, tenant) => sendLetters(ctx, tenant, postRules) },
]
