// The staff's addresses of what was learned: notes with their marks, and the figures beside them.
import { z } from 'zod'
import { councilsOf } from '../councils/index.ts'
import { colleaguesOf } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { choice, list, text } from '../platform/http/form.ts'
import { type AnyRoute, type Asked, get, post } from '../platform/http/route.ts'
import { isId } from '../platform/ids.ts'
import type { Principal } from '../platform/principal.ts'
import { groundOf } from '../voices/index.ts'
import { mayReadNote, maySeeNotes, mayWriteForCouncil, mayWriteNotes } from './access.ts'
import { noteRow, notesOf, saidOf, usesOf } from './note-store.ts'
import { followNote, mayFollow, noteCouncilSaid, publishNote, useNote, writeNote } from './notes.ts'
import { paths } from './paths.ts'
import { publishedTheme } from './published-store.ts'
import { beforeAndAfter, staffFigures } from './quarter-figures.ts'
import { allThemes, themeRow } from './theme-store.ts'
import { type ListedNote, NoteFormPage, type NoteFormThing, NotePage, NotesPage, type ShownNote } from './views/note-pages.tsx'
import { StaffFiguresPage } from './views/staff-figures.tsx'

/** Those who meet citizens, and so are to have read it. */
const meets = ['secretary', 'caseworker', 'outreachWorker', 'unitLeader'] as const

async function notes(tx: Tx, who: Principal): Promise<ListedNote[]> {
  const all = (await notesOf(tx)).filter(note => note.published_on !== null || mayWriteNotes(who))
  const themes = new Map((await allThemes(tx)).map(theme => [theme.id, theme.title]))
  const names = new Map((await colleaguesOf(tx)).map(one => [one.id, one.name]))
  const uses = await usesOf(
    tx,
    all.map(note => note.id),
  )
  return all.map(note => ({
    note,
    theme: themes.get(note.theme_id) ?? '',
    owner: note.owner_id ? (names.get(note.owner_id) ?? null) : null,
    read: uses.some(use => use.note_id === note.id && who.kind === 'staff' && use.person_id === who.personId),
  }))
}

/** One note; a draft only for those who write them. */
async function shownNote(tx: Tx, who: Principal, { params }: Asked): Promise<ShownNote | null> {
  const note = isId(params.note) ? await noteRow(tx, params.note) : null
  const theme = note && (await themeRow(tx, note.theme_id))
  if (!note || !theme || !mayReadNote(who, note.published_on !== null)) return null
  const colleagues = await colleaguesOf(tx)
  const meeting = colleagues.filter(one => one.roles.some(role => (meets as readonly string[]).includes(role)))
  const uses = await usesOf(tx, [note.id])
  const own = who.kind === 'staff' ? uses.find(use => use.person_id === who.personId) : undefined
  const reached = uses.filter(use => meeting.some(one => one.id === use.person_id))
  return {
    note,
    theme: { id: theme.id, title: theme.title, slug: theme.slug, out: (await publishedTheme(tx, { id: theme.id })) !== null },
    owner: colleagues.find(one => one.id === note.owner_id)?.name ?? null,
    units: (await groundOf(tx)).units.filter(unit => note.units.includes(unit.slug)).map(unit => unit.name as never),
    said: await saidOf(tx, [note.id]),
    councils: new Map((await councilsOf(tx)).map(one => [one.slug, one.name])),
    mine: { read: own !== undefined, used: own?.used_on !== undefined && own.used_on !== null },
    reached: { all: meeting.length, read: reached.length, used: reached.filter(use => use.used_on !== null).length },
    figures: note.published_on ? await beforeAndAfter(tx, note.published_on) : null,
    can: { write: mayWriteNotes(who), council: mayWriteForCouncil(who), follow: mayFollow(who, note) },
  }
}
const noteView = (page: Page, thing: ShownNote, form: Filled, _asked: Asked, who: Principal) => (
  <NotePage page={page} who={who} form={form} thing={thing} />
)

async function formThing(tx: Tx, themeId: string, noteId: string | null): Promise<NoteFormThing | null> {
  const theme = await themeRow(tx, themeId)
  if (!theme) return null
  return {
    theme: { id: theme.id, title: theme.title },
    note: noteId ? await noteRow(tx, noteId) : null,
    colleagues: (await colleaguesOf(tx)).filter(one => hasAny(one.roles)).map(one => ({ id: one.id, name: one.name })),
    units: (await groundOf(tx)).units.map(one => ({ slug: one.slug, name: one.name as never })),
  }
}
const hasAny = (roles: readonly string[]) => roles.some(role => [...meets, 'policyOwner', 'administration'].includes(role as never))
const ofTheme = async (tx: Tx, who: Principal, { params }: Asked) =>
  isId(params.tema) && mayWriteNotes(who) ? await formThing(tx, params.tema, null) : null
async function ofNote(tx: Tx, who: Principal, { params }: Asked): Promise<NoteFormThing | null> {
  const note = isId(params.note) && mayWriteNotes(who) ? await noteRow(tx, params.note) : null
  return note ? await formThing(tx, note.theme_id, note.id) : null
}
const formView = (page: Page, thing: NoteFormThing, form: Filled, _asked: Asked, who: Principal) => (
  <NoteFormPage page={page} who={who} form={form} thing={thing} />
)
const fields = z.object({ learned: text(2_000, 'needed'), nowDo: text(2_000, 'needed'), ownerId: text(40), units: list(80) })
const asWords = ({ ownerId, ...input }: z.infer<typeof fields>) => ({ ...input, ownerId: isId(ownerId) ? ownerId : null })

const at = '/arbejdsrum/laering/note/:note'
const one = { hides: true, load: shownNote, form: { view: noteView } } as const
const id = (thing: ShownNote) => thing.note.id
const back = (_done: unknown, { thing }: { thing: ShownNote }) => paths.note(id(thing))
const mayRead = (who: Principal, { note }: ShownNote) => mayReadNote(who, note.published_on !== null)
const writes = (who: Principal) => mayWriteNotes(who)

export const noteRoutes: readonly AnyRoute[] = [
  get({
    path: paths.notes,
    may: maySeeNotes,
    load: notes,
    view: (page, all, _form, _asked, who) => <NotesPage page={page} who={who} notes={all} />,
  }),
  get({
    path: paths.staffFigures,
    may: maySeeNotes,
    load: staffFigures,
    view: (page, figures, _form, _asked, who) => <StaffFiguresPage page={page} who={who} figures={figures} />,
  }),
  get({ path: '/arbejdsrum/temaer/tema/:tema/note', may: writes, hides: true, load: ofTheme, view: formView }),
  post({
    path: '/arbejdsrum/temaer/tema/:tema/note',
    may: writes,
    hides: true,
    load: ofTheme,
    input: fields,
    deed: (tx, who, { thing, input }) => writeNote(tx, who, { themeId: thing.theme.id, id: null, ...asWords(input) }),
    then: made => paths.note(made),
    form: { view: formView },
  }),
  get({ path: at, may: mayRead, hides: true, load: shownNote, view: noteView }),
  get({ path: `${at}/ret`, may: writes, hides: true, load: ofNote, view: formView }),
  post({
    path: `${at}/ret`,
    may: writes,
    hides: true,
    load: ofNote,
    input: fields,
    deed: (tx, who, { thing, input }) => writeNote(tx, who, { themeId: thing.theme.id, id: thing.note!.id, ...asWords(input) }),
    then: made => paths.note(made),
    form: { view: formView },
  }),
  post({
    ...one,
    may: writes,
    path: `${at}/vis`,
    input: z.object({}),
    deed: (tx, who, { thing }) => publishNote(tx, who, { id: id(thing) }),
    then: back,
  }),
  post({
    ...one,
    may: mayRead,
    path: `${at}/laest`,
    input: z.object({}),
    deed: (tx, who, { thing }) => useNote(tx, who, { id: id(thing), used: false }),
    then: back,
  }),
  post({
    ...one,
    may: mayRead,
    path: `${at}/brugt`,
    input: z.object({}),
    deed: (tx, who, { thing }) => useNote(tx, who, { id: id(thing), used: true }),
    then: back,
  }),
  post({
    ...one,
    may: (who: Principal) => mayWriteForCouncil(who),
    path: `${at}/raad`,
    input: z.object({ council: text(80, 'needed'), kind: choice(['asked', 'said'] as const), words: text(2_000, 'needed') }),
    deed: (tx, who, { thing, input }) => noteCouncilSaid(tx, who, { id: id(thing), ...input }),
    then: back,
  }),
  post({
    ...one,
    may: (who: Principal, { note }: ShownNote) => mayFollow(who, note),
    path: `${at}/fulgt`,
    input: z.object({}),
    deed: (tx, who, { thing }) => followNote(tx, who, { id: id(thing) }),
    then: back,
  }),
]
