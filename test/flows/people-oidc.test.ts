// Signing in through the municipality's own sign-in, against a real provider: the right person, nobody new, and no way round the browser.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, proevby, type TestHouse } from '../house.ts'
import { type OidcServer, startOidcServer } from '../oidc-server.ts'

let house: TestHouse
let provider: OidcServer
beforeAll(async () => {
  provider = await startOidcServer('http://127.0.0.1:3000/log-ind/oidc/svar')
  house = await openTestHouse({
    municipalities: [proevby],
    now: new Date().toISOString(),
    config: { oidc: { issuer: provider.issuer, ...provider.client } },
  })
  await house.as('amira')
  await house.as('peter')
})
afterAll(async () => {
  await house.close()
  await provider.close()
})

const roundOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .find(cookie => cookie.startsWith('raadslag-oidc='))!
    .split(';')[0]!
const sessionOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .find(cookie => cookie.startsWith('raadslag='))
    ?.split(';')[0]
async function leave(til = ''): Promise<{ cookie: string; to: string }> {
  const away = await house.fetch(`/log-ind/oidc${til ? `?til=${encodeURIComponent(til)}` : ''}`)
  expect(away.status).toBe(303)
  return { cookie: roundOf(away), to: away.headers.get('location')! }
}
const comeBack = (back: string, cookie: string) => {
  const { pathname, search } = new URL(back)
  return house.fetch(pathname + search, { headers: { cookie } })
}
async function signIn(who: OidcServer['keyboard'], til = ''): Promise<Response> {
  provider.keyboard = who
  const { cookie, to } = await leave(til)
  return await comeBack(await provider.walk(to), cookie)
}
const people = async () =>
  (await house.sql('select name, oidc_subject from person order by id')) as { name: string; oidc_subject: string | null }[]
const sessions = async () => (await house.sql("select count(*)::int as n from session where strength = 'oidc'"))[0]!.n as number

test('the button is there when it is set up, and the request asks for code, PKCE, state and nonce', async () => {
  expect((await house.get('/log-ind')).body).toContain('Log ind med kommunens login')
  const asked = new URL((await leave()).to).searchParams
  expect(asked.get('response_type')).toBe('code')
  expect(asked.get('code_challenge_method')).toBe('S256')
  for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)!.length).toBeGreaterThan(20)
})

test('a verified address of somebody entered signs them in, and from then on the subject does, whatever the address', async () => {
  const before = await people()
  const first = await signIn({ sub: 'amira-1', email: 'AMIRA.holm@example.org' }, '/arbejdsrum?hvis=alle')
  expect([first.status, first.headers.get('location')]).toEqual([303, '/arbejdsrum?hvis=alle'])
  const page = await house.fetch('/arbejdsrum', { headers: { cookie: sessionOf(first)! } })
  expect(await page.text()).toContain('Amira Holm')
  const second = await signIn({ sub: 'amira-1', email: 'married@example.org' })
  expect(sessionOf(second)).toBeDefined()
  expect((await people()).map(one => one.name)).toEqual(before.map(one => one.name))
  expect((await people()).find(one => one.name === 'Amira Holm')?.oidc_subject).toBe(`${provider.issuer} amira-1`)
})

test('unknown people, unverified addresses, taken people and those who left get no session and no account', async () => {
  await house.employed({ name: 'Ude Nu', email: 'ude@example.org', roles: ['caseworker'] })
  await house.sql("update person set to_date = '2020-01-01' where name = 'Ude Nu'")
  const [before, open] = [await people(), await sessions()]
  const strangers = [
    { sub: 'stranger', email: 'stranger@example.org' },
    { sub: 'liar', email: 'peter.juhl@example.org', verified: false },
    { sub: 'other-amira', email: 'amira.holm@example.org' },
    { sub: 'gone', email: 'ude@example.org' },
    { sub: 'no-mail' },
  ]
  for (const who of strangers) {
    const answer = await signIn(who)
    expect([who.sub, answer.headers.get('location'), sessionOf(answer)]).toEqual([who.sub, '/log-ind?fejl=unknown', undefined])
  }
  expect(await people()).toEqual(before)
  expect(await sessions()).toBe(open)
  expect((await house.get('/log-ind?fejl=unknown')).body).toContain('Kommunens login kender dig')
})

test('T9: an answer without our cookie, with a changed one, for another round, too late or twice opens nothing', async () => {
  const open = await sessions()
  provider.keyboard = { sub: 'peter-1', email: 'peter.juhl@example.org' }
  const one = await leave()
  const back = await provider.walk(one.to)
  const other = await leave()
  expect((await comeBack(back, '')).headers.get('location')).toBe('/log-ind?fejl=stale')
  expect((await comeBack(back, `${one.cookie}x`)).headers.get('location')).toBe('/log-ind?fejl=stale')
  expect((await comeBack(back, other.cookie)).headers.get('location')).toBe('/log-ind?fejl=denied')
  const now = house.clock.now()
  house.clock.advance(10 * 60_000 + 1)
  expect((await comeBack(back, one.cookie)).headers.get('location')).toBe('/log-ind?fejl=stale')
  house.clock.set(now)
  expect(await sessions()).toBe(open)
  expect(sessionOf(await comeBack(back, one.cookie))).toBeDefined()
  expect((await comeBack(back, one.cookie)).headers.get('location')).toBe('/log-ind?fejl=denied')
  expect(await sessions()).toBe(open + 1)
})

test('a no at the provider leads back with plain words; so does a provider that is away', async () => {
  expect((await signIn(null)).headers.get('location')).toBe('/log-ind?fejl=denied')
  const lonely = await openTestHouse({
    municipalities: [proevby],
    config: { oidc: { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'y' } },
  })
  expect((await lonely.get('/log-ind/oidc?til=%2Farbejdsrum')).location).toBe('/log-ind?fejl=away&til=%2Farbejdsrum')
  await lonely.close()
})
