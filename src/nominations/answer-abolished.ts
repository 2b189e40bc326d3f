// A council is abolished: everybody who waits for it gets the published reason as their answer, in the same deed.
import type { Abolition } from '../councils/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import { actorOf, type Principal, type System } from '../platform/principal.ts'
import { fetchKeys } from '../platform/sealed.ts'
import { erase } from './erase-candidate.ts'
import { move } from './move-nomination.ts'
import { after, states } from './nomination.ts'
import { keepInStep } from './promise.ts'
import { candidateRow, type NominationRow, nominationsOf } from './read-store.ts'
import { inCouncil } from './register-store.ts'
import { openField } from './sealed-fields.ts'
import { markContacted, moveNomination } from './store.ts'

/**
 * Whoever was contacted is answered, and so is whoever is reached by e-mail: the letter is the contact. Nobody is answered whom nobody
 * has contacted (A37): for them the promise stands, with its owner and its day. Who was suggested and never said yes is let go.
 */
export async function answerAbolished(tx: Tx, who: Principal, { council, reason, event }: Abolition): Promise<void> {
  const waiting = await inCouncil(tx, council, [...states])
  await fetchKeys(
    tx,
    waiting.map(one => one.candidate_id),
  )
  for (const one of waiting) {
    if (one.state === 'suggested') await letGo(tx, who, one)
    else if (after(one.state, 'decline') !== null && (one.contacted_at !== null || (await reachedByLetter(tx, one))))
      await move(tx, who, { nominationId: one.id, verb: 'decline', reason, because: event })
  }
}

async function reachedByLetter(tx: Tx, { id, candidate_id, state }: NominationRow): Promise<boolean> {
  const row = await candidateRow(tx, candidate_id)
  const contact = row && (await openField(tx, candidate_id, 'contact_sealed', row.contact_sealed))
  if (contact?.reach !== 'email' || !contact.email) return false
  await markContacted(tx, id, state)
  return true
}

/** Erased, or only withdrawn from here when they were suggested for other councils too. */
async function letGo(tx: Tx, who: Principal, one: NominationRow): Promise<void> {
  if ((await nominationsOf(tx, [one.candidate_id])).length === 1) {
    // Whoever records the event need not have reached the person; the house itself keeps the promise to erase.
    const house: System = { kind: 'system', municipalityId: tx.municipalityId, job: 'council abolished' }
    return await erase(tx, house, { candidateId: one.candidate_id, why: 'council_abolished' })
  }
  const change = { state: 'withdrawn' as const, closed_on: localDate(tx.now), closed_by: actorOf(who) }
  await moveNomination(tx, one.id, 'suggested', change)
  await record(tx, who, { kind: 'nomination.withdraw', about: one.id, because: [one.candidate_id], facts: { council: one.council } })
  await keepInStep(tx, who, { ...one, ...change })
}
