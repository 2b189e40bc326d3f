// The SQL on letters that came in, for lists and for those who look after them.
import type { Tx } from '../platform/db/act.ts'
import type { MailroomTables } from './intake/index.ts'

const mine = (tx: Tx) => tx.db.withTables<MailroomTables>()

export interface ListedLetter {
  readonly id: string
  readonly sha256: string
  readonly mailbox: string
  readonly bytes: number
  readonly arrivedAt: string
  readonly desk: string
  readonly thread: string
  /** Why it could not be read; null when it was, or has not been looked at. */
  readonly fault: string | null
}

/** Every letter, the oldest first: facts only, nothing of what they say. */
export async function allLetters(tx: Tx): Promise<ListedLetter[]> {
  const rows = await mine(tx)
    .selectFrom('incoming_letter')
    .select(['id', 'sha256', 'mailbox', 'bytes', 'arrived_at', 'desk', 'thread', 'fault'])
    .orderBy('id')
    .execute()
  return rows.map(({ sha256, arrived_at, ...row }) => ({ ...row, sha256: sha256.toString('hex'), arrivedAt: arrived_at.toISOString() }))
}
