// Erases a candidate: the key, every row and every open promise go; the journal keeps that something was there, without saying what.
import { eraseThread } from '../mailroom/index.ts'
import { settleAll } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { eraseThing } from '../platform/sealed.ts'
import { isTheOne, mayWorkWith } from './access.ts'
import { candidateRow, nominationsOf, ownersOf } from './read-store.ts'
import { deleteCandidate } from './store.ts'
import type { How } from './tables.ts'

type Why = 'asked' | 'declined' | 'unanswered' | 'retention' | 'merged' | 'council_abolished' | 'taken_back'

export interface Erasing {
  readonly candidateId: string
  readonly why: Why
  /** How somebody who works here was asked by the person; nothing else is kept of it. */
  readonly how?: How
}

/**
 * Everything about the person, at once and for good.
 * @throws Refusal when they have been appointed: then a seat hangs on it, and a human finds the way together with them
 */
export async function erase(tx: Tx, who: Principal, { candidateId, why, how }: Erasing): Promise<void> {
  if (!(await candidateRow(tx, candidateId))) throw new NotFound()
  const nominations = await nominationsOf(tx, [candidateId])
  const ids = nominations.map(one => one.id)
  if (who.kind !== 'system' && !isTheOne(who, candidateId) && !mayWorkWith(who, { owners: await ownersOf(tx, ids) })) throw new NotAllowed()
  if (why === 'asked' && nominations.some(one => one.state === 'appointed'))
    throw new Refusal({
      da: 'Du er udpeget til et råd. Ring til os, så finder vi ud af det sammen.',
      en: 'You are appointed to a council. Call us, and we find out together.',
    })
  for (const id of ids) await settleAll(tx, who, id, 'erased')
  await settleAll(tx, who, candidateId, 'erased')
  await record(tx, who, { kind: 'candidate.erased', about: candidateId, facts: { why, nominations: ids.length, ...(how && { how }) } })
  await eraseThread(tx, who, candidateId)
  await deleteCandidate(tx, candidateId)
  for (const id of [...ids, candidateId]) await eraseThing(tx, id)
}
