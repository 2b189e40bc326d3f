// Practising: the secretary tries everything on invented people, and nothing goes from one side to the other.
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '../../src/people/index.ts'
import { act, look } from '../../src/platform/db/act.ts'
import { rooms } from '../../src/rooms.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ config: { smtpUrl: 'smtp://127.0.0.1:9' } })
})
afterAll(async () => await house.close())

const strip = 'Øvelse: alt er opdigtet, intet sendes.'

/** A browser with its cookies, which sends back the forms it was shown. */
function browser(target: TestHouse) {
  const cookies = new Map<string, string>()
  let shown = ''
  async function take(response: Response) {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const body = await response.text()
    if (response.status !== 303) shown = body
    return { status: response.status, location: response.headers.get('location'), body }
  }
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return {
    cookies,
    get: async (path: string) => await take(await target.fetch(path, { headers: { cookie: cookie() } })),
    /** Presses a button of the page shown last. */
    async press(path: string, fields: Record<string, string> = {}) {
      const forms = shown.split('<form').slice(1)
      const form = forms.find(one => one.includes(`action="${path}"`)) ?? forms.find(one => !/^[^>]*action=/.test(one))
      const formKey = /name="formKey" value="([^"]+)"/.exec(form ?? '')?.[1]
      if (!formKey) throw new Error(`the page has no form for ${path}`)
      const body = new URLSearchParams({ formKey, ...fields }).toString()
      const headers = { cookie: cookie(), 'content-type': 'application/x-www-form-urlencoded' }
      return await take(await target.fetch(path, { method: 'POST', body, headers }))
    },
  }
}
async function signedIn(who: Parameters<TestHouse['as']>[0] = 'secretary') {
  const { personId } = await house.as(who)
  const token = await house.act(tx => openSession(tx, { kind: 'staff', personId: personId!, strength: 'oidc' }), undefined)
  const one = browser(house)
  one.cookies.set('raadslag', `${house.municipalityId}.${token}`)
  return one
}
async function practising() {
  const amira = await signedIn()
  await amira.get('/arbejdsrum/oevelse')
  const begun = await amira.press('/arbejdsrum/oevelse')
  expect([begun.status, begun.location]).toEqual([303, '/arbejdsrum'])
  return amira
}
const twins = async () => (await house.sql('select id from municipality where practice_of is not null')).map(row => row.id as string)
const everyTable = async () =>
  (
    await house.sql(`select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where a.attname = 'municipality_id' and c.relkind = 'r' and c.relnamespace::regnamespace::text in ('public', 'keys')`)
  ).map(row => row.name as string)

describe('practising', () => {
  test('she is herself there, with the same roles, and every page says that it is a practice', async () => {
    const amira = await practising()
    const work = await amira.get('/arbejdsrum')
    expect(work.body).toContain('<bdi>Amira Holm</bdi>, rådssekretær')
    expect(work.body).toContain('Yusuf Demir')
    for (const path of ['/arbejdsrum', '/', '/raad/integrationsraad', '/log-ind', '/findes-ikke'])
      expect((await amira.get(path)).body.includes(strip), path).toBe(true)
    expect((await house.get('/')).body).not.toContain(strip)
    // Every page one can come to without a thing in its address, as she has it before her.
    const paths = rooms.flatMap(room =>
      room.routes.flatMap(route => (route.method === 'GET' && !route.path.includes(':') ? [route.path] : [])),
    )
    let pages = 0
    for (const path of paths) {
      const { status, body } = await amira.get(path)
      if (status !== 200 || !body.startsWith('<!')) continue
      expect(body.includes(strip), path).toBe(true)
      pages++
    }
    expect(pages).toBeGreaterThan(30)
  })

  test('the button leads back to the session she came from', async () => {
    const amira = await signedIn()
    const before = amira.cookies.get('raadslag')
    const sessions = async () => (await house.sql('select count(*)::int as n from session'))[0]!.n
    const had = await sessions()
    await amira.get('/arbejdsrum/oevelse')
    await amira.press('/arbejdsrum/oevelse')
    await amira.get('/arbejdsrum')
    expect(amira.cookies.get('raadslag')).not.toBe(before)
    await amira.press('/arbejdsrum/oevelse/tilbage')
    expect([...amira.cookies]).toEqual([['raadslag', before]])
    const back = await amira.get('/arbejdsrum')
    expect(back.body).toContain('<bdi>Amira Holm</bdi>')
    expect(back.body).not.toContain(strip)
    expect(await sessions()).toBe(had)
  })

  test('there is one practice, however often and by however many it is begun', async () => {
    const [amira, peter] = [await signedIn(), await signedIn('peter')]
    for (const one of [amira, peter]) await one.get('/arbejdsrum/oevelse')
    await Promise.all([amira.press('/arbejdsrum/oevelse'), peter.press('/arbejdsrum/oevelse')])
    expect(await twins()).toHaveLength(1)
    expect((await peter.get('/arbejdsrum')).body).toContain(strip)
    await (await practising()).get('/arbejdsrum')
    expect(await twins()).toHaveLength(1)
    expect(await house.sql("select count(*)::int as n from person where name = 'Amira Holm' and not invented")).toEqual([{ n: 1 }])
  })

  test('only those who set the site up practise; in the practice everybody finds the way back', async () => {
    const inge = await house.as('inge')
    expect((await inge.get('/arbejdsrum/oevelse')).status).toBe(403)
    expect((await inge.post('/arbejdsrum/oevelse')).status).toBe(403)
    expect((await house.get('/arbejdsrum/oevelse')).location).toContain('/log-ind')
    expect((await (await house.as('secretary')).post('/arbejdsrum/oevelse/tilbage')).status).toBe(403)
    const amira = await practising()
    await house.sql('delete from session where municipality_id = $1', await twins())
    const page = await amira.get('/arbejdsrum/oevelse')
    expect(page.body).toContain('Tilbage til det rigtige')
    await amira.press('/arbejdsrum/oevelse/tilbage')
    expect((await amira.get('/arbejdsrum')).body).toContain('<bdi>Amira Holm</bdi>')
  })

  test('she can be one of the invented people there, and never one of the real', async () => {
    const amira = await practising()
    const page = await amira.get('/log-ind')
    const jens = /name="person" value="([^"]+)"[\s\S]{0,200}?Jens Sø/.exec(page.body)?.[1]
    expect((await amira.press('/log-ind/som', { person: jens! })).status).toBe(303)
    expect((await amira.get('/arbejdsrum')).body).toContain('<bdi>Jens Sø</bdi>')
    await amira.get('/log-ind')
    expect((await amira.press('/log-ind/som', { person: (await house.as('jens')).personId! })).status).toBe(404)
  })
})

describe('nothing crosses', () => {
  const wish = (name: string) => ({ step: 'summary', forWhom: 'self', councils: 'udsatteraad', name, reach: 'self' })
  const pages = [
    '/',
    '/raad',
    '/raad/udsatteraad',
    '/kontakt',
    '/arbejdsrum',
    '/arbejdsrum?hvis=alle',
    '/arbejdsrum/kandidater',
    '/arbejdsrum/mennesker',
    '/arbejdsrum/indstillinger',
  ]

  test('what is written on one side is on no page of the other', async () => {
    await house.post('/bliv-medlem', wish('Kanarie Virkelig'))
    const amira = await practising()
    const inside = await Promise.all(pages.map(async path => (await amira.get(path)).body))
    expect(pages.filter((_, at) => /Kanarie Virkelig/.test(inside[at]!))).toEqual([])
    await amira.get('/bliv-medlem')
    const sent = await amira.press('/bliv-medlem', { ...wish('Kanarie Øvelse'), again: '1' })
    expect(sent.status).toBe(200)
    const [planted] = await house.sql("select municipality_id from candidate where name = 'Kanarie Øvelse'")
    expect(planted!.municipality_id).toBe((await twins())[0])
    const real = await house.as('secretary')
    const outside = await Promise.all(pages.map(async path => (await real.get(path)).body))
    expect(pages.filter((_, at) => /Kanarie Øvelse|Mona Kjær|Øvelse: alt/.test(outside[at]!))).toEqual([])
    // The canaries sing where they live: the pages would have shown them.
    expect((await amira.get('/arbejdsrum?hvis=alle')).body).toContain('Kanarie Øvelse')
    expect((await real.get('/arbejdsrum?hvis=alle')).body).toContain('Kanarie Virkelig')
  })

  test('the database shows neither side a row of the other, in any table', async () => {
    await house.post('/bliv-medlem', wish('Kanarie Virkelig'))
    await practising()
    const [twin] = await twins()
    const tables = await everyTable()
    for (const [own, other] of [
      [house.municipalityId, twin!],
      [twin!, house.municipalityId],
    ] as const) {
      const client = await house.house.store.pools.app.connect()
      try {
        await client.query(`begin; set local app.municipality = '${own}'`)
        for (const table of tables)
          expect((await client.query(`select count(*)::int as n from ${table} where municipality_id = $1`, [other])).rows[0].n, table).toBe(
            0,
          )
        expect((await client.query('select count(*)::int as n from candidate')).rows[0].n).toBeGreaterThan(0)
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
  })

  test('A8 A37: inside, somebody is spoken with, put on a seat, proposed and decided by the invented secretariat; no row of the real side is another than before', async () => {
    const amira = await practising()
    const [twin] = await twins()
    /** What each table holds of the real side. */
    const real = async () =>
      await house.sql(
        (await everyTable())
          .map(
            name =>
              `select '${name}' as name, md5(string_agg(t::text, ',' order by t::text)) as rows from ${name} t where municipality_id = $1`,
          )
          .join(' union all '),
        [house.municipalityId],
      )
    const before = await real()
    const done = async (answer: Promise<{ status: number; location: string | null; body: string }>, what: string) => {
      const { status, location, body } = await answer
      expect(status, `${what}: ${/role="alert"[\s\S]{0,500}/.exec(body)?.[0]}`).toBe(303)
      return location!
    }
    await amira.get('/bliv-medlem')
    await amira.press('/bliv-medlem', { ...wish('Kanarie Plads'), declared: 'roles=user', again: '1' })
    const [{ id, municipality_id: of } = {}] = await house.sql("select id, municipality_id from candidate where name = 'Kanarie Plads'")
    expect(of).toBe(twin)
    const page = `/arbejdsrum/kandidater/${id}`
    await amira.get(page)
    const talk = {
      form: 'kontakt',
      'how.kontakt': 'phone',
      'result.kontakt': 'talked',
      'text.kontakt': 'Opdigtet samtale',
      'nextOn.kontakt': '',
    }
    await done(amira.press(`${page}/kontakt`, talk), 'the contact')
    await amira.get('/arbejdsrum/indstillinger')
    const slate = await done(amira.press('/arbejdsrum/indstillinger', { council: 'udsatteraad|municipal_council' }), 'the slate')
    const put = `${slate}/saet/${id}`
    const seat = /name="seat" value="(external\|\d+)"/.exec((await amira.get(put)).body)![1]!
    await done(amira.press(put, { person: String(id), seat }), 'the seat')
    // A wish of the charter that is not followed is given its reason, which everybody reads.
    await amira.get(`${slate}/grund/users`)
    await done(amira.press(`${slate}/grund/users`, { reason: 'Kun en endnu (opdigtet).', seen: 'yes' }), 'the reason')
    const revisionOn = async (path: string) => /name="revision" value="(\d+)"/.exec((await amira.get(path)).body)![1]!
    await done(amira.press(`${slate}/forslag`, { revision: await revisionOn(slate) }), 'the proposal')
    // Deciding is not hers: she tries it as the one whose it is.
    expect((await amira.get(`${slate}/beslutning`)).status).toBe(403)
    const jens = /name="person" value="([^"]+)"[\s\S]{0,200}?Jens Sø/.exec((await amira.get('/log-ind')).body)![1]!
    await done(amira.press('/log-ind/som', { person: jens }), 'signing in')
    const decision = { revision: await revisionOn(`${slate}/beslutning`), decidedOn: '2026-11-09', minuteRef: 'Punkt Kanarie' }
    await done(amira.press(`${slate}/beslutning`, decision), 'the decision')
    expect((await amira.get('/raad/udsatteraad')).body).toContain('Punkt Kanarie')
    const kept = await house.sql(
      `select n.state, n.municipality_id as nomination, c.municipality_id as contact, d.municipality_id as decision
       from nomination n join contact_made c using (candidate_id) join decision d on d.slate_id = $2 where n.candidate_id = $1`,
      [id, slate.split('/').at(-1)],
    )
    expect(kept).toEqual([{ state: 'appointed', nomination: twin, contact: twin, decision: twin }])
    expect(await real()).toEqual(before)
    // Planted: one row of the real side that is another than it was is seen.
    await house.sql("update person set phone = '00 00 00 99' where municipality_id = $1", [house.municipalityId])
    expect(await real()).not.toEqual(before)
    expect((await house.get('/raad/udsatteraad')).body).not.toContain('Punkt Kanarie')
  })

  test('a session of one side is nobody on the other', async () => {
    const amira = await practising()
    const [twinId, token] = amira.cookies.get('raadslag')!.split('.')
    const one = browser(house)
    one.cookies.set('raadslag', `${house.municipalityId}.${token}`)
    expect((await one.get('/arbejdsrum')).location).toContain('/log-ind')
    const [, real] = (await signedIn()).cookies.get('raadslag')!.split('.')
    one.cookies.set('raadslag', `${twinId}.${real}`)
    expect((await one.get('/arbejdsrum')).location).toContain('/log-ind')
  })

  test('letters of a practice are written and never sent, with a mail server and all', async () => {
    await practising()
    const [twin] = await twins()
    const letters = async () => await house.sql('select distinct state, attempts from letter where municipality_id = $1', [twin])
    expect((await letters()).length).toBeGreaterThan(0)
    house.clock.advance(3_600_000)
    await house.house.jobs.now('letters')
    expect(await letters()).toEqual([{ state: 'kept', attempts: 0 }])
  })
})

describe('beginning anew', () => {
  test('erases the practice whole, leaves the real municipality as it was, and she is inside again', async () => {
    await house.post('/bliv-medlem', { step: 'summary', forWhom: 'self', councils: 'udsatteraad', name: 'Kanarie Tilbage', reach: 'self' })
    await house.as('secretary')
    const before = await house.sql('select count(*)::int as things from thing where municipality_id = $1', [house.municipalityId])
    const amira = await practising()
    const [old] = await twins()
    await house.sql("update candidate set name = 'Skrevet af mig' where municipality_id = $1", [old])
    await amira.get('/arbejdsrum/oevelse')
    const again = await amira.press('/arbejdsrum/oevelse/forfra')
    expect([again.status, again.location]).toEqual([303, '/arbejdsrum'])
    const work = await amira.get('/arbejdsrum?hvis=alle')
    expect(work.body).toContain('<bdi>Amira Holm</bdi>')
    expect(work.body).not.toContain('Skrevet af mig')
    const now = await twins()
    expect(now).toHaveLength(1)
    expect(now[0]).not.toBe(old)
    for (const table of await everyTable())
      expect((await house.sql(`select count(*)::int as n from ${table} where municipality_id = $1`, [old]))[0]!.n, table).toBe(0)
    expect(await house.sql('select count(*)::int as things from thing where municipality_id = $1', [house.municipalityId])).toEqual(before)
    expect(await house.sql("select count(*)::int as n from candidate where name = 'Kanarie Tilbage'")).toEqual([{ n: 1 }])
    await amira.press('/arbejdsrum/oevelse/tilbage')
    expect((await amira.get('/arbejdsrum?hvis=alle')).body).toContain('Kanarie Tilbage')
  })

  test('needs the real session it was entered from', async () => {
    const amira = await practising()
    const [twin] = await twins()
    await amira.get('/arbejdsrum/oevelse')
    amira.cookies.set('raadslag-tilbage', (await signedIn('inge')).cookies.get('raadslag')!)
    await amira.press('/arbejdsrum/oevelse/forfra')
    expect(await twins()).toEqual([twin])
  })

  test('the database erases nothing but the practice of the municipality that asks', async () => {
    await practising()
    const [twin] = await twins()
    const erase = (of: string, which: string) =>
      act(
        house.house.ctx.database,
        { kind: 'system', municipalityId: of, job: 'test' },
        async tx => await tx.db.executeQuery(eraseQuery(which)),
        undefined,
      )
    await expect(erase(house.municipalityId, house.municipalityId)).rejects.toThrow(/no practice municipality/)
    await expect(erase(twin!, house.municipalityId)).rejects.toThrow(/no practice municipality/)
    await expect(erase(twin!, twin!)).rejects.toThrow(/no practice municipality/)
    expect(await twins()).toEqual([twin])
    const { value } = await look(
      house.house.ctx.database,
      house.system,
      async tx => (await tx.db.selectFrom('thing').select('id').execute()).length,
    )
    expect(value).toBeGreaterThan(0)
  })
})

const eraseQuery = (which: string) => CompiledQuery.raw('select erase_practice($1)', [which])
