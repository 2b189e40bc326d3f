// Letters to members about their own seat: neutral, signed by the human who answers, and only to whoever gave an address.
import { humanOf } from '../people/index.ts'
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Human } from '../platform/html/page.ts'
import { LANGS, type Lang, learn } from '../platform/i18n.ts'
import { tell } from '../platform/mail/outbox.ts'
import type { Principal } from '../platform/principal.ts'
import { leftSeat, tookSeat } from './mails.ts'
import { openMembers } from './member-store.ts'

type Write = (lang: Lang, on: LocalDate, human: Human) => { subject: string; text: string }

const telling = (write: Write) => async (tx: Tx, who: Principal, memberId: string, on: LocalDate) => {
  const member = (await openMembers(tx, [memberId]))[0]
  if (!member?.contact.email) return
  const language = LANGS.find(one => one === member.contact.language) ?? 'da'
  await learn(language)
  const { human } = await humanOf(tx, language)
  const signedBy = human.name ?? (who.kind === 'staff' ? who.name : null)
  if (signedBy) await tell(tx, { about: memberId, to: member.contact.email, language, signedBy, ...write(language, on, human) })
}

/** They have a seat from this day. */
export const tellSeated = telling(tookSeat)
/** They have no seat from this day on. */
export const tellLeft = telling(leftSeat)
