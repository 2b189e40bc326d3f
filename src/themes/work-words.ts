// How what is owed about summaries, themes and notes reads on the work list, and how reading them is called in the log.
import { type Describe, registerNotFor, registerReadings, registerWork, type WorkWords } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Said } from '../platform/refusal.ts'
import { closedLists, hiddenFrom, inventedHere, mayWork, secondHuman, voicePaths } from '../voices/index.ts'
import { maySeeNotes, maySeeThemes } from './access.ts'
import { noteDues } from './notes.ts'
import { paths } from './paths.ts'
import { owedKinds as summaryDues } from './summary.ts'
import { voicesOfSummaries } from './summary-store.ts'
import { owedKinds as themeDues } from './theme.ts'
import { allThemes } from './theme-store.ts'
import { type ThemeKey, themeWords as w } from './words.ts'

const both = (key: ThemeKey, params: Record<string, string> = {}): Said => ({ da: w('da', key, params), en: w('en', key, params) })

/** The list says nothing of what is written, and to whom a voice is closed not even that there is something. */
const describeSummary =
  (kind: string): Describe =>
  async (tx, who, abouts) => {
    const works = mayWork(who, await inventedHere(tx))
    const rows = await voicesOfSummaries(tx, abouts)
    const hidden = await hiddenFrom(
      tx,
      who.kind === 'staff' ? who.personId : '',
      rows.map(row => row.voice_id),
    )
    return new Map(
      abouts.map((id): [string, WorkWords | null] => {
        const row = rows.find(one => one.id === id)
        if (!row || who.kind !== 'staff' || hidden.has(row.voice_id)) return [id, null]
        // From the page of the voice its own people go on; a colleague says why first.
        const href = kind === 'summary.write' || kind === 'summary.answer' ? voicePaths.one(row.voice_id) : paths.summary(id)
        return [
          id,
          { title: both('work.summary'), next: both(`work.${kind}.next` as ThemeKey), ...(works && { href, action: both('work.do') }) },
        ]
      }),
    )
  }
const describeTheme =
  (kind: string): Describe =>
  async (tx, who, abouts) => {
    const themes = new Map((await allThemes(tx)).map(theme => [theme.id, theme.title]))
    return new Map(
      abouts.map((id): [string, WorkWords] => [
        id,
        {
          title: both('work.theme', { title: themes.get(id) ?? '' }),
          next: both(`work.${kind}.next` as ThemeKey),
          ...(maySeeThemes(who) && { href: paths.theme(id), action: both('work.do') }),
        },
      ]),
    )
  }
const describeNote =
  (kind: string): Describe =>
  async (_tx, who, abouts) =>
    new Map(
      abouts.map((id): [string, WorkWords] => [
        id,
        {
          title: both('work.note'),
          next: both(`work.${kind}.next` as ThemeKey),
          ...(maySeeNotes(who) && { href: paths.note(id), action: both('work.do') }),
        },
      ]),
    )

/** Of each of these texts: everybody the voice it is of is closed to. */
async function closedTexts(tx: Tx, abouts: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await voicesOfSummaries(tx, abouts)
  const lists = await closedLists(
    tx,
    rows.map(row => row.voice_id),
  )
  return new Map(rows.map(row => [row.id, lists.get(row.voice_id) ?? []]))
}

/** Called once, when the room is put into the house. */
export function registerThemeWork(): void {
  for (const kind of summaryDues) registerWork(kind, describeSummary(kind))
  registerNotFor(summaryDues, closedTexts, secondHuman)
  for (const kind of themeDues) registerWork(kind, describeTheme(kind))
  for (const kind of noteDues) registerWork(kind, describeNote(kind))
  registerReadings({
    actions: { 'summary.read': both('reading.summary.read') },
    kinds: { summary: both('kind.summary'), theme: both('kind.theme'), practice_note: both('kind.practice_note') },
  })
}
