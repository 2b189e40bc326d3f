// Searching what was told, within what one may read at once: opened a batch at a time so that nobody waits, with progress, and stopped by a word.
import { performance } from 'node:perf_hooks'
import { newToken } from '../platform/crypto/token.ts'
import { type Database, look, type Tx } from '../platform/db/act.ts'
import type { Staff } from '../platform/principal.ts'
import { fetchKeys, opened } from '../platform/sealed.ts'
import { standsIn, wordsOf } from './search.ts'
import { sealedTexts } from './search-store.ts'
import { detailsPlace, linePlace } from './store.ts'
import type { Details } from './telling.ts'

/** At most so many are looked through, the newest. */
export const mostSearched = 20_000
/** Hits beyond these are counted, not listed. */
export const mostShown = 200
const batch = 250
/** Milliseconds of work after which others get a turn. */
const turn = 8
/** How long what was found can be looked at again, and how many searches are remembered. */
const minutes = 10
const mostKept = 50

/** A search under way or ended. It holds ids and what was asked for, in memory only, and never a word of what was told. */
export interface Search {
  readonly id: string
  readonly municipalityId: string
  readonly personId: string
  readonly question: string
  readonly total: number
  searched: number
  readonly found: string[]
  state: 'going' | 'done' | 'stopped' | 'failed'
  readonly until: number
}
const searches = new Map<string, Search>()

/** Begins a search and waits a moment for it: most are over before anybody notices. */
export async function beginSearch(
  database: Database,
  who: Staff,
  { question, ids, waitMs = 600 }: { question: string; ids: readonly string[]; waitMs?: number },
): Promise<Search> {
  for (const [id, one] of searches) if (one.until < performance.now() || searches.size >= mostKept) searches.delete(id)
  const search: Search = {
    id: newToken(128).token,
    municipalityId: who.municipalityId,
    personId: who.personId,
    question,
    total: ids.length,
    searched: 0,
    found: [],
    state: 'going',
    until: performance.now() + minutes * 60_000,
  }
  searches.set(search.id, search)
  const working = go(database, who, search, ids).catch(() => {
    search.state = 'failed'
  })
  await Promise.race([working, new Promise<void>(done => setTimeout(done, waitMs))])
  return search
}
/** The search with this id in this municipality; whoever began it may look at it. */
export function searchOf(municipalityId: string, id: string): Search | null {
  const search = searches.get(id)
  return search && search.municipalityId === municipalityId && search.until > performance.now() ? search : null
}
export function stopSearch(search: Search): void {
  if (search.state === 'going') search.state = 'stopped'
}

async function go(database: Database, who: Staff, search: Search, ids: readonly string[]): Promise<void> {
  const words = wordsOf(search.question)
  for (let at = 0; at < ids.length && search.state === 'going'; at += batch) {
    const some = ids.slice(at, at + batch)
    const { value } = await look(database, who, tx => hits(tx, some, words))
    if (search.state !== 'going') return
    search.found.push(...value)
    search.searched += some.length
  }
  if (search.state === 'going') search.state = 'done'
}

/** Those of them in which every word stands: in what was told or written, in notes and translations, or in what else was told. */
async function hits(tx: Tx, ids: readonly string[], words: readonly string[]): Promise<string[]> {
  await fetchKeys(tx, ids)
  const { details, lines } = await sealedTexts(tx, ids)
  const texts = new Map<string, string[]>(ids.map(id => [id, []]))
  let began = performance.now()
  const others = async () => {
    if (performance.now() - began < turn) return
    await new Promise<void>(done => setImmediate(done))
    began = performance.now()
  }
  for (const { id, sealed } of details) {
    const text = await opened(tx, detailsPlace(id), sealed)
    if (text) texts.get(id)!.push(...searchable(JSON.parse(text) as Details))
    await others()
  }
  for (const { id, voice_id, sealed } of lines) {
    texts.get(voice_id)!.push((await opened(tx, linePlace(voice_id, id), sealed)) ?? '')
    await others()
  }
  return ids.filter(id => standsIn(words, texts.get(id)!))
}
const searchable = ({ place, name, aboutWhom, phone, address, email, through }: Details) =>
  [place, name, aboutWhom, phone, address, email ?? '', through].filter(text => text !== '')
