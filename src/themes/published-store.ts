// The SQL on what the public may see: themes, notes and figures as they went out, and the weeks they went out in.
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '../platform/db/act.ts'
import { mine } from './summary-store.ts'
import type { Came, PublishedFigureTable, PublishedNoteTable, PublishedThemeTable } from './tables.ts'
import type { Life } from './theme.ts'

export type PublishedTheme = Selectable<PublishedThemeTable>
export type PublishedNote = Selectable<PublishedNoteTable>
export type PublishedFigure = Omit<Selectable<PublishedFigureTable>, 'municipality_id'>

/** True for the one who makes the publication of this week. */
export async function takeWeek(tx: Tx, week: string, on: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await mine(tx)
    .insertInto('theme_edition')
    .values({ municipality_id: tx.municipalityId, week, made_on: on })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
const inOrder = (tx: Tx) => mine(tx).selectFrom('published_theme').selectAll().orderBy('changed_week', 'desc').orderBy('title')
export async function publishedThemes(tx: Tx): Promise<PublishedTheme[]> {
  const all = await inOrder(tx).execute()
  // What can still be answered comes first.
  return all.sort((a, b) => Number(a.life === 'closed') - Number(b.life === 'closed'))
}
/** Those for one council that can still be answered, as a query: the council's page asks it with its own. */
export const themesOfCouncil = (tx: Tx, council: string) =>
  inOrder(tx).where('life', '<>', 'closed').where(sql<boolean>`${council} = any(councils)`)
export async function publishedTheme(tx: Tx, by: { slug: string } | { id: string }): Promise<PublishedTheme | null> {
  const query = mine(tx).selectFrom('published_theme').selectAll()
  return (await ('slug' in by ? query.where('slug', '=', by.slug) : query.where('theme_id', '=', by.id)).executeTakeFirst()) ?? null
}
export async function putOut(tx: Tx, row: Omit<Insertable<PublishedThemeTable>, 'municipality_id'>): Promise<void> {
  const { first_week: _first, theme_id: _id, slug: _slug, ...changed } = row
  await mine(tx)
    .insertInto('published_theme')
    .values({ municipality_id: tx.municipalityId, ...row })
    .onConflict(conflict => conflict.columns(['municipality_id', 'theme_id']).doUpdateSet(changed))
    .execute()
}
/** What came of it stands there at once: it tells nothing of who told. */
export async function putCame(tx: Tx, themeId: string, life: Life, came: readonly Came[]): Promise<void> {
  await mine(tx)
    .updateTable('published_theme')
    .set({ life, came: JSON.stringify(came) })
    .where('theme_id', '=', themeId)
    .execute()
}

export async function notesOut(tx: Tx, themeId?: string): Promise<PublishedNote[]> {
  const query = mine(tx).selectFrom('published_note').selectAll().orderBy('published_on', 'desc').orderBy('note_id')
  return await (themeId ? query.where('theme_id', '=', themeId) : query).execute()
}
export async function putNote(tx: Tx, row: Omit<Insertable<PublishedNoteTable>, 'municipality_id'>): Promise<void> {
  await mine(tx)
    .insertInto('published_note')
    .values({ municipality_id: tx.municipalityId, ...row })
    .execute()
}

export async function figuresOut(tx: Tx): Promise<PublishedFigure[]> {
  return await mine(tx)
    .selectFrom('published_figure')
    .select(['quarter', 'measure', 'answer', 'count_band', 'published_on'])
    .orderBy('quarter', 'desc')
    .execute()
}
export async function putFigures(tx: Tx, rows: readonly PublishedFigure[]): Promise<void> {
  if (rows.length === 0) return
  await mine(tx)
    .insertInto('published_figure')
    .values(rows.map(row => ({ municipality_id: tx.municipalityId, ...row })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
