// Somebody who was told that they will be erased asks to stay: everything is kept for a whole period more, and announced anew before it ends.
import { settle } from '../people/index.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { isTheOne, mayWorkWith } from './access.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import { retentionOf } from './open-councils.ts'
import { endedOf } from './read-store.ts'
import { announced, eraseOn, type KeptFor } from './retention.ts'
import { updateCandidate } from './store.ts'
import type { How } from './tables.ts'

/** What is owed to somebody who will soon be erased: that a human sees it in time. */
export const expiryDue = 'candidate.expire'

export interface Ending {
  /** The day everything is erased. */
  readonly on: LocalDate
  /** The day it would be, were it kept from today. */
  readonly otherwise: LocalDate
}
/** When somebody will be erased and has been told so; null otherwise. */
export function endingOf({ row, nominations }: Candidate, rules: ReadonlyMap<string, KeptFor>, today: LocalDate): Ending | null {
  const ended = nominations.map(one => endedOf(one.row))
  const end = eraseOn(ended, rules, row.kept_on)
  return end && announced(end, row.warned_at) ? { on: end.on, otherwise: eraseOn(ended, rules, today)!.on } : null
}

/**
 * Keeps them from today. Staff write down how they were asked.
 * @throws Refusal when nothing is announced: then nothing is about to be erased
 */
export async function keepCandidate(tx: Tx, who: Principal, { candidateId, how }: { candidateId: string; how?: How }): Promise<void> {
  const candidate = await candidateOf(tx, candidateId)
  if (!candidate) throw new NotFound()
  if (!isTheOne(who, candidateId) && !mayWorkWith(who, candidate)) throw new NotAllowed()
  const today = localDate(tx.now)
  if (!endingOf(candidate, await retentionOf(tx), today))
    throw new Refusal({ da: 'Der er ikke noget, der er ved at blive slettet.', en: 'Nothing is about to be erased.' })
  await updateCandidate(tx, candidateId, { kept_on: today })
  await settle(tx, who, candidateId, expiryDue, 'kept')
  await record(tx, who, { kind: 'candidate.kept', about: candidateId, facts: { ...(how && { how }) } })
}
