// The addresses of searching: the words are posted, what was found stands at an address that says nothing.
import { z } from 'zod'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { renderPage } from '../platform/html/layout.tsx'
import type { Page } from '../platform/html/page.ts'
import { text } from '../platform/http/form.ts'
import { type Asked, file, get, post } from '../platform/http/route.ts'
import { readThing } from '../platform/journal.ts'
import type { Principal, Staff } from '../platform/principal.ts'
import { NotAllowed, Refusal } from '../platform/refusal.ts'
import { mayWork } from './access.ts'
import { beginSearch, mostSearched, mostShown, type Search, searchOf, stopSearch } from './find-voices.ts'
import { paths } from './paths.ts'
import { wordsOf } from './search.ts'
import { listedOf } from './search-store.ts'
import { FoundPage, SearchPage } from './views/staff-search.tsx'
import { dressed, inventedHere, type ListedVoice, readableAtOnce } from './voice-list.ts'
import { voiceWords as w } from './words.ts'

interface Ground {
  readonly invented: boolean
}
const ground = async (tx: Tx): Promise<Ground> => ({ invented: await inventedHere(tx) })
const may = (who: Principal, { invented }: Ground): who is Staff => mayWork(who, invented)

export interface Found {
  readonly search: Search
  readonly invented: boolean
  readonly voices: readonly ListedVoice[]
  readonly today: string
}
async function found(tx: Tx, who: Principal, { params }: Asked): Promise<Found | null> {
  const { invented } = await ground(tx)
  const search = searchOf(tx.municipalityId, params.soegning ?? '')
  if (!search || who.kind !== 'staff') return null
  const voices = await dressed(tx, who, await listedOf(tx, search.found.slice(0, mostShown)))
  return { search, invented, voices, today: localDate(tx.now) }
}
const mayFound = (who: Principal, { search, invented }: Found) => mayWork(who, invented) && search.personId === who.personId
const draw = (page: Page, one: Found, who: Principal) => <FoundPage page={page} who={who} found={one} />

export const searchRoutes = [
  get({
    path: paths.search,
    may,
    load: ground,
    view: (page, _thing, form, _asked, who) => <SearchPage page={page} who={who} form={form} />,
  }),
  post({
    path: paths.search,
    may,
    load: ground,
    input: z.object({ q: text(120, 'needed') }),
    async deed(tx, who, { input }) {
      if (!mayWork(who, await inventedHere(tx))) throw new NotAllowed()
      if (wordsOf(input.q).length === 0)
        throw new Refusal([{ field: 'q', message: { da: w('da', 'staff.search.short'), en: w('en', 'staff.search.short') } }])
      // That somebody searched stands in the log; what for, never.
      await readThing(tx, who, { about: null, action: 'voices.search' })
      return { question: input.q, ids: await readableAtOnce(tx, who, mostSearched), who }
    },
    async outside(ctx, _visit, { who, question, ids }) {
      return { to: paths.found((await beginSearch(ctx.database, who, { question, ids })).id) }
    },
    then: () => paths.search,
    form: { view: (page, _thing, form, _asked, who) => <SearchPage page={page} who={who} form={form} /> },
  }),
  get({
    path: `${paths.search}/:soegning`,
    hides: true,
    may: mayFound,
    load: found,
    // While it goes on the page looks again by itself; that needs no script.
    view: (page, one, _form, _asked, who) =>
      one.search.state === 'going'
        ? file('text/html; charset=utf-8', renderPage(draw(page, one, who), page.assets), {
            headers: { 'content-language': page.lang, refresh: '1' },
          })
        : draw(page, one, who),
  }),
  post({
    path: `${paths.search}/:soegning/stop`,
    hides: true,
    may: mayFound,
    load: found,
    input: z.object({}),
    deed: async (_tx, who, { thing }) => {
      if (!mayFound(who, thing)) throw new NotAllowed()
      stopSearch(thing.search)
    },
    then: (_done, { thing }) => paths.found(thing.search.id),
    form: { view: (page, one, _form, _asked, who) => draw(page, one, who) },
  }),
]
