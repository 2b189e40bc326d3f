// Signing in by a one-time link: single use, fifteen minutes, nothing told about who is known, and sessions that end.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { people } from '../../src/people/index.ts'
import type { Role } from '../../src/platform/principal.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../house.ts'

let house: TestHouse
let amira: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  amira = await house.as('amira')
})
afterAll(() => house.close())

const start = '2026-11-09T10:15:00+01:00'
async function linkFor(email: string): Promise<string> {
  const asked = await house.post('/log-ind', { email })
  expect(asked.status).toBe(200)
  const letter = (await house.outbox()).at(-1)
  expect(letter?.to).toBe(email)
  return new URL(/https?:\/\/\S+/.exec(letter!.text!)![0]).pathname
}
const cookieOf = (headers: Headers) => headers.getSetCookie().find(cookie => cookie.startsWith('raadslag='))

test('a link is asked for, arrives by letter, waits through any number of GETs and signs in at one press', async () => {
  const link = await linkFor('amira.holm@example.org')
  for (let scanner = 0; scanner < 3; scanner++) expect((await house.get(link)).body).toContain('Log ind')
  const pressed = await house.post(link)
  expect([pressed.status, pressed.location]).toEqual([303, '/arbejdsrum'])
  const cookie = cookieOf(pressed.headers)
  expect(cookie).toMatch(/HttpOnly; SameSite=Lax/)
  const page = await house.fetch('/log-ind', { headers: { cookie: cookie!.split(';')[0]! } })
  expect(await page.text()).toContain('Du er logget ind som Amira Holm')
})

test('a link works once, and not after fifteen minutes; the page then leads to a new one', async () => {
  const link = await linkFor('amira.holm@example.org')
  expect((await house.post(link)).status).toBe(303)
  const again = await house.post(link)
  expect(again.status).toBe(422)
  expect(cookieOf(again.headers)).toBeUndefined()
  expect((await house.get(link)).body).toContain('Få et nyt link')

  house.clock.set('2026-11-09T12:00:00+01:00')
  const late = await linkFor('amira.holm@example.org')
  house.clock.set('2026-11-09T12:15:01+01:00')
  expect((await house.post(late)).status).toBe(422)
  house.clock.set(start)
})

test('two presses at the same moment make one session', async () => {
  house.clock.set('2026-11-09T13:00:00+01:00')
  const link = await linkFor('amira.holm@example.org')
  const presses = await Promise.all([1, 2, 3, 4].map(() => house.post(link)))
  expect(presses.map(press => press.status).sort()).toEqual([303, 422, 422, 422])
  house.clock.set(start)
})

test('only a hash of the link is stored', async () => {
  house.clock.set('2026-11-09T14:00:00+01:00')
  const link = await linkFor('amira.holm@example.org')
  const dump = JSON.stringify(await house.sql('select encode(token_hash, $1) as hash, * from sign_in_link', ['base64']))
  expect(dump).not.toContain(link.slice('/log-ind/'.length))
  house.clock.set(start)
})

test('T3: unknown, known and left: the same page, byte for byte, and nothing but letters to those who work here', async () => {
  house.clock.set('2026-11-09T15:00:00+01:00')
  await house.employed({ name: 'Gone Away', email: 'gone@example.org', roles: ['caseworker'] })
  await house.sql("update person set to_date = '2026-11-01' where email = 'gone@example.org'")
  const before = (await house.outbox()).length
  const links = async () => (await house.sql('select count(*)::int as n from sign_in_link'))[0]!.n as number
  const linksBefore = await links()
  const stripped = (body: string) => body.replaceAll(/name="formKey" value="[^"]*"/g, '')
  const known = stripped((await house.post('/log-ind', { email: 'amira.holm@example.org' })).body)
  const unknown = stripped((await house.post('/log-ind', { email: 'nobody@example.org' })).body)
  const gone = stripped((await house.post('/log-ind', { email: 'gone@example.org' })).body)
  expect(unknown).toBe(known)
  expect(gone).toBe(known)
  const after = await house.outbox()
  expect(after.length - before).toBe(1)
  expect((await links()) - linksBefore).toBe(1)
  expect(after.map(letter => letter.to)).not.toContain('nobody@example.org')
  house.clock.set(start)
})

test('T3: the time of the answer does not tell who is known', async () => {
  // Interleaved, so that a slow moment of the machine meets both alike.
  const times = { known: [] as number[], unknown: [] as number[] }
  for (let round = 0; round < 60; round++) {
    house.clock.set(new Date(new Date('2026-11-10T00:00:00Z').getTime() + round * 20 * 60_000))
    const order = round % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
    for (const which of order) {
      const began = performance.now()
      await house.post('/log-ind', { email: which === 'known' ? 'amira.holm@example.org' : 'nobody@example.org' })
      if (round >= 10) times[which].push(performance.now() - began)
    }
  }
  expect(Math.abs(welch(times.known, times.unknown))).toBeLessThan(4.5)
  house.clock.set(start)
}, 60_000)

test('an address gets at most five letters in a quarter of an hour, and the answer stays the same', async () => {
  house.clock.set('2026-11-12T09:00:00+01:00')
  await house.as('peter')
  const before = (await house.outbox()).length
  for (let i = 0; i < 8; i++) expect((await house.post('/log-ind', { email: 'PETER.JUHL@example.org' })).status).toBe(200)
  expect((await house.outbox()).length - before).toBe(5)
  house.clock.set(start)
})

test('T9: after signing in one goes back to a page of ours, and nowhere else', async () => {
  house.clock.set('2026-11-13T09:00:00+01:00')
  for (const [til, to] of [
    ['/arbejdsrum/breve?side=2', '/arbejdsrum/breve?side=2'],
    ['//evil.example/x', '/arbejdsrum'],
    ['https://evil.example', '/arbejdsrum'],
  ]) {
    await house.post('/log-ind', { email: 'amira.holm@example.org', til })
    const link = new URL(/https?:\/\/\S+/.exec((await house.outbox()).at(-1)!.text!)![0]).pathname
    expect((await house.post(link)).location).toBe(to)
  }
  house.clock.set(start)
})

test('a stranger who asks for a staff page is sent to sign in, and back', async () => {
  const asked = await house.get('/arbejdsrum?hvis=alle')
  expect([asked.status, asked.location]).toEqual([303, `/log-ind?til=${encodeURIComponent('/arbejdsrum?hvis=alle')}`])
})

test('thirty idle minutes end a session; "Bliv her" begins them anew; ten hours end even a busy one', async () => {
  const tuva = await house.as('tuva')
  const inside = async () => (await tuva.get('/arbejdsrum')).status === 200
  house.clock.set('2026-11-09T10:44:00+01:00')
  expect((await tuva.get('/arbejdsrum')).body).toContain('Du bliver logget ud kl. 11.14')
  const stayed = await tuva.post('/log-ind/forlaeng', { til: '/arbejdsrum' })
  expect([stayed.status, stayed.location]).toEqual([303, '/arbejdsrum'])
  house.clock.set('2026-11-09T11:13:00+01:00')
  expect(await inside()).toBe(true)
  house.clock.set('2026-11-09T11:44:01+01:00')
  expect(await inside()).toBe(false)
  expect((await tuva.post('/log-ind/forlaeng', { til: '/arbejdsrum' })).status).toBe(403)
  house.clock.set(start)
  for (let minute = 0; minute < 9 * 60 + 55; minute += 25) {
    house.clock.set(new Date(new Date(start).getTime() + minute * 60_000))
    await house.as('bo').then(bo => bo.post('/log-ind/forlaeng', { til: '/arbejdsrum' }))
  }
  const bo = await house.as('bo')
  expect((await bo.get('/arbejdsrum')).status).toBe(200)
  house.clock.set('2026-11-09T20:15:01+01:00')
  expect((await bo.get('/arbejdsrum')).status).toBe(303)
  house.clock.set(start)
})

test('A32: whoever is signed out while they write gets their words back, and the way to the page; another site gets nothing', async () => {
  house.clock.set(start)
  const secretary = await house.as('secretary')
  const page = '/arbejdsrum/raad/integrationsraad/haendelse'
  const words = 'En lang grund, som nogen har skrevet på i en halv time.'
  const send = async (headers: Record<string, string>, formKey = secretary.formKey()) => {
    const response = await secretary.fetch(page, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ formKey, event: 'paused', on: '2026-11-09', reason: words, minuteRef: 'Punkt 7' }).toString(),
    })
    return { status: response.status, body: await response.text() }
  }
  const referer = { referer: `http://127.0.0.1:3000${page}` }
  house.clock.set('2026-11-09T11:44:01+01:00')
  const ended = await send(referer)
  expect([ended.status, ended.body]).toEqual([403, expect.stringContaining('Du er logget ud')])
  expect(ended.body).toContain(`>${words}</textarea>`)
  expect(ended.body).toContain(`href="${page}"`)
  expect(ended.body).not.toContain('Punkt 7</textarea>')
  // Signed in anew in another tab: the old form is not ours any more, and its words are still given back.
  house.clock.set(start)
  const other = await send(referer, 'x')
  expect([other.status, other.body]).toEqual([403, expect.stringContaining(`>${words}</textarea>`)])
  expect(other.body).not.toContain('Du er logget ud')
  // What another site sends is never shown on a page of ours, and never leads away from it.
  expect((await send({ origin: 'https://evil.example' })).body).not.toContain(words)
  expect((await send({ referer: 'https://evil.example/a' }, 'x')).body).not.toContain('evil.example')
  expect(await house.sql("select id from council_event where event = 'paused'")).toEqual([])
})

test('signing out ends the session in the database and takes the cookie away', async () => {
  const inge = await house.as('inge')
  const out = await inge.post('/log-ud')
  expect([out.status, out.location]).toEqual([303, '/'])
  expect(cookieOf(out.headers)).toContain('Max-Age=0')
  expect((await inge.get('/arbejdsrum')).status).toBe(303)
})

test('signing in anew ends the session before it', async () => {
  house.clock.set('2026-11-16T09:00:00+01:00')
  const ayse = await house.as('ayse')
  await ayse.post('/log-ind', { email: 'ayse@example.org' })
  const link = new URL(/https?:\/\/\S+/.exec((await house.outbox()).at(-1)!.text!)![0]).pathname
  expect((await ayse.post(link)).status).toBe(303)
  expect((await ayse.get('/arbejdsrum')).status).toBe(303)
  house.clock.set(start)
})

test('a link from the command line makes the person, gives the role once, and works', async () => {
  const make = (email: string, role: Role) => house.act(people.signInLinkFor, { email, role })
  const first = await make('ny.sekretaer@example.org', 'secretary')
  expect((await house.post(first)).location).toBe('/arbejdsrum')
  await make('ny.sekretaer@example.org', 'secretary')
  await make('Ny.Sekretaer@example.org', 'auditor')
  const roles = await house.sql(
    "select role from role_grant join person on person.id = person_id where lower(email) = 'ny.sekretaer@example.org' order by role",
  )
  expect(roles.map(row => row.role)).toEqual(['auditor', 'secretary'])
})

test('T9: a sign-in form sent from another site, or without its key, changes nothing', async () => {
  const body = `email=${encodeURIComponent('amira.holm@example.org')}`
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const letters = (await house.outbox()).length
  expect((await house.fetch('/log-ind', { method: 'POST', body, headers })).status).toBe(403)
  expect((await house.fetch('/log-ind', { method: 'POST', body, headers: { ...headers, origin: 'https://evil.example' } })).status).toBe(
    403,
  )
  expect((await house.outbox()).length).toBe(letters)
  expect(amira.personId).not.toBeNull()
})

/** Welch's t of two samples, without the slowest tenth of each. */
function welch(a: number[], b: number[]): number {
  const trimmed = (sample: number[]) => sample.toSorted((x, y) => x - y).slice(0, Math.floor(sample.length * 0.9))
  const of = (sample: number[]) => {
    const mean = sample.reduce((sum, x) => sum + x, 0) / sample.length
    return { mean, per: sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (sample.length - 1) / sample.length }
  }
  const [x, y] = [of(trimmed(a)), of(trimmed(b))]
  return (x.mean - y.mean) / Math.sqrt(x.per + y.per)
}
