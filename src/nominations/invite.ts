// Asks a suggested person by a letter with a link of their own, where we have an e-mail address; otherwise a human asks.
import { addDays, type LocalDate, localDate } from '../platform/clock.ts'
import { newToken } from '../platform/crypto/token.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Lang } from '../platform/i18n.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound } from '../platform/refusal.ts'
import { mayWorkWith } from './access.ts'
import { insertContact } from './contact-store.ts'
import { writeInvitation } from './letters.ts'
import { groundOf } from './open-councils.ts'
import { candidateRow, nominationsOf, ownersOf } from './read-store.ts'
import { unansweredOn } from './retention.ts'
import { openField } from './sealed-fields.ts'
import { insertLink, updateCandidate } from './store.ts'

/** Makes a personal link and returns its token; only a hash is kept. */
export async function makeLink(tx: Tx, candidateId: string): Promise<{ token: string; until: LocalDate }> {
  const { promises } = await groundOf(tx)
  const { token, hash } = newToken()
  const until = addDays(localDate(tx.now), promises.link)
  await insertLink(tx, candidateId, hash, new Date(tx.now.getTime() + promises.link * 86_400_000))
  return { token, until }
}

/** Writes the invitation or the reminder. Returns false when there is no e-mail address: then the work list asks a human to ask. */
export async function invite(tx: Tx, who: Principal, { candidateId, again }: { candidateId: string; again: boolean }): Promise<boolean> {
  const row = await candidateRow(tx, candidateId)
  const contact = row ? await openField(tx, candidateId, 'contact_sealed', row.contact_sealed) : null
  if (!row || !contact?.email) return false
  const { token, until } = await makeLink(tx, candidateId)
  const { promises } = await groundOf(tx)
  const eraseOn = unansweredOn(localDate(row.created_at), promises)
  await writeInvitation(tx, { candidateId, to: contact.email, language: row.language as Lang, token, until, eraseOn, again })
  await insertContact(tx, { candidateId, byPerson: null, how: 'email', result: 'invited', text: null })
  await updateCandidate(tx, candidateId, again ? { reminded_at: tx.now } : {})
  await record(tx, who, { kind: again ? 'candidate.reminded' : 'candidate.invited', about: candidateId })
  return true
}

/** A link for a slip or a letter, asked for by staff; shown to them once. */
export async function handOutLink(
  tx: Tx,
  who: Principal,
  { candidateId }: { candidateId: string },
): Promise<{ token: string; until: LocalDate }> {
  if (!(await candidateRow(tx, candidateId))) throw new NotFound()
  const ids = (await nominationsOf(tx, [candidateId])).map(one => one.id)
  if (!mayWorkWith(who, { owners: await ownersOf(tx, ids) })) throw new NotAllowed()
  await record(tx, who, { kind: 'candidate.link-made', about: candidateId })
  return await makeLink(tx, candidateId)
}
