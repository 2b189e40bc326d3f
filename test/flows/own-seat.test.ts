// A council member who signs in: their own seat, its term and whom they sit beside, and an honest word where something is not there.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seatMember } from '../../src/councils/index.ts'
import { makeSignInLink } from '../../src/people/index.ts'
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
