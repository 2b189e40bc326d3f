// Row types of this room's tables.
import type { ColumnType, Generated } from 'kysely'
import type { Bytes, Instant, Json } from '../../platform/db/tables.ts'

type OrNull<T> = ColumnType<T | null, T | null | undefined, T | null>

interface IncomingLetterTable {
  municipality_id: string
  id: string
  mailbox: string
  sha256: Bytes
  bytes: number
  arrived_at: Instant
  thread: string
  desk: Generated<string>
  reasons: Json<{ desk: string; why: string[] }[]>
  tries: Generated<number>
  next_try_at: Instant
  sorted_at: OrNull<Date>
  sorted_by: OrNull<string>
  fault: OrNull<string>
  read_sealed: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>
  sender_index: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>
  finished_at: OrNull<Date>
  finished_by: OrNull<string>
  erase_on: OrNull<string>
}
interface IncomingPlaceTable {
  municipality_id: string
  mailbox: string
  uid_validity: number
  uid: number
  letter_id: string
}
interface IncomingPieceTable {
  municipality_id: string
  letter_id: string
  part: number
  piece: number
  bytes_sealed: Bytes
}
interface IncomingFileTable {
  municipality_id: string
  letter_id: string
  part: number
  name_sealed: Bytes
  type: string
  bytes: number
  how: 'picture' | 'download' | 'kept'
  mark: OrNull<string>
}
export type MailroomTables = {
  incoming_letter: IncomingLetterTable
  incoming_place: IncomingPlaceTable
  incoming_piece: IncomingPieceTable
  incoming_file: IncomingFileTable
}
