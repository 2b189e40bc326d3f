// Searching what was told, within what one may read at once: opened a batch at a time so that nobody waits, with progress, and stopped by a word.
import { performance } from 'node:perf_hooks'
import { sealedBytes } from '../platform/crypto/envelope.ts'
import type { MunicipalityKeys } from '../platform/crypto/keys.ts'
import { newToken } from '../platform/crypto/token.ts'
import { type Database, look } from '../platform/db/act.ts'
import type { Staff } from '../platform/principal.ts'
import { openerOf } from '../platform/sealed.ts'
import { standsIn, wordsOf } from './search.ts'
import { type SealedTexts, sealedTexts } from './search-store.ts'
import { detailsPlace, linePlace } from './store.ts'
import { type Details, detailsOf, nothingSaid } from './telling.ts'

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
  const keys = database.keys.of(who.municipalityId)
  const batches: (readonly string[])[] = []
  for (let at = 0; at < ids.length; at += batch) batches.push(ids.slice(at, at + batch))
  const fetched = async (some: readonly string[] | undefined) =>
    some ? (await look(database, who, tx => sealedTexts(tx, some))).value : null
  // The database looks up the next while these are opened.
  let next = fetched(batches[0])
  for (const [at, some] of batches.entries()) {
    const sealed = (await next)!
    if (search.state !== 'going') return
    next = fetched(batches[at + 1])
    next.catch(() => {})
    search.found.push(...(await hits(keys, some, sealed, words)))
    search.searched += some.length
  }
  if (search.state === 'going') search.state = 'done'
}

/** How long the details of somebody who gave none are when sealed: they need not be opened. */
const nothingGiven = Buffer.byteLength(JSON.stringify(detailsOf(nothingSaid))) + sealedBytes

/** Those of them in which every word stands: in what was told or written, in notes and translations, or in what else was told. */
async function hits(keys: MunicipalityKeys, ids: readonly string[], sealed: SealedTexts, words: readonly string[]): Promise<string[]> {
  const openers = new Map<string, ReturnType<typeof openerOf>>()
  const texts = new Map<string, string[]>(ids.map(id => [id, []]))
  let began = performance.now()
  const others = async () => {
    await new Promise<void>(done => setImmediate(done))
    began = performance.now()
  }
  for (const { thing_id, wrapped } of sealed.keys) {
    openers.set(thing_id, openerOf(keys, thing_id, wrapped))
    if (performance.now() - began > turn) await others()
  }
  for (const { id, sealed: value } of sealed.details) {
    if (value.length === nothingGiven) continue
    const text = openers.get(id)?.(detailsPlace(id), value)
    if (text) texts.get(id)!.push(...searchable(JSON.parse(text) as Details))
    if (performance.now() - began > turn) await others()
  }
  for (const { id, voice_id, sealed: value } of sealed.lines) {
    texts.get(voice_id)!.push(openers.get(voice_id)?.(linePlace(voice_id, id), value) ?? '')
    if (performance.now() - began > turn) await others()
  }
  const found: string[] = []
  for (const id of ids) {
    if (standsIn(words, texts.get(id)!)) found.push(id)
    if (performance.now() - began > turn) await others()
  }
  return found
}
const searchable = ({ place, name, aboutWhom, phone, address, email, through }: Details) =>
  [place, name, aboutWhom, phone, address, email ?? '', through].filter(text => text !== '')
