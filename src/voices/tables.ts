// Row types of this room's tables.
import type { ColumnType, Generated } from 'kysely'
import type { Bytes, Day } from '../platform/db/tables.ts'
import type { How, Proof } from './erase-ask.ts'
import type { GuestCovers } from './guest.ts'
import type { Channel, Kind, LineKind, PauseReason, Reply, State } from './voice.ts'

type OrNull<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface VoiceTable {
  municipality_id: string
  id: string
  kind: Kind
  young: Generated<boolean>
  channel: Channel
  language: string
  district: OrNull<string>
  received_on: Day
  entered_by: OrNull<string>
  urgent: Generated<boolean>
  arrived_at: OrNull<Date>
  deputy_told: Generated<boolean>
  leader_told: Generated<boolean>
  state: Generated<State>
  opened_on: OrNull<string>
  owner_id: OrNull<string>
  not_unit: OrNull<string>
  closed_to: Generated<string[]>
  reply: Reply
  share: Generated<'yes' | 'ask' | 'no'>
  details_sealed: OrNull<Buffer>
  paused_until: OrNull<string>
  pause_reason: OrNull<PauseReason>
  answered_on: OrNull<string>
  closed_on: OrNull<string>
  warned_on: OrNull<string>
  right_help: OrNull<'yes' | 'partly' | 'no'>
  in_time: OrNull<'yes' | 'no'>
  invented: Generated<boolean>
}
export interface VoiceLineTable {
  municipality_id: string
  id: string
  voice_id: string
  position: number
  kind: LineKind
  by_person: OrNull<string>
  by_code: OrNull<Holder>
  by_guest: OrNull<string>
  on_day: Day
  language: string
  how: OrNull<Exclude<Reply, 'none'>>
  passed_on: OrNull<string>
  of_position: OrNull<number>
  text_sealed: Bytes
}
/** Whoever told, the person it is about, or somebody of the network who was invited. */
export type Holder = 'teller' | 'person' | 'guest'
interface VoiceReceiptTable {
  municipality_id: string
  code_index: Bytes
  voice_id: string
  holder: Holder
}
export const consents = ['yes', 'not_asked', 'cannot'] as const
export const covers = ['nothing', 'answers', 'everything'] as const
export interface VoiceConsentTable {
  municipality_id: string
  voice_id: string
  given: (typeof consents)[number]
  covers: (typeof covers)[number]
  until_day: OrNull<string>
  withdrawn_on: OrNull<string>
}
export interface VoiceHandOverTable {
  municipality_id: string
  id: string
  voice_id: string
  position: number
  to_person: OrNull<string>
  on_day: Day
  promised_on: Day
  kept_on: OrNull<string>
  /** The last day it waits to be seen by the one who told. */
  takes_on: OrNull<string>
  taken_on: OrNull<string>
  back_on: OrNull<string>
}
export const routesOfNotice = ['phone', 'form', 'letter', 'meeting'] as const
export type RouteOfNotice = (typeof routesOfNotice)[number]
export interface VoiceNotifiedTable {
  municipality_id: string
  id: string
  voice_id: string
  by_person: string
  at: ColumnType<Date, Date, Date>
  route: RouteOfNotice
}
interface ChildNotifiedTable {
  municipality_id: string
  id: string
  by_person: string
  at: ColumnType<Date, Date, never>
  route: RouteOfNotice
}
export interface VoicePictureTable {
  municipality_id: string
  id: string
  voice_id: string
  position: number
  of_line: Generated<number>
  width: number
  height: number
  bytes_sealed: Bytes
}
interface VoiceVisitTable {
  municipality_id: string
  token_hash: Bytes
  voice_id: string
  holder: Holder
  code_index: Bytes
  until: ColumnType<Date, Date, Date>
  taken_at: OrNull<Date>
  next_hash: ColumnType<Buffer | null, Buffer | undefined, Buffer>
  did: Generated<boolean>
}
export interface VoiceEraseAskTable {
  municipality_id: string
  voice_id: string
  how: How
  proof: Proof
  asked_by: string
  asked_on: Day
  agreed_by: OrNull<string>
  erase_on: OrNull<string>
  stopped_by: OrNull<'asker' | 'colleague' | 'code'>
  stopped_on: OrNull<string>
}
export interface VoiceGuestTable {
  municipality_id: string
  id: string
  voice_id: string
  token_hash: Bytes
  link_until: Day
  code_index: OrNull<Buffer>
  covers: GuestCovers
  until_day: Day
  invited_by: Holder | 'staff'
  by_person: OrNull<string>
  said_how: OrNull<How>
  invited_on: Day
  opened_on: OrNull<string>
  withdrawn_on: OrNull<string>
  name_sealed: Bytes
}
export type VoicesTables = {
  voice: VoiceTable
  voice_line: VoiceLineTable
  voice_receipt: VoiceReceiptTable
  voice_consent: VoiceConsentTable
  voice_hand_over: VoiceHandOverTable
  voice_notified: VoiceNotifiedTable
  child_notified: ChildNotifiedTable
  voice_picture: VoicePictureTable
  voice_visit: VoiceVisitTable
  voice_erase_ask: VoiceEraseAskTable
  voice_guest: VoiceGuestTable
}
