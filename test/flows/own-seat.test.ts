// A council member who signs in: their own seat, its term and whom they sit beside, and an honest word where something is not there.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seatMember } from '../../src/councils/index.ts'
import { makeSignInLink } from '../../src/people/index.ts'
import type { System } from '../../src/platform/principal.ts'
import { dropOldNotified } from '../../src/voices/own-notified.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../house.ts'

let house: TestHouse
let member: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  member = await house.as('mohamed')
})
afterAll(() => house.close())

const seat = async (council: string, group: string, name: string, email: string, shown: 'named' | 'unnamed') =>
  await house.act(
    seatMember,
    { council, group, seat: null, from: '2026-03-01', member: { name, shown, contact: { email } } },
    (await house.as('secretary')).principal,
  )

test('B1b: whose address stands at no seat is told why, and whom to tell', async () => {
  const page = await member.get('/medlem')
  expect(page.status).toBe(200)
  expect(page.body).toContain('Vi kan ikke finde din plads')
  expect(page.body).toMatch(/Sig det til .*rådssekretæren/)
})

test('A21: sees the seat with its first and last day, how the name is shown, and the others as everybody may know them', async () => {
  await seat('udsatteraad', 'external', 'محمد الأحمد', 'Mohamed@Example.org', 'unnamed')
  await seat('udsatteraad', 'external', 'Nadia Haddad', 'nadia@example.org', 'named')
  await seat('udsatteraad', 'external', 'Hemmelig Hansen', 'hemmelig@example.org', 'unnamed')
  await seat('integrationsraad', 'member', 'Yusuf Demir', 'yusuf@example.org', 'named')
  const { body } = await member.get('/medlem')
  expect(body).toContain('plads 1')
  expect(body).toContain('Fra søndag den 1. marts 2026.')
  expect(body).toMatch(/Til og med .*2029/)
  expect(body).toContain('Vises ikke med navn.')
  expect(body).toContain('Nadia Haddad')
  expect(body).toContain('Medlem, vil ikke vises med navn')
  expect(body).not.toMatch(/Hemmelig|hemmelig@|nadia@|Yusuf/)
  expect(body).toContain('ligger her ikke endnu')
  expect((await member.get('/en/medlem')).body).toContain('Your seat')
})

test('nobody else has such a page, and a stranger signs in first', async () => {
  for (const role of ['secretary', 'operator', 'councillor', 'auditor'] as const)
    expect((await (await house.as(role)).get('/medlem')).status).toBe(403)
  expect((await house.get('/medlem')).location).toContain('/log-ind')
})

test('who is a member and nothing else lands on their seat after signing in; all others on the work list', async () => {
  const landing = async (visitor: Visitor) =>
    (await house.post(await house.act(tx => makeSignInLink(tx, visitor.personId!), undefined))).location
  expect(await landing(member)).toBe('/medlem')
  expect(await landing(await house.as('secretary'))).toBe('/arbejdsrum')
  expect((await member.get('/arbejdsrum')).body).toContain('href="/medlem"')
})

test('a member whom no address leads to the seat is linked in one step by the secretary, and unlinked; both are written in the journal', async () => {
  const secretary = await house.as('secretary')
  const seated = await house.act(
    seatMember,
    { council: 'udsatteraad', group: 'external', seat: null, from: '2026-04-01', member: { name: 'Opdigtet Uden-Mail', shown: 'named' } },
    secretary.principal,
  )
  const login = `/arbejdsrum/raad/udsatteraad/pladser/${seated.seating}/login`
  const journal = async () =>
    (await house.sql("select kind, facts from journal where kind like 'member.%linked' order by at")).map(row => [row.kind, row.facts])
  const sees = async () => (await member.get('/medlem')).body.includes('plads 4')
  expect(await sees()).toBe(false)
  expect((await secretary.get('/arbejdsrum/raad/udsatteraad')).body).toContain(`href="${login}"`)
  const page = await secretary.get(login)
  expect(page.body).toContain(`<option value="${member.personId}">`)
  // Somebody without the role is nobody to choose.
  const refused = await secretary.post(login, { person: secretary.personId! })
  expect(refused.status).toBe(403)
  const other = await secretary.post(login, { person: (await house.as('operator')).personId! })
  expect([other.status, other.body.includes('Vælg en, der har rollen rådsmedlem')]).toEqual([422, true])
  expect(await journal()).toEqual([])
  expect((await secretary.post(login, { person: member.personId! })).status).toBe(303)
  expect(await sees()).toBe(true)
  expect((await secretary.get(login)).body).toContain('logger ind og ser pladsen')
  expect((await secretary.post(`${login}/fjern`, {})).status).toBe(303)
  expect(await sees()).toBe(false)
  expect(await journal()).toEqual([
    ['member.linked', { person: member.personId }],
    ['member.unlinked', { person: member.personId }],
  ])
})

test('A25: a council member and a caseworker note that they have notified: when and by which way; nobody else finds it, and it ends with the period', async () => {
  const [inge, secretary, unitLeader] = [await house.as('inge'), await house.as('secretary'), await house.as('unitLeader')]
  expect((await member.get('/medlem')).body).toContain('href="/arbejdsrum/underretning"')
  expect((await inge.get('/arbejdsrum')).body).toContain('href="/arbejdsrum/underretning"')
  const notes = async () => await house.sql('select * from child_notified order by at')
  const sent = { day: '2026-11-08', time: '21.45', route: 'phone' }
  for (const [change, fault] of [
    [{ day: '2026-11-10' }, 'ude i fremtiden'],
    [{ day: '2026-11-09', time: '10.16' }, 'ude i fremtiden'],
    [{ time: 'sent' }, 'Skriv et klokkeslæt'],
    [{ day: '2024-11-08' }, 'længere siden'],
    [{ route: 'avis' }, 'Vælg en af'],
  ] as const) {
    const refused = await member.post('/arbejdsrum/underretning', { ...sent, ...change })
    expect([refused.status, refused.body.includes(fault), refused.body.includes(`value="${{ ...sent, ...change }.time}"`)]).toEqual([
      422,
      true,
      true,
    ])
  }
  expect(await notes()).toEqual([])
  // What else is sent along, such as words about the child, has no place to stand.
  expect((await member.post('/arbejdsrum/underretning', { ...sent, text: 'KANARIE om barnet' })).status).toBe(303)
  await inge.post('/arbejdsrum/underretning', { ...sent, time: '9', route: 'form' })
  const [hers, his] = await notes()
  expect(hers).toEqual({
    municipality_id: house.municipalityId,
    id: expect.any(String),
    by_person: inge.personId,
    at: new Date('2026-11-08T09:00:00+01:00'),
    route: 'form',
  })
  expect([his!.by_person, his!.at, his!.route]).toEqual([member.personId, new Date('2026-11-08T21:45:00+01:00'), 'phone'])
  const own = await member.get('/arbejdsrum/underretning')
  expect(own.body).toMatch(/8\. november 2026.*21[.:]45.*telefon/s)
  expect(own.body).toContain('Slettes efter')
  expect(own.body).not.toContain(hers!.id as string)
  expect(JSON.parse((await member.get('/arbejdsrum/underretning/fil')).body)).toEqual([
    { on: '2026-11-08', at: '2026-11-08T20:45:00.000Z', route: 'phone', keptUntil: '2028-11-07' },
  ])
  for (const other of [secretary, unitLeader, await house.as('operator'), await house.as('auditor')])
    for (const page of ['/arbejdsrum/underretning', '/arbejdsrum/underretning/fil']) {
      const { status, body } = await other.get(page)
      expect([status, body.includes(his!.id as string), body.includes('21.45'), body.includes('20:45')]).toEqual([200, false, false, false])
    }
  expect((await unitLeader.post('/arbejdsrum/underretning/fjern', { note: his!.id as string })).status).toBe(404)
  // Nothing that outlives the note says that they notified.
  const left = async () =>
    await house.sql(
      "select kind from journal where kind like '%notified%' or about = $1 union all select kind from thing where kind = 'child_notified' or id = $1 union all select action from access_log where about = $1 or action like '%notified%'",
      [his!.id],
    )
  expect(await left()).toEqual([])
  await member.post('/arbejdsrum/underretning/fjern', { note: his!.id as string })
  expect([await notes(), await left()]).toEqual([[hers], []])
  const night = async (at: string) => {
    house.clock.set(at)
    await house.act((tx, who) => dropOldNotified(tx, who as System), undefined, {
      kind: 'system',
      municipalityId: house.municipalityId,
      job: 'voices.notified',
    })
    return (await notes()).length
  }
  expect([await night('2028-11-07T23:00:00+01:00'), await night('2028-11-08T01:00:00+01:00')]).toEqual([1, 0])
})
