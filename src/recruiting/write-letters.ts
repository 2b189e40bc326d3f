// Writes the personal letters of a mailing into the outbox, some at a time: each in the transaction that remembers it.
import { itemsOfKind } from '../municipalities/index.ts'
import { humanOf } from '../people/index.ts'
import { addDays, atLocal, type LocalDate, longDate } from '../platform/clock.ts'
import { newToken } from '../platform/crypto/token.ts'
import type { Tx } from '../platform/db/act.ts'
import { translationLine } from '../platform/html/translation-line.ts'
import { inLanguage } from '../platform/http/language.ts'
import { type Lang, learn } from '../platform/i18n.ts'
import { tell } from '../platform/mail/outbox.ts'
import type { Principal } from '../platform/principal.ts'
import { said } from '../platform/refusal.ts'
import { type Ask, holdAsk, insertAskLink } from './ask-store.ts'
import { knownCouncil } from './known-council.ts'
import { type Mailing, mailingById, noteWritten, takeWaiting } from './mailing-store.ts'
import { type Filling, merged, mergeFields } from './merge-fields.ts'
import { type Organisation, organisationById } from './organisation-store.ts'
import { recruitingPaths } from './paths.ts'
import { takeAskStep } from './take-ask-step.ts'
import { recruitingWords as w } from './words.ts'

/** The catalogue's places stay places until the letter is filled. */
const places = Object.fromEntries(mergeFields.map(name => [name, `{${name}}`]))
/** So many a round: a round is one transaction. */
const perRound = 40
/** Who was asked for the same council within so many days is not written to again. */
const quietDays = 7

/** A letter as one organisation gets it; without a token the link is only hinted at. */
export async function letterFor(
  tx: Tx,
  mailing: Pick<Mailing, 'council' | 'subject' | 'body' | 'reply_by'>,
  to: Organisation,
  token: string | null,
): Promise<{ subject: string; text: string; signedBy: string }> {
  const lang = to.letterLanguage
  await learn(lang)
  const council = await knownCouncil(tx, mailing.council)
  const facts = (await itemsOfKind(tx, 'municipality'))[0]
  const municipality = facts ? said(facts.name as never, lang) : ''
  const { human } = await humanOf(tx, lang, council?.facts.factBox.contact)
  const filling: Filling = {
    forening: to.name,
    kontaktperson: to.contact.person || to.name,
    raad: council ? said(council.name, lang) : mailing.council,
    frist: longDate(mailing.reply_by as LocalDate, lang),
    link: token === null ? hinted(tx, lang) : `${tx.site.baseUrl}${inLanguage(recruitingPaths.proposeBy(token), lang)}`,
  }
  // What somebody here wrote is Danish; the other languages have the house's own letter.
  const body = lang === 'da' ? mailing.body : w(lang, 'letter.body', places)
  const subject = lang === 'da' ? mailing.subject : w(lang, 'letter.subject', places)
  const reach = human.phone
    ? w(lang, 'letter.phone', { phone: human.phone })
    : human.email
      ? w(lang, 'letter.write', { email: human.email })
      : ''
  return {
    subject: merged(subject, filling),
    text: [merged(body, filling), reach, translationLine(lang, facts?.translationsChecked[lang])].filter(Boolean).join('\n\n'),
    signedBy: human.name ?? human.deputy?.name ?? municipality,
  }
}

/** The link with dots for its token, on a page only: the dots stay behind the address where the lines run from the right. */
const hinted = (tx: Tx, lang: Lang): string => `\u2066${tx.site.baseUrl}${inLanguage(recruitingPaths.proposeBy('…'), lang)}\u2069`

/** One round. Returns how many letters were written. Killed in the middle, nothing of the round has happened. */
export async function writeLetters(tx: Tx, who: Principal, most = perRound): Promise<number> {
  let written = 0
  for (const { mailingId, organisationId } of await takeWaiting(tx, most)) {
    const mailing = (await mailingById(tx, mailingId))!
    const to = await organisationById(tx, organisationId)
    if (!to || to.retiredAt || !to.contact.email || !(await knownCouncil(tx, mailing.council))) {
      await noteWritten(tx, mailingId, organisationId, { leftOut: 'gone' })
      continue
    }
    // Held until the transaction ends: another mailing for the same council waits here and then sees what was written.
    const ask = await holdAsk(tx, organisationId, mailing.council)
    const why = leftOut(tx, ask, mailing)
    if (why) {
      await noteWritten(tx, mailingId, organisationId, { leftOut: why })
      continue
    }
    const { token, hash } = newToken()
    await insertAskLink(tx, ask.id, hash, atLocal(addDays(mailing.reply_by as LocalDate, 31), '00:00'))
    const letter = await letterFor(tx, mailing, to, token)
    const letterId = await tell(tx, { about: ask.id, to: to.contact.email, language: to.letterLanguage, ...letter })
    await noteWritten(tx, mailingId, organisationId, { letterId })
    await takeAskStep(tx, who, {
      organisationId,
      council: mailing.council,
      step: ask.state === 'asked' ? 'remind' : 'ask',
      how: 'letter',
      replyBy: mailing.reply_by as LocalDate,
    })
    written++
  }
  return written
}

function leftOut(tx: Tx, ask: Ask, mailing: Mailing): 'asked' | 'said_no' | null {
  const last = ask.steps.at(-1)
  if (!last) return null
  if (ask.state === 'no' && last.at > mailing.made_at) return 'said_no'
  const quietSince = new Date(tx.now.getTime() - quietDays * 86_400_000)
  const asked =
    (ask.state === 'asked' || ask.state === 'answered') &&
    ask.steps.some(one => (one.step === 'ask' || one.step === 'remind') && one.at > quietSince)
  return asked ? 'asked' : null
}
