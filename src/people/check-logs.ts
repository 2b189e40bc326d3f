// Testing whether the logs are whole, and writing down that somebody did.
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed } from '../platform/refusal.ts'
import { maySeeReadings } from './access.ts'
import { keptFrom } from './clean-up.ts'
import { chains } from './log-store.ts'
import { type ChainCheck, checkChain } from './seal-log.ts'
import { houseThing } from './standing.ts'

/** Follows both chains. `head` is a seal somebody wrote down earlier; it must still be in one of them. */
export async function checkLogs(tx: Tx, who: Principal, { head }: { head: string | null }): Promise<ChainCheck[]> {
  if (!maySeeReadings(who) && who.kind !== 'system') throw new NotAllowed()
  const erasedBefore = (await keptFrom(tx, 'access_log', 396)) ?? new Date(0)
  const checks: ChainCheck[] = []
  for (const chain of chains) checks.push(await checkChain(tx, chain, erasedBefore))
  const known = head === null || (await tx.db.selectFrom('seal').select('id').where('hash', '=', head.toLowerCase()).executeTakeFirst())
  if (!known) checks[0] = { ...checks[0]!, broken: checks[0]!.broken ?? { at: null, what: 'head' } }
  await record(tx, who, {
    kind: 'logs.checked',
    about: await houseThing(tx),
    facts: { whole: checks.every(check => check.broken === null), seals: checks.map(check => String(check.seals)) },
  })
  return checks
}
