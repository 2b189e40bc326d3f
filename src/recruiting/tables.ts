// Row types of this room's tables.
import type { ColumnType } from 'kysely'
import type { Day, Instant } from '../platform/db/tables.ts'
import type { How, StepVerb } from './ask.ts'

type OrNull<T> = ColumnType<T | null, T | null | undefined, T | null>
type SealedOrNull = ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>

export interface OrganisationTable {
  municipality_id: string
  id: string
  name: string
  kind: string
  district: OrNull<string>
  languages: string[]
  letter_language: string
  contact_sealed: SealedOrNull
  email_index: SealedOrNull
  invented: boolean
  created_at: Instant
  changed_at: Instant
  retired_at: OrNull<Date>
}
interface AskTable {
  municipality_id: string
  id: string
  organisation_id: string
  council: string
  opened_at: Instant
}
interface AskStepTable {
  municipality_id: string
  id: string
  ask_id: string
  step: StepVerb
  how: OrNull<How>
  at: Instant
  by_actor: string
}
interface AskLinkTable {
  municipality_id: string
  token_hash: Buffer
  ask_id: string
  created_at: Instant
  expires_at: Instant
}
export interface MailingTable {
  municipality_id: string
  id: string
  council: string
  subject: string
  body: string
  reply_by: Day
  made_at: Instant
  made_by: string
  sent_at: OrNull<Date>
  sent_by: OrNull<string>
  stopped_at: OrNull<Date>
  stopped_by: OrNull<string>
}
/** Not written after all: asked by another letter meanwhile, said no meanwhile, or no longer in the register. */
export type LeftOut = 'asked' | 'said_no' | 'gone'
interface MailingLetterTable {
  municipality_id: string
  mailing_id: string
  organisation_id: string
  email_index: Buffer
  written_at: OrNull<Date>
  letter_id: OrNull<string>
  left_out: OrNull<LeftOut>
}
interface OrganisationProposalTable {
  municipality_id: string
  id: string
  ask_id: string
  at: Instant
  women: number
  men: number
  others: number
  reason_sealed: SealedOrNull
}
interface ProposedPersonTable {
  municipality_id: string
  proposal_id: string
  position: number
  candidate_id: OrNull<string>
  shared_at: OrNull<Date>
}
interface DecisionDayTable {
  municipality_id: string
  id: string
  council: string
  decides_on: Day
  set_at: Instant
  set_by: string
}
interface MemberCompetenceTable {
  municipality_id: string
  member_id: string
  competence: string
  noted_at: Instant
  noted_by: string
}
export type RecruitingTables = {
  organisation: OrganisationTable
  ask: AskTable
  ask_step: AskStepTable
  ask_link: AskLinkTable
  mailing: MailingTable
  mailing_letter: MailingLetterTable
  organisation_proposal: OrganisationProposalTable
  proposed_person: ProposedPersonTable
  decision_day: DecisionDayTable
  member_competence: MemberCompetenceTable
}
