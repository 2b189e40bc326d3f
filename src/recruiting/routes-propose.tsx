// The addresses of an organisation that proposes members, and of the person who lets it see how it goes.
import { z } from 'zod'
import { endSession } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { choice, email, optionalChoice, text } from '../platform/http/form.ts'
import { type AnyRoute, anybody, get, nothing, post } from '../platform/http/route.ts'
import { LANGS } from '../platform/i18n.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, Refusal } from '../platform/refusal.ts'
import { genders } from './balance.ts'
import { openProposing } from './open-proposing.ts'
import { recruitingPaths as paths } from './paths.ts'
import { setShared } from './proposal-store.ts'
import { type Proposed, proposePeople } from './propose-people.ts'
import { type Proposing, proposingOf } from './proposing.ts'
import { takeAskStep } from './take-ask-step.ts'
import { ClosedPage, mostPeople, ProposeDoor, ProposePage, ThanksPage } from './views/propose-pages.tsx'
import { inEveryLanguage } from './words.ts'

/** Working days within which the people are asked; the same promise as for everybody. */
const askedWithin = 5

const person = (n: number) => ({
  [`name${n}`]: text(120),
  [`email${n}`]: email('optional'),
  [`phone${n}`]: text(40),
  [`language${n}`]: optionalChoice(LANGS),
  [`gender${n}`]: optionalChoice(genders),
})
const form = z
  .object({ ...Object.assign({}, ...Array.from({ length: mostPeople }, (_, at) => person(at + 1))), reason: text(1000) })
  .transform(raw => {
    const given = raw as Record<string, string | null>
    const people = Array.from({ length: mostPeople }, (_, at): Proposed & { named: boolean } => {
      const of = (field: string) => given[`${field}${at + 1}`] ?? ''
      return {
        name: of('name'),
        email: of('email') || null,
        phone: of('phone'),
        language: (of('language') || 'da') as Proposed['language'],
        gender: (of('gender') || null) as Proposed['gender'],
        named: of('name') !== '',
      }
    })
    return { people, reason: given.reason ?? '' }
  })

/** Nobody but the organisation finds anything here: to everybody else the page says that it is closed. */
type Own = Proposing | 'closed'
const view = (page: Page, thing: Own, filled: Filled) =>
  thing === 'closed' ? <ClosedPage page={page} /> : <ProposePage page={page} thing={thing} form={filled} />
const own = {
  may: anybody,
  load: async (tx: Tx, who: Principal): Promise<Own> => (await proposingOf(tx, who)) ?? 'closed',
  form: { view },
} as const
const door = (page: Page, _thing: unknown, filled: Filled) => <ProposeDoor page={page} form={filled} />

export const proposeRoutes: readonly AnyRoute[] = [
  get({ ...own, path: paths.propose, view }),
  post({
    ...own,
    path: paths.proposeDo('forslag'),
    input: form,
    async deed(tx, who, { thing, input, asked }) {
      if (thing === 'closed') throw new NotAllowed()
      const unnamed = input.people.findIndex(one => !one.named && (one.email || one.phone))
      if (unnamed >= 0) throw new Refusal([{ field: `name${unnamed + 1}`, message: inEveryLanguage('propose.fault.name') }])
      await proposePeople(tx, who, { people: input.people.filter(one => one.named), reason: input.reason, key: asked.form!.key })
    },
    then: (_done, { page }) => <ThanksPage page={page} no={false} days={askedWithin} />,
  }),
  post({
    ...own,
    path: paths.proposeDo('nej'),
    input: z.object({}),
    async deed(tx, who, { thing }) {
      if (thing === 'closed') throw new NotAllowed()
      await takeAskStep(tx, who, { organisationId: thing.organisationId, council: thing.council.slug, step: 'decline', how: 'page' })
    },
    then: (_done, { page }) => <ThanksPage page={page} no days={askedWithin} />,
  }),
  post({
    ...own,
    path: paths.proposeDo('luk'),
    input: z.object({}),
    async deed(tx, who) {
      if (who.kind === 'subject') await endSession(tx, who.sessionId)
    },
    then: () => '/',
    cookie: () => ({ clear: true }),
  }),
  get({ path: paths.proposeBy(':noegle'), may: anybody, load: nothing, view: door }),
  post({
    path: paths.proposeBy(':noegle'),
    may: anybody,
    load: nothing,
    input: z.object({}),
    async deed(tx, who, { asked }) {
      const token = await openProposing(tx, who, { key: asked.params.noegle! })
      if (token === null) throw new Refusal([{ message: inEveryLanguage('propose.door.dead') }])
      return { token }
    },
    then: () => paths.propose,
    cookie: ({ token }) => ({ set: token }),
    form: { view: door },
  }),
  post({
    path: paths.share,
    may: anybody,
    load: nothing,
    input: z.object({ shared: choice(['yes', 'no']) }),
    async deed(tx, who, { input }) {
      if (who.kind !== 'subject') throw new NotAllowed()
      await setShared(tx, who.about, input.shared === 'yes')
    },
    then: () => '/min',
    form: { view: door },
  }),
]
