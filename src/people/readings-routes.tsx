// The addresses of the access log.
import { z } from 'zod'
import { isLocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Page } from '../platform/html/page.ts'
import { choice, text } from '../platform/http/form.ts'
import { type Asked, get, post } from '../platform/http/route.ts'
import { isId } from '../platform/ids.ts'
import type { Principal } from '../platform/principal.ts'
import { maySeeReadings } from './access.ts'
import { checkLogs } from './check-logs.ts'
import { openDues } from './due.ts'
import { peoplePaths } from './paths.ts'
import { type ReadingFilter, readingsOf, sampleOf } from './readings.ts'
import { monthBefore, sampleDue, sampleSeen } from './sample.ts'
import { allPeople } from './store.ts'
import { ChainPage, ReadingsPage, type ReadingsState, SamplePage } from './views/readings-page.tsx'

function filterOf(query: URLSearchParams): ReadingFilter {
  const id = (name: string) => (isId(query.get(name)) ? query.get(name) : null)
  const day = (name: string) => (isLocalDate(query.get(name)) ? query.get(name) : null)
  const page = Number(query.get('side') ?? '1')
  return {
    personId: id('person'),
    about: id('om'),
    from: day('fra'),
    to: day('til'),
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}
/** The month whose sample has been asked for and not looked at. */
async function waitingSample(tx: Tx): Promise<string | null> {
  const [due] = await openDues(tx, { kinds: [sampleDue] })
  return due ? monthBefore(due.receivedOn) : null
}
async function readings(tx: Tx, who: Principal, { query }: Asked): Promise<ReadingsState> {
  if (!maySeeReadings(who)) return { lines: [], filter: filterOf(new URLSearchParams()), people: [], sample: null }
  const filter = filterOf(query)
  return { lines: await readingsOf(tx, filter), filter, people: await allPeople(tx), sample: await waitingSample(tx) }
}
/** The sample of the month asked for, else of the one that waits, else of last month. */
async function sample(tx: Tx, who: Principal, { query }: Asked) {
  const waiting = await waitingSample(tx)
  const asked = query.get('maaned') ?? ''
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : (waiting ?? monthBefore(localDate(tx.now)))
  return { month, lines: maySeeReadings(who) ? await sampleOf(tx, month) : [], waits: waiting === month }
}
type Sample = Awaited<ReturnType<typeof sample>>
const sampleView = (page: Page, one: Sample, _form: unknown, _asked: unknown, who: Principal) => (
  <SamplePage page={page} who={who} {...one} />
)
const samplePath = `${peoplePaths.readings}/stikproeve`

export const readingsRoutes = [
  get({
    path: peoplePaths.readings,
    may: maySeeReadings,
    load: readings,
    reads: (_all, { query }) => ({ about: null, action: 'readings', ...(query.size > 0 && { reason: query.toString().slice(0, 200) }) }),
    view: (page, all, _f, { query }, who) => <ReadingsPage page={page} who={who} all={all} query={query} />,
  }),
  get({
    path: samplePath,
    may: maySeeReadings,
    load: sample,
    reads: ({ month }) => ({ about: null, action: 'readings-sample', reason: month }),
    view: sampleView,
  }),
  post({
    path: samplePath,
    may: maySeeReadings,
    load: sample,
    input: z.object({ maaned: text(7, 'needed'), fundet: choice(['seen', 'odd']) }),
    deed: (tx, who, { input }) => sampleSeen(tx, who, { month: input.maaned, odd: input.fundet === 'odd' }),
    then: () => peoplePaths.readings,
    form: { view: sampleView },
  }),
  post({
    path: `${peoplePaths.readings}/efterproev`,
    may: maySeeReadings,
    load: readings,
    input: z.object({ head: text(64) }),
    deed: (tx, who, { input }) => checkLogs(tx, who, { head: input.head || null }),
    then: (checks, { page, who }) => <ChainPage page={page} who={who} checks={checks} />,
    form: { view: (page, all: ReadingsState, _f, { query }, who) => <ReadingsPage page={page} who={who} all={all} query={query} /> },
  }),
]
