// What a person gets when something cannot be shown or done: the right status, plain words, a human, and a reference when it is our fault.
import { randomUUID } from 'node:crypto'
import { NotAllowed, NotFound, Unavailable } from '../refusal.ts'
import { BadBody, TooLarge } from './body.ts'
import type { Draw } from './draw.ts'
import { faultOf } from './fault.ts'
import type { Parts, Visit } from './serve.ts'

/** Turns whatever was thrown into an answer. */
export function createNo({ ctx, house }: Parts, draw: Draw) {
  return async function no(error: unknown, visit: Visit): Promise<Response> {
    const { who, asked } = visit
    const words = draw.noWords(asked.lang)
    const before = visit.typed ? pageBefore(visit) : null
    const again = before ? { again: { href: before, label: words.openAgain } } : {}
    // The session ended while somebody wrote: who they were is not known any more, so the page looks as if it were not there.
    if (visit.typed && visit.ended && (error instanceof NotFound || error instanceof NotAllowed))
      return await draw.no(visit, { status: 403, ...words.signedOut, ...again })
    if (error instanceof NotFound) return await draw.no(visit, { status: 404, ...words.notFound })
    if (error instanceof NotAllowed) {
      if (who.kind === 'anyone' && visit.request.method === 'GET')
        return draw.redirect(visit, house.signInPath(visit.path + visit.url.search))
      return await draw.no(visit, { status: 403, ...words.notAllowed, ...again })
    }
    if (error instanceof TooLarge) return await draw.no(visit, { status: 413, ...words.tooLarge })
    if (error instanceof BadBody) return await draw.no(visit, { status: 400, ...words.badBody })
    if (error instanceof Unavailable) {
      ctx.log.warn('unavailable', {
        code: String((error.cause as { code?: string } | undefined)?.code ?? ''),
        method: visit.request.method,
      })
      return await draw.no(visit, { status: 503, ...words.unavailable })
    }
    const reference = randomUUID().slice(0, 8)
    ctx.log.error('fault', { reference, method: visit.request.method, fault: faultOf(error) })
    return await draw.no(visit, { status: 500, ...words.fault, reference })
  }
}

/** The page of ours the form stood on, or null. */
function pageBefore({ request, url }: Visit): string | null {
  const before = request.headers.get('referer')
  if (!before || !URL.canParse(before)) return null
  const page = new URL(before)
  return page.host === (request.headers.get('host') ?? url.host) ? page.pathname + page.search : null
}
