// The SQL on themes and the steps they have taken.
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '../platform/db/act.ts'
import { uuid7 } from '../platform/ids.ts'
import { mine } from './summary-store.ts'
import type { ThemeStepTable, ThemeTable } from './tables.ts'
import type { Step } from './theme.ts'

export type ThemeRow = Omit<Selectable<ThemeTable>, 'seen'> & { readonly seen: readonly string[] }
export type StepRow = Selectable<ThemeStepTable>

/** All themes, the newest first. */
export async function allThemes(tx: Tx): Promise<ThemeRow[]> {
  return await mine(tx).selectFrom('theme').selectAll().orderBy('begun_on', 'desc').orderBy('id', 'desc').execute()
}
export async function themeRow(tx: Tx, id: string, lock = false): Promise<ThemeRow | null> {
  const query = mine(tx).selectFrom('theme').selectAll().where('id', '=', id)
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null
}
/** The steps of these themes, in their order; of all when none are named. */
export async function stepsOf(tx: Tx, ids?: readonly string[]): Promise<StepRow[]> {
  if (ids?.length === 0) return []
  const query = mine(tx).selectFrom('theme_step').selectAll().orderBy('position')
  return await (ids ? query.where('theme_id', 'in', [...ids]) : query).execute()
}
/** Whether another theme has this address, now or before. */
export async function slugTaken(tx: Tx, slug: string): Promise<boolean> {
  return (await mine(tx).selectFrom('theme').select('id').where('slug', '=', slug).executeTakeFirst()) !== undefined
}

export interface ThemeWords {
  readonly title: string
  readonly question: string
  readonly words: string
  readonly councils: readonly string[]
  readonly district: string | null
  readonly showCount: boolean
  readonly seen: readonly string[]
}
const rowOf = (words: ThemeWords) => ({
  title: words.title,
  question: words.question,
  words: words.words,
  councils: [...words.councils],
  district: words.district,
  show_count: words.showCount,
  seen: JSON.stringify(words.seen),
})
export async function insertTheme(tx: Tx, id: string, slug: string, words: ThemeWords, by: string, on: string): Promise<void> {
  await mine(tx)
    .insertInto('theme')
    .values({ municipality_id: tx.municipalityId, id, slug, ...rowOf(words), begun_by: by, begun_on: on })
    .execute()
}
export async function updateTheme(tx: Tx, id: string, words: ThemeWords): Promise<void> {
  await mine(tx).updateTable('theme').set(rowOf(words)).where('id', '=', id).execute()
}
export async function setTold(tx: Tx, id: string, told: number): Promise<void> {
  await mine(tx).updateTable('theme').set({ told }).where('id', '=', id).execute()
}
export interface NewStep {
  readonly step: Step
  /** Null when nobody here did it: a teller took their words back. */
  readonly by: string | null
  readonly on: string
  readonly council?: string | null
  readonly meetingOn?: string | null
  readonly words?: string | null
}
/** Adds a step after the last. Lock the theme first. */
export async function addStep(tx: Tx, themeId: string, one: NewStep): Promise<void> {
  const { next } = await mine(tx)
    .selectFrom('theme_step')
    .select(sql<number>`coalesce(max(position), 0) + 1`.as('next'))
    .where('theme_id', '=', themeId)
    .executeTakeFirstOrThrow()
  await mine(tx)
    .insertInto('theme_step')
    .values({
      municipality_id: tx.municipalityId,
      id: uuid7(tx.now),
      theme_id: themeId,
      position: next,
      step: one.step,
      by_person: one.by,
      on_day: one.on,
      council: one.council ?? null,
      meeting_on: one.meetingOn ?? null,
      words: one.words || null,
    })
    .execute()
}
