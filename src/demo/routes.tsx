// The addresses of the practice: in, back, and anew. Two cookies: the session, and beside it the way back to the real one.
import { z } from 'zod'
import { registered } from '../municipalities/index.ts'
import { endSession, people, peoplePaths } from '../people/index.ts'
import type { Ctx } from '../platform/context.ts'
import { look, type Tx } from '../platform/db/act.ts'
import { type CookieJar, cookieJar, type SessionCookie } from '../platform/http/cookie.ts'
import { get, type Leaving, type OutsideVisit, post } from '../platform/http/route.ts'
import type { Principal } from '../platform/principal.ts'
import { practicePaths } from './paths.ts'
import { type Carried, carry, enterPractice, erasePractice, mayPractise } from './practice.ts'
import { PracticePage, type PracticeState } from './views/practice-page.tsx'

const state = async (tx: Tx, who: Principal): Promise<PracticeState> => ({
  inside: (await registered(tx)).practiceOf !== null,
  mayBegin: mayPractise(who),
})
const inside = (_who: Principal, { inside }: PracticeState) => inside
const form = {
  view: (page: Parameters<typeof PracticePage>[0]['page'], shown: PracticeState, _form: unknown, _asked: unknown, who: Principal) => (
    <PracticePage page={page} who={who} state={shown} />
  ),
}
const empty = z.object({})

export const practiceRoutes = [
  get({
    path: practicePaths.page,
    // In the practice anybody finds the way back, also when the session there has ended.
    may: (who, shown) => shown.inside || mayPractise(who),
    load: state,
    view: (page, shown, _form, _asked, who) => <PracticePage page={page} who={who} state={shown} />,
  }),
  post({
    path: practicePaths.page,
    may: (who, shown) => !shown.inside && mayPractise(who),
    load: state,
    input: empty,
    deed: (tx, who) => carry(tx, who),
    outside: async (ctx, visit, carried) => await enter(ctx, visit, carried, jars(ctx).session.read(visit.cookies)),
    then: () => peoplePaths.work,
    form,
  }),
  post({
    path: practicePaths.end,
    may: inside,
    load: state,
    input: empty,
    deed: async (tx, who) => {
      if (who.kind === 'staff' || who.kind === 'subject') await endSession(tx, who.sessionId)
    },
    outside: async (ctx, { cookies }) => {
      const { session, back } = jars(ctx)
      const real = back.read(cookies)
      return { to: peoplePaths.work, cookies: [real ? session.set(real) : session.clear(), back.clear()] }
    },
    then: () => peoplePaths.work,
    form,
  }),
  post({
    path: practicePaths.anew,
    may: (who, shown) => shown.inside && mayPractise(who),
    load: state,
    input: empty,
    deed: async () => {},
    outside: beginAnew,
    then: () => peoplePaths.work,
    form,
  }),
]

function jars(ctx: Ctx): { session: CookieJar; back: CookieJar } {
  const https = ctx.config.baseUrl.startsWith('https:')
  return { session: cookieJar(https), back: cookieJar(https, 'raadslag-tilbage') }
}

async function enter(ctx: Ctx, visit: OutsideVisit<unknown>, carried: Carried, real: SessionCookie | null): Promise<Leaving> {
  const { session, back } = jars(ctx)
  const practice = await enterPractice(ctx, carried)
  await visit.tenants.load()
  return { to: peoplePaths.work, cookies: [session.set(practice), ...(real ? [back.set(real)] : [])] }
}

/** Only who is still signed in to the real municipality, and may practise there, takes the practice away for everybody. */
async function beginAnew(ctx: Ctx, visit: OutsideVisit<unknown>): Promise<Leaving> {
  const { session, back } = jars(ctx)
  const real = back.read(visit.cookies)
  const of = visit.tenant.practiceOf
  if (!real || of === null || real.municipalityId !== of) return { to: practicePaths.page }
  const signedIn = await look(ctx.database, { kind: 'anyone', municipalityId: of }, async tx => {
    const who = await people.whoSignedIn(tx, real.token)
    return who && mayPractise(who) ? who : null
  })
  if (!signedIn.value) return { to: practicePaths.page, cookies: [session.clear(), back.clear()] }
  await erasePractice(ctx, of)
  const { value: carried } = await look(ctx.database, signedIn.value, tx => carry(tx, signedIn.value!))
  return await enter(ctx, visit, carried, real)
}
