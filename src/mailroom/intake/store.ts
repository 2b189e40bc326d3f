// The SQL on raw letters: written in one statement, read back byte for byte.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/act.ts'
import { fetchKeys, mintKey, openedBytes, sealed } from '../../platform/sealed.ts'
import type { MailroomTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<MailroomTables>()

/** Where a letter stands on its server. */
export interface Source {
  readonly uidValidity: number
  readonly uid: number
}
/** Bytes in one sealed piece; an ordinary letter is one. */
const pieceSize = 1_048_576
const placeOf = (letter: string, part: number, piece: number) => ({
  thing: letter,
  table: 'incoming_piece',
  column: 'bytes_sealed',
  row: `${letter} ${part} ${piece}`,
})

/** What became of the bytes; told when the database has answered, at the latest with the commit. */
export interface Kept {
  id: string
  already: boolean
}

/**
 * Writes thing, key, letter, its first piece and where it stood in one statement, unless the mailbox has these bytes already: then only the
 * place is new. Nothing is waited for but the pieces of a letter that is longer than one.
 */
export async function insertLetter(
  tx: Tx,
  letter: { readonly id: string; readonly mailbox: string; readonly sha256: Buffer; readonly bytes: Uint8Array },
  source: Source | null,
): Promise<Kept> {
  const { id, mailbox, sha256, bytes } = letter
  const key = mintKey(tx, id)
  const first = await sealed(tx, placeOf(id, 0, 0), bytes.subarray(0, pieceSize))
  const kept: Kept = { id, already: false }
  tx.hold({
    table: 'incoming_letter',
    text(param) {
      const [m, own, box, hash, now] = [param(tx.municipalityId), param(id), param(mailbox), param(sha256), param(tx.now)]
      const place = source && [param(source.uidValidity), param(source.uid)]
      return `with fresh as (insert into incoming_letter (municipality_id, id, mailbox, sha256, bytes, arrived_at, thread, next_try_at)
          values (${m}, ${own}, ${box}, ${hash}, ${param(bytes.length)}, ${now}, ${own}, ${now})
          on conflict (municipality_id, mailbox, sha256) do nothing returning id),
        thing as (insert into thing (municipality_id, id, kind, created_at) select ${m}::uuid, id, 'incoming', ${now}::timestamptz from fresh),
        data_key as (insert into keys.data_key (municipality_id, thing_id, wrapped) select ${m}::uuid, id, ${param(key.wrapped)}::bytea from fresh),
        piece as (insert into incoming_piece (municipality_id, letter_id, part, piece, bytes_sealed)
          select ${m}::uuid, id, 0, 0, ${param(first)}::bytea from fresh),
        letter as (select id from fresh union all
          select id from incoming_letter where mailbox = ${box} and sha256 = ${hash})${
            place
              ? `, place as (insert into incoming_place (municipality_id, mailbox, uid_validity, uid, letter_id)
          select ${m}::uuid, ${box}, ${place[0]}::bigint, ${place[1]}::bigint, id from letter on conflict do nothing)`
              : ''
          }
        select id from letter`
    },
    heard([row]) {
      // Another brings the same bytes in at this moment: neither new nor to be seen yet. Asked again, it is there.
      if (!row) throw Object.assign(new Error('the same letter came twice at once'), { code: serialization })
      kept.id = row.id as string
      kept.already = kept.id !== id
    },
  })
  for (let piece = 1; piece * pieceSize < bytes.length && !kept.already; piece++)
    await insertPiece(tx, id, 0, piece, bytes.subarray(piece * pieceSize, (piece + 1) * pieceSize))
  return kept
}
/** PostgreSQL's code for "try the transaction again". */
const serialization = '40001'

/** Seals and writes the pieces of one part of a letter that is there. */
export async function insertPieces(tx: Tx, letter: string, part: number, bytes: Uint8Array): Promise<void> {
  for (let piece = 0; piece === 0 || piece * pieceSize < bytes.length; piece++)
    await insertPiece(tx, letter, part, piece, bytes.subarray(piece * pieceSize, (piece + 1) * pieceSize))
}
/** Writes nothing when there is no such letter: its bytes were known under another. */
async function insertPiece(tx: Tx, letter: string, part: number, piece: number, plain: Uint8Array): Promise<void> {
  const bytes = await sealed(tx, placeOf(letter, part, piece), plain)
  await mine(tx)
    .insertInto('incoming_piece')
    .columns(['municipality_id', 'letter_id', 'part', 'piece', 'bytes_sealed'])
    .expression(eb =>
      eb
        .selectFrom('incoming_letter')
        .select([
          'municipality_id',
          'id',
          sql<number>`${part}::integer`.as('part'),
          sql<number>`${piece}::integer`.as('piece'),
          sql<Buffer>`${bytes}::bytea`.as('bytes_sealed'),
        ])
        .where('id', '=', letter),
    )
    .execute()
}

/** The bytes of one part (0 is the letter as it came); null when they are erased or were never there. */
export async function bytesOf(tx: Tx, letter: string, part: number): Promise<Buffer | null> {
  return (await bytesOfEach(tx, [letter], part)).get(letter) ?? null
}
/** The same part of several letters in one statement; who is missing is erased or was never there. */
export async function bytesOfEach(tx: Tx, letters: readonly string[], part: number): Promise<ReadonlyMap<string, Buffer>> {
  const rows = await mine(tx)
    .selectFrom('incoming_piece')
    .select(['letter_id', 'piece', 'bytes_sealed'])
    .where('letter_id', 'in', [...letters])
    .where('part', '=', part)
    .orderBy('letter_id')
    .orderBy('piece')
    .execute()
  await fetchKeys(
    tx,
    rows.map(row => row.letter_id),
  )
  const found = new Map<string, Buffer[]>()
  const erased = new Set<string>()
  for (const row of rows) {
    const bytes = await openedBytes(tx, placeOf(row.letter_id, part, row.piece), row.bytes_sealed)
    if (bytes === null) erased.add(row.letter_id)
    else found.set(row.letter_id, [...(found.get(row.letter_id) ?? []), bytes])
  }
  return new Map([...found].filter(([id]) => !erased.has(id)).map(([id, pieces]) => [id, Buffer.concat(pieces)]))
}

/** The first bytes of a letter as it came, at most a piece; null when it is erased. */
export async function beginningOf(tx: Tx, letter: string): Promise<Buffer | null> {
  const row = await mine(tx)
    .selectFrom('incoming_piece')
    .select('bytes_sealed')
    .where('letter_id', '=', letter)
    .where('part', '=', 0)
    .where('piece', '=', 0)
    .executeTakeFirst()
  return row ? await openedBytes(tx, placeOf(letter, 0, 0), row.bytes_sealed) : null
}

/** Whether this mailbox ever received a letter. */
export async function hasReceived(tx: Tx, mailbox: string): Promise<boolean> {
  const row = await mine(tx).selectFrom('incoming_letter').select('id').where('mailbox', '=', mailbox).limit(1).executeTakeFirst()
  return row !== undefined
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
