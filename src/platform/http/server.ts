// The web server: kept pages and assets straight from memory, everything else through the routes.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { Ctx, Tenant } from '../context.ts'
import type { Assets } from '../html/assets.ts'
import { noteAsked } from './asked.ts'
import { cookieJar } from './cookie.ts'
import { createFrames } from './frames.ts'
import { health } from './health.ts'
import type { House } from './house.ts'
import { sendKept } from './kept.ts'
import { splitLanguage } from './language.ts'
import { createServe } from './serve.ts'
import type { Tenants } from './tenants.ts'

export interface Web {
  readonly server: Server
  /** The same app without a socket, for tests. */
  readonly fetch: (request: Request) => Promise<Response>
}

/** Builds the server; `listen` is the caller's. */
export function createWeb(ctx: Ctx, house: House, tenants: Tenants, assets: Assets): Web {
  const https = ctx.config.baseUrl.startsWith('https:')
  const jar = cookieJar(https)
  const frames = createFrames(ctx, house)
  const serve = createServe({ ctx, house, tenants, assets, jar, frames, https })

  // Language prefixes are taken off before routing, so that an address is declared once.
  const app = new Hono({ getPath: request => splitLanguage(new URL(request.url).pathname).path })
  app.get('/api/health', async () => await health(ctx))
  for (const route of house.routes) {
    app.on(route.method, route.path, c => serve.route(route, c.req.raw, c.req.param() as Record<string, string>))
  }
  app.notFound(c => serve.notFound(c.req.raw))
  app.onError((error, c) => serve.failed(error, c.req.raw))
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: true })

  const server = createServer(
    { headersTimeout: 10_000, connectionsCheckingInterval: 2_000, requestTimeout: 30_000, keepAliveTimeout: 10_000, maxHeaderSize: 16_384 },
    (req, res) => {
      if (fast(req, res)) return
      // Whoever asks whether we are well reads no page.
      if (req.url !== '/api/health') {
        const sent = noteAsked()
        res.once('finish', sent).once('close', sent)
      }
      void listener(req, res)
    },
  )
  server.maxHeadersCount = 100
  return { server, fetch: async request => await app.fetch(request) }

  /** Answers what needs no thought; false when it is not ours to answer. */
  function fast(req: IncomingMessage, res: ServerResponse): boolean {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false
    const url = req.url ?? '/'
    const asset = assets.files.get(url)
    if (asset) {
      const squeezed = String(req.headers['accept-encoding'] ?? '').includes('br')
      const bytes = squeezed ? asset.br : asset.bytes
      res.writeHead(200, {
        'content-type': asset.type,
        'content-length': bytes.length,
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        vary: 'accept-encoding',
        ...(squeezed ? { 'content-encoding': 'br' } : {}),
      })
      res.end(req.method === 'HEAD' ? undefined : bytes)
      return true
    }
    if (url.includes('?')) return false
    const tenant = tenantOf(req)
    if (!tenant) return false
    const page = ctx.kept.find(`${tenant.id}|${url}`)
    if (!page) return false
    void sendKept(page, req, res)
    return true
  }
  function tenantOf(req: IncomingMessage): Tenant | null {
    const tenant = tenants.byHost(req.headers.host ?? '')
    const cookie = req.headers.cookie
    if (!tenant || !cookie) return tenant
    const session = jar.read(cookie)
    return session ? (tenants.within(tenant, session.municipalityId) ?? tenant) : tenant
  }
}
