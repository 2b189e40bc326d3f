// The SQL on messages that staff wrote and that have not left yet; sealed with the candidate's key.
import type { Tx } from '../platform/db/act.ts'
import { uuid7 } from '../platform/ids.ts'
import { opened, sealed } from '../platform/sealed.ts'
import { mine } from './store.ts'

export interface Message {
  readonly id: string
  readonly candidateId: string
  readonly letterId: string
  readonly writtenBy: string
  readonly text: string | null
}
const place = (thing: string, row: string) => ({ thing, table: 'message', column: 'text_sealed', row })

export async function insertMessage(tx: Tx, given: Omit<Message, 'id' | 'text'> & { readonly text: string }): Promise<void> {
  const id = uuid7(tx.now)
  await mine(tx)
    .insertInto('message')
    .values({
      municipality_id: tx.municipalityId,
      id,
      candidate_id: given.candidateId,
      letter_id: given.letterId,
      written_by: given.writtenBy,
      written_at: tx.now,
      text_sealed: await sealed(tx, place(given.candidateId, id), given.text),
    })
    .execute()
}
/** Messages of a candidate that wait, by the letter they wait for. */
export async function waitingMessages(tx: Tx, candidateId: string): Promise<ReadonlyMap<string, Message>> {
  const rows = await mine(tx).selectFrom('message').selectAll().where('candidate_id', '=', candidateId).execute()
  const found = new Map<string, Message>()
  for (const row of rows) found.set(row.letter_id, await asMessage(tx, row))
  return found
}
export async function messageOfLetter(tx: Tx, letterId: string): Promise<Message | null> {
  const row = await mine(tx).selectFrom('message').selectAll().where('letter_id', '=', letterId).executeTakeFirst()
  return row ? await asMessage(tx, row) : null
}
export async function deleteMessage(tx: Tx, id: string): Promise<void> {
  await mine(tx).deleteFrom('message').where('id', '=', id).execute()
}
async function asMessage(
  tx: Tx,
  row: { id: string; candidate_id: string; letter_id: string; written_by: string; text_sealed: Buffer },
): Promise<Message> {
  const text = await opened(tx, place(row.candidate_id, row.id), row.text_sealed)
  return { id: row.id, candidateId: row.candidate_id, letterId: row.letter_id, writtenBy: row.written_by, text }
}
