// Work of this room without a request: letters, escalation, sealing the log, noting what was erased, cleaning up.
import { pastTime } from '../platform/copies.ts'
import { act } from '../platform/db/act.ts'
import { erasedFile, noteErased } from '../platform/erased.ts'
import type { Job } from '../platform/jobs/jobs.ts'
import { sendLetters } from '../platform/mail/send.ts'
import { deleteOldCopies } from '../platform/old-copies.ts'
import type { System } from '../platform/principal.ts'
import { cleanUp } from './clean-up.ts'
import { keepCopiesDue, noteDeletedCopy } from './copies-due.ts'
import { escalate } from './escalate.ts'
import { postRules } from './post.ts'
import { askForSample } from './sample.ts'
import { sealLogs } from './seal-log.ts'

const system = (municipalityId: string): System => ({ kind: 'system', municipalityId, job: 'copies and keys' })
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
  {
    name: 'copies and keys',
    everySeconds: 86_400,
    outside: async (ctx, tenant) => {
      if (tenant.practiceOf) return
      const [who, now] = [system(tenant.id), ctx.clock.now()]
      // What is not deleted is past its time below, and a human hears of it.
      await deleteOldCopies(ctx.config.backups, tenant.id, now, async file => {
        ctx.log.info('deleted an old copy', { municipality: tenant.slug, file })
        await act(ctx.database, who, noteDeletedCopy, file)
      })
      await act(ctx.database, who, keepCopiesDue, pastTime(ctx.config, now))
    },
  },
  { name: 'clean up', everySeconds: 3_600, run: tx => cleanUp(tx) },
]
