// The addresses of somebody's own page: in by a link (a code comes in by the door for receipts), then yes, no, change, withdraw, everything, erase.
import { z } from 'zod'
import { endSession } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { ErrorSummary } from '../platform/html/fields.tsx'
import type { Filled } from '../platform/html/filled.ts'
import { PublicPage } from '../platform/html/layout.tsx'
import type { Page } from '../platform/html/page.ts'
import { text, tick } from '../platform/http/form.ts'
import { type Asked, anybody, file, get, nothing, post } from '../platform/http/route.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, Refusal } from '../platform/refusal.ts'
import { isTheOne } from './access.ts'
import { sayNo, sayYes } from './answer-suggestion.ts'
import { candidateOf, traceOf } from './candidate.ts'
import { changeCandidate } from './change-candidate.ts'
import { erase } from './erase-candidate.ts'
import { everythingAbout } from './everything.ts'
import { nominationForm } from './form-input.ts'
import { endingOf, keepCandidate } from './keep-candidate.ts'
import { move } from './move-nomination.ts'
import { groundOf, retentionOf } from './open-councils.ts'
import { type Opened, openByLink } from './open-own-page.ts'
import { ownPartsOf } from './own-parts.ts'
import { contactDay } from './owner.ts'
import { paths } from './paths.ts'
import { unansweredOn } from './retention.ts'
import { EverythingPage, mostReaders } from './views/everything.tsx'
import { ReceiptPage } from './views/join-done.tsx'
import { AnswersForm, answersFrom } from './views/own-change.tsx'
import { LinkPage } from './views/own-door.tsx'
import { AskedPage, ClosedPage, GonePage, type Own, OwnPage } from './views/own-page.tsx'
import { nominationWords as w } from './words.ts'

const said = (key: Parameters<typeof w>[1], { lang }: Asked) => ({ da: w('da', key), en: w('en', key), [lang]: w(lang, key) })
const linkRoutes = [
  get({ path: '/min/:noegle', may: anybody, load: nothing, view: (page, _thing, form) => <LinkPage page={page} form={form} /> }),
  post({
    path: '/min/:noegle',
    may: anybody,
    load: nothing,
    input: z.object({}),
    async deed(tx, who, { asked }) {
      const opened = await openByLink(tx, who, { key: asked.params.noegle! })
      if (opened.token === null) throw new Refusal([{ message: said('link.dead', asked) }])
      return opened
    },
    then: () => paths.own,
    cookie: (opened: Opened) => (opened.token ? { set: opened.token } : undefined),
    form: { view: (page, _thing, form) => <LinkPage page={page} form={form} /> },
  }),
]

async function own(tx: Tx, who: Principal): Promise<Own | null> {
  const candidate = who.kind === 'subject' ? await candidateOf(tx, who.about) : null
  if (!candidate) return null
  const ground = await groundOf(tx)
  const retention = await retentionOf(tx)
  return {
    candidate,
    ground,
    retention,
    parts: candidate.row.said_yes_at ? await ownPartsOf(tx, candidate.row.id) : [],
    ending: endingOf(candidate, retention, localDate(tx.now)),
    eraseOn: unansweredOn(localDate(candidate.row.created_at), ground.promises),
  }
}
const mine = (who: Principal, thing: Own) => isTheOne(who, thing.candidate.row.id)
const waiting = (thing: Own) => thing.candidate.row.said_yes_at === null
const ownView = (page: Page, thing: Own, form: Filled) =>
  waiting(thing) ? <AskedPage page={page} own={thing} form={form} /> : <OwnPage page={page} own={thing} form={form} />
const ownPart = { may: mine, hides: true, load: own, form: { view: ownView } } as const
const changeView = (page: Page, thing: Own, form: Filled) => (
  <PublicPage
    page={page}
    title={w(page.lang, 'own.change.title')}
    neutral
    noindex
    back={{ href: page.href(paths.own) }}
    above={<ErrorSummary form={form} />}
  >
    <AnswersForm
      page={page}
      form={form.errors.length > 0 ? form : { ...form, values: answersFrom(thing.candidate) }}
      councils={thing.ground.all.filter(one => thing.candidate.nominations.some(each => each.row.council === one.slug))}
      submit={w(page.lang, 'own.change.save')}
    />
  </PublicPage>
)
const about = (who: Principal): string => {
  if (who.kind !== 'subject') throw new NotAllowed()
  return who.about
}

type WithTrace = { readonly thing: Own; readonly trace: Awaited<ReturnType<typeof traceOf>> }
/** The page tells of the newest readings, the file of all: so many stand in thirteen months of looking every hour. */
const allReaders = 100_000
const withTrace =
  (readers: number) =>
  async (tx: Tx, who: Principal): Promise<WithTrace | null> => {
    const thing = await own(tx, who)
    return thing ? { thing, trace: await traceOf(tx, thing.candidate, readers) } : null
  }

const pageRoutes = [
  get({
    path: paths.own,
    hides: true,
    load: async (tx, who): Promise<Own | 'closed'> => (await own(tx, who)) ?? 'closed',
    may: (who, thing) => thing === 'closed' || mine(who, thing),
    view: (page, thing, form) => (thing === 'closed' ? <ClosedPage page={page} /> : ownView(page, thing, form)),
  }),
  post({
    ...ownPart,
    path: paths.ownForm('ja'),
    input: z.object({}),
    async deed(tx, who, { thing, asked }: { thing: Own; asked: Asked }) {
      const candidateId = about(who)
      const code = await sayYes(tx, who, { candidateId, key: asked.form!.key })
      const contactBy = await contactDay(tx, localDate(tx.now), thing.ground.promises.contact)
      return {
        candidateId,
        nominationIds: [],
        councils: [],
        code,
        contactBy,
        suggestion: false,
        passedOn: false,
        written: false,
        already: false,
        changed: false,
      }
    },
    then: (receipt, { page }) => <ReceiptPage page={page} receipt={receipt} yes />,
  }),
  post({
    ...ownPart,
    path: paths.ownForm('nej'),
    input: z.object({}),
    async deed(tx, who) {
      await sayNo(tx, who, { candidateId: about(who) })
      if (who.kind === 'subject') await endSession(tx, who.sessionId)
    },
    then: (_done, { page }) => <GonePage page={page} declined />,
    cookie: () => ({ clear: true }),
  }),
  get({ ...ownPart, path: paths.ownForm('ret'), view: changeView }),
  post({
    ...ownPart,
    path: paths.ownForm('ret'),
    input: nominationForm,
    deed: (tx, who, { input }) => changeCandidate(tx, who, { candidateId: about(who), answers: input.answers }),
    then: () => paths.own,
    form: { view: changeView },
  }),
  post({
    ...ownPart,
    path: paths.ownForm('traek'),
    input: z.object({ nomination: text(40, 'needed') }),
    deed: (tx, who, { input }) => move(tx, who, { nominationId: input.nomination, verb: 'withdraw' }),
    then: () => paths.own,
  }),
  post({
    ...ownPart,
    path: paths.ownForm('behold'),
    input: z.object({}),
    deed: (tx, who) => keepCandidate(tx, who, { candidateId: about(who) }),
    then: () => paths.own,
  }),
  post({
    ...ownPart,
    path: paths.ownForm('slet'),
    input: z.object({ sure: tick }),
    async deed(tx, who, { input, asked }) {
      if (!input.sure) throw new Refusal([{ field: 'sure', message: said('own.erase.sure.needed', asked) }])
      await erase(tx, who, { candidateId: about(who), why: 'asked' })
      if (who.kind === 'subject') await endSession(tx, who.sessionId)
    },
    then: (_done, { page }) => <GonePage page={page} declined={false} />,
    cookie: () => ({ clear: true }),
  }),
  post({
    ...ownPart,
    path: paths.ownForm('luk'),
    input: z.object({}),
    async deed(tx, who) {
      if (who.kind === 'subject') await endSession(tx, who.sessionId)
    },
    then: () => '/',
    cookie: () => ({ clear: true }),
  }),
  get({
    ...ownPart,
    path: paths.everything,
    load: withTrace(mostReaders + 1),
    may: (who: Principal, { thing }: WithTrace) => mine(who, thing),
    view: (page, { thing, trace }) => <EverythingPage page={page} ground={thing.ground} candidate={thing.candidate} trace={trace} />,
  }),
  get({
    ...ownPart,
    path: paths.everythingJson,
    load: withTrace(allReaders),
    may: (who: Principal, { thing }: WithTrace) => mine(who, thing),
    view: (page, { thing, trace }) =>
      file('application/json; charset=utf-8', JSON.stringify(everythingAbout(thing.candidate, trace, page.now), null, 2), {
        headers: { 'content-disposition': 'attachment; filename="alt-om-mig.json"', 'cache-control': 'no-store' },
      }),
  }),
]
export const ownRoutes = [...pageRoutes, ...linkRoutes]
