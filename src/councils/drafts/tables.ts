// Row types of the tables of drafts.
import type { ColumnType } from 'kysely'
import type { Instant, Json } from '../../platform/db/tables.ts'

type OrNull<T> = ColumnType<T | null, T | null | undefined, T | null>

export const trialOperations = ['possible', 'check', 'explain', 'propose', 'replace', 'draw'] as const
export type TrialOperation = (typeof trialOperations)[number]
export type TrialEnd = 'answered' | 'cancelled' | 'failed'

interface CharterDraftTable {
  municipality_id: string
  id: string
  council: string
  based_on: OrNull<number>
  founding: ColumnType<unknown, string | null | undefined, never>
  document: Json<unknown>
  revision: number
  pool: Json<unknown>
  opened_at: Instant
  opened_by: string
  changed_at: Instant
  changed_by: string
  settled_at: OrNull<Date>
  settled_by: OrNull<string>
  outcome: OrNull<'adopted' | 'dropped'>
  version: OrNull<number>
}
interface CharterTrialTable {
  municipality_id: string
  id: string
  draft_id: string
  revision: number
  operation: TrialOperation
  asked_at: Instant
  asked_by: string
  step: OrNull<string>
  ended_at: OrNull<Date>
  ended_how: OrNull<TrialEnd>
  answer: ColumnType<unknown, string | null | undefined, string | null>
}
export type DraftsTables = { charter_draft: CharterDraftTable; charter_trial: CharterTrialTable }
