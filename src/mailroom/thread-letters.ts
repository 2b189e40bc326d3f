// The letters that came in on one thread, as the room that keeps the thread shows them.
import type { Tx } from '../platform/db/act.ts'
import { opened } from '../platform/sealed.ts'
import type { MailroomTables } from './intake/index.ts'

export interface ThreadLetter {
  readonly id: string
  readonly arrivedAt: Date
  /** Null when it could not be read, or is erased. */
  readonly subject: string | null
  readonly text: string | null
}

/** The letters that lie on the thread, the oldest first, with what the writer wrote. */
export async function lettersOnThread(tx: Tx, about: string): Promise<ThreadLetter[]> {
  const rows = await tx.db
    .withTables<MailroomTables>()
    .selectFrom('incoming_letter')
    .select(['id', 'arrived_at', 'read_sealed'])
    .where('thread', '=', about)
    .where('id', '!=', about)
    .orderBy('id')
    .execute()
  const letters: ThreadLetter[] = []
  for (const row of rows) {
    const place = { thing: row.id, table: 'incoming_letter', column: 'read_sealed', row: row.id }
    const read = row.read_sealed ? await opened(tx, place, row.read_sealed) : null
    const facts = read === null ? {} : (JSON.parse(read) as { subject?: string | null; text?: string | null })
    letters.push({ id: row.id, arrivedAt: row.arrived_at, subject: facts.subject ?? null, text: facts.text ?? null })
  }
  return letters
}
