// The only SQL on letters to many organisations: who gets one, and who has got it.
import type { Selectable } from 'kysely'
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { newThing } from '../platform/journal.ts'
import { actorOf, type Principal } from '../platform/principal.ts'
import { mine } from './organisation-store.ts'
import type { LeftOut, MailingTable } from './tables.ts'

export interface MailingFacts {
  readonly council: string
  readonly subject: string
  readonly body: string
  readonly replyBy: LocalDate
}
export type Mailing = Selectable<MailingTable>

/** Writes the letter down with who is to get it. Of several organisations with one address the first gets it. */
export async function writeMailing(
  tx: Tx,
  who: Principal,
  facts: MailingFacts,
  to: readonly { readonly organisationId: string; readonly emailIndex: Buffer }[],
): Promise<string> {
  const id = await newThing(tx, 'mailing')
  const own = { municipality_id: tx.municipalityId }
  await mine(tx)
    .insertInto('mailing')
    .values({
      ...own,
      id,
      council: facts.council,
      subject: facts.subject,
      body: facts.body,
      reply_by: facts.replyBy,
      made_at: tx.now,
      made_by: actorOf(who),
    })
    .execute()
  if (to.length > 0)
    await mine(tx)
      .insertInto('mailing_letter')
      .values(to.map(one => ({ ...own, mailing_id: id, organisation_id: one.organisationId, email_index: one.emailIndex })))
      .onConflict(conflict => conflict.doNothing())
      .execute()
  return id
}

export async function mailingById(tx: Tx, id: string): Promise<Mailing | null> {
  return (await mine(tx).selectFrom('mailing').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}
export async function mailingsOf(tx: Tx, council: string): Promise<Mailing[]> {
  return await mine(tx).selectFrom('mailing').selectAll().where('council', '=', council).orderBy('id', 'desc').limit(20).execute()
}
export interface MailingRecipient {
  readonly organisationId: string
  readonly writtenAt: Date | null
  readonly letterId: string | null
  readonly leftOut: LeftOut | null
}
export async function recipientsOf(tx: Tx, mailingId: string): Promise<MailingRecipient[]> {
  const rows = await mine(tx)
    .selectFrom('mailing_letter')
    .selectAll()
    .where('mailing_id', '=', mailingId)
    .orderBy('organisation_id')
    .execute()
  return rows.map(row => ({
    organisationId: row.organisation_id,
    writtenAt: row.written_at,
    letterId: row.letter_id,
    leftOut: row.left_out,
  }))
}

/** Sets it going; false when it was going or stopped already. */
export async function startMailing(tx: Tx, who: Principal, id: string): Promise<boolean> {
  const done = await mine(tx)
    .updateTable('mailing')
    .set({ sent_at: tx.now, sent_by: actorOf(who) })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
/** Stops it, or lets it go on; what has been written stays written. */
export async function holdMailing(tx: Tx, who: Principal, id: string, stopped: boolean): Promise<void> {
  await mine(tx)
    .updateTable('mailing')
    .set(stopped ? { stopped_at: tx.now, stopped_by: actorOf(who) } : { stopped_at: null, stopped_by: null })
    .where('id', '=', id)
    .where('sent_at', 'is not', null)
    .execute()
}

/** The next who are to get their letter, held by this transaction: no other process takes the same. */
export async function takeWaiting(tx: Tx, most: number): Promise<{ mailingId: string; organisationId: string }[]> {
  const rows = await mine(tx)
    .selectFrom('mailing_letter')
    .innerJoin('mailing', join =>
      join.onRef('mailing.id', '=', 'mailing_letter.mailing_id').onRef('mailing.municipality_id', '=', 'mailing_letter.municipality_id'),
    )
    .select(['mailing_letter.mailing_id', 'mailing_letter.organisation_id'])
    .where('written_at', 'is', null)
    .where('left_out', 'is', null)
    .where('mailing.sent_at', 'is not', null)
    .where('mailing.stopped_at', 'is', null)
    .orderBy('mailing_letter.mailing_id')
    .orderBy('mailing_letter.organisation_id')
    .limit(most)
    .forUpdate('mailing_letter')
    .skipLocked()
    .execute()
  return rows.map(row => ({ mailingId: row.mailing_id, organisationId: row.organisation_id }))
}
export async function noteWritten(
  tx: Tx,
  mailingId: string,
  organisationId: string,
  what: { letterId: string } | { leftOut: LeftOut },
): Promise<void> {
  await mine(tx)
    .updateTable('mailing_letter')
    .set('letterId' in what ? { written_at: tx.now, letter_id: what.letterId } : { left_out: what.leftOut })
    .where('mailing_id', '=', mailingId)
    .where('organisation_id', '=', organisationId)
    .execute()
}
