// What everybody may see: themes as they went out, with what came of them and what was learned. Reads public tables only.
import { itemsOfKinds } from '../municipalities/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Said } from '../platform/refusal.ts'
import { notesOut, type PublishedNote, type PublishedTheme, publishedTheme, publishedThemes } from './published-store.ts'

export interface Names {
  readonly councils: ReadonlyMap<string, Said>
  readonly districts: ReadonlyMap<string, Said>
  readonly units: ReadonlyMap<string, Said>
}
async function names(tx: Tx): Promise<Names> {
  const { council, district, unit } = await itemsOfKinds(tx, ['council', 'district', 'unit'])
  const of = (items: readonly { slug: string; name: unknown }[]) =>
    new Map(items.flatMap(one => (one.name ? [[one.slug, one.name as Said] as const] : [])))
  return { councils: of(council), districts: of(district), units: of(unit) }
}

export interface AllThemes {
  readonly themes: readonly PublishedTheme[]
  readonly names: Names
}
export const allPublic = async (tx: Tx): Promise<AllThemes> => ({ themes: await publishedThemes(tx), names: await names(tx) })

export interface OnePublic {
  readonly theme: PublishedTheme
  readonly notes: readonly PublishedNote[]
  readonly names: Names
}
export async function onePublic(tx: Tx, slug: string): Promise<OnePublic | null> {
  const theme = await publishedTheme(tx, { slug })
  return theme && { theme, notes: await notesOut(tx, theme.theme_id), names: await names(tx) }
}

/** The same as open data. */
export function themesAsData({ themes }: AllThemes) {
  return {
    themes: themes.map(one => ({
      id: one.slug,
      title: one.title,
      question: one.question,
      words: one.words,
      councils: one.councils,
      district: one.district,
      count: one.count_band,
      state: one.life,
      firstWeek: one.first_week,
      changedWeek: one.changed_week,
      cameOf: one.came.map(each => ({ what: each.step, on: each.on, council: each.council, meetingOn: each.meetingOn, words: each.words })),
    })),
  }
}
