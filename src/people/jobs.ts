// Work of this room without a request: letters, escalation, sealing the log, noting what was erased, cleaning up.
import { erasedFile, noteErased } from '../platform/erased.ts'
import type { Job } from '../platform/jobs/jobs.ts'
import { sendLetters } from '../platform/mail/send.ts'
import { cleanUp } from './clean-up.ts'
import { escalate } from './escalate.ts'
import { postRules } from './post.ts'
import { askForSample } from './sample.ts'
import { sealLogs } from './seal-log.ts'

export const peopleJobs: readonly Job[] = [
  { name: 'letters', everySeconds: 5, outside: (ctx, tenant) => sendLetters(ctx, tenant, postRules) },
  { name: 'seal the logs', everySeconds: 10, run: tx => sealLogs(tx) },
  { name: 'escalate', everySeconds: 300, run: escalate },
  { name: 'monthly sample', everySeconds: 3_600, run: askForSample },
  {
    name: 'note what was erased',
    everySeconds: 60,
    outside: async (ctx, tenant) => void (await noteErased(ctx.database, tenant.id, erasedFile(ctx.config.keyFile))),
  },
  { name: 'clean up', everySeconds: 3_600, run: tx => cleanUp(tx) },
]
