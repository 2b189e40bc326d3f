// How the municipality stands: invented, not confirmed, or confirmed; and what may leave the house.
import { itemsOfKind, registered } from '../municipalities/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Standing } from '../platform/html/page.ts'
import { headerName } from '../platform/mail/address.ts'
import type { Sender } from '../platform/mail/message.tsx'
import { said } from '../platform/refusal.ts'

/** Demo: everything is on, everybody invented. Demonstration: nobody has confirmed the authority, so nothing is sent. */
export async function standingOf(tx: Tx): Promise<Standing> {
  if ((await registered(tx)).demo) return 'demo'
  const facts = (await itemsOfKind(tx, 'municipality'))[0]
  return facts?.authority.state === 'confirmed' ? 'live' : 'demonstration'
}

/** Who letters are from: the first contact with an address, else the mailbox nominations come to, else the site itself. Null while letters may not leave, and always in a practice. */
export async function senderOf(tx: Tx): Promise<Sender | null> {
  if ((await standingOf(tx)) === 'demonstration' || (await registered(tx)).practiceOf !== null) return null
  const contact = (await itemsOfKind(tx, 'contact')).find(one => one.email)
  const mailbox = (await itemsOfKind(tx, 'mailbox')).find(one => one.receives.includes('nominations'))
  const address = contact?.email ?? mailbox?.address ?? `raadslag@${new URL(tx.site.baseUrl).hostname}`
  return {
    address,
    name: headerName(await siteName(tx, 'da')),
    answers: mailbox?.address ?? address,
    bounces: tx.site.bounces ?? `b@${address.split('@')[1]}`,
    plus: tx.site.plus,
  }
}

/** The municipality's name as letters and pages say it. */
export async function siteName(tx: Tx, lang: string): Promise<string> {
  const facts = (await itemsOfKind(tx, 'municipality'))[0]
  return facts ? said(facts.name as never, lang) : 'Rådslag'
}

/** The thing that what happens to the municipality as a whole is about: its own id. */
export async function houseThing(tx: Tx): Promise<string> {
  await tx.db
    .insertInto('thing')
    .values({ municipality_id: tx.municipalityId, id: tx.municipalityId, kind: 'municipality', created_at: tx.now })
    .onConflict(conflict => conflict.columns(['municipality_id', 'id']).doNothing())
    .execute()
  return tx.municipalityId
}
