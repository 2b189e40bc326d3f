// What became of a letter after it left: bounced, put off, delivered, answered; and who hears of it.
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import { markBad, takeOffMark } from '../platform/mail/bad-address.ts'
import type { Bounce } from '../platform/mail/bounce.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed } from '../platform/refusal.ts'
import { owe } from './due.ts'
import { tellNews } from './letter-news.ts'
import { answeredLetter, letterById, noteFate } from './letter-store.ts'

export const bouncedLetter = 'letter.bounced'

/**
 * Takes in what a server reports. 5.x.x (not 5.2.2) marks the address and asks a human to call instead; given up otherwise asks the human
 * without the mark; a delay is noted. `unclear`: words we cannot read, so a human must look at the report itself; `foreign`: about no letter of ours.
 */
export async function takeBounce(
  tx: Tx,
  who: Principal,
  { letterId, bounce }: { readonly letterId: string | null; readonly bounce: Bounce },
): Promise<'taken' | 'unclear' | 'foreign'> {
  if (who.kind !== 'system') throw new NotAllowed()
  const letter = letterId === null ? null : await letterById(tx, letterId)
  if (bounce.verdict === 'unclear') return 'unclear'
  if (!letter) return 'foreign'
  // What was withdrawn or told in another way stays so, whatever a late server says.
  if (letter.state !== 'sent' && letter.state !== 'bounced') return 'taken'
  if (bounce.verdict === 'waits') await noteFate(tx, letter.id, { delayed_at: tx.now })
  else if (bounce.verdict === 'delivered') await noteFate(tx, letter.id, { delivered_at: tx.now })
  else {
    await noteFate(tx, letter.id, { state: 'bounced', bounced_at: tx.now, bounce_status: bounce.status })
    if (bounce.verdict === 'gone' && letter.to !== null) await markBad(tx, letter.to, bounce.status ?? '5.0.0')
    if (letter.state === 'bounced') return 'taken'
    const today = localDate(tx.now)
    await owe(tx, who, {
      kind: bouncedLetter,
      about: letter.about,
      owner: null,
      receivedOn: today,
      workingDays: 1,
      rule: { id: 'letter', force: 'must' },
      becauseOf: letter.id,
    })
    await record(tx, who, { kind: bouncedLetter, about: letter.about, facts: { letter: letter.id, status: bounce.status } })
    await tellNews(tx, who, { id: letter.id, about: letter.about, news: 'bounced' })
  }
  return 'taken'
}

/**
 * Somebody answered what we wrote about a thing: the last letter that left shows it, and the address they wrote from works.
 * @param from the address the answer came from; a claim, so it only takes a mark off
 */
export async function letterAnswered(tx: Tx, who: Principal, { about, from }: { readonly about: string; readonly from: string | null }) {
  if (who.kind !== 'system') throw new NotAllowed()
  await answeredLetter(tx, about)
  if (from) await takeOffMark(tx, from)
}
