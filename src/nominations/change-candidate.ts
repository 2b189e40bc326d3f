// Changes what a candidate has told us: by themselves on their own page, or by staff who were told.

import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { uuid7 } from '../platform/ids.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { isTheOne, mayWorkWith } from './access.ts'
import { answeredColumns } from './answered-columns.ts'
import { type Answers, keepable, shortcomings } from './answers.ts'
import { wordsOf } from './finding.ts'
import { offerOf } from './offer.ts'
import { groundOf } from './open-councils.ts'
import { candidateRow, nominationsOf, ownersOf, tiesOf } from './read-store.ts'
import { deleteTies, insertTies, replaceWords, updateCandidate } from './store.ts'

/**
 * Writes the answers anew. A tie that stands as it was keeps its confirmation; a residence that is answered differently loses its own.
 * @throws Refusal when something needed is missing
 */
export async function changeCandidate(
  tx: Tx,
  who: Principal,
  { candidateId, answers: given }: { candidateId: string; answers: Answers },
): Promise<void> {
  const before = await candidateRow(tx, candidateId)
  if (!before) throw new NotFound()
  const nominations = await nominationsOf(tx, [candidateId])
  if (
    !isTheOne(who, candidateId) &&
    !mayWorkWith(who, {
      owners: await ownersOf(
        tx,
        nominations.map(one => one.id),
      ),
    })
  )
    throw new NotAllowed()
  const ground = await groundOf(tx)
  const wanted = new Set(nominations.map(one => one.council))
  const councils = ground.all.filter(one => wanted.has(one.slug))
  const offer = offerOf(councils, who.kind === 'staff')
  const all: Answers = {
    ...given,
    forWhom: 'self',
    councils: [...wanted],
    residence: given.residence ?? (offer.residence ? null : 'unknown'),
  }
  const faults = shortcomings('summary', all, offer, [...wanted])
  if (faults.length > 0) throw new Refusal(faults)
  const answers = keepable(all, offer)
  const residence = offer.residence ? (answers.residence ?? 'not_asked') : before.residence
  await updateCandidate(tx, candidateId, {
    ...(await answeredColumns(tx, candidateId, answers, offer)),
    residence,
    ...(residence === before.residence
      ? {}
      : { residence_verified: null, residence_verified_on: null, residence_verified_how: null, residence_verified_by: null }),
  })
  const kept = await tiesOf(tx, [candidateId])
  const today = localDate(tx.now)
  const ties = answers.ties.map(tie => {
    const same = kept.find(one => one.kind === tie.kind && one.organisation === tie.organisation && one.local === tie.local)
    return same ? { ...same, role: tie.role } : { id: uuid7(tx.now), candidate_id: candidateId, ...tie, declared_on: today }
  })
  await deleteTies(tx, candidateId)
  await insertTies(tx, ties)
  await replaceWords(
    tx,
    candidateId,
    wordsOf(answers.name),
    answers.ties.flatMap(tie => wordsOf(tie.organisation)),
  )
  await record(tx, who, { kind: 'candidate.changed', about: candidateId })
}
