// What the house does by itself with a letter that has been laid on its desk: takes a bounce in, tells of an answer, sends the one receipt.
import { itemsOfKind } from '../municipalities/index.ts'
import { humanOf, siteName, takeBounce } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { autoReplyTo } from '../platform/mail/auto-reply.ts'
import { tellAutomatically } from '../platform/mail/outbox.ts'
import { letterOfMessageId } from '../platform/mail/own-address.ts'
import type { Principal } from '../platform/principal.ts'
import { languageOf } from '../platform/text/language-of.ts'
import { type Arrival, deskNamed, registerArrival } from './desks.ts'
import { tellReply } from './replies.ts'
import { keepShelfDue } from './shelf-due.ts'
import { writeDesk } from './sort-store.ts'
import { receiptWords } from './words/receipt.ts'

async function whenArrived(tx: Tx, who: Principal, arrival: Arrival): Promise<void> {
  const { desk, bounce, bounceOf, thread, id, facts } = arrival
  if (desk === 'bounce') {
    // The address it came to is ours to trust; the Message-ID it names is a claim, and says no more than that the letter was ours.
    const letterId = bounceOf ?? (bounce?.messageId ? letterOfMessageId(bounce.messageId) : null)
    const taken = bounce ? await takeBounce(tx, who, { letterId, bounce }) : 'unclear'
    if (taken === 'unclear') {
      const reasons = [{ desk: 'shelf', why: ['report'] as const }]
      await writeDesk(tx, id, { desk: 'shelf', by: null, eraseOn: null, reasons })
      await keepShelfDue(tx, who, id)
    }
    return
  }
  // Machines and lists have desks of the post room; only what a person wrote for us has one of another room.
  if (!deskNamed(desk)) return
  if (thread !== id) await tellReply(tx, who, { about: thread, letterId: id, text: facts.text, from: facts.from?.address ?? null })
  await sendReceipt(tx, arrival)
}

/** "We have your letter", once a day to an address, to people only, with nothing of what they wrote. */
async function sendReceipt(tx: Tx, { thread, facts }: Arrival): Promise<void> {
  const domains = (await itemsOfKind(tx, 'mailbox')).map(one => one.address.split('@')[1]!)
  const reply = autoReplyTo({ envelopeFrom: null, headers: facts.headers }, domains)
  if (!('to' in reply)) return
  const { human } = await humanOf(tx, 'da')
  const municipality = await siteName(tx, 'da')
  const signedBy = human.name ?? human.deputy?.name ?? municipality
  const language = languageOf(facts.text)
  const { subject, text } = receiptWords(language, municipality, human.phone)
  await tellAutomatically(tx, { about: thread, to: reply.to, subject, text, language, signedBy, answers: facts.messageId })
}

/** Called once, when the room is put into the house. */
export function registerOwnActs(): void {
  registerArrival(whenArrived)
}
