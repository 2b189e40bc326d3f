// The addresses of signing in and out.
import { z } from 'zod'
import { timeOfDay } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { email, text } from '../platform/http/form.ts'
import { type Asked, anybody, get, outside, post } from '../platform/http/route.ts'
import type { Principal } from '../platform/principal.ts'
import { ownPath } from './back-to.ts'
import { answerOidc, startOidc } from './oidc-outside.ts'
import { peoplePaths } from './paths.ts'
import { requestLink } from './request-link.ts'
import { type SignedInNow, signInByLink, signOut, stay } from './sign-in.ts'
import { inventedPeople, signInAs } from './sign-in-as.ts'
import { linkMinutes, linkWorks } from './sign-in-link.ts'
import { LinkPage, LinkSentPage, type SignInFault, SignInPage } from './views/sign-in.tsx'

const faults: readonly string[] = ['unknown', 'denied', 'away', 'stale'] satisfies SignInFault[]

async function signInState(tx: Tx, who: Principal, { query }: Asked) {
  const fault = query.get('fejl')
  return {
    oidc: tx.site.oidc,
    smtp: tx.site.smtp,
    backTo: ownPath(query.get('til')),
    fault: fault !== null && faults.includes(fault) ? (fault as SignInFault) : null,
    name: who.kind === 'staff' ? who.name : null,
    invented: await inventedPeople(tx),
  }
}
const linkState = async (tx: Tx, _who: Principal, { params }: Asked) => ({
  link: params.noegle!,
  works: await linkWorks(tx, params.noegle!),
})
const begins = (result: SignedInNow) => ({ set: result.token })

export const signInRoutes = [
  get({
    path: peoplePaths.signIn,
    may: anybody,
    load: signInState,
    view: (page, state, form) => <SignInPage page={page} state={state} form={form} />,
  }),
  post({
    path: peoplePaths.signIn,
    may: anybody,
    load: signInState,
    input: z.object({ email: email('needed'), til: text(500) }),
    deed: (tx, who, { input, asked }) =>
      requestLink(tx, who, { email: input.email!, backTo: ownPath(input.til), origin: asked.origin, lang: asked.lang }),
    then: (_done, { page, thing, input }) => (
      <LinkSentPage
        page={page}
        until={timeOfDay(new Date(page.now.getTime() + linkMinutes * 60_000), page.lang)}
        kept={page.standing === 'demonstration' || !thing.smtp}
        backTo={ownPath(input.til)}
      />
    ),
    form: { view: (page, state, form) => <SignInPage page={page} state={state} form={form} /> },
  }),
  post({
    path: peoplePaths.signInAs,
    may: anybody,
    load: signInState,
    input: z.object({ person: text(36, 'needed') }),
    deed: (tx, who, { input }) => signInAs(tx, who, { personId: input.person }),
    then: result => result.to,
    cookie: begins,
    form: { view: (page, state, form) => <SignInPage page={page} state={state} form={form} /> },
  }),
  outside({ path: peoplePaths.signInOidc, may: anybody, load: signInState, outside: startOidc }),
  outside({ path: peoplePaths.signInOidcAnswer, may: anybody, load: signInState, outside: answerOidc }),
  post({
    path: peoplePaths.stay,
    may: who => who.kind === 'staff' || who.kind === 'subject',
    load: async () => ({}),
    input: z.object({ til: text(500) }),
    deed: (tx, who) => stay(tx, who),
    then: (_done, { input }) => ownPath(input.til) ?? peoplePaths.work,
    form: { view: page => <SignInPage page={page} state={noState} form={{ values: {}, errors: [] }} /> },
  }),
  get({
    path: peoplePaths.signInLink(':noegle'),
    may: anybody,
    load: linkState,
    view: (page, { link, works }) => <LinkPage page={page} works={works} link={link} />,
  }),
  post({
    path: peoplePaths.signInLink(':noegle'),
    may: anybody,
    load: linkState,
    input: z.object({}),
    deed: (tx, who, { thing }) => signInByLink(tx, who, thing.link),
    then: result => result.to,
    cookie: begins,
    form: { view: (page, { link, works }: { link: string; works: boolean }) => <LinkPage page={page} works={works} link={link} /> },
  }),
  post({
    path: peoplePaths.signOut,
    may: anybody,
    load: async () => ({}),
    input: z.object({}),
    deed: (tx, who) => signOut(tx, who),
    then: () => '/',
    cookie: () => ({ clear: true }),
    form: { view: page => <SignInPage page={page} state={noState} form={{ values: {}, errors: [] }} /> },
  }),
]
const noState = { oidc: false, backTo: null, fault: null, name: null, invented: [] }
