// T9: sessions begin with a link that works once, end by idleness, and are worth nothing anywhere else.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeSignInLink, people } from '../../src/people/index.ts'
import { cookieJar } from '../../src/platform/http/cookie.ts'
import { newThing } from '../../src/platform/journal.ts'
import { openPair, type Pair } from './pair.ts'

let pair: Pair
let day = 1
beforeAll(async () => {
  pair = await openPair()
})
afterAll(async () => await pair.house.close())
// Each test has a morning of its own.
beforeEach(() => pair.house.clock.set(`2026-12-${String(day++).padStart(2, '0')}T08:00:00+01:00`))

const minutes = (n: number) => pair.house.clock.advance(n * 60_000)
const work = '/arbejdsrum'
const cookieOf = (headers: Headers) => /raadslag=[0-9a-f-]{36}\.([\w-]+)/.exec(headers.get('set-cookie') ?? '')?.[1]
const linkFor = async (personId: string, side = pair.own) =>
  await pair.house.act(tx => makeSignInLink(tx, personId), undefined, side.system)
const sessionsOf = async (personId: string | null) =>
  Number((await pair.house.sql('select count(*)::int as n from session where person_id = $1', [personId]))[0]!.n)

describe('a session', () => {
  it('ends after half an hour without use', async () => {
    const amira = await pair.own.signedIn('Amira Holm', ['secretary'])
    minutes(30)
    expect((await amira.get(work)).status).toBe(200)
    const bo = await pair.own.signedIn('Bo Lind', ['operator'])
    minutes(31)
    expect(await bo.get(work)).toMatchObject({ status: 303, location: '/log-ind?til=%2Farbejdsrum' })
  })

  it('goes on by the button, but never beyond ten hours', async () => {
    const amira = await pair.own.signedIn('Amira Holm', ['secretary'])
    for (let n = 0; n < 23; n++) {
      minutes(25)
      expect((await amira.post('/log-ind/forlaeng', { til: work })).status).toBe(303)
      expect((await amira.get(work)).status).toBe(200)
    }
    minutes(26)
    expect((await amira.get(work)).status).toBe(303)
  })

  it('of a person on their own page ends after twenty minutes', async () => {
    const about = await pair.house.act(tx => newThing(tx, 'candidate'), undefined)
    const one = await pair.own.subjectOf(about)
    minutes(19)
    expect((await one.post('/log-ind/forlaeng', { til: '/' })).status).toBe(303)
    minutes(21)
    expect((await one.post('/log-ind/forlaeng', { til: '/' })).status).toBe(403)
  })

  it('ends on the server when signing out, so that a copied cookie is worth nothing', async () => {
    const amira = await pair.own.signedIn('Amira Holm', ['secretary'])
    const out = await amira.post('/log-ud')
    expect(out.headers.get('set-cookie')).toMatch(/^raadslag=; .*Max-Age=0/)
    expect((await amira.get(work)).status).toBe(303)
    expect(await sessionsOf(amira.personId)).toBe(0)
  })

  it('changes its token when somebody signs in, and the one before ends', async () => {
    const amira = await pair.own.signedIn('Amira Holm', ['secretary'])
    const again = await amira.post(await linkFor(amira.personId!))
    const token = cookieOf(again.headers)
    expect(token).toBeTruthy()
    expect(token).not.toBe(amira.token)
    expect((await amira.get(work)).status).toBe(303)
    expect((await pair.own.door(token!).get(work)).status).toBe(200)
    expect(await sessionsOf(amira.personId)).toBe(1)
  })

  it('follows what the person is today: a role taken is gone at once, and so is somebody who left', async () => {
    const amira = await pair.own.signedIn('Amira Holm', ['secretary'])
    const now = async () => await pair.house.look(tx => people.whoSignedIn(tx, amira.token), pair.own.system)
    expect(await now()).toMatchObject({ roles: ['secretary'] })
    await pair.house.sql("update role_grant set to_date = '2026-11-30' where person_id = $1", [amira.personId])
    expect(await now()).toMatchObject({ roles: [] })
    await pair.house.sql("update person set to_date = '2026-11-30' where id = $1", [amira.personId])
    expect((await amira.get(work)).status).toBe(303)
  })

  it('stands in the database as a hash only', async () => {
    const amira = await pair.own.signedIn('Amira Holm', ['secretary'])
    const rows = await pair.house.sql('select session::text as row from session where person_id = $1', [amira.personId])
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(amira.token)
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(amira.token).toString('hex'))
    const link = (await linkFor(amira.personId!)).replace('/log-ind/', '')
    const links = JSON.stringify(await pair.house.sql('select sign_in_link::text as row from sign_in_link'))
    expect(links).not.toContain(link)
    expect(links).not.toContain(Buffer.from(link).toString('hex'))
  })
})

describe('a sign-in link', () => {
  it('works once, also when pressed many times at once', async () => {
    const { personId } = await pair.own.signedIn('Amira Holm', ['secretary'])
    const link = await linkFor(personId!)
    for (let n = 0; n < 3; n++) expect((await pair.own.door(null).get(link)).status).toBe(200)
    const before = await sessionsOf(personId)
    const presses = await Promise.all(Array.from({ length: 8 }, () => pair.own.door(null).post(link)))
    expect(presses.map(one => one.status).sort()).toEqual([303, 422, 422, 422, 422, 422, 422, 422])
    expect(await sessionsOf(personId)).toBe(before + 1)
  })

  it('works for fifteen minutes', async () => {
    const { personId } = await pair.own.signedIn('Amira Holm', ['secretary'])
    const [early, late] = [await linkFor(personId!), await linkFor(personId!)]
    minutes(14)
    expect((await pair.own.door(null).post(early)).status).toBe(303)
    minutes(1)
    expect((await pair.own.door(null).post(late)).status).toBe(422)
  })

  it('of the other municipality opens nothing here', async () => {
    const { personId } = await pair.other.signedIn('Zofia Kaminska', ['secretary'])
    const link = await linkFor(personId!, pair.other)
    expect((await pair.own.door(null).post(link)).status).toBe(422)
    expect((await pair.other.door(null).post(link)).status).toBe(303)
  })
})

describe('a cookie', () => {
  it('of the other municipality is worth nothing here, also with our name written into it', async () => {
    const zofia = await pair.other.signedIn('Zofia Kaminska', ['secretary'])
    expect((await zofia.get(work)).status).toBe(200)
    expect((await pair.own.door(zofia.token, pair.other.tenant.id).get(work)).status).toBe(303)
    expect((await pair.own.door(zofia.token, pair.own.tenant.id).get(work)).status).toBe(303)
    const amira = await pair.own.signedIn('Amira Holm', ['secretary'])
    expect((await pair.other.door(amira.token, pair.own.tenant.id).get(work)).status).toBe(303)
  })

  it('is kept from scripts and other sites, and bound to the host wherever there is TLS', async () => {
    const { personId } = await pair.own.signedIn('Amira Holm', ['secretary'])
    const { headers } = await pair.own.door(null).post(await linkFor(personId!))
    expect(headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
    const safe = cookieJar(true)
    expect(safe.set({ municipalityId: pair.own.tenant.id, token: 'x'.repeat(43) })).toMatch(
      /^__Host-raadslag=\S+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    )
    expect(safe.read(`raadslag=${pair.own.tenant.id}.${'x'.repeat(43)}`)).toBeNull()
  })

  it('is set for nobody who reads', async () => {
    for (const path of ['/', '/raad', '/hjaelp', '/bliv-medlem', '/log-ind', '/findes-ikke'])
      expect((await pair.own.door(null).get(path)).headers.get('set-cookie')).toBeNull()
  })
})
