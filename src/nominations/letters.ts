// Letters about nominations: neutral logistics only. Councils, reasons and answers stand behind a code, on paper or on the telephone.

import { itemsOfKind } from '../municipalities/index.ts'
import { humanOf, siteName } from '../people/index.ts'
import { type LocalDate, longDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { translationLine } from '../platform/html/translation-line.ts'
import { inLanguage } from '../platform/http/language.ts'
import { type Lang, learn } from '../platform/i18n.ts'
import { tell } from '../platform/mail/outbox.ts'
import { said } from '../platform/refusal.ts'
import { paths } from './paths.ts'
import { nominationWords as w } from './words.ts'

interface To {
  readonly candidateId: string
  readonly to: string
  readonly language: Lang
}
type Kind = 'receipt' | 'invitation' | 'reminder' | 'answer' | 'retention' | 'link' | 'message' | 'claim.yes' | 'claim.no' | 'question'

async function write(
  tx: Tx,
  { candidateId, to, language }: To,
  kind: Kind,
  fill: Record<string, string>,
  writtenBy?: string,
): Promise<string> {
  await learn(language)
  const { human } = await humanOf(tx, language)
  const facts = (await itemsOfKind(tx, 'municipality'))[0]
  const municipality = facts ? said(facts.name as never, language) : ''
  const phone = human.phone
    ? w(language, 'letter.phone', { phone: human.phone })
    : human.email
      ? w(language, 'letter.write', { email: human.email })
      : ''
  return await tell(tx, {
    about: candidateId,
    ...(writtenBy && { writtenBy }),
    to,
    subject: w(language, `letter.${kind}.subject`, { municipality }),
    text: [
      w(language, `letter.${kind}`, { municipality, ...fill }),
      // Whoever is written to for the first time has told us nothing: what the law says they must be told stands in the letter itself.
      kind === 'invitation' || kind === 'reminder'
        ? w(language, 'letter.told', { municipality, ...fill, officer: officer(language, facts?.dataProtection) })
        : '',
      phone,
      translationLine(language, facts?.translationsChecked[language]),
    ]
      .filter(Boolean)
      .join('\n\n'),
    language,
    signedBy: human.name ?? human.deputy?.name ?? municipality,
  })
}

/** The data protection officer, or that nobody has filled it in. */
const officer = (language: Lang, one: { name: string; email: string; phone: string | null } | null | undefined): string =>
  one
    ? `${w(language, 'legal.officer')} ${[one.name, one.email, one.phone].filter(Boolean).join(', ')}`
    : w(language, 'legal.officer.missing')

/** The address of a page, in the language of the letter that leads there. */
const address = (tx: Tx, path: string, language: Lang) => `${tx.site.baseUrl}${inLanguage(path, language)}`

/** We have it; by this day somebody contacts you. */
export async function writeReceipt(tx: Tx, to: To & { readonly contactBy: LocalDate }): Promise<void> {
  await write(tx, to, 'receipt', { date: longDate(to.contactBy, to.language), link: address(tx, paths.receipt, to.language) })
}
/** Somebody suggested you: a personal link, and until when it works. */
export async function writeInvitation(
  tx: Tx,
  to: To & { readonly token: string; readonly until: LocalDate; readonly eraseOn: LocalDate; readonly again: boolean },
): Promise<void> {
  const fill = {
    link: address(tx, paths.personal(to.token), to.language),
    date: longDate(to.until, to.language),
    erase: longDate(to.eraseOn, to.language),
  }
  await write(tx, to, to.again ? 'reminder' : 'invitation', fill)
}
/** There is an answer; it is read behind the code. */
export async function writeAnswer(tx: Tx, to: To): Promise<void> {
  await write(tx, to, 'answer', { link: address(tx, paths.receipt, to.language) })
}
/** What we have is erased on this day, unless you want it kept. */
export async function writeRetention(tx: Tx, to: To & { readonly on: LocalDate }): Promise<void> {
  await write(tx, to, 'retention', { date: longDate(to.on, to.language), link: address(tx, paths.receipt, to.language) })
}
/** We need to know a little more: a link of their own. The answer address leads to the letter they wrote. */
export async function writeQuestion(
  tx: Tx,
  to: {
    readonly letterId: string
    readonly to: string
    readonly language: Lang
    readonly token: string
    readonly until: LocalDate
    readonly writtenBy: string
  },
): Promise<string> {
  const fill = { link: address(tx, paths.question(to.token), to.language), date: longDate(to.until, to.language) }
  return await write(tx, { ...to, candidateId: to.letterId }, 'question', fill, to.writtenBy)
}
/** Somebody here wrote a message; it is read on the person's own page. Returns the id of the letter that tells so. */
export async function writeMessageLetter(
  tx: Tx,
  to: To & { readonly token: string; readonly until: LocalDate; readonly writtenBy: string },
): Promise<string> {
  const fill = { link: address(tx, paths.personal(to.token), to.language), date: longDate(to.until, to.language) }
  return await write(tx, to, 'message', fill, to.writtenBy)
}
/** The message itself, on paper, for somebody without e-mail. */
export async function writePaperLetter(
  tx: Tx,
  {
    candidateId,
    to,
    language,
    text,
    writtenBy,
    signedBy,
  }: To & { readonly text: string; readonly writtenBy: string; readonly signedBy: string },
): Promise<string> {
  const subject = w(language, 'letter.paper.subject', { municipality: await siteName(tx, language) })
  return await tell(tx, { about: candidateId, to, subject, text, language, signedBy, writtenBy, onPaper: true })
}
/** They wrote yes or no in a letter. Anybody can write in another's name, so the button behind their own link decides. */
export async function writeClaim(
  tx: Tx,
  to: To & { readonly said: 'yes' | 'no'; readonly token: string; readonly until: LocalDate },
): Promise<void> {
  const fill = { link: address(tx, paths.personal(to.token), to.language), date: longDate(to.until, to.language) }
  await write(tx, to, `claim.${to.said}`, fill)
}
