// A letter becomes a nomination when a human has read it: the fields are theirs to confirm, the letter stays on the matter.
import { lettersOnThread, letterToWork, mayReadPost, moveThreadTo } from '../mailroom/index.ts'
import { settleAll } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayEnter, maySearch } from './access.ts'
import type { Answers } from './answers.ts'
import { madeFromLetter } from './letter-history.ts'
import { nominationDesk } from './mail-desk.ts'
import { candidateRow } from './read-store.ts'
import { type Receipt, receiveNomination } from './receive-nomination.ts'
import { recordContact } from './record-contact.ts'

export interface ConfirmLetter {
  readonly letterId: string
  readonly answers: Answers
  readonly key: string
  /** What was said on the telephone about what the letter left open; kept with the candidate. */
  readonly spoken?: string | null
}

/** @throws Refusal when somebody has dealt with the letter already, or something needed is missing */
export async function confirmLetter(tx: Tx, who: Principal, { letterId, answers, key, spoken }: ConfirmLetter): Promise<Receipt> {
  if (!mayReadPost(who) || !mayEnter(who)) throw new NotAllowed()
  const letter = await letterToWork(tx, letterId, true)
  if (!letter || letter.desk !== nominationDesk.name) throw new NotFound()
  if (letter.finished || letter.thread !== letter.id) throw new Refusal(dealtWith)
  const receipt = await receiveNomination(tx, who, { answers, channel: 'email', key, receivedOn: localDate(letter.arrivedAt) })
  // The same form once more after what it made was taken back: a new page makes a new one.
  if (receipt.already && !(await candidateRow(tx, receipt.candidateId))) throw new Refusal(dealtWith)
  await settleLetter(tx, who, letterId, receipt.candidateId, 'confirmed')
  if (spoken) await recordContact(tx, who, { candidateId: receipt.candidateId, how: 'phone', result: 'talked', text: spoken, nextOn: null })
  return receipt
}

/** The letter belongs to a candidate we know: it goes to their matter and changes nothing about them. */
export async function attachLetter(
  tx: Tx,
  who: Principal,
  { letterId, candidateId }: { letterId: string; candidateId: string },
): Promise<void> {
  if (!mayReadPost(who) || !maySearch(who)) throw new NotAllowed()
  const letter = await letterToWork(tx, letterId, true)
  if (!letter || letter.desk !== nominationDesk.name || !(await candidateRow(tx, candidateId))) throw new NotFound()
  if (letter.finished) throw new Refusal(dealtWith)
  await settleLetter(tx, who, letterId, candidateId, 'attached')
}

/** The letter, and every later one on its matter, now lies with the candidate; nothing more is owed for them. */
export async function settleLetter(
  tx: Tx,
  who: Principal,
  letterId: string,
  candidateId: string,
  how: 'confirmed' | 'attached',
): Promise<void> {
  for (const { id } of await lettersOnThread(tx, letterId)) await settleAll(tx, who, id, 'confirmed')
  await moveThreadTo(tx, letterId, candidateId, who.kind === 'staff' ? who.personId : null)
  await settleAll(tx, who, letterId, 'confirmed')
  await record(tx, who, { kind: madeFromLetter, about: letterId, because: [candidateId], facts: { how } })
}

export const dealtWith = {
  da: 'En anden har allerede taget sig af brevet. Åbn siden igen.',
  en: 'Somebody else has dealt with this letter already. Open the page again.',
}
