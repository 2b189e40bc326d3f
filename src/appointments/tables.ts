// Row types of this room's tables.
import type { ColumnType } from 'kysely'
import type { Day, Instant, Json } from '../platform/db/tables.ts'
import type { StoredVerdict } from './verdict.ts'

type OrNull<T> = ColumnType<T | null, T | null | undefined, T | null>

export const closings = ['not_needed', 'replaced', 'council_abolished'] as const
export type Closing = (typeof closings)[number]
export type NamedRole = 'councillor' | 'municipal_employee'

interface SlateTable {
  municipality_id: string
  id: string
  council: string
  body: string
  number: number
  starts_on: Day
  charter_version: number
  revision: number
  opened_at: Instant
  opened_by: string
  closed_at: OrNull<Date>
  closed_by: OrNull<string>
  closed_why: OrNull<Closing>
}
interface SlatePersonTable {
  municipality_id: string
  id: string
  slate_id: string
  name: string
  role: NamedRole
  contact_sealed: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>
  need: OrNull<string>
  until: OrNull<string>
  /** Slugs of the council's competences. */
  covers: ColumnType<string[], string[] | undefined, string[]>
}
interface SlateSeatTable {
  municipality_id: string
  slate_id: string
  person_id: string
  seat_group: string
  seat: number
  placed_at: Instant
  placed_by: string
}
interface SlateDeviationTable {
  municipality_id: string
  slate_id: string
  atom: string
  reason: string
  written_at: Instant
  written_by: string
}
interface ProposalTable {
  municipality_id: string
  id: string
  slate_id: string
  proposed_at: Instant
  proposed_by: string
  revision: number
  charter_version: number
  engine_version: string
  verdict: Json<StoredVerdict>
  taken_back_at: OrNull<Date>
}
interface DecisionTable {
  municipality_id: string
  id: string
  slate_id: string
  council: string
  body: string
  decided_on: Day
  minute_ref: string
  charter_version: number
  recorded_at: Instant
}
interface DecisionNoteTable {
  municipality_id: string
  decision_id: string
  position: number
  atom: string
  strength: 'must' | 'should'
  state: 'broken' | 'open'
  sentence: string
  reason: OrNull<string>
}
interface DecisionRecordTable {
  municipality_id: string
  decision_id: string
  engine_version: string
  verdict: Json<StoredVerdict>
  seats: Json<readonly { readonly person: string; readonly group: string; readonly seat: number }[]>
  recorded_by: string
}
export type AppointmentsTables = {
  slate: SlateTable
  slate_person: SlatePersonTable
  slate_seat: SlateSeatTable
  slate_deviation: SlateDeviationTable
  proposal: ProposalTable
  decision: DecisionTable
  decision_note: DecisionNoteTable
  decision_record: DecisionRecordTable
}
