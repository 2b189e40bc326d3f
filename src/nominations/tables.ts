// Row types of this room's tables.
import type { ColumnType } from 'kysely'
import type { Bytes, Day, Instant } from '../platform/db/tables.ts'
import type { Residence } from './answers.ts'
import type { Channel, ContactResult, State } from './nomination.ts'

type OrNull<T> = ColumnType<T | null, T | null | undefined, T | null>
type SealedOrNull = ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>

export interface CandidateTable {
  municipality_id: string
  id: string
  name: string
  language: string
  contact_sealed: SealedOrNull
  wishes_sealed: SealedOrNull
  motivation_sealed: SealedOrNull
  declared_sealed: SealedOrNull
  suggested_by_sealed: SealedOrNull
  email_index: SealedOrNull
  phone_index: SealedOrNull
  residence: Residence | 'not_asked'
  residence_verified: OrNull<'yes' | 'no'>
  residence_verified_on: OrNull<string>
  residence_verified_how: OrNull<string>
  residence_verified_by: OrNull<string>
  suggested: boolean
  reminded_at: OrNull<Date>
  said_yes_at: OrNull<Date>
  said_yes_how: OrNull<'self' | 'own_link' | 'spoken'>
  said_yes_recorded_by: OrNull<string>
  warned_at: OrNull<Date>
  kept_on: OrNull<string>
  invented: boolean
  created_at: Instant
  changed_at: Instant
}
export interface NominationTable {
  municipality_id: string
  id: string
  candidate_id: string
  council: string
  state: State
  channel: Channel
  received_on: Day
  received_at: Instant
  received_by: OrNull<string>
  contacted_at: OrNull<Date>
  closed_on: OrNull<string>
  closed_by: OrNull<string>
  reason_sealed: SealedOrNull
  answered_at: OrNull<Date>
}
export interface TieTable {
  municipality_id: string
  id: string
  candidate_id: string
  kind: string
  organisation: string
  role: string
  local: 'yes' | 'no' | 'unknown'
  declared_on: Day
  confirmed_on: OrNull<string>
  confirmed_how: OrNull<string>
  confirmed_by: OrNull<string>
}
interface CandidateWordTable {
  municipality_id: string
  word: string
  candidate_id: string
  of_name: boolean
}
export type How = 'phone' | 'meeting' | 'email' | 'letter' | 'page' | 'through'
interface ContactMadeTable {
  municipality_id: string
  id: string
  candidate_id: string
  at: Instant
  by_person: OrNull<string>
  how: How
  result: ContactResult
  text_sealed: SealedOrNull
}
interface CandidateNoteTable {
  municipality_id: string
  id: string
  candidate_id: string
  at: Instant
  by_person: string
  text_sealed: Bytes
}
interface MessageTable {
  municipality_id: string
  id: string
  candidate_id: string
  letter_id: string
  written_by: string
  written_at: Instant
  text_sealed: Bytes
}
interface PersonalLinkTable {
  municipality_id: string
  token_hash: Bytes
  candidate_id: string
  created_at: Instant
  expires_at: Instant
}
interface ReceiptTable {
  municipality_id: string
  code_index: Bytes
  about: string
  made_at: Instant
}
interface NotTheSameTable {
  municipality_id: string
  one_id: string
  other_id: string
  by_person: string
  at: Instant
}
export type NominationsTables = {
  candidate: CandidateTable
  nomination: NominationTable
  tie: TieTable
  candidate_word: CandidateWordTable
  contact_made: ContactMadeTable
  candidate_note: CandidateNoteTable
  message: MessageTable
  personal_link: PersonalLinkTable
  receipt: ReceiptTable
  not_the_same: NotTheSameTable
}
