// Practice notes: what was learned from a theme and is to be done now, with somebody who answers for it; read and used by staff.
import { councilsOf } from '../councils/index.ts'
import { keyedItems } from '../municipalities/index.ts'
import { colleaguesOf, owe, settle } from '../people/index.ts'
import { addDays, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { newThing, record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal, type Said } from '../platform/refusal.ts'
import { groundOf } from '../voices/index.ts'
import { mayReadNote, maySeeNotes, mayWriteForCouncil, mayWriteNotes } from './access.ts'
import { findPersons, goes } from './find-persons.ts'
import {
  addSaid,
  dropUseBefore,
  insertNote,
  markNoteOut,
  markUse,
  type NoteRow,
  type NoteWords,
  noteRow,
  updateNote,
} from './note-store.ts'
import { publishedTheme, putNote } from './published-store.ts'
import { themeRow } from './theme-store.ts'
import { themeWords as w } from './words.ts'
import { findingFaults, townGround } from './write-summary.ts'

/** Working days until it is finished, and until somebody looks whether it helped. */
const finishDays = 15
const followDays = 65
export const noteDues = ['note.finish', 'note.follow'] as const

export interface WriteNote extends NoteWords {
  readonly themeId: string
  /** The note; a new one when null. */
  readonly id: string | null
}
export async function writeNote(tx: Tx, who: Principal, { themeId, id, ...given }: WriteNote): Promise<string> {
  if (!mayWriteNotes(who)) throw new NotAllowed()
  if (!(await themeRow(tx, themeId))) throw new NotFound()
  const units = new Set((await groundOf(tx)).units.map(one => one.slug))
  const here = new Set((await colleaguesOf(tx)).map(one => one.id))
  const words = {
    ...given,
    units: given.units.filter(one => units.has(one)),
    ownerId: given.ownerId && here.has(given.ownerId) ? given.ownerId : null,
  }
  const today = localDate(tx.now)
  if (id) {
    const note = await noteRow(tx, id, true)
    if (!note || note.theme_id !== themeId) throw new NotFound()
    if (note.published_on) throw new Refusal(not('out'))
    await updateNote(tx, id, words)
    return id
  }
  const fresh = await newThing(tx, 'practice_note')
  await insertNote(tx, fresh, themeId, words, who.personId, today)
  await record(tx, who, { kind: 'note.written', about: fresh, because: [themeId] })
  await owe(tx, who, { kind: 'note.finish', about: fresh, owner: who.personId, receivedOn: today, workingDays: finishDays, rule })
  return fresh
}
const rule = { id: 'A7', force: 'must' } as const

/** For everybody: only with a theme people can read, and with an owner. */
export async function publishNote(tx: Tx, who: Principal, { id }: { id: string }): Promise<void> {
  if (!mayWriteNotes(who)) throw new NotAllowed()
  const note = await noteRow(tx, id, true)
  if (!note) throw new NotFound()
  if (note.published_on) throw new Refusal(not('out'))
  if (!(await publishedTheme(tx, { id: note.theme_id }))) throw new Refusal(not('theme'))
  if (!note.owner_id || !(await colleaguesOf(tx)).some(one => one.id === note.owner_id))
    throw new Refusal([{ field: 'ownerId', message: not('owner') }])
  const found = findPersons(`${note.learned}\n${note.now_do}`, await townGround(tx)).filter(one => goes(one.kind))
  if (found.length > 0) throw new Refusal(findingFaults(found, [], 'learned'))
  const today = localDate(tx.now)
  await markNoteOut(tx, id, who.personId, today)
  await putNote(tx, {
    note_id: id,
    theme_id: note.theme_id,
    learned: note.learned,
    now_do: note.now_do,
    units: note.units,
    published_on: today,
  })
  await settle(tx, who, id, 'note.finish', 'published')
  await record(tx, who, { kind: 'note.published', about: id, because: [note.theme_id] })
  await owe(tx, who, { kind: 'note.follow', about: id, owner: note.owner_id, receivedOn: today, workingDays: followDays, rule })
}
const not = (why: 'out' | 'theme' | 'owner' | 'draft'): Said => ({ da: w('da', `note.not.${why}`), en: w('en', `note.not.${why}`) })

export interface CouncilSaid {
  readonly id: string
  readonly council: string
  readonly kind: 'asked' | 'said'
  readonly words: string
}
/** What a council asked for or says, as its secretary writes it down. */
export async function noteCouncilSaid(tx: Tx, who: Principal, { id, council, kind, words }: CouncilSaid): Promise<void> {
  if (!mayWriteForCouncil(who)) throw new NotAllowed()
  if (!(await noteRow(tx, id))) throw new NotFound()
  if (!(await councilsOf(tx)).some(one => one.slug === council))
    throw new Refusal([{ field: 'council', message: w('da', 'note.council.needed') }])
  await addSaid(tx, { note_id: id, council, kind, words, by_person: who.personId, on_day: localDate(tx.now) })
  await record(tx, who, { kind: `note.council-${kind}`, about: id, facts: { council } })
}
/** Has read it, or has used it. */
export async function useNote(tx: Tx, who: Principal, { id, used }: { id: string; used: boolean }): Promise<void> {
  if (!maySeeNotes(who)) throw new NotAllowed()
  const note = await noteRow(tx, id)
  if (!note) throw new NotFound()
  if (!mayReadNote(who, note.published_on !== null)) throw new NotAllowed()
  if (!note.published_on) throw new Refusal(not('draft'))
  await markUse(tx, id, who.personId, localDate(tx.now), used)
}
/** The owner has looked whether it helped. */
export async function followNote(tx: Tx, who: Principal, { id }: { id: string }): Promise<void> {
  const note = await noteRow(tx, id)
  if (!note || !mayFollow(who, note)) throw new NotAllowed()
  if (!note.published_on) throw new Refusal(not('draft'))
  await settle(tx, who, id, 'note.follow', 'looked')
  await record(tx, who, { kind: 'note.followed', about: id })
}
export const mayFollow = (who: Principal, note: Pick<NoteRow, 'owner_id'>): boolean =>
  maySeeNotes(who) && (note.owner_id === who.personId || mayWriteNotes(who))

/** Days that who has read a note is kept, where the data are silent. */
const keepReadDays = 730
/** Forgets who read a note long ago. The note itself stays. */
export async function dropOldReadings(tx: Tx): Promise<void> {
  const rule = (await keyedItems(tx, 'retention')).find(one => one.slug === 'practice_note_read')
  const days = rule ? rule.content.keepDays : keepReadDays
  if (days !== null) await dropUseBefore(tx, addDays(localDate(tx.now), -days))
}
