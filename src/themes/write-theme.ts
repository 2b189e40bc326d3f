// Writing a theme: its title, its question and what several say together, checked for persons like a summary.
import { councilsOf } from '../councils/index.ts'
import { itemsOfKind } from '../municipalities/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { newThing, record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { maySetThemes } from './access.ts'
import { type Finding, findPersons } from './find-persons.ts'
import { beginTheme, endTheme, keepThemeDue, oneTheme, sayThemeNot } from './theme-step.ts'
import { addStep, insertTheme, slugTaken, type ThemeWords, updateTheme } from './theme-store.ts'
import { findingFaults, townGround } from './write-summary.ts'

export const themeFindings = async (tx: Tx, words: Pick<ThemeWords, 'title' | 'question' | 'words'>): Promise<Finding[]> =>
  findPersons(`${words.title}.\n${words.question}\n${words.words}`, { ...(await townGround(tx)), places: [] })

/** What a theme names that the municipality does not have is left out. */
async function known(tx: Tx, words: ThemeWords): Promise<ThemeWords> {
  const councils = new Set((await councilsOf(tx)).map(one => one.slug))
  const districts = new Set((await itemsOfKind(tx, 'district')).map(one => one.slug))
  return {
    ...words,
    councils: words.councils.filter(one => councils.has(one)),
    district: words.district && districts.has(words.district) ? words.district : null,
  }
}

export async function beginNewTheme(tx: Tx, who: Principal, given: ThemeWords): Promise<string> {
  if (!maySetThemes(who)) throw new NotAllowed()
  const words = await known(tx, given)
  const id = await newThing(tx, 'theme')
  const today = localDate(tx.now)
  await insertTheme(tx, id, await freeSlug(tx, words.title), words, who.personId, today)
  await addStep(tx, id, { step: 'begun', by: who.personId, on: today })
  await record(tx, who, { kind: 'theme.begun', about: id })
  await keepThemeDue(tx, who, { id, begun_by: who.personId }, { words: 'draft', life: 'open', answered: false }, 'begun')
  return id
}
/** Writes its words. Approved words become a draft again, and what everybody can read stays as it was until the new ones are approved. */
export async function writeTheme(tx: Tx, who: Principal, { id, ...given }: ThemeWords & { readonly id: string }): Promise<void> {
  if (!maySetThemes(who)) throw new NotAllowed()
  const one = await oneTheme(tx, id, true)
  if (!one) throw new NotFound()
  if (one.stands.life === 'closed') throw new Refusal(sayThemeNot('closed'))
  if (one.stands.words === 'offered') throw new Refusal(sayThemeNot('not-draft'))
  await updateTheme(tx, id, await known(tx, given))
  if (one.stands.words === 'approved') await endTheme(tx, who, one, { step: 'changed' })
}
/** Ready for a second human. */
export async function offerTheme(tx: Tx, who: Principal, { id }: { id: string }): Promise<void> {
  if (!maySetThemes(who)) throw new NotAllowed()
  const one = await beginTheme(tx, who, id, 'offered')
  const faults = findingFaults(await themeFindings(tx, one.theme), one.theme.seen, 'words')
  if (faults.length > 0) throw new Refusal(faults)
  await endTheme(tx, who, one, { step: 'offered' })
}

/** An address made of the title, and never one that another theme has had. */
async function freeSlug(tx: Tx, title: string): Promise<string> {
  const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa' }
  const plain = title
    .toLocaleLowerCase('da')
    .replace(/[æøå]/g, one => letters[one]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  const base = plain || 'tema'
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (slug !== 'tal' && !(await slugTaken(tx, slug))) return slug
  }
}
