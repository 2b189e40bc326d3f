// The list of themes for staff, with the texts that wait for them; and one theme as they see it.
import { councilsOf } from '../councils/index.ts'
import { itemsOfKind } from '../municipalities/index.ts'
import { colleaguesOf } from '../people/index.ts'
import { addDays, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { said } from '../platform/refusal.ts'
import { groundOf, hiddenFrom, inventedHere, mayWork } from '../voices/index.ts'
import { mayApproveTheme, maySeeThemes, maySetThemes, mayWriteNotes } from './access.ts'
import { notesOf } from './note-store.ts'
import { weekOf } from './publish.ts'
import { publishedThemes } from './published-store.ts'
import { type Summary, summariesIn } from './summary-store.ts'
import { mayGoOut, standsOf } from './theme.ts'
import { oneTheme, wroteIt } from './theme-step.ts'
import { allThemes, stepsOf } from './theme-store.ts'
import type { Writable } from './views/theme-form.tsx'
import type { ShownTheme } from './views/theme-page.tsx'
import type { ListedText, ThemeList } from './views/themes-page.tsx'
import { themeFindings } from './write-theme.ts'

/** Themes that texts can be put into. */
export async function openThemes(tx: Tx): Promise<{ id: string; title: string }[]> {
  const steps = await stepsOf(tx)
  return (await allThemes(tx))
    .filter(theme => standsOf(steps.filter(one => one.theme_id === theme.id).map(one => one.step)).life !== 'closed')
    .map(({ id, title }) => ({ id, title }))
}

/** Those of the texts that this person may know of: of a voice closed to them, none. */
async function mayKnow(tx: Tx, who: Principal, all: readonly Summary[]): Promise<Summary[]> {
  if (who.kind !== 'staff') return []
  const hidden = await hiddenFrom(
    tx,
    who.personId,
    all.map(one => one.voice_id),
  )
  return all.filter(one => !hidden.has(one.voice_id))
}
const listed = (who: Principal, all: readonly Summary[]): ListedText[] =>
  all.map(one => ({ id: one.id, on: one.written_on, own: who.kind === 'staff' && one.written_by === who.personId }))

export async function themeList(tx: Tx, who: Principal): Promise<ThemeList> {
  const works = mayWork(who, await inventedHere(tx))
  const texts = works ? await mayKnow(tx, who, await summariesIn(tx, ['confirmed', 'approved'])) : []
  const gathered = await mayKnow(tx, who, await summariesIn(tx, ['gathered']))
  const steps = await stepsOf(tx)
  const out = new Set((await publishedThemes(tx)).map(one => one.theme_id))
  return {
    waiting: listed(
      who,
      texts.filter(one => one.state === 'confirmed'),
    ),
    free: maySetThemes(who)
      ? listed(
          who,
          texts.filter(one => one.state === 'approved'),
        )
      : [],
    themes: (await allThemes(tx)).map(theme => {
      const { words, life } = standsOf(steps.filter(one => one.theme_id === theme.id).map(one => one.step))
      return { theme, words, life, gathered: gathered.filter(one => one.themeId === theme.id).length, out: out.has(theme.id) }
    }),
    mayBegin: maySetThemes(who),
  }
}

/** One theme, with the texts gathered into it that this person may read. */
export async function shownTheme(tx: Tx, who: Principal, id: string, lang: string): Promise<ShownTheme | null> {
  const one = maySeeThemes(who) ? await oneTheme(tx, id) : null
  if (!one) return null
  const invented = await inventedHere(tx)
  const works = mayWork(who, invented)
  const gathered = works ? await mayKnow(tx, who, one.gathered) : []
  const set = maySetThemes(who)
  const waiting = one.gathered.map(each => ({ own: each.said_how !== 'not_reached' && each.said_how !== 'no_answer', few: each.few }))
  return {
    one: { ...one, gathered },
    findings: await themeFindings(tx, one.theme),
    councils: new Map((await councilsOf(tx)).map(each => [each.slug, each.name])),
    districtName:
      (await itemsOfKind(tx, 'district')).flatMap(each => (each.slug === one.theme.district ? [said(each.name as never, lang)] : []))[0] ??
      null,
    names: new Map((await colleaguesOf(tx)).map(each => [each.id, each.name])),
    notes: (await notesOf(tx, id)).map(note => ({ id: note.id, learned: note.learned, out: note.published_on !== null })),
    goesOut: mayGoOut(one.theme.told, waiting) ? addDays(weekOf(localDate(tx.now)), 7) : null,
    own: who.kind === 'staff' && wroteIt(one, who.personId),
    invented,
    can: { set, approve: mayApproveTheme(who, invented), note: mayWriteNotes(who), texts: works },
  }
}
/** What the form of a theme needs; a new one without an id. */
export async function writableTheme(tx: Tx, id: string | null): Promise<Writable | null> {
  const one = id ? await oneTheme(tx, id) : null
  if (id && !one) return null
  const ground = await groundOf(tx)
  return {
    theme: one?.theme ?? null,
    councils: (await councilsOf(tx)).map(each => ({ slug: each.slug, name: each.name })),
    districts: ground.districts,
    findings: one ? await themeFindings(tx, one.theme) : [],
  }
}
