// Searching what was told, within what one may read at once: opened a batch at a time so that nobody waits, with progress, and stopped by a word.
import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'
import { keepThread } from '../platform/child/kept-thread.ts'
import { sealedBytes } from '../platform/crypto/envelope.ts'
import { newToken } from '../platform/crypto/token.ts'
import { type Database, look } from '../platform/db/act.ts'
import type { Copied } from '../platform/db/copy.ts'
import type { Staff } from '../platform/principal.ts'
import { type FoundInThread, lookThrough, type ToLookThrough } from './look-through.ts'
import { wordsOf } from './search.ts'
import { sealedTexts } from './search-store.ts'
import { detailsOf, nothingSaid } from './telling.ts'

/** At most so many are looked through, the newest. */
export const mostSearched = 20_000
/** Hits beyond these are counted, not listed. */
export const mostShown = 200
const batch = 1_000
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
  { question, ids, waitMs = 900 }: { question: string; ids: readonly string[]; waitMs?: number },
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

/** Opening a batch takes a thread of its own milliseconds; one that is stuck is ended. It goes soon: it holds memory, and a search is rare. */
export const searchThread = keepThread<ToLookThrough, FoundInThread>(new URL('./search-thread', import.meta.url), {
  name: 'the search',
  seconds: 10,
  idle: 2,
  heap: 32,
  young: 4,
})
/** A thread takes longer to begin than a few voices to open, and one processor does nothing beside: then it is done between other work. */
const beside = (count: number) => (count > batch && availableParallelism() > 1 ? searchThread.ready() : Promise.resolve(false))

async function go(database: Database, who: Staff, search: Search, ids: readonly string[]): Promise<void> {
  const words = wordsOf(search.question)
  const { municipality, kek } = database.keys.of(who.municipalityId)
  const batches: (readonly string[])[] = []
  for (let at = 0; at < ids.length; at += batch) batches.push(ids.slice(at, at + batch))
  const spare: ArrayBuffer[] = []
  const fetched = async (some: readonly string[] | undefined) =>
    some ? (await look(database, who, tx => sealedTexts(tx, some, nothingGiven, spare.pop()))).value : null
  const threaded = beside(ids.length)
  const opened = async (some: readonly string[], sealed: Copied) => {
    const asked = { keys: { municipality, kek }, words, sealed }
    const answer = (await threaded) ? await searchThread.ask(asked, [sealed.buffer]) : await betweenOthers(asked)
    spare.push(answer.buffer)
    const found = new Set(answer.found)
    if (search.state !== 'going') return
    search.found.push(...some.filter(id => found.has(id)))
    search.searched += some.length
  }
  // The database looks up the next while one is opened and another waits to be.
  let next = fetched(batches[0])
  let before = Promise.resolve()
  for (const [at, some] of batches.entries()) {
    const sealed = (await next)!
    if (search.state !== 'going') return
    next = fetched(batches[at + 1])
    next.catch(() => {})
    const now = (await threaded) ? opened(some, sealed) : before.then(() => opened(some, sealed))
    now.catch(() => {})
    await before
    before = now
  }
  await before
  if (search.state === 'going') search.state = 'done'
}

/** How long the details of somebody who gave none are when sealed: they need not be opened. */
const nothingGiven = Buffer.byteLength(JSON.stringify(detailsOf(nothingSaid))) + sealedBytes

async function betweenOthers(asked: ToLookThrough): Promise<FoundInThread> {
  const going = lookThrough(asked)
  for (let began = performance.now(); ; ) {
    const { done, value } = going.next()
    if (done) return { found: value, buffer: asked.sealed.buffer }
    if (performance.now() - began < turn) continue
    await new Promise<void>(others => setImmediate(others))
    began = performance.now()
  }
}
