// Turns views into answers: pages, kept pages, redirects and the pages of "no".
import type { VNode } from 'preact'
import { accentStyle } from '../html/accent.ts'
import { renderPage } from '../html/document.tsx'
import type { Filled } from '../html/filled.ts'
import type { Page } from '../html/page.ts'
import { type Refusal, said } from '../refusal.ts'
import { issueFormKey } from './form-key.ts'
import type { Frame, NoPage } from './house.ts'
import { type KeptPage, squeezed } from './kept.ts'
import { directionOf, inLanguage } from './language.ts'
import { noWords } from './no-words.ts'
import type { Answer } from './route.ts'
import { securityHeaders } from './security.ts'
import type { Parts, Visit } from './serve.ts'

export interface Draw {
  page(visit: Visit, frame: Frame): Page
  answer(visit: Visit, page: Page, shown: VNode | Answer, status: number): Promise<Response>
  kept(
    visit: Visit,
    page: Page,
    shown: VNode | Answer,
    begun: number,
    tables: ReadonlySet<string>,
    frameUntil: Date | null,
  ): Promise<Response>
  redirect(visit: Visit, to: string): Response
  /** As `redirect`, but another server's address stays as it is. */
  leave(visit: Visit, to: string): Response
  no(visit: Visit, no: NoPage): Promise<Response>
  filled(values: Record<string, string | string[]>, refusal: Refusal, lang: Page['lang']): Filled
  noWords: typeof noWords
}

/** Pages that must leave nothing on the device say so. */
const unkept = { 'cache-control': 'no-store' }

export function drawPages({ ctx, house, assets, frames, https }: Parts): Draw {
  const { publicStyle } = assets.names
  const headersFor = new Map<string, Record<string, string>>()
  const secure = (accent: string) => {
    const known = headersFor.get(accent) ?? securityHeaders([accentStyle(accent), ...(publicStyle ? [publicStyle] : [])], https)
    headersFor.set(accent, known)
    return known
  }
  const draw: Draw = {
    page(visit, { page }) {
      const { lang } = visit.asked
      const made: Page = {
        ...page,
        lang,
        dir: directionOf(lang),
        path: visit.path,
        href: (path, other = lang) => inLanguage(path, other),
        now: ctx.clock.now(),
        assets: assets.names,
        formKey: () => issueFormKey(ctx.keys, visit, ctx.clock.now()),
      }
      return visit.who.kind === 'staff' ? { ...made, signedIn: house.signedIn(visit.who, made) } : made
    },
    async answer(_visit, page, shown, status) {
      if (isAnswer(shown)) {
        const headers = { ...secure(page.municipality.accent), ...unkept, 'content-type': shown.type, ...shown.headers }
        return new Response((await bodyOf(shown)) as BodyInit, { status: shown.status ?? status, headers })
      }
      return new Response(renderPage(shown, page.assets) as BodyInit, {
        status,
        headers: {
          ...secure(page.municipality.accent),
          ...unkept,
          'content-type': 'text/html; charset=utf-8',
          'content-language': page.lang,
        },
      })
    },
    async kept(visit, page, shown, begun, tables, frameUntil) {
      const answer = isAnswer(shown)
      const body = answer ? await bodyOf(shown) : renderPage(shown, page.assets)
      const until = [frameUntil, answer ? (shown.validUntil ?? null) : null].filter(date => date !== null).map(date => date.getTime())
      const headers: Record<string, string> = {
        ...secure(page.municipality.accent),
        'content-type': answer ? shown.type : 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        ...(answer ? shown.headers : { 'content-language': page.lang }),
      }
      const keptPage: KeptPage | null =
        visit.url.search === '' && (!answer || (shown.status ?? 200) === 200)
          ? ctx.kept.keep(
              `${visit.tenant.id}|${visit.url.pathname}`,
              {
                headers,
                plain: Buffer.from(body),
                municipalityId: visit.tenant.id,
                tables,
                validUntil: Math.min(...until, 8.64e15),
              },
              begun,
            )
          : null
      if (!keptPage) return new Response(body as BodyInit, { status: answer ? (shown.status ?? 200) : 200, headers })
      const own: Record<string, string> = { ...headers, etag: keptPage.etag, vary: 'accept-encoding' }
      if (visit.request.headers.get('if-none-match')?.includes(keptPage.etag)) return new Response(null, { status: 304, headers: own })
      const { body: bytes, encoding } = await squeezed(keptPage, visit.request.headers.get('accept-encoding') ?? '')
      return new Response(new Uint8Array(bytes), { headers: encoding ? { ...own, 'content-encoding': encoding } : own })
    },
    redirect: (visit, to) =>
      new Response(null, {
        status: 303,
        headers: { location: inLanguage(to, visit.asked.lang), 'cache-control': 'no-store', 'referrer-policy': 'same-origin' },
      }),
    leave(visit, to) {
      if (to.startsWith('/')) return draw.redirect(visit, to)
      return new Response(null, { status: 303, headers: { location: to, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' } })
    },
    async no(visit, no) {
      const retry: Record<string, string> = no.status === 503 ? { 'retry-after': '5' } : {}
      const frame = await frames
        .of(visit.tenant.id, visit.asked.lang)
        .catch(() => ({ frame: frames.last(visit.tenant.id, visit.asked.lang) }))
      if (!frame.frame)
        return new Response(`${no.title}\n\n${no.text}\n\n112`, {
          status: no.status,
          headers: { 'content-type': 'text/plain; charset=utf-8', ...retry },
        })
      const page = draw.page(visit, frame.frame)
      const response = await draw.answer(visit, page, house.noPage(page, withTyped(visit, no)), no.status)
      for (const [name, value] of Object.entries(retry)) response.headers.set(name, value)
      return response
    },
    filled: (values, refusal, lang) => ({
      values: { ...values },
      errors: refusal.shortcomings.map(({ field, message }) => ({ field: field ?? '', message: said(message, lang) })),
    }),
    noWords,
  }
  return draw
}

const withTyped = ({ typed = [], asked }: Visit, no: NoPage): NoPage =>
  typed.length > 0 ? { ...no, typed: { label: noWords(asked.lang).typed, texts: typed } } : no

const bodyOf = async ({ body }: Answer) => (typeof body === 'function' ? await body() : body)

function isAnswer(shown: VNode | Answer): shown is Answer {
  return 'answer' in shown
}
