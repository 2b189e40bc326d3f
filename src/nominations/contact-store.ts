// The SQL on contacts made and notes written; their texts are sealed with the candidate's key.
import type { Tx } from '../platform/db/act.ts'
import { uuid7 } from '../platform/ids.ts'
import { opened, sealed } from '../platform/sealed.ts'
import type { ContactResult } from './nomination.ts'
import { mine } from './store.ts'
import type { How } from './tables.ts'

export interface Contact {
  readonly id: string
  readonly at: Date
  readonly byPerson: string | null
  readonly how: How
  readonly result: ContactResult
  readonly text: string | null
}
const contactPlace = (thing: string, row: string) => ({ thing, table: 'contact_made', column: 'text_sealed', row })
const notePlace = (thing: string, row: string) => ({ thing, table: 'candidate_note', column: 'text_sealed', row })

/** Writes down that somebody got in touch, or tried. */
export async function insertContact(
  tx: Tx,
  given: { candidateId: string; byPerson: string | null; how: How; result: ContactResult; text: string | null; at?: Date },
): Promise<string> {
  const id = uuid7(tx.now)
  await mine(tx)
    .insertInto('contact_made')
    .values({
      municipality_id: tx.municipalityId,
      id,
      candidate_id: given.candidateId,
      at: given.at ?? tx.now,
      by_person: given.byPerson,
      how: given.how,
      result: given.result,
      text_sealed: given.text ? await sealed(tx, contactPlace(given.candidateId, id), given.text) : null,
    })
    .execute()
  return id
}
/** Every contact with a candidate, the newest first. */
export async function contactsOf(tx: Tx, candidateId: string): Promise<Contact[]> {
  const rows = await mine(tx)
    .selectFrom('contact_made')
    .selectAll()
    .where('candidate_id', '=', candidateId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const contacts: Contact[] = []
  for (const row of rows) {
    const text = row.text_sealed ? await opened(tx, contactPlace(candidateId, row.id), row.text_sealed) : null
    contacts.push({ id: row.id, at: row.at, byPerson: row.by_person, how: row.how, result: row.result, text })
  }
  return contacts
}

export interface NoteRow {
  readonly id: string
  readonly at: Date
  readonly byPerson: string
  readonly text: string | null
}
export async function insertNote(tx: Tx, given: { candidateId: string; byPerson: string; text: string; at?: Date }): Promise<void> {
  const id = uuid7(tx.now)
  await mine(tx)
    .insertInto('candidate_note')
    .values({
      municipality_id: tx.municipalityId,
      id,
      candidate_id: given.candidateId,
      at: given.at ?? tx.now,
      by_person: given.byPerson,
      text_sealed: await sealed(tx, notePlace(given.candidateId, id), given.text),
    })
    .execute()
}
/** Every note on a candidate, the newest first. */
export async function notesOf(tx: Tx, candidateId: string): Promise<NoteRow[]> {
  const rows = await mine(tx)
    .selectFrom('candidate_note')
    .selectAll()
    .where('candidate_id', '=', candidateId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const notes: NoteRow[] = []
  for (const row of rows)
    notes.push({ id: row.id, at: row.at, byPerson: row.by_person, text: await opened(tx, notePlace(candidateId, row.id), row.text_sealed) })
  return notes
}
