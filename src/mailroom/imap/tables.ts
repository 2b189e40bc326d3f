// Row types of what is remembered of the folders we read.
import type { ColumnType, Generated } from 'kysely'

type OrNull<T> = ColumnType<T | null, T | null | undefined, T | null>

interface MailboxFolderTable {
  municipality_id: string
  mailbox: string
  folder: string
  uid_validity: OrNull<number>
  last_uid: Generated<number>
  read_at: OrNull<Date>
  letter_at: OrNull<Date>
  letters: Generated<number>
  trouble: OrNull<Trouble>
  trouble_since: OrNull<Date>
}
/** Why a folder cannot be read. */
export type Trouble = 'sign-in' | 'away' | 'tls' | 'no-folder' | 'letter' | 'delete' | 'other'
export type FolderTables = { mailbox_folder: MailboxFolderTable }
