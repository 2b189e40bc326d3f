// A suggested person answers by letter: a plain yes or no is confirmed back with their own link, and nothing changes before that.
import { type Reply, registerReplies } from '../mailroom/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Lang } from '../platform/i18n.ts'
import { record } from '../platform/journal.ts'
import { readYesNo } from '../platform/mail/yes-no.ts'
import type { Principal } from '../platform/principal.ts'
import { makeLink } from './invite.ts'
import { writeClaim } from './letters.ts'
import { candidateRow } from './read-store.ts'
import { openField } from './sealed-fields.ts'

/** The confirmation goes to the address we have, whatever the letter says it comes from. */
async function hearReply(tx: Tx, who: Principal, { about, letterId, text }: Reply): Promise<void> {
  const candidate = await candidateRow(tx, about)
  if (!candidate) return
  await record(tx, who, { kind: 'candidate.answered-by-letter', about, facts: { letter: letterId } })
  if (candidate.said_yes_at !== null) return
  const said = readYesNo(text)
  if (said === null) return
  const contact = await openField(tx, about, 'contact_sealed', candidate.contact_sealed)
  await record(tx, who, { kind: 'candidate.claimed', about, facts: { said, letter: letterId } })
  if (!contact?.email) return
  const link = await makeLink(tx, about)
  await writeClaim(tx, { candidateId: about, to: contact.email, language: candidate.language as Lang, said, ...link })
}

/** Called once, when the room is put into the house. */
export function registerReplyEars(): void {
  registerReplies(hearReply)
}
