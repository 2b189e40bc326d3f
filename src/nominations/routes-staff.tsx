// The staff's addresses: the register, entering what somebody told us.
import { openDues, standsInFor } from '../people/index.ts'
import { addMonths, type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { type Asked, get, post } from '../platform/http/route.ts'
import { isId } from '../platform/ids.ts'
import { namedOnPage } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import type { Shortcoming } from '../platform/refusal.ts'
import { danishDate } from '../platform/text/read-table.ts'
import { mayEnter, maySearch } from './access.ts'
import { nominationForm } from './form-input.ts'
import { isOpen, owedKinds, type State, states } from './nomination.ts'
import { type Ground, groundOf } from './open-councils.ts'
import { paths } from './paths.ts'
import { receiveNomination } from './receive-nomination.ts'
import { listed, tally } from './register-store.ts'
import { candidateRoutes } from './routes-candidate.tsx'
import { threadRoutes } from './routes-thread.tsx'
import { EnteredPage, EnterPage } from './views/enter-page.tsx'
import { type Register, RegisterPage } from './views/register-page.tsx'

const pageSize = 50

async function register(tx: Tx, who: Principal, { query }: Asked): Promise<Register & { readonly next: string | null }> {
  const ground = await groundOf(tx)
  const asked = { words: (query.get('q') ?? '').slice(0, 80), council: query.get('raad') ?? '', state: query.get('tilstand') ?? '' }
  const chosen = (states as readonly string[]).includes(asked.state) ? [asked.state as State] : null
  const everybody = maySearch(who)
  const owed =
    everybody || who.kind !== 'staff'
      ? []
      : (await openDues(tx, { owners: [who.personId, ...(await standsInFor(tx, who.personId))] })).map(due => due.about)
  const { rows, more } = await listed(tx, {
    words: everybody ? asked.words : '',
    council: ground.all.some(one => one.slug === asked.council) ? asked.council : null,
    states: asked.state === 'open' ? states.filter(isOpen) : chosen,
    within: everybody || who.kind !== 'staff' ? null : { person: who.personId, owed },
    after: cursorOf(query.get('efter')),
    limit: pageSize,
  })
  const dues = await openDues(tx, { abouts: rows.map(row => row.id), kinds: owedKinds })
  const last = rows.at(-1)
  return {
    ground,
    rows,
    more,
    dues: new Map(dues.map(due => [due.about, { kind: due.kind, on: due.dueOn }])),
    tally: everybody ? await tally(tx) : [],
    today: localDate(tx.now),
    everybody,
    asked,
    next: more && last ? `${last.received_at.getTime()}.${last.id}` : null,
  }
}
function cursorOf(text: string | null): { at: Date; id: string } | null {
  const [time = '', id = ''] = (text ?? '').split('.')
  return /^\d{10,15}$/.test(time) && isId(id) ? { at: new Date(Number(time)), id } : null
}
const nextPage = (page: Page, { next, asked }: { next: string | null; asked: Register['asked'] }): string | null =>
  next &&
  page.href(`${paths.candidates}?${new URLSearchParams({ q: asked.words, raad: asked.council, tilstand: asked.state, efter: next })}`)

const enterView = (page: Page, ground: Ground, form: Filled, _asked: Asked, who: Principal) => (
  <EnterPage page={page} who={who} ground={ground} form={form} />
)

/** The day it reached us; null when nothing was written, or nothing that can be. */
function receivedFrom(typed: string, today: LocalDate): { receivedOn: LocalDate | null; faults: readonly Shortcoming[] } {
  if (typed.trim() === '') return { receivedOn: null, faults: [] }
  const received = danishDate(typed)
  const wrong = (da: string, en: string) => ({ receivedOn: null, faults: [{ field: 'receivedOn', message: { da, en } }] })
  if (received === null || received > today) return wrong('Vælg en dag, der har været.', 'Choose a day that has been.')
  if (received < addMonths(today, -12))
    return wrong(
      'Dagen ligger mere end et år tilbage. Se efter, om året er rigtigt.',
      'The day is more than a year back. See whether the year is right.',
    )
  return { receivedOn: received, faults: [] }
}

export const staffRoutes = [
  get({
    path: paths.candidates,
    may: who => mayEnter(who),
    load: register,
    reads: ({ asked, everybody, rows }) => [
      {
        about: null,
        action: 'candidates.search',
        reason: everybody ? JSON.stringify({ q: asked.words, raad: asked.council, tilstand: asked.state }) : 'own',
      },
      // Whoever stands on the list finds that it was read, not what was searched for.
      ...namedOnPage(
        rows.map(row => row.candidate_id),
        'candidates.search',
      ),
    ],
    view: (page, thing, _form, _asked, who) => <RegisterPage page={page} who={who} register={thing} href={nextPage(page, thing)} />,
  }),
  get({ path: paths.enter, may: who => mayEnter(who), load: groundOf, view: enterView }),
  post({
    path: paths.enter,
    may: who => mayEnter(who),
    load: groundOf,
    input: nominationForm,
    async deed(tx, who, { input, asked }) {
      const { channel } = input
      const { receivedOn, faults } = receivedFrom(input.receivedOn, localDate(tx.now))
      const said =
        channel === null || channel === 'web'
          ? [{ field: 'channel', message: { da: 'Vælg, hvordan det kom.', en: 'Choose how it came.' } }]
          : []
      const all = [...(input.answers.faults ?? []), ...said, ...faults]
      return await receiveNomination(tx, who, {
        answers: all.length > 0 ? { ...input.answers, faults: all } : input.answers,
        channel: channel ?? 'phone',
        key: asked.form!.key,
        ...(receivedOn === null ? {} : { receivedOn }),
      })
    },
    then: (receipt, { page, who }) => <EnteredPage page={page} who={who} receipt={receipt} mayOpen={maySearch(who)} />,
    form: { view: enterView },
  }),
  ...candidateRoutes,
  ...threadRoutes,
]
