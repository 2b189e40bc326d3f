// The SQL of sorting: claiming what waits, and writing what was read and where it lies.
import type { Tx } from '../platform/db/act.ts'
import { asking } from '../platform/db/held.ts'
import { opened, sealed } from '../platform/sealed.ts'
import { insertPieces, type MailroomTables } from './intake/index.ts'
import type { LetterFacts, ReadFile } from './reading/facts.ts'
import type { Suggestion } from './sort.ts'

const mine = (tx: Tx) => tx.db.withTables<MailroomTables>()
const place = (id: string) => ({ thing: id, table: 'incoming_letter', column: 'read_sealed', row: id })
/** A letter taken up is left alone so long, for a process that died with it. */
const leaseSeconds = 30

/** Takes up letters that wait, the oldest first. Whoever takes one up counts the try before it begins. */
export async function claimWaiting(tx: Tx, most: number): Promise<{ id: string; tries: number; bytes: number }[]> {
  return await mine(tx)
    .updateTable('incoming_letter')
    .set(eb => ({ tries: eb('tries', '+', 1), next_try_at: new Date(tx.now.getTime() + leaseSeconds * 1_000) }))
    .where('id', 'in', eb =>
      eb
        .selectFrom('incoming_letter')
        .select('id')
        .where('desk', '=', 'waiting')
        .where('next_try_at', '<=', tx.now)
        .orderBy('next_try_at')
        .orderBy('id')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'tries', 'bytes'])
    .execute()
}

export interface LetterRow {
  id: string
  mailbox: string
  bytes: number
  thread: string
  fault: string | null
  desk: string
  arrived_at: Date
  sorted_at: Date | null
  sorted_by: string | null
  reasons: { desk: string; why: string[] }[]
  read_sealed: Buffer | null
  sender_index: Buffer | null
  finished_at: Date | null
  erase_on: string | null
}
const columns = [
  'id',
  'mailbox',
  'bytes',
  'arrived_at',
  'thread',
  'desk',
  'reasons',
  'sorted_at',
  'sorted_by',
  'fault',
  'read_sealed',
  'sender_index',
  'finished_at',
  'erase_on',
] as const

/** One letter; `lock` holds it until the transaction ends. */
export async function letterRow(tx: Tx, id: string, lock = false): Promise<LetterRow | null> {
  const query = mine(tx).selectFrom('incoming_letter').select(columns).where('id', '=', id)
  return ((await (lock ? query.forUpdate() : query).executeTakeFirst()) as LetterRow | undefined) ?? null
}

/** Several letters by their id, held until the transaction ends. */
export async function lockedRows(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, LetterRow>> {
  // Always in the same order, so that two that sort at once never wait for each other.
  const rows = await mine(tx)
    .selectFrom('incoming_letter')
    .select(columns)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map((rows as LetterRow[]).map(row => [row.id, row]))
}

/** What was read in a letter; null when it could not be read, or is erased. */
export async function factsOf(tx: Tx, row: Pick<LetterRow, 'id' | 'read_sealed'>): Promise<LetterFacts | null> {
  const text = row.read_sealed && (await opened(tx, place(row.id), row.read_sealed))
  return text ? (JSON.parse(text) as LetterFacts) : null
}

/** Writes what was read and where the letter lies. */
export async function writeRead(
  tx: Tx,
  id: string,
  read: {
    readonly facts: LetterFacts | null
    readonly fault: string | null
    readonly thread: string
    readonly desk: string
    readonly reasons: readonly Suggestion[]
    readonly sender: Buffer | null
    readonly eraseOn: string | null
  },
): Promise<void> {
  const facts = read.facts ? await sealed(tx, place(id), JSON.stringify(read.facts)) : null
  tx.hold(
    asking(
      'incoming_letter',
      mine(tx)
        .updateTable('incoming_letter')
        .set({
          read_sealed: facts,
          fault: read.fault,
          thread: read.thread,
          desk: read.desk,
          reasons: JSON.stringify(read.reasons),
          sender_index: read.sender,
          sorted_at: tx.now,
          erase_on: read.eraseOn,
        })
        .where('id', '=', id),
    ),
  )
}

/** Writes the files of a letter and their bytes. */
export async function writeFiles(tx: Tx, id: string, files: readonly ReadFile[]): Promise<void> {
  for (const [at, file] of files.entries()) {
    const part = at + 1
    await mine(tx)
      .insertInto('incoming_file')
      .values({
        municipality_id: tx.municipalityId,
        letter_id: id,
        part,
        name_sealed: await sealed(tx, { thing: id, table: 'incoming_file', column: 'name_sealed', row: `${id} ${part}` }, file.name),
        type: file.type,
        bytes: file.bytes?.length ?? file.size,
        how: file.how,
        mark: file.mark,
      })
      .execute()
    if (file.bytes) await insertPieces(tx, id, part, file.bytes)
  }
}

/** Moves a letter to another desk, by a human. */
export async function writeDesk(
  tx: Tx,
  id: string,
  to: { readonly desk: string; readonly by: string | null; readonly eraseOn: string | null; readonly reasons: readonly Suggestion[] },
): Promise<void> {
  await mine(tx)
    .updateTable('incoming_letter')
    .set({
      desk: to.desk,
      sorted_at: tx.now,
      sorted_by: to.by,
      erase_on: to.eraseOn,
      reasons: JSON.stringify(to.reasons),
      finished_at: null,
      finished_by: null,
    })
    .where('id', '=', id)
    .execute()
}
/** Says that nothing more is to be done with a letter, or (null) that there is. */
export async function writeFinished(tx: Tx, id: string, at: Date | null, by: string | null): Promise<void> {
  await mine(tx).updateTable('incoming_letter').set({ finished_at: at, finished_by: by }).where('id', '=', id).execute()
}
/** Everything on one matter goes over to another, which the first has become. */
export async function moveThread(tx: Tx, from: string, to: string): Promise<void> {
  await mine(tx).updateTable('incoming_letter').set({ thread: to }).where('thread', '=', from).execute()
}
/** These letters lie on that matter. */
export async function lettersToMatter(tx: Tx, ids: readonly string[], to: string): Promise<void> {
  await mine(tx).updateTable('incoming_letter').set({ thread: to }).where('id', 'in', ids).execute()
}
/** The letter is a matter of its own again. */
export async function partThread(tx: Tx, id: string): Promise<void> {
  await mine(tx).updateTable('incoming_letter').set({ thread: id }).where('id', '=', id).execute()
}
/** Forgets what was read; the hash of the bytes stays. */
export async function forgetRead(tx: Tx, id: string): Promise<void> {
  await mine(tx)
    .updateTable('incoming_letter')
    .set({ read_sealed: null, sender_index: null, erase_on: null, thread: id })
    .where('id', '=', id)
    .execute()
}
/** Letters whose day to be erased has come. */
export async function dueForErasing(tx: Tx, today: string, most: number): Promise<string[]> {
  const rows = await mine(tx)
    .selectFrom('incoming_letter')
    .select('id')
    .where('erase_on', '<=', today)
    .orderBy('erase_on')
    .limit(most)
    .execute()
  return rows.map(row => row.id)
}
/** The oldest letter on the shelf. */
export async function oldestOnShelf(tx: Tx): Promise<string | null> {
  const row = await mine(tx)
    .selectFrom('incoming_letter')
    .select('id')
    .where('desk', '=', 'shelf')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
/** The letters on a matter. */
export async function idsOnThread(tx: Tx, thread: string): Promise<string[]> {
  const rows = await mine(tx).selectFrom('incoming_letter').select('id').where('thread', '=', thread).orderBy('id').execute()
  return rows.map(row => row.id)
}
