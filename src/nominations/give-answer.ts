// Tells somebody how it ended: by a neutral letter where they have e-mail, else somebody tells them and writes it down.
import type { Tx } from '../platform/db/act.ts'
import type { Lang } from '../platform/i18n.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayWorkWith } from './access.ts'
import { insertContact } from './contact-store.ts'
import { writeAnswer } from './letters.ts'
import { isOpen } from './nomination.ts'
import { keepInStep } from './promise.ts'
import { candidateRow, nominationRow, ownersOf } from './read-store.ts'
import { openField } from './sealed-fields.ts'
import { markAnswered } from './store.ts'
import type { How } from './tables.ts'

/** Writes "there is an answer" to whoever asked for e-mail. False when somebody must tell them in another way. */
export async function giveAnswerByLetter(tx: Tx, who: Principal, candidateId: string, nominationId: string): Promise<boolean> {
  const candidate = await candidateRow(tx, candidateId)
  const contact = candidate ? await openField(tx, candidateId, 'contact_sealed', candidate.contact_sealed) : null
  if (!candidate || contact?.reach !== 'email' || !contact.email) return false
  await writeAnswer(tx, { candidateId, to: contact.email, language: candidate.language as Lang })
  await answered(tx, who, candidateId, nominationId, 'email')
  return true
}

/** Writes down that the person was told: on the telephone, in a meeting, by paper letter, through somebody they trust, or on their page. */
export async function giveAnswer(tx: Tx, who: Principal, { nominationId, how }: { nominationId: string; how: How }): Promise<void> {
  const row = await nominationRow(tx, nominationId)
  if (!row) throw new NotFound()
  if (!mayWorkWith(who, { owners: await ownersOf(tx, [nominationId]) })) throw new NotAllowed()
  if (isOpen(row.state)) throw new Refusal({ da: 'Der er ikke noget svar at give endnu.', en: 'There is no answer to give yet.' })
  await answered(tx, who, row.candidate_id, nominationId, how)
  await keepInStep(tx, who, { ...row, answered_at: tx.now })
}

async function answered(tx: Tx, who: Principal, candidateId: string, nominationId: string, how: How): Promise<void> {
  await markAnswered(tx, nominationId)
  await insertContact(tx, { candidateId, byPerson: who.kind === 'staff' ? who.personId : null, how, result: 'answered', text: null })
  await record(tx, who, { kind: 'nomination.answered', about: nominationId, because: [candidateId], facts: { how } })
}
