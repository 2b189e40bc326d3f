// The SQL on how far each folder is read.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/act.ts'
import type { FolderTables, Trouble } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<FolderTables>()

export interface FolderState {
  readonly mailbox: string
  readonly folder: string
  readonly readAt: Date | null
  readonly letterAt: Date | null
  readonly letters: number
  readonly trouble: Trouble | null
  readonly troubleSince: Date | null
}

/** How far the folder is read: the highest UID up to which everything is kept. A new UIDVALIDITY begins from the start. */
export async function beginFolder(tx: Tx, mailbox: string, folder: string, uidValidity: number): Promise<number> {
  const row = await mine(tx)
    .insertInto('mailbox_folder')
    .values({ municipality_id: tx.municipalityId, mailbox, folder, uid_validity: uidValidity })
    .onConflict(conflict =>
      conflict.columns(['municipality_id', 'mailbox', 'folder']).doUpdateSet({
        uid_validity: uidValidity,
        last_uid: sql<number>`case when mailbox_folder.uid_validity = ${uidValidity} then mailbox_folder.last_uid else 0 end`,
      }),
    )
    .returning('last_uid')
    .executeTakeFirstOrThrow()
  return row.last_uid
}
/** Everything up to this UID is kept. It only ever rises while the UIDVALIDITY is the same. */
export async function advance(tx: Tx, mailbox: string, folder: string, uidValidity: number, uid: number): Promise<void> {
  await mine(tx)
    .updateTable('mailbox_folder')
    .set({ last_uid: sql<number>`greatest(last_uid, ${uid})` })
    .where('mailbox', '=', mailbox)
    .where('folder', '=', folder)
    .where('uid_validity', '=', uidValidity)
    .execute()
}
/** Counts letters that were new. */
export async function countLetters(tx: Tx, mailbox: string, folder: string, fresh: number): Promise<void> {
  await mine(tx)
    .updateTable('mailbox_folder')
    .set(eb => ({ letters: eb('letters', '+', fresh), letter_at: tx.now }))
    .where('mailbox', '=', mailbox)
    .where('folder', '=', folder)
    .execute()
}
/** The folder was read to its end, with nothing the matter. */
export async function noteRead(tx: Tx, mailbox: string, folder: string): Promise<void> {
  await note(tx, mailbox, folder, { read_at: tx.now, trouble: null, trouble_since: null })
}
/** The folder cannot be read; since when stays as it was while it lasts. */
export async function noteTrouble(tx: Tx, mailbox: string, folder: string, trouble: Trouble): Promise<void> {
  await note(tx, mailbox, folder, { trouble, trouble_since: sql<Date>`coalesce(mailbox_folder.trouble_since, ${tx.now})` })
}
async function note(
  tx: Tx,
  mailbox: string,
  folder: string,
  change: { read_at?: Date; trouble: Trouble | null; trouble_since: Date | null | ReturnType<typeof sql<Date>> },
): Promise<void> {
  const first = { ...change, trouble_since: change.trouble === null ? null : tx.now }
  await mine(tx)
    .insertInto('mailbox_folder')
    .values({ municipality_id: tx.municipalityId, mailbox, folder, ...first })
    .onConflict(conflict => conflict.columns(['municipality_id', 'mailbox', 'folder']).doUpdateSet(change))
    .execute()
}
/** Every folder that is or was read. */
export async function folderStates(tx: Tx): Promise<FolderState[]> {
  const rows = await mine(tx).selectFrom('mailbox_folder').selectAll().orderBy('mailbox').orderBy('folder').execute()
  return rows.map(row => ({
    mailbox: row.mailbox,
    folder: row.folder,
    readAt: row.read_at,
    letterAt: row.letter_at,
    letters: row.letters,
    trouble: row.trouble,
    troubleSince: row.trouble_since,
  }))
}
