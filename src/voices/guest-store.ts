// The SQL of those who were invited into a talk.
import { createHash } from 'node:crypto'
import type { Insertable, Selectable } from 'kysely'
import { tokenHash } from '../platform/crypto/token.ts'
import type { Tx } from '../platform/db/act.ts'
import { uuid4 } from '../platform/ids.ts'
import { opened, sealed } from '../platform/sealed.ts'
import type { GuestStands } from './guest.ts'
import { guestPlace } from './sealed-places.ts'
import { mine } from './store.ts'
import type { VoiceGuestTable } from './tables.ts'

type Row = Selectable<VoiceGuestTable>
export type Guest = Omit<Row, 'name_sealed' | 'covers'> & GuestStands & { readonly name: string }
async function asGuest(tx: Tx, { name_sealed, ...row }: Row): Promise<Guest> {
  return {
    ...row,
    name: (await opened(tx, guestPlace(row.voice_id, row.id), name_sealed)) ?? '',
    linkUntil: row.link_until,
    until: row.until_day,
    opened: row.opened_on !== null,
    withdrawn: row.withdrawn_on !== null,
  }
}
/** Everybody who was invited into this talk, the first one first. */
export async function guestsOf(tx: Tx, voiceId: string): Promise<Guest[]> {
  const rows = await mine(tx)
    .selectFrom('voice_guest')
    .selectAll()
    .where('voice_id', '=', voiceId)
    .orderBy('invited_on')
    .orderBy('id')
    .execute()
  const guests: Guest[] = []
  for (const row of rows) guests.push(await asGuest(tx, row))
  return guests
}
/** The invitation a link leads to; locked, so that it opens once. */
export async function guestOfLink(tx: Tx, token: string): Promise<Guest | null> {
  // Also what is no token of ours is looked for: the answer takes the same way.
  const hash = tokenHash(token) ?? createHash('sha256').update(token).digest()
  const row = await mine(tx).selectFrom('voice_guest').selectAll().where('token_hash', '=', hash).forUpdate().executeTakeFirst()
  return row ? await asGuest(tx, row) : null
}
export type NewGuest = Omit<Insertable<VoiceGuestTable>, 'municipality_id' | 'id' | 'name_sealed' | 'token_hash'> & {
  readonly name: string
}
/** False when this link was made before: the press came twice. */
export async function insertGuest(tx: Tx, token: string, { name, ...guest }: NewGuest): Promise<boolean> {
  const id = uuid4()
  const { numInsertedOrUpdatedRows } = await mine(tx)
    .insertInto('voice_guest')
    .values({
      ...guest,
      municipality_id: tx.municipalityId,
      id,
      token_hash: tokenHash(token)!,
      name_sealed: await sealed(tx, guestPlace(guest.voice_id, id), name),
    })
    .onConflict(conflict => conflict.columns(['municipality_id', 'token_hash']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
export async function markOpened(tx: Tx, id: string, codeIndex: Buffer, on: string): Promise<void> {
  await mine(tx).updateTable('voice_guest').set({ code_index: codeIndex, opened_on: on }).where('id', '=', id).execute()
}
/**
 * Takes an invitation back: its code opens nothing from now on. The page they have open shows nothing any more; its token stays for as long as
 * it would have, so that what they are typing on it can be given back to them.
 */
export async function withdrawGuestRow(tx: Tx, { id, code_index }: Pick<Guest, 'id' | 'code_index'>, on: string): Promise<void> {
  await mine(tx).updateTable('voice_guest').set({ withdrawn_on: on }).where('id', '=', id).execute()
  if (!code_index) return
  await mine(tx).deleteFrom('voice_receipt').where('code_index', '=', code_index).execute()
  await mine(tx).deleteFrom('voice_visit').where('code_index', '=', code_index).where('taken_at', 'is not', null).execute()
}
