// Asks whoever wrote a letter for what is missing: a neutral letter with a link of their own; and takes what they fill in there.
import { lettersOnThread, letterToWork, mayReadPost, type WorkLetter } from '../mailroom/index.ts'
import { addDays, type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Lang } from '../platform/i18n.ts'
import { historyOf, record } from '../platform/journal.ts'
import { parseAddress } from '../platform/mail/address.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { languageOf } from '../platform/text/language-of.ts'
import { mayEnter } from './access.ts'
import type { Answers } from './answers.ts'
import { dealtWith, settleLetter } from './confirm-letter.ts'
import { letterLink } from './letter-link.ts'
import { writeQuestion } from './letters.ts'
import { nominationDesk } from './mail-desk.ts'
import { groundOf } from './open-councils.ts'
import { type Receipt, receiveNomination } from './receive-nomination.ts'

const askedKind = 'letter.asked'

/** The address an answer goes to: where the writer wants it, else where they wrote from. */
export function addressOf({ facts }: Pick<WorkLetter, 'facts'>): string | null {
  return parseAddress(facts.replyTo ?? facts.from?.address ?? '') ?? (facts.from ? parseAddress(facts.from.address) : null)
}
/** When the writer was last asked for what is missing; null when nobody has. */
export async function lastAsked(tx: Tx, letterId: string): Promise<Date | null> {
  return (await historyOf(tx, letterId)).filter(event => event.kind === askedKind).at(-1)?.at ?? null
}
/** A letter on the desk that nothing has been made of yet. */
export const isOpen = (letter: WorkLetter): boolean =>
  letter.desk === nominationDesk.name && !letter.finished && letter.thread === letter.id

/** @throws Refusal when there is nobody to write to, or somebody has dealt with the letter */
export async function askWriter(tx: Tx, who: Principal, { letterId }: { letterId: string }): Promise<void> {
  if (who.kind !== 'staff' || !mayReadPost(who) || !mayEnter(who)) throw new NotAllowed()
  const letter = await letterToWork(tx, letterId, true)
  if (!letter || letter.desk !== nominationDesk.name) throw new NotFound()
  if (!isOpen(letter)) throw new Refusal(dealtWith)
  const to = addressOf(letter)
  if (!to) throw new Refusal(nobody)
  const { promises } = await groundOf(tx)
  const until = addDays(localDate(tx.now), promises.link)
  const token = letterLink(tx.keys.of(tx.municipalityId), letter.id, until)
  await writeQuestion(tx, { letterId, to, language: languageOf(letter.facts.text) as Lang, token, until, writtenBy: who.personId })
  await record(tx, who, { kind: askedKind, about: letterId })
}

/** What the writer fills in behind the link: a nomination like any other, received on the day the letter came. */
export async function answerQuestion(
  tx: Tx,
  who: Principal,
  { letterId, answers, key }: { letterId: string; answers: Answers; key: string },
): Promise<Receipt> {
  const letter = await letterToWork(tx, letterId, true)
  if (!letter) throw new NotFound()
  const receivedOn: LocalDate = localDate(letter.arrivedAt)
  const receipt = await receiveNomination(tx, who, { answers, channel: 'web', key, receivedOn })
  // Sent twice, or after a human has confirmed the letter: what is there stays where it is.
  if (isOpen(letter)) await settleLetter(tx, who, letterId, receipt.candidateId, 'confirmed')
  return receipt
}

/** The letters that came later on the matter the letter opened, the oldest first. */
export const laterLetters = lettersOnThread

const nobody = {
  da: 'Brevet har ingen adresse, vi kan skrive til. Ring, hvis der står et nummer.',
  en: 'The letter has no address we can write to. Call, if it gives a number.',
}
