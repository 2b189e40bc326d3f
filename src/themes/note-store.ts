// The SQL on what staff learn: notes, what councils said of them, and who has read and used them.
import type { Selectable } from 'kysely'
import type { Tx } from '../platform/db/act.ts'
import { uuid7 } from '../platform/ids.ts'
import { mine } from './summary-store.ts'
import type { PracticeNoteSaidTable, PracticeNoteTable, PracticeNoteUseTable } from './tables.ts'

export type NoteRow = Selectable<PracticeNoteTable>
export type NoteSaid = Selectable<PracticeNoteSaidTable>
export type NoteUse = Selectable<PracticeNoteUseTable>

/** Notes, the newest first: of one theme, or all. */
export async function notesOf(tx: Tx, themeId?: string): Promise<NoteRow[]> {
  const query = mine(tx).selectFrom('practice_note').selectAll().orderBy('written_on', 'desc').orderBy('id', 'desc')
  return await (themeId ? query.where('theme_id', '=', themeId) : query).execute()
}
export async function noteRow(tx: Tx, id: string, lock = false): Promise<NoteRow | null> {
  const query = mine(tx).selectFrom('practice_note').selectAll().where('id', '=', id)
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null
}
export async function saidOf(tx: Tx, noteIds: readonly string[]): Promise<NoteSaid[]> {
  if (noteIds.length === 0) return []
  return await mine(tx)
    .selectFrom('practice_note_said')
    .selectAll()
    .where('note_id', 'in', [...noteIds])
    .orderBy('on_day')
    .orderBy('id')
    .execute()
}
export async function usesOf(tx: Tx, noteIds: readonly string[]): Promise<NoteUse[]> {
  if (noteIds.length === 0) return []
  return await mine(tx)
    .selectFrom('practice_note_use')
    .selectAll()
    .where('note_id', 'in', [...noteIds])
    .execute()
}

export interface NoteWords {
  readonly learned: string
  readonly nowDo: string
  readonly ownerId: string | null
  readonly units: readonly string[]
}
const rowOf = (words: NoteWords) => ({ learned: words.learned, now_do: words.nowDo, owner_id: words.ownerId, units: [...words.units] })
export async function insertNote(tx: Tx, id: string, themeId: string, words: NoteWords, by: string, on: string): Promise<void> {
  await mine(tx)
    .insertInto('practice_note')
    .values({ municipality_id: tx.municipalityId, id, theme_id: themeId, ...rowOf(words), written_by: by, written_on: on })
    .execute()
}
export async function updateNote(tx: Tx, id: string, words: NoteWords): Promise<void> {
  await mine(tx).updateTable('practice_note').set(rowOf(words)).where('id', '=', id).execute()
}
export async function markNoteOut(tx: Tx, id: string, by: string, on: string): Promise<void> {
  await mine(tx).updateTable('practice_note').set({ published_on: on, published_by: by }).where('id', '=', id).execute()
}
export async function addSaid(tx: Tx, one: Omit<NoteSaid, 'municipality_id' | 'id'>): Promise<void> {
  await mine(tx)
    .insertInto('practice_note_said')
    .values({ municipality_id: tx.municipalityId, id: uuid7(tx.now), ...one })
    .execute()
}
export async function markUse(tx: Tx, noteId: string, personId: string, on: string, used: boolean): Promise<void> {
  await mine(tx)
    .insertInto('practice_note_use')
    .values({ municipality_id: tx.municipalityId, note_id: noteId, person_id: personId, read_on: on, used_on: used ? on : null })
    .onConflict(conflict =>
      used
        ? conflict.columns(['municipality_id', 'note_id', 'person_id']).doUpdateSet({ used_on: on })
        : conflict.columns(['municipality_id', 'note_id', 'person_id']).doNothing(),
    )
    .execute()
}
/** Who read a note, where neither reading nor using it is younger than the day. */
export async function dropUseBefore(tx: Tx, day: string): Promise<void> {
  await mine(tx)
    .deleteFrom('practice_note_use')
    .where('read_on', '<', day)
    .where(eb => eb.or([eb('used_on', 'is', null), eb('used_on', '<', day)]))
    .execute()
}
