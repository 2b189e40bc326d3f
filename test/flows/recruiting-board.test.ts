// The board of a council through the whole house: what it lacks, from nobody to everybody, always as the engine says.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { namedSeatings, seatMember, vacate } from '../../src/councils/index.ts'
import { receiveNomination } from '../../src/nominations/index.ts'
import { createJobs } from '../../src/platform/jobs/jobs.ts'
import { boardGround, boardOf, isWarm, keepWarm, membersOf, recruiting } from '../../src/recruiting/index.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(async () => await house.close())

let keys = 0
const saysYes = (name: string, council: string, answers: object) =>
  house.act(receiveNomination, {
    channel: 'phone',
    key: `key-of-a-test-${String(++keys).padStart(10, '0')}`,
    answers: {
      forWhom: 'self',
      councils: [council],
      name,
      declared: [],
      ties: [],
      residence: 'yes',
      reach: 'phone',
      email: null,
      phone: '00 00 00 01',
      address: '',
      through: '',
      language: 'da',
      interpreter: '',
      needs: [],
      motivation: '',
      suggester: '',
      ...answers,
    },
  } as never)
const missing = async (council: string) => {
  const who = (await house.as('secretary')).principal
  const ground = (await house.look(tx => boardGround(tx, who, council), who))!
  for (;;) {
    const board = await boardOf(ground)
    if (board.known.is === 'known') return { board, members: membersOf(ground), ...board.known.missing }
    // On a busy machine the engine may still be at work: the page says so, and the next one has the answer.
    expect(board.known.is).toBe('later')
  }
}
/** The text of the page, without markup. */
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('A29, A30: from nobody to seven residents the board says how many are missing, and a non-resident does not count', {
  timeout: 120_000,
}, async () => {
  expect((await missing('integrationsraad')).needed).toBe(7)
  for (const name of ['Nadia Haddad', 'Yusuf Demir', 'Åsta Øvlisen', 'Nguyễn Thị Linh']) await saysYes(name, 'integrationsraad', {})
  await saysYes('Erik Lund', 'integrationsraad', { residence: 'no' })
  const now = await missing('integrationsraad')
  expect(now.needed).toBe(3)
  expect(now.board.groups[0]!.seats.map(seat => seat.now)).toEqual([...Array(4).fill('candidate'), ...Array(3).fill('vacant')])
  const page = text((await (await house.as('secretary')).get('/arbejdsrum/rekruttering/integrationsraad')).body)
  expect(page).toContain('For at være lovligt mangler rådet stadig: 3 Medlemmer')
  expect(page).toContain('For også at opfylde ønskerne')
  for (const name of ['Микола Шевченко', 'فاطمة الزهراء', 'ሰላም ተክለ']) await saysYes(name, 'integrationsraad', {})
  expect((await missing('integrationsraad')).needed).toBe(0)
  expect(text((await (await house.as('secretary')).get('/arbejdsrum/rekruttering')).body)).toContain('Der er nok til et lovligt råd.')
})

test('A12, A13: seats that go by office are counted and said to be appointed, not recruited', { timeout: 120_000 }, async () => {
  await saysYes('陳美玲', 'udsatteraad', { declared: ['roles=user'] })
  const { needed, parts } = await missing('udsatteraad')
  expect(needed).toBe(3 + 3 + 1)
  expect(parts.map(part => [part.group, part.count])).toEqual(
    expect.arrayContaining([
      ['external', 3],
      ['council', 3],
      ['adviser', 1],
    ]),
  )
  const page = text((await (await house.as('secretary')).get('/arbejdsrum/rekruttering/udsatteraad')).body)
  expect(page).toContain('3 Kommunalbestyrelsen Kommunalbestyrelsen udpeger dem. De søges ikke.')
})

test('a member who sits and leaves changes the sentence at once', { timeout: 120_000 }, async () => {
  const who = (await house.as('secretary')).principal
  const member = { name: 'Opdigtet Rådgiver', shown: 'unnamed', attributes: { roles: ['municipal_employee'] } }
  await house.act(seatMember, { council: 'udsatteraad', group: 'adviser', seat: 1, from: '2026-11-01', member } as never, house.system)
  const sits = await missing('udsatteraad')
  expect(sits.needed).toBe(6)
  expect(sits.members.map(one => one.breaks.map(reason => reason.atom))).toEqual([['size:adviser']])
  const [seating] = await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-09'))
  await house.act(vacate, { seating: seating!.id, on: '2026-11-09', reason: 'moved' }, who)
  expect((await missing('udsatteraad')).needed).toBe(7)
})

test('who has no part in it does not see the board; nobody’s name of those who said yes stands on it', { timeout: 120_000 }, async () => {
  const path = '/arbejdsrum/rekruttering/integrationsraad'
  for (const role of ['inge', 'carl', 'rut'] as const) expect((await (await house.as(role)).get(path)).status).toBe(403)
  expect((await house.get(path)).location).toMatch(/^\/log-ind/)
  expect((await (await house.as('secretary')).get('/arbejdsrum/rekruttering/intet-raad')).status).toBe(404)
  expect((await (await house.as('secretary')).get(path)).body).not.toContain('Nadia')
})

test('A30: after a change the engine is asked before anybody opens the board', {
  timeout: 120_000,
}, async () => {
  const who = (await house.as('secretary')).principal
  const warm = async () => isWarm((await house.look(tx => boardGround(tx, who, 'integrationsraad'), who))!)
  const beat = () => house.act(keepWarm, undefined, house.system)
  await beat()
  expect(await warm()).toBe(true)
  await saysYes('Opdigtet Amina Warsame', 'integrationsraad', {})
  expect(await warm()).toBe(false)
  await beat()
  expect(await warm()).toBe(true)
})

test('A30: each process keeps its own answers warm; what is written is written by one of them', { timeout: 120_000 }, async () => {
  const rounds = { own: 0, one: 0 }
  const jobs = [
    { name: 'test.own', everySeconds: 10, everywhere: true as const, run: async () => void rounds.own++ },
    { name: 'test.one', everySeconds: 10, run: async () => void rounds.one++ },
  ]
  for (let process = 0; process < 2; process++) await createJobs(house.house.ctx, () => house.house.tenants.all(), jobs).round()
  expect(rounds).toEqual({ own: 2, one: 1 })
  expect(recruiting.jobs!.find(job => job.name === 'recruiting.warm')!.everywhere).toBe(true)
})
