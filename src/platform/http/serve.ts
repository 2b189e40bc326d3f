// How a request becomes an answer: find who asks and what about, ask `may`, then show or do.
import type { Ctx, Tenant } from '../context.ts'
import { act, look, type Tx } from '../db/act.ts'
import type { Assets } from '../html/assets.ts'
import { EMPTY } from '../html/filled.ts'
import { learn } from '../i18n.ts'
import { readThings } from '../journal.ts'
import type { Principal } from '../principal.ts'
import { NotAllowed, NotFound, Refusal } from '../refusal.ts'
import { type Posted, readForm } from './body.ts'
import type { CookieJar } from './cookie.ts'
import { type Draw, drawPages } from './draw.ts'
import { shortcomingsOf } from './form.ts'
import { openFormKey } from './form-key.ts'
import type { Frames } from './frames.ts'
import type { House } from './house.ts'
import { splitLanguage } from './language.ts'
import { meantAddress } from './meant-address.ts'
import { staleForm } from './no-words.ts'
import { type AnyRoute, type Asked, type Deeds, formReadings, type Leaving, type Outside, type OutsideVisit, type View } from './route.ts'
import { createNo } from './say-no.ts'
import { fromOurPages } from './security.ts'
import type { Tenants } from './tenants.ts'
import { typedWords } from './typed-words.ts'

export interface Parts {
  readonly ctx: Ctx
  readonly house: House
  readonly tenants: Tenants
  readonly assets: Assets
  readonly jar: CookieJar
  readonly frames: Frames
  readonly https: boolean
}
/** One request on its way: whose municipality, in which language, with which session. */
export interface Visit {
  readonly request: Request
  readonly url: URL
  readonly tenant: Tenant
  readonly asked: Asked
  readonly path: string
  readonly token: string | null
  who: Principal
  /** What was typed into the form, once it is known that it cannot be taken. */
  typed?: readonly string[]
  /** The session of the page is over. */
  ended?: boolean
}

export function createServe(parts: Parts) {
  const { ctx, house, tenants, jar } = parts
  const readings = formReadings(house.routes)
  const draw: Draw = drawPages(parts)
  const no = createNo(parts, draw)

  return { route, notFound, failed }

  async function route(route: AnyRoute, request: Request, params: Record<string, string>): Promise<Response> {
    const visit = begin(request, params, route.nameless)
    if (!visit) return new Response('Ukendt adresse / unknown address', { status: 421 })
    try {
      await learn(visit.asked.lang)
      if (route.method === 'POST') return await perform(route, visit)
      return 'outside' in route ? await askOutside(route, visit) : await show(route, visit)
    } catch (error) {
      return await no(error, visit)
    }
  }

  function begin(request: Request, params: Record<string, string>, nameless = false): Visit | null {
    const url = new URL(request.url)
    const home = tenants.byHost(request.headers.get('host') ?? url.host)
    if (!home) return null
    const session = jar.read(request.headers.get('cookie'))
    const tenant = session ? (tenants.within(home, session.municipalityId) ?? home) : home
    const { lang, path } = splitLanguage(url.pathname)
    const token = !nameless && session && session.municipalityId === tenant.id ? session.token : null
    return {
      request,
      url,
      tenant,
      path,
      token,
      asked: { params, query: url.searchParams, lang, origin: originOf(request, tenant) },
      who: { kind: 'anyone', municipalityId: tenant.id },
    }
  }

  function originOf(request: Request, tenant: Tenant): string {
    const host = request.headers.get('host') ?? ''
    const known = tenant.hosts.includes(host.replace(/:\d+$/, ''))
    return known ? `${parts.https ? 'https' : 'http'}://${host}` : ctx.config.baseUrl
  }

  async function whoAsks(tx: Tx, visit: Visit): Promise<Principal> {
    if (!visit.token) return visit.who
    const found = await house.signIn(tx, visit.token)
    visit.ended = found === null
    if (found) visit.who = found
    return visit.who
  }

  function admit<T>(route: Pick<View<T>, 'may' | 'hides'>, who: Principal, thing: T | null, asked: Asked): asserts thing is T {
    if (thing === null) throw new NotFound()
    if (!route.may(who, thing, asked)) throw route.hides ? new NotFound() : new NotAllowed()
  }

  async function show(route: View<unknown>, visit: Visit): Promise<Response> {
    const { asked, tenant } = visit
    if (route.kept) {
      const begun = ctx.kept.begin()
      const frame = await parts.frames.of(tenant.id, asked.lang)
      const { value, touched } = await look(ctx.database, visit.who, async tx => await route.load(tx, visit.who, asked), 'public')
      admit(route, visit.who, value, asked)
      const page = draw.page(visit, frame.frame)
      return draw.kept(
        visit,
        page,
        route.view(page, value, EMPTY, asked, visit.who),
        begun,
        new Set([...frame.tables, ...touched.read]),
        frame.frame.validUntil,
      )
    }
    const frame = await parts.frames.of(tenant.id, asked.lang)
    const read = async (tx: Tx) => {
      const who = await whoAsks(tx, visit)
      const thing = await route.load(tx, who, asked)
      admit(route, who, thing, asked)
      await readThings(tx, who, route.reads?.(thing, asked))
      return thing
    }
    const found = await find(visit, read, route.reads !== undefined)
    const thing = route.finish ? await route.finish(found) : found
    house.seen(visit.who, ctx.clock.now())
    const page = draw.page(visit, frame.frame)
    return await draw.answer(visit, page, route.view(page, thing, EMPTY, asked, visit.who), 200)
  }

  /** Only a page that shows somebody's data writes, and only to the access log. */
  async function find<T>(visit: Visit, read: (tx: Tx) => Promise<T>, writes: boolean): Promise<T> {
    return writes ? await act(ctx.database, visit.who, read, undefined) : (await look(ctx.database, visit.who, read)).value
  }

  async function askOutside(route: Outside<unknown>, visit: Visit): Promise<Response> {
    const { value: thing } = await look(ctx.database, visit.who, async tx => {
      const who = await whoAsks(tx, visit)
      const found = await route.load(tx, who, visit.asked)
      admit(route, who, found, visit.asked)
      return found
    })
    return leave(visit, await route.outside(ctx, outsideVisit(visit, thing)))
  }

  function outsideVisit(visit: Visit, thing: unknown): OutsideVisit<unknown> {
    const { who, asked, tenant, url } = visit
    return { who, thing, asked, tenant, url, cookies: visit.request.headers.get('cookie') ?? '', tenants }
  }

  function leave(visit: Visit, leaving: Leaving): Response {
    const response = draw.leave(visit, leaving.to)
    if (leaving.session) response.headers.append('set-cookie', jar.set({ municipalityId: visit.tenant.id, token: leaving.session }))
    for (const cookie of leaving.cookies ?? []) response.headers.append('set-cookie', cookie)
    return response
  }

  async function perform(route: Deeds<unknown, unknown, unknown>, visit: Visit): Promise<Response> {
    const { request, tenant } = visit
    if (!fromOurPages(request.headers, request.headers.get('host') ?? '')) throw new NotAllowed()
    const frame = await parts.frames.of(tenant.id, visit.asked.lang)
    let posted: Posted = { values: {}, files: {} }
    try {
      posted = await readForm(request, route.maxBytes ?? 65_536, route.fileBytes)
      const key = openFormKey(ctx.keys, visit, String(posted.values.formKey ?? ''), ctx.clock.now())
      if (key.state === 'forged') throw new NotAllowed()
      const asked: Asked = { ...visit.asked, form: { key: key.key, state: key.state, files: posted.files } }
      const parsed = route.input.safeParse(posted.values)
      if (parsed.success) await route.waits?.(parsed.data, asked)
      const done = await act(
        ctx.database,
        visit.who,
        async tx => {
          const who = await whoAsks(tx, visit)
          const thing = await route.load(tx, who, asked)
          admit(route, who, thing, asked)
          if (!parsed.success) throw new Refusal(shortcomingsOf(parsed.error))
          if (key.state === 'stale') throw new Refusal(staleForm)
          return { thing, result: await route.deed(tx, who, { thing, input: parsed.data, asked }) }
        },
        undefined,
        route.isolation,
      )
      house.seen(visit.who, ctx.clock.now())
      if (route.outside) return leave(visit, await route.outside(ctx, outsideVisit(visit, done.thing), done.result))
      const page = draw.page(visit, frame.frame)
      const next = route.then(done.result, { page, thing: done.thing, input: parsed.data, asked, who: visit.who })
      const response = typeof next === 'string' ? draw.redirect(visit, next) : await draw.answer(visit, page, next, 200)
      const cookie = route.cookie?.(done.result)
      if (cookie?.set) response.headers.append('set-cookie', jar.set({ municipalityId: visit.tenant.id, token: cookie.set }))
      if (cookie?.clear) response.headers.append('set-cookie', jar.clear())
      return response
    } catch (error) {
      visit.typed = typedWords(posted.values)
      if (!(error instanceof Refusal)) throw error
      return await formAgain(route, visit, frame.frame, posted, error)
    }
  }

  /** The same form, filled with what was typed, and what stands in the way. */
  async function formAgain(
    route: Deeds<unknown, unknown, unknown>,
    visit: Visit,
    frame: Parameters<Draw['page']>[1],
    posted: Posted,
    refusal: Refusal,
  ): Promise<Response> {
    const { asked } = visit
    const reads = readings(route)
    const read = async (tx: Tx) => {
      const who = await whoAsks(tx, visit)
      // A body that cannot be read is refused before anybody was asked who they are: ask now, before anything is shown.
      const found = await route.load(tx, who, asked)
      admit(route, who, found, asked)
      const shown = route.form.load ? await route.form.load(tx, who, asked) : found
      if (shown !== null) await readThings(tx, who, reads?.(shown, asked))
      return shown
    }
    const thing = await find(visit, read, reads !== undefined)
    if (thing === null) throw new NotFound()
    const page = draw.page(visit, frame)
    const form = draw.filled(posted.values, refusal, asked.lang)
    return await draw.answer(visit, page, route.form.view(page, thing as never, form, asked, visit.who), 422)
  }

  async function notFound(request: Request): Promise<Response> {
    const visit = begin(request, {})
    if (!visit) return new Response('Ukendt adresse / unknown address', { status: 421 })
    const meant = request.method === 'POST' ? null : meantAddress(visit.url.pathname)
    if (meant) return new Response(null, { status: 301, headers: { location: meant + visit.url.search, 'referrer-policy': 'same-origin' } })
    await learn(visit.asked.lang)
    return await no(new NotFound(), visit)
  }
  async function failed(error: unknown, request: Request): Promise<Response> {
    const visit = begin(request, {})
    return visit ? await no(error, visit) : new Response('', { status: 500 })
  }
}
