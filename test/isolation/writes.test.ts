// T9: reading writes nothing but the access log; what changes something comes from our own pages or not at all.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueFormKey } from '../../src/platform/http/form-key.ts'
import type { AnyRoute } from '../../src/platform/http/route.ts'
import type { Visit } from '../../src/platform/http/serve.ts'
import { rooms } from '../../src/rooms.ts'
import { addressesOf } from '../matrix/addresses.ts'
import { makeThings, type Things } from '../matrix/things.ts'
import { openPair, type Pair, type SignedInVisitor } from './pair.ts'
import { type Watch, watchWrites } from './watch.ts'

const routes: readonly AnyRoute[] = rooms.flatMap(room => room.routes)
let pair: Pair
let things: Things
let watch: Watch
let visitors: readonly SignedInVisitor[]

beforeAll(async () => {
  pair = await openPair()
  things = await makeThings(pair, 'mark')
  visitors = [
    await pair.own.signedIn('Alle Roller', [
      'operator',
      'secretary',
      'unitLeader',
      'politicalSecretariat',
      'administration',
      'councillor',
      'policyOwner',
      'auditor',
    ]),
    await pair.own.signedIn('Ingen Roller', []),
    await pair.own.subjectOf(things.subject),
  ]
  watch = await watchWrites(pair.house)
})
afterAll(async () => await pair.house.close())

const form = (key: string | null, more: Record<string, string> = {}) => ({
  method: 'POST',
  body: new URLSearchParams({ ...(key === null ? {} : { formKey: key }), ...more }).toString(),
})
const type = { 'content-type': 'application/x-www-form-urlencoded' }

describe('reading', () => {
  it('writes nothing but the access log, whoever reads', { timeout: 300_000 }, async () => {
    const stranger = pair.own.door(null)
    const faults: string[] = []
    for (const route of routes.filter(one => one.method === 'GET')) {
      for (const { path } of addressesOf(route.path, things)) {
        for (const door of [stranger, ...visitors]) await door.fetch(path)
        const written = await watch.written()
        // The last use of a session is written by a timer of its own, never by the request.
        delete written['session update']
        delete written['access_log insert']
        if (Object.keys(written).length > 0) faults.push(`GET ${path} wrote ${JSON.stringify(written)}`)
      }
    }
    expect(faults).toEqual([])
  })

  it('notices a route that writes while reading', async () => {
    const route = routes.find(one => one.path === '/arbejdsrum')!
    const { load } = route
    const planted: typeof load = async tx => {
      await tx.db.updateTable('thing').set({ erased_at: null }).where('id', '=', things.subject).execute()
      return null
    }
    Object.assign(route, { load: planted })
    await visitors[0]!.fetch('/arbejdsrum').finally(() => Object.assign(route, { load }))
    // Nothing found: the whole reading is taken back, and so is what it wrote.
    expect(await watch.written()).toEqual({})
    const both: typeof load = async (...given) => {
      await planted(...given)
      return await load(...given)
    }
    Object.assign(route, { load: both })
    const { status } = await visitors[0]!.fetch('/arbejdsrum').finally(() => Object.assign(route, { load }))
    expect([status, await watch.written()]).toEqual([200, { 'access_log insert': 1, 'thing update': 1 }])
  })
})

describe('changing', () => {
  const unsafe = routes.filter(one => one.method !== 'GET')
  /** Asks in every way that is not ours, each way by one of those who ask, in turn; each answer that is not 403 is a fault. */
  let turn = 0
  const asked = new Set<string>()
  async function forged(route: AnyRoute): Promise<string[]> {
    const { ctx } = pair.house.house
    const now = new Date(ctx.clock.now().getTime() - 30_000)
    const path = addressesOf(route.path, things)[0]!.path
    const faults: string[] = []
    const everybody = [
      ['a stranger', pair.own.door(null), null],
      ...visitors.map((one, i) => [`visitor ${i}, ${one.principal.kind}`, one, one.token] as const),
    ] as const
    // Origin and key are looked at before anything of the route: whoever comes this way to one route comes another way to the next.
    turn++
    for (const [at, [who, visitor, token]] of everybody.entries()) {
      // A page that looks at no session gives everybody the key of a stranger.
      const session = route.nameless ? null : token
      const key = (tenant = pair.own.tenant, of: string | null = session) => issueFormKey(ctx.keys, { tenant, token: of } as Visit, now)
      const ways: Record<string, () => Promise<Response>> = {
        'without an origin': () => knock(path, token, form(key()), {}),
        'from another origin': () => visitor.fetch(path, { ...form(key()), headers: { ...type, origin: 'https://evil.example' } }),
        'from our name with another port': () =>
          visitor.fetch(path, { ...form(key()), headers: { ...type, origin: `http://${pair.own.tenant.hosts[0]}:1` } }),
        'from the other municipality': () =>
          visitor.fetch(path, { ...form(key()), headers: { ...type, origin: `http://${pair.other.host}` } }),
        'from nowhere (null)': () => visitor.fetch(path, { ...form(key()), headers: { ...type, origin: 'null' } }),
        'cross-site': () => knock(path, token, form(key()), { 'sec-fetch-site': 'cross-site' }),
        'same-site': () => knock(path, token, form(key()), { 'sec-fetch-site': 'same-site' }),
        'without a key': () => visitor.fetch(path, { ...form(null), headers: type }),
        'with a key of nobody': () =>
          visitor.fetch(path, { ...form(key().replace(/.$/, end => (end === 'A' ? 'E' : 'A'))), headers: type }),
        'with the key of another session': () =>
          visitor.fetch(path, { ...form(key(pair.own.tenant, session === null ? 'somebody' : null)), headers: type }),
        'with a key of the other municipality': () => visitor.fetch(path, { ...form(key(pair.other.tenant)), headers: type }),
      }
      for (const [i, [way, ask]] of Object.entries(ways).entries()) {
        if ((i + turn) % everybody.length !== at) continue
        asked.add(`${way} by ${who}`)
        const { status } = await ask()
        if (status !== 403) faults.push(`${route.path} by ${who} ${way}: ${status}`)
      }
    }
    return faults
  }
  /** A request with exactly these headers beside cookie and host. */
  async function knock(path: string, token: string | null, init: RequestInit, headers: Record<string, string>) {
    const cookie: Record<string, string> = token ? { cookie: `raadslag=${pair.own.tenant.id}.${token}` } : {}
    const request = new Request(`http://${pair.own.host}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { host: pair.own.host, ...type, ...cookie, ...headers },
    })
    return await pair.house.house.web.fetch(request)
  }

  it('is refused on every unsafe route without our origin and our form key, and changes no row', { timeout: 300_000 }, async () => {
    await watch.written()
    const faults: string[] = []
    for (const route of unsafe) faults.push(...(await forged(route)))
    expect(faults).toEqual([])
    // Eleven ways, four who ask: all of them have been met.
    expect(asked.size).toBe(44)
    expect(await watch.written()).toEqual({})
  })

  it('shows nobody a page they may not see, however broken the form', { timeout: 300_000 }, async () => {
    const faults: string[] = []
    const broken: Record<string, string> = { NUL: 'x=%00', 'no UTF-8': 'x=%FF%FE', 'many fields': 'a=1&'.repeat(1_100) }
    for (const route of unsafe.filter(one => addressesOf(one.path, things)[0] !== undefined)) {
      const path = addressesOf(route.path, things)[0]!.path
      const plain = await pair.own.door(null).fetch(path, { ...form(staleKey()), headers: type })
      if (plain.status !== 403) continue
      for (const [what, body] of Object.entries(broken)) {
        const { status } = await pair.own.door(null).fetch(path, { method: 'POST', body, headers: type })
        if (status !== 403 && status !== 400) faults.push(`${route.path} with ${what}: ${status}`)
      }
    }
    expect(faults).toEqual([])
  })
  function staleKey(): string {
    const { ctx } = pair.house.house
    return issueFormKey(ctx.keys, { tenant: pair.own.tenant, token: null } as Visit, new Date(ctx.clock.now().getTime() - 25 * 3_600_000))
  }

  it('works with our origin and our key, and writes', async () => {
    const door = pair.own.door(null)
    await watch.written()
    expect((await door.post('/log-ind', { email: 'nobody@example.org' })).status).toBe(200)
    expect(await watch.written()).toEqual({ 'sign_in_request insert': 1 })
    // A browser that sends no origin with a form of the same site says so in another header.
    const key = door.formKey()
    expect((await knock('/log-ud', null, form(key), { 'sec-fetch-site': 'same-origin' })).status).toBe(303)
  })
})
