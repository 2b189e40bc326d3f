// The SQL on raw letters: written in one statement, read back byte for byte.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/act.ts'
import { mintKey, openedBytes, sealed } from '../../platform/sealed.ts'
import type { MailroomTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<MailroomTables>()

/** Where a letter stands on its server. */
export interface Source {
  readonly uidValidity: number
  readonly uid: number
}
/** Bytes in one sealed piece; an ordinary letter is one. */
export const pieceSize = 1_048_576
const placeOf = (letter: string, part: number, piece: number) => ({
  thing: letter,
  table: 'incoming_piece',
  column: 'bytes_sealed',
  row: `${letter} ${part} ${piece}`,
})

/**
 * Writes thing, key, letter and its first piece in one statement, unless the mailbox has these bytes already.
 * Returns false then: nothing was written.
 */
export async function insertLetter(
  tx: Tx,
  letter: { readonly id: string; readonly mailbox: string; readonly sha256: Buffer; readonly bytes: Uint8Array },
): Promise<boolean> {
  const { id, mailbox, sha256, bytes } = letter
  const key = mintKey(tx, id)
  const first = await sealed(tx, placeOf(id, 0, 0), bytes.subarray(0, pieceSize))
  const municipality = sql`${tx.municipalityId}::uuid`
  const { rows } = await sql<{ id: string }>`
    with letter as (
      insert into incoming_letter (municipality_id, id, mailbox, sha256, bytes, arrived_at, thread, next_try_at)
      values (${tx.municipalityId}, ${id}, ${mailbox}, ${sha256}, ${bytes.length}, ${tx.now}, ${id}, ${tx.now})
      on conflict (municipality_id, mailbox, sha256) do nothing returning id),
    thing as (insert into thing (municipality_id, id, kind, created_at)
      select ${municipality}, id, 'incoming', ${tx.now}::timestamptz from letter),
    data_key as (insert into keys.data_key (municipality_id, thing_id, wrapped) select ${municipality}, id, ${key.wrapped}::bytea from letter),
    piece as (insert into incoming_piece (municipality_id, letter_id, part, piece, bytes_sealed)
      select ${municipality}, id, 0, 0, ${first}::bytea from letter)
    select id from letter`.execute(tx.db)
  if (rows.length === 0) return false
  await insertPieces(tx, id, 0, bytes, 1)
  return true
}

/** Seals and writes the pieces of one part, from piece `from` on. */
export async function insertPieces(tx: Tx, letter: string, part: number, bytes: Uint8Array, from = 0): Promise<void> {
  for (let piece = from; piece === 0 || piece * pieceSize < bytes.length; piece++) {
    const plain = bytes.subarray(piece * pieceSize, (piece + 1) * pieceSize)
    await mine(tx)
      .insertInto('incoming_piece')
      .values({
        municipality_id: tx.municipalityId,
        letter_id: letter,
        part,
        piece,
        bytes_sealed: await sealed(tx, placeOf(letter, part, piece), plain),
      })
      .execute()
  }
}

/** The bytes of one part (0 is the letter as it came); null when they are erased or were never there. */
export async function bytesOf(tx: Tx, letter: string, part: number): Promise<Buffer | null> {
  const rows = await mine(tx)
    .selectFrom('incoming_piece')
    .select(['piece', 'bytes_sealed'])
    .where('letter_id', '=', letter)
    .where('part', '=', part)
    .orderBy('piece')
    .execute()
  if (rows.length === 0) return null
  const plain: Buffer[] = []
  for (const row of rows) {
    const bytes = await openedBytes(tx, placeOf(letter, part, row.piece), row.bytes_sealed)
    if (bytes === null) return null
    plain.push(bytes)
  }
  return Buffer.concat(plain)
}

/** The letter with these bytes in this mailbox, or null. */
export async function letterWith(tx: Tx, mailbox: string, sha256: Buffer): Promise<string | null> {
  const row = await mine(tx)
    .selectFrom('incoming_letter')
    .select('id')
    .where('mailbox', '=', mailbox)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Whether this mailbox ever received a letter. */
export async function hasReceived(tx: Tx, mailbox: string): Promise<boolean> {
  const row = await mine(tx).selectFrom('incoming_letter').select('id').where('mailbox', '=', mailbox).limit(1).executeTakeFirst()
  return row !== undefined
}

/** Notes where the letter stood; a place that is known keeps its letter. */
export async function insertPlace(tx: Tx, mailbox: string, { uidValidity, uid }: Source, letter: string): Promise<void> {
  await mine(tx)
    .insertInto('incoming_place')
    .values({ municipality_id: tx.municipalityId, mailbox, uid_validity: uidValidity, uid, letter_id: letter })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Which of these places have been fetched. */
export async function knownPlaces(tx: Tx, mailbox: string, uidValidity: number, uids: readonly number[]): Promise<ReadonlySet<number>> {
  if (uids.length === 0) return new Set()
  const rows = await mine(tx)
    .selectFrom('incoming_place')
    .select('uid')
    .where('mailbox', '=', mailbox)
    .where('uid_validity', '=', uidValidity)
    .where('uid', 'in', [...uids])
    .execute()
  return new Set(rows.map(row => row.uid))
}

/** Takes the bytes of a letter away; the row with its hash stays. */
export async function deletePieces(tx: Tx, letter: string): Promise<void> {
  await mine(tx).deleteFrom('incoming_piece').where('letter_id', '=', letter).execute()
  await mine(tx).deleteFrom('incoming_file').where('letter_id', '=', letter).execute()
}
