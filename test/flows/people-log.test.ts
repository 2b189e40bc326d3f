// The logs are sealed, and every way of tampering with what is sealed shows; old readings go in whole batches, and slowly.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newThing, record } from '../../src/platform/journal.ts'
import { openTestHouse, proevby, type TestHouse, type Visitor } from '../house.ts'

let house: TestHouse
let rut: Visitor
beforeEach(async () => {
  house = await openTestHouse({ municipalities: [proevby] })
  rut = await house.as('rut')
})
afterEach(() => house.close())

const seal = () => house.house.jobs.now('seal the logs')
/** Three batches of things that happened and were read. */
async function fill(): Promise<void> {
  const amira = await house.as('amira')
  for (let batch = 0; batch < 3; batch++) {
    for (let i = 0; i < 3; i++) {
      await house.act(
        async (tx, who) => record(tx, who, { kind: 'test.happened', about: await newThing(tx, 'test'), facts: { batch, i } }),
        undefined,
      )
      await amira.get('/arbejdsrum')
    }
    await seal()
    house.clock.advance(10_000)
  }
}
const check = async (head = '') => (await rut.post('/arbejdsrum/laesninger/efterproev', { head })).body

describe('T4: the chain of seals', () => {
  test('whole as it is, with what is not sealed yet counted apart', async () => {
    await fill()
    const page = await check()
    expect(page).toContain('Loggen er hel')
    expect(page).not.toContain('Linjer mangler')
    expect((await house.sql("select count(*)::int as n from journal where kind = 'logs.checked'"))[0]!.n).toBe(1)
  })

  const tampering: [string, string, string][] = [
    [
      'a changed reading',
      "update access_log set action = 'nothing' where id = (select id from access_log where seal is not null order by id limit 1)",
      'En linje er ændret',
    ],
    [
      'a changed fact',
      "update journal set facts = '{\"batch\":9}' where id = (select id from journal where kind = 'test.happened' order by id limit 1)",
      'En linje er ændret',
    ],
    [
      'a removed reading',
      'delete from access_log where id = (select id from access_log where seal is not null order by id limit 1)',
      'Linjer mangler',
    ],
    [
      'a whole batch removed',
      'delete from access_log where seal = (select seal from access_log where seal is not null order by id limit 1)',
      'Linjer mangler',
    ],
    [
      'a reading put in',
      "insert into access_log select municipality_id, gen_random_uuid(), at, actor, about, 'put in', reason, seal from access_log where seal is not null limit 1",
      'En linje er ændret eller sat ind',
    ],
    [
      'a seal taken out with its rows',
      "with gone as (delete from seal where id = (select id from seal where chain = 'access_log' order by id offset 1 limit 1) returning id) delete from access_log where seal in (select id from gone)",
      'Et segl passer ikke',
    ],
    [
      'a reading moved to another person',
      "update access_log set actor = 'staff:01a1bf96-e620-705f-8de0-aafcd7abacd5' where id = (select id from access_log where seal is not null order by id desc limit 1)",
      'En linje er ændret',
    ],
  ]
  test.each(tampering)('%s shows', async (_name, sql, words) => {
    await fill()
    await house.sql(sql)
    const page = await check()
    expect(page).toContain('Loggen er ikke hel')
    expect(page).toContain(words)
  })

  test('everything rewritten shows against a seal written down before', async () => {
    await fill()
    const head = /<code>([0-9a-f]{64})<\/code>/.exec(await check())![1]!
    expect(await check(head)).toContain('Loggen er hel')
    await house.sql('update access_log set seal = null')
    await house.sql('update journal set seal = null')
    await house.sql('delete from seal')
    await house.sql("update access_log set action = 'nothing'")
    await seal()
    expect(await check()).toContain('Loggen er hel')
    expect(await check(head)).toContain('Det segl, du skrev, findes ikke')
  })

  test('a clock set back does not break the chain', async () => {
    await fill()
    house.clock.set('2026-11-09T10:16:00+01:00')
    const peter = await house.as('peter')
    await peter.get('/arbejdsrum')
    await seal()
    await peter.get('/arbejdsrum')
    await seal()
    house.clock.set('2026-11-09T10:20:00+01:00')
    expect(await check()).toContain('Loggen er hel')
  })
})

describe('how long readings are kept', () => {
  test('whole batches go when their time is over, the seals stay, and the chain is still whole', async () => {
    await fill()
    await house.at('2027-02-18T10:00:00+01:00')
    rut = await house.employed({ name: 'Rut Senere', email: 'rut2@example.org', roles: ['auditor'] })
    await rut.get('/arbejdsrum/laesninger')
    await house.house.jobs.now('seal the logs')
    await house.house.jobs.now('clean up')
    const left = await house.sql("select count(*)::int as n from access_log where at < '2026-12-01'")
    expect(left).toEqual([{ n: 0 }])
    const page = await check()
    expect(page).toContain('Loggen er hel')
    expect(page).toMatch(/Segl, hvis linjer er slettet efter fristen<\/dt><dd>3</)
  })

  test('R13: a clock that jumps ahead does not take the log with it: one fiftieth an hour', async () => {
    const written = new Date('2026-11-08T09:00:00Z')
    const start = written.getTime().toString(16).padStart(12, '0')
    await house.sql(
      `insert into access_log (municipality_id, id, at, actor, action)
       select $1, ($2 || lpad(to_hex(n), 12, '0'))::uuid, $3, 'system:x', 'x' from generate_series(1, 6000) n`,
      [house.municipalityId, `${start.slice(0, 8)}-${start.slice(8)}-7000-8000-`, written],
    )
    for (let i = 0; i < 7; i++) {
      await seal()
      house.clock.advance(1_000)
    }
    house.clock.set('2028-06-01T10:00:00+01:00')
    await house.house.jobs.now('clean up')
    expect(await house.sql('select count(*)::int as n from access_log')).toEqual([{ n: 5_600 }])
  }, 60_000)

  test('ended sign-ins and old letters go too', async () => {
    await house.as('amira')
    await house.post('/log-ind', { email: 'amira.holm@example.org' })
    await house.at('2027-02-01T10:00:00+01:00')
    await house.house.jobs.now('clean up')
    for (const table of ['session', 'sign_in_link', 'sign_in_request', 'letter'])
      expect([table, await house.sql(`select from ${table}`)]).toEqual([table, []])
  })
})

describe('T4: the auditor', () => {
  test('sees who read what, by person and day, and is seen doing so; nobody else may', async () => {
    await fill()
    const amira = await house.as('amira')
    const page = (await rut.get(`/arbejdsrum/laesninger?person=${amira.personId}&fra=2026-11-09&til=2026-11-09`)).body
    expect(page).toContain('Amira Holm')
    expect(page).toContain('arbejdslisten')
    expect((await rut.get('/arbejdsrum/laesninger?fra=2027-01-01')).body).toContain('Ingen læsninger.')
    expect(
      (await house.sql("select count(*)::int as n from access_log where action = 'readings' and actor = $1", [`staff:${rut.personId}`]))[0]!
        .n,
    ).toBe(2)
    expect((await amira.get('/arbejdsrum/laesninger')).status).toBe(403)
    expect((await amira.post('/arbejdsrum/laesninger/efterproev')).status).toBe(403)
  })

  test('gets one reading in twenty of last month to look at, once, on the work list', async () => {
    await house.sql(
      "insert into access_log (municipality_id, id, at, actor, action) select $1, gen_random_uuid(), timestamptz '2026-10-15', 'system:x', 'x' from generate_series(1, 2000)",
      [house.municipalityId],
    )
    for (let i = 0; i < 3; i++) await house.house.jobs.now('monthly sample')
    expect((await rut.get('/arbejdsrum')).body).toContain('Se, hvem der har læst hvad i oktober 2026')
    const sample = (await rut.get('/arbejdsrum/laesninger/stikproeve?maaned=2026-10')).body
    const lines = sample.match(/<tr>/g)!.length - 1
    expect(lines).toBeGreaterThan(60)
    expect(lines).toBeLessThan(140)
    expect((await rut.post('/arbejdsrum/laesninger/stikproeve', { maaned: '2026-10', fundet: 'seen' })).status).toBe(303)
    expect((await rut.get('/arbejdsrum')).body).toContain('Intet venter på dig.')
    await house.house.jobs.now('monthly sample')
    expect((await rut.get('/arbejdsrum')).body).toContain('Intet venter på dig.')
  })
})
