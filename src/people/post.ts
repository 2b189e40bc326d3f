// What the post asks of us: who letters are from, and who hears when one never arrives.
import { addDays, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import { takeOffMark } from '../platform/mail/bad-address.ts'
import type { PostRules } from '../platform/mail/send.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayMoveLetters } from './access.ts'
import { owe, settle } from './due.ts'
import { bouncedLetter } from './letter-fate.ts'
import { tellNews } from './letter-news.ts'
import { letterById, lettersAbout, setLetterState } from './letter-store.ts'
import { senderOf } from './standing.ts'

export const failedLetter = 'letter.failed'

export const postRules: PostRules = {
  sender: senderOf,
  async failed(tx, who, { id, about }) {
    const today = localDate(tx.now)
    await owe(tx, who, {
      kind: failedLetter,
      about,
      owner: null,
      office: 'drift',
      receivedOn: today,
      dueOn: addDays(today, 1),
      rule: { id: 'letter', force: 'must' },
      becauseOf: id,
    })
    await record(tx, who, { kind: failedLetter, about, facts: { letter: id } })
    await tellNews(tx, who, { id, about, news: 'failed' })
  },
  async sent(tx, who, { id, about }) {
    await record(tx, who, { kind: 'letter.sent', about, facts: { letter: id } })
    await settleWhenNoneFails(tx, who, about, 'sent')
    await tellNews(tx, who, { id, about, news: 'sent' })
  },
}

/** Tries a kept or failed letter anew. Refuses while letters cannot leave. */
export async function sendAgain(tx: Tx, who: Principal, { id }: { id: string }): Promise<void> {
  if (!mayMoveLetters(who)) throw new NotAllowed()
  const letter = await letterById(tx, id)
  if (!letter) throw new NotFound()
  if (letter.state !== 'kept' && letter.state !== 'failed' && letter.state !== 'bounced') throw new Refusal(notNow)
  if (!tx.site.smtp || !(await senderOf(tx))) throw new Refusal(noWay)
  // Whoever tries again has found the address to be right.
  if (letter.to !== null) await takeOffMark(tx, letter.to)
  await setLetterState(tx, id, 'waiting')
  await record(tx, who, { kind: 'letter.again', about: letter.about, facts: { letter: id } })
}

/** The letter needs no sending any more: somebody has told them in another way. */
export async function toldOtherwise(tx: Tx, who: Principal, { id }: { id: string }): Promise<void> {
  if (!mayMoveLetters(who)) throw new NotAllowed()
  const letter = await letterById(tx, id)
  if (!letter) throw new NotFound()
  if (letter.state === 'sent' || letter.state === 'withdrawn' || letter.state === 'posted') throw new Refusal(notNow)
  await setLetterState(tx, id, 'withdrawn')
  await record(tx, who, { kind: 'letter.told-otherwise', about: letter.about, facts: { letter: id } })
  await settleWhenNoneFails(tx, who, letter.about, 'told otherwise')
}

/** Somebody called, or found another way: what was owed for letters that did not arrive is done, for this thing. */
export async function calledInstead(tx: Tx, who: Principal, about: string): Promise<void> {
  for (const letter of await lettersAbout(tx, [about]))
    if (letter.state === 'failed' || letter.state === 'bounced') await setLetterState(tx, letter.id, 'withdrawn')
  for (const kind of [failedLetter, bouncedLetter]) await settle(tx, who, about, kind, 'told otherwise')
}

async function settleWhenNoneFails(tx: Tx, who: Principal, about: string, how: string): Promise<void> {
  const letters = await lettersAbout(tx, [about])
  if (!letters.some(letter => letter.state === 'failed')) await settle(tx, who, about, failedLetter, how)
  if (!letters.some(letter => letter.state === 'bounced')) await settle(tx, who, about, bouncedLetter, how)
}
const notNow = { da: 'Brevet er allerede på vej eller væk.', en: 'The letter is already on its way or gone.' }
const noWay = {
  da: 'Breve kan ikke sendes endnu. Der mangler en mailserver (SMTP_URL), eller kommunen har ikke bekræftet siden.',
  en: 'Letters cannot be sent yet. There is no mail server (SMTP_URL), or the municipality has not confirmed the site.',
}
