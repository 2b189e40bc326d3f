// Row types of the platform's own tables; rooms add theirs with `tx.db.withTables<…>()` inside their store.
import type { ColumnType, Generated } from 'kysely'

/** A moment; written as Date, read as Date. */
export type Instant = ColumnType<Date, Date, Date>
/** A legal date `YYYY-MM-DD`, never shifted by time zones. */
export type Day = ColumnType<string, string, string>
/** JSON stored as jsonb; written as a string of JSON. */
export type Json<T> = ColumnType<T, string, string>
export type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>
type OrNull<T> = ColumnType<T | null, T | null | undefined, T | null>

interface ThingTable {
  municipality_id: string
  id: string
  kind: string
  created_at: Instant
  erased_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}
/** One wrapped key per thing; deleting the row is what erasing means. */
interface DataKeyTable {
  municipality_id: string
  thing_id: string
  wrapped: Bytes
}
interface JournalTable {
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
interface AccessLogTable {
  municipality_id: string
  id: string
  at: Instant
  actor: string
  about: string | null
  action: string
  reason: string | null
  seal: ColumnType<string | null, string | null | undefined, string | null>
}
interface SealTable {
  municipality_id: string
  id: string
  chain: string
  at: Instant
  previous: string
  hash: string
  rows: number
}
interface LetterTable {
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
  last_answer: OrNull<string>
  way: Generated<'email' | 'post'>
  auto: Generated<boolean>
  answers_sealed: OrNull<Buffer>
  unsubscribe_sealed: OrNull<Buffer>
  written_by: OrNull<string>
  posted_on: OrNull<string>
  delivered_at: OrNull<Date>
  delayed_at: OrNull<Date>
  bounced_at: OrNull<Date>
  bounce_status: OrNull<string>
  answered_at: OrNull<Date>
}
interface BadAddressTable {
  municipality_id: string
  email_index: Bytes
  since: Instant
  status: string
}
interface AutoReplyTable {
  municipality_id: string
  email_index: Bytes
  at: Instant
}
/** One accepted form per key: a retry finds what the first one made. */
interface AcceptedFormTable {
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
  bad_address: BadAddressTable
  auto_reply: AutoReplyTable
  accepted_form: AcceptedFormTable
}
