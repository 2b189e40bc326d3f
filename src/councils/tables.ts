// Row types of this room's tables.
import type { ColumnType } from 'kysely'
import type { Day, Instant } from '../platform/db/tables.ts'
import type { ElectionKind, ElectionOutcome } from './election.ts'

type OrNull<T> = ColumnType<T | null, T | null | undefined, T | null>

/** Why somebody no longer sits: staff see it, the public does not. */
export const leavingReasons = [
  'resignation',
  'moved',
  'mandate_ended',
  'death',
  'long_absence',
  'left_organisation',
  'employed',
  'term_ended',
] as const
export type LeavingReason = (typeof leavingReasons)[number]
/** Reasons the house writes itself: a substitute took a seat, the council was abolished. */
export type EndReason = LeavingReason | 'took_seat' | 'council_abolished'

export const councilEvents = ['decided', 'recruiting', 'in_function', 'paused', 'abolished'] as const
export type CouncilEvent = (typeof councilEvents)[number]
/** Entries of the same table about the public call, which are no state of the council. */
type CallEvent = 'call' | 'call_closed'

interface CouncilTable {
  municipality_id: string
  slug: string
  thing_id: string
  /** How many charters it has got here; a decision under way notices the next one by it. */
  charter_count: ColumnType<number, number | undefined, number>
}
interface MemberTable {
  municipality_id: string
  id: string
  shown_name: OrNull<string>
  recorded_at: Instant
}
interface MemberRecordTable {
  municipality_id: string
  member_id: string
  name: string
  shown: 'named' | 'unnamed'
  protected: boolean
  contact_sealed: ColumnType<Buffer | null, Uint8Array | null, Uint8Array | null>
  attributes_sealed: ColumnType<Buffer | null, Uint8Array | null, Uint8Array | null>
  candidate_id: OrNull<string>
  person_id: OrNull<string>
  residence_seen_on: OrNull<string>
}
interface SeatingTable {
  municipality_id: string
  id: string
  council: string
  seat_group: string
  seat: number
  member_id: string
  from_date: Day
  term_to: OrNull<string>
  stays_on: boolean
  decision_id: OrNull<string>
  recorded_at: Instant
  ended_on: OrNull<string>
  ended_recorded_at: OrNull<Date>
  corrects_id: OrNull<string>
  replaced_at: OrNull<Date>
}
interface SeatLeavingTable {
  municipality_id: string
  seating_id: string
  reason: EndReason
  recorded_at: Instant
  recorded_by: string
}
interface CouncilEventTable {
  municipality_id: string
  id: string
  council: string
  event: CouncilEvent | CallEvent
  on_date: Day
  body: string
  minute_ref: OrNull<string>
  reason: OrNull<string>
  recorded_at: Instant
  recorded_by: string
  deadline_on: OrNull<string>
}
interface ElectionTable {
  municipality_id: string
  id: string
  council: string
  seat_group: string
  kind: ElectionKind
  outcome: ElectionOutcome
  held_on: Day
  seats_from: OrNull<string>
  seats: number
  votes_cast: OrNull<number>
  body: string
  minute_ref: OrNull<string>
  reason: OrNull<string>
  seed: OrNull<string>
  recorded_at: Instant
  recorded_by: string
}
interface ElectionCandidateTable {
  municipality_id: string
  election_id: string
  position: number
  name: string
  votes: OrNull<number>
  elected: boolean
  by_lot: boolean
  member_id: OrNull<string>
}
interface StandInTable {
  municipality_id: string
  id: string
  seating_id: string
  seat_group: string
  seat: number
  recorded_at: Instant
  recorded_by: string
}
interface CallInTable {
  municipality_id: string
  seating_id: string
  substitute_id: string
  way: 'personal' | 'ordered' | 'group'
  out_of_turn: OrNull<string>
  recorded_at: Instant
  recorded_by: string
}
export type CouncilsTables = {
  election: ElectionTable
  election_candidate: ElectionCandidateTable
  stand_in: StandInTable
  call_in: CallInTable
  council: CouncilTable
  member: MemberTable
  member_record: MemberRecordTable
  seating: SeatingTable
  seat_leaving: SeatLeavingTable
  council_event: CouncilEventTable
}
