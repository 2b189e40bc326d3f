// Remembers in memory when sessions were used and writes it down each half minute, because a GET writes nothing.
import type { Ctx } from '../platform/context.ts'
import { act } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { sawSessions } from './sessions.ts'

export function rememberSeen(ctx: Ctx) {
  const seen = new Map<string, Map<string, Date>>()
  const timer = setInterval(() => void flush(), 30_000).unref()
  async function flush(): Promise<void> {
    for (const [municipalityId, sessions] of [...seen]) {
      seen.delete(municipalityId)
      await act(ctx.database, { kind: 'system', municipalityId, job: 'sessions seen' }, tx => sawSessions(tx, sessions), undefined).catch(
        () => {},
      )
    }
  }
  return {
    saw(who: Principal, at: Date): void {
      if (who.kind !== 'staff' && who.kind !== 'subject') return
      const sessions = seen.get(who.municipalityId) ?? new Map<string, Date>()
      sessions.set(who.sessionId, at)
      seen.set(who.municipalityId, sessions)
    },
    async flush(): Promise<void> {
      clearInterval(timer)
      await flush()
    },
  }
}
