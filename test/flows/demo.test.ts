// The demonstration: people in every state, made only by what the rooms let anybody do, and made once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findSlate } from '../../src/appointments/index.ts'
import { namedSeatings, seatsOf } from '../../src/councils/index.ts'
import { fill } from '../../src/demo/index.ts'
import { holders } from '../../src/people/index.ts'
import { roles } from '../../src/platform/principal.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ standing: 'demo' })
})
afterAll(async () => await house.close())

const distinct = async (column: string, table: string) =>
  (await house.sql(`select distinct ${column} as one from ${table} order by 1`)).map(row => row.one)

describe('the cast', () => {
  test('A37: stands in every state a nomination can have, over every channel, and some of it is overdue', async () => {
    expect(await distinct('state', 'nomination')).toEqual([
      'appointed',
      'contacted',
      'in_talk',
      'not_this_time',
      'proposed',
      'received',
      'reserve',
      'suggested',
      'withdrawn',
    ])
    expect(await distinct('channel', 'nomination')).toEqual(['counter', 'email', 'letter', 'outreach', 'phone', 'web'])
    const [late] = await house.sql("select count(*)::int as n from due where settled_at is null and due_on < '2026-11-09'")
    expect(late!.n).toBeGreaterThan(2)
  })

  test('is marked as invented, everybody of it, and has no number or address that reaches anybody', async () => {
    expect(await house.sql("select name from person where not invented and email <> 'drift@localhost'")).toEqual([])
    expect(await house.sql('select name from candidate where not invented')).toEqual([])
    expect(await house.sql("select phone from person where phone !~ '^00 00 00 [0-9]{2}$'")).toEqual([])
    expect(await house.sql("select email from person where email !~ '(@opdigtet[.]example[.]org|@localhost)$'")).toEqual([])
    for (const letter of await house.outbox()) expect(letter.to).toMatch(/@(opdigtet\.)?example\.org$/)
    // And every page says so before anything else, to the public and to those who work here.
    const secretary = await house.as('secretary')
    for (const [path, door] of [
      ['/', house],
      ['/raad/integrationsraad', house],
      ['/findes-ikke', house],
      ['/arbejdsrum', secretary],
    ] as const) {
      const { body } = await door.get(path)
      expect(body.slice(0, body.indexOf('<main')), path).toContain('Personer, møder og svar er opdigtede')
    }
  })

  test('has people of every role, a human with hours and a number on every page, a deputy and an absence', async () => {
    expect(await distinct('role', 'role_grant')).toEqual([...roles].sort((a, b) => a.localeCompare(b, 'da')))
    const [holder] = await house.look(tx => holders(tx))
    expect(holder).toMatchObject({ name: 'Amira Holm', deputyName: 'Peter Juhl', invented: true })
    const { body } = await house.get('/kontakt')
    expect(body).toContain('Amira Holm')
    expect(body).toContain('tel:')
    expect(body).toMatch(/Åbent nu|Lukket nu/)
    expect((await house.sql('select count(*)::int as n from absence'))[0]!.n).toBe(2)
  })

  test('A30: a charter is being changed, with one new wish and people to try it on; nothing of it is in force', async () => {
    const secretary = await house.as('secretary')
    const draft = (await secretary.get('/arbejdsrum/raad/udsatteraad/vedtaegt/kladde')).body
    expect(draft).toContain('mindst ét medlem er under 30 år')
    expect((await secretary.get('/arbejdsrum/raad/udsatteraad/vedtaegt/kladde/proev')).body).toContain('Opdigtet 1')
    expect((await house.get('/raad/udsatteraad')).body).not.toContain('under 30 år')
  })

  test('A30: in the disability council nobody has said yes yet, and the board says how many are missing and whom to ask', {
    timeout: 60_000,
  }, async () => {
    const { body } = await (await house.as('secretary')).get('/arbejdsrum/rekruttering/handicapraad')
    const board = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(board).toContain('For at være lovligt mangler rådet stadig')
    expect(board).toMatch(/Hvem kan I spørge nu\? Disse \d+ foreninger er ikke spurgt endnu\./)
    expect(board).toContain('En herfra kan fylde en plads, der mangler.')
  })

  test('four of seven sit in the integration council, one of them without a name, and one left a seat', async () => {
    const seats = (await house.look(tx => seatsOf(tx, 'integrationsraad'))).filter(seat => seat.voting)
    expect(seats.filter(seat => seat.filled)).toHaveLength(4)
    expect(seats).toHaveLength(7)
    expect(seats.filter(seat => seat.filled && seat.name === null)).toHaveLength(1)
    expect(await house.sql('select reason from seat_leaving')).toEqual([{ reason: 'moved' }])
    const { body } = await house.get('/raad/integrationsraad')
    expect(body).toContain('Nadia Haddad')
    expect(body).not.toContain('Mehmet Kaya')
  })

  test('A13: the administration designates an adviser with a need and an end; nobody else of the udsatteråd sits yet', async () => {
    const [sitting, ...rest] = await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-09'))
    expect(sitting).toMatchObject({ group: 'adviser', name: 'Ida Munk' })
    expect(sitting!.termTo).not.toBeNull()
    expect(rest).toEqual([])
  })

  test('A9, A10, A12: the slate under way has a wrong person, one not documented, a wish not followed and an empty seat', async () => {
    const rows = await house.sql("select id, council from slate where body = 'municipal_council' order by id desc")
    const id = rows.find(row => row.council === 'udsatteraad')!.id as string
    expect((await house.look(tx => findSlate(tx, id)))!.state).toBe('open')
    const { body } = await (await house.as('secretary')).get(`/arbejdsrum/indstillinger/${id}`)
    expect(['Skal · brudt', 'Skal · åben', 'Ikke dokumenteret', 'Ønske · afviges'].filter(words => !body.includes(words))).toEqual([])
  })
})

describe('a demonstration', () => {
  test('is filled once: not again at the second start, and never where somebody works already', async () => {
    const before = await house.sql('select count(*)::int as n from candidate')
    expect(await house.act(fill, undefined)).toBe(false)
    expect(await house.sql('select count(*)::int as n from candidate')).toEqual(before)
  })

  test('lets anybody sign in as one of its people, by role, and as nobody else', async () => {
    const page = await house.get('/log-ind')
    expect(page.body).toContain('Amira Holm')
    expect(page.body).not.toContain('Driften')
    const amira = (await house.sql("select id from person where name = 'Amira Holm'"))[0]!.id as string
    const entered = await house.post('/log-ind/som', { person: amira })
    expect([entered.status, entered.location]).toEqual([303, '/arbejdsrum'])
    expect(entered.headers.get('set-cookie')).toContain('HttpOnly')
    const operator = (await house.sql("select id from person where name = 'Driften'"))[0]!.id as string
    expect((await house.post('/log-ind/som', { person: operator })).status).toBe(404)
  })

  test('is the only place with such a way in: in a real municipality there is neither list nor door', async () => {
    const real = await openTestHouse()
    try {
      const { personId } = await real.as('secretary')
      await real.sql('update person set invented = true')
      expect((await real.get('/log-ind')).body).not.toContain('/log-ind/som')
      expect((await real.post('/log-ind/som', { person: personId! })).status).toBe(404)
    } finally {
      await real.close()
    }
  })
})
