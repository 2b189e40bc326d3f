// Row types of this room's tables.
import type { ColumnType, Generated } from 'kysely'
import type { Bytes, Day, Json } from '../platform/db/tables.ts'
import type { Band } from './band.ts'
import type { EndedHow, SaidHow, SummaryState } from './summary.ts'
import type { Life, Step } from './theme.ts'

type OrNull<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface SummaryTable {
  municipality_id: string
  id: string
  voice_id: string
  state: SummaryState
  written_by: string
  written_on: Day
  asked_on: OrNull<string>
  said_how: OrNull<SaidHow>
  said_on: OrNull<string>
  few: Generated<boolean>
  approved_by: OrNull<string>
  approved_on: OrNull<string>
  published_on: OrNull<string>
  ended_how: OrNull<EndedHow>
  ended_on: OrNull<string>
  text_sealed: Bytes
  seen_sealed: OrNull<Buffer>
  change_sealed: OrNull<Buffer>
  returned_sealed: OrNull<Buffer>
  gathered_sealed: OrNull<Buffer>
}
export interface ThemeTable {
  municipality_id: string
  id: string
  slug: string
  title: string
  question: string
  words: string
  councils: string[]
  district: OrNull<string>
  show_count: Generated<boolean>
  told: Generated<number>
  begun_by: string
  begun_on: Day
  seen: Json<string[]>
}
export interface ThemeStepTable {
  municipality_id: string
  id: string
  theme_id: string
  position: number
  step: Step
  by_person: OrNull<string>
  on_day: Day
  council: OrNull<string>
  meeting_on: OrNull<string>
  words: OrNull<string>
}
interface ThemeEditionTable {
  municipality_id: string
  week: Day
  made_on: Day
}
/** What came of a theme, as everybody may read it. */
export interface Came {
  readonly step: 'raised' | 'came' | 'closed'
  readonly on: string
  readonly council: string | null
  readonly meetingOn: string | null
  readonly words: string | null
}
export interface PublishedThemeTable {
  municipality_id: string
  theme_id: string
  slug: string
  title: string
  question: string
  words: string
  councils: string[]
  district: OrNull<string>
  count_band: OrNull<Band>
  life: Life
  came: Json<Came[]>
  first_week: Day
  changed_week: Day
}
export interface PracticeNoteTable {
  municipality_id: string
  id: string
  theme_id: string
  owner_id: OrNull<string>
  written_by: string
  written_on: Day
  learned: string
  now_do: string
  units: string[]
  published_on: OrNull<string>
  published_by: OrNull<string>
}
export interface PracticeNoteSaidTable {
  municipality_id: string
  id: string
  note_id: string
  council: string
  kind: 'asked' | 'said'
  words: string
  by_person: string
  on_day: Day
}
export interface PracticeNoteUseTable {
  municipality_id: string
  note_id: string
  person_id: string
  read_on: Day
  used_on: OrNull<string>
}
export interface PublishedNoteTable {
  municipality_id: string
  note_id: string
  theme_id: string
  learned: string
  now_do: string
  units: string[]
  published_on: Day
}
export interface PublishedFigureTable {
  municipality_id: string
  quarter: string
  measure: 'help' | 'in_time'
  answer: 'all' | 'yes' | 'partly' | 'no'
  count_band: OrNull<Band>
  published_on: Day
}
export type ThemesTables = {
  summary: SummaryTable
  theme: ThemeTable
  theme_step: ThemeStepTable
  theme_edition: ThemeEditionTable
  published_theme: PublishedThemeTable
  practice_note: PracticeNoteTable
  practice_note_said: PracticeNoteSaidTable
  practice_note_use: PracticeNoteUseTable
  published_note: PublishedNoteTable
  published_figure: PublishedFigureTable
}
