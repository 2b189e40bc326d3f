// Row types of the platform's own tables; rooms add theirs with `tx.db.withTables<…>()` inside their store.
import type { ColumnType, Generated } from 'kysely'

/** A moment; written as Date, read as Date. */
export type Instant = ColumnType<Date, Date, Date>
/** A legal date `YYYY-MM-DD`, never shifted by time zones. */
export type Day = ColumnType<string, string, string>
/** JSON stored as jsonb; written as a string of JSON. */
export type Json<T> = ColumnType<T, string, string>
export type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>

export interface ThingTable {
  municipality_id: string
  id: string
  kind: string
  created_at: Instant
  erased_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}
/** One wrapped key per thing; deleting the row is what erasing means. */
export interface DataKeyTable {
  municipality_id: string
  thing_id: string
  wrapped: Bytes
}
export interface JournalTable {
  municipality_id: string
  id: string
  at: Instant
  actor: string
  kind: string
  about: string
  because: string[]
  facts: Json<Record<string, unknown>>
  seal: ColumnType<string | null, string | null | undefined, string | null>
}
/** Who read whose data, when and why; append-only. */
export interface AccessLogTable {
  municipality_id: string
  id: string
  at: Instant
  actor: string
  about: string | null
  action: string
  reason: string | null
  seal: ColumnType<string | null, string | null | undefined, string | null>
}
export interface SealTable {
  municipality_id: string
  id: string
  chain: string
  at: Instant
  previous: string
  hash: string
  rows: number
}
export interface LetterTable {
  municipality_id: string
  id: string
  about: string
  to_sealed: Bytes
  subject: string
  body_sealed: Bytes
  language: string
  signed_by: string
  created_at: Instant
  not_before: Instant
  sent_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  attempts: Generated<number>
  next_try_at: Instant
  state: string
  last_answer: ColumnType<string | null, string | null | undefined, string | null>
}
/** One accepted form per key: a retry finds what the first one made. */
export interface AcceptedFormTable {
  municipality_id: string
  key_hash: Bytes
  result: Json<Record<string, unknown>>
  at: Instant
}
export interface PlatformTables {
  thing: ThingTable
  data_key: DataKeyTable
  journal: JournalTable
  access_log: AccessLogTable
  seal: SealTable
  letter: LetterTable
  accepted_form: AcceptedFormTable
}
