// What tests of themes share: a house with two humans who read voices, and the way from a telling to a theme that everybody can read.
import { expect } from 'vitest'
import type { TestHouse, Visitor } from './house.ts'
import { comeBack, openVoicesHouse, tell } from './voices.ts'

export interface ThemesHouse {
  readonly house: TestHouse
  /** The secretary whose voices they are, and the second human. */
  readonly amira: Visitor
  readonly peter: Visitor
}
export async function openThemesHouse(): Promise<ThemesHouse> {
  const house = await openVoicesHouse()
  // Amira comes first, so that what is told is hers.
  const amira = await house.as('amira')
  return { house, amira, peter: await house.as('peter') }
}

export const plain = 'Der er ingen steder at gå hen om aftenen, når det regner. Flere ønsker, at værestedet har åbent længere.'
export interface Told {
  readonly id: string
  readonly code: string
}
let told = 0
/** Somebody tells; the voice and its code. */
export async function telling({ house }: ThemesHouse, words = `Ord nummer ${++told}`, more: Record<string, string> = {}): Promise<Told> {
  const before = new Set((await house.sql('select id from voice')).map(row => row.id))
  const { code } = await tell(house, words, more)
  const fresh = (await house.sql('select id from voice')).find(row => !before.has(row.id))
  return { id: fresh!.id as string, code: code ?? '' }
}
export const writePath = (voice: string, what = '') => `/arbejdsrum/temaer/af/${voice}${what && `/${what}`}`
export async function summaryRow({ house }: ThemesHouse, voice: string): Promise<Record<string, unknown>> {
  return (await house.sql('select * from summary where voice_id = $1 order by state = $2', [voice, 'ended']))[0]!
}
/** Written, asked, and answered on the teller's own page. */
export async function confirmed(all: ThemesHouse, one: Told, { text = plain, few = false } = {}): Promise<string> {
  const kept = await all.amira.post(writePath(one.id), { text, do: 'goOn' })
  expect(kept.location).toBe(writePath(one.id))
  const mine = await comeBack(all.house, one.code)
  await mine.go('summary', { answer: 'yes', ...(few && { sure: 'on' }) })
  return (await summaryRow(all, one.id)).id as string
}
export async function approved(all: ThemesHouse, one: Told, more: { text?: string; few?: boolean } = {}): Promise<string> {
  const id = await confirmed(all, one, more)
  expect((await all.peter.post(`/arbejdsrum/temaer/tekst/${id}/godkend`)).status).toBe(303)
  return id
}
export const themeFields = {
  title: 'Åbent om aftenen',
  question: 'Kan værestedet have åbent om aftenen?',
  words: 'Borgere fortæller, at der mangler et varmt sted om aftenen.',
  councils: 'udsatteraad',
  showCount: 'on',
}
export async function begun(all: ThemesHouse, fields: Record<string, string | string[]> = {}): Promise<string> {
  const { location } = await all.amira.post('/arbejdsrum/temaer/ny', { ...themeFields, ...fields })
  return location!.split('/').at(-1)!
}
export const themePath = (id: string, what = '') => `/arbejdsrum/temaer/tema/${id}${what && `/${what}`}`
/** Gathered, offered and approved; goes out with the next publication. */
export async function ready(all: ThemesHouse, theme: string, summaries: readonly string[]): Promise<void> {
  for (const id of summaries) expect((await all.amira.post(`/arbejdsrum/temaer/tekst/${id}/saml`, { theme })).status).toBe(303)
  expect((await all.amira.post(themePath(theme, 'send'))).status).toBe(303)
  expect((await all.peter.post(themePath(theme, 'godkend'))).status).toBe(303)
}
/** Moves to a moment and publishes. */
export async function week({ house }: ThemesHouse, moment: string): Promise<void> {
  house.clock.set(moment)
  await house.sql("update session set ends_at = '2099-01-01', seen_at = '2099-01-01'")
  await house.house.jobs.now('themes.publish')
}
