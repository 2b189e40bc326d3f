// What is late is passed on, once each, and is never without somebody who sees it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beAbsent } from '../../src/people/absence.ts'
import { changePerson } from '../../src/people/change-person.ts'
import { openDues, owe } from '../../src/people/index.ts'
import { setUnit } from '../../src/people/set-unit.ts'
import { newThing } from '../../src/platform/journal.ts'
import { openTestHouse, proevby, type TestHouse, type Visitor } from '../house.ts'

let house: TestHouse
let bo: Visitor
let amira: Visitor
let peter: Visitor
let laila: Visitor
let inge: Visitor
beforeAll(async () => {
  house = await openTestHouse({ municipalities: [proevby] })
  bo = await house.as('bo')
  amira = await house.as('amira')
  peter = await house.as('peter')
  laila = await house.as('laila')
  inge = await house.as('inge')
  await house.act(setUnit, { slug: 'administrationen', leaderId: laila.personId, deputyId: peter.personId }, bo.principal)
  const change = {
    personId: amira.personId!,
    name: 'Amira Holm',
    email: 'amira.holm@example.org',
    phone: null,
    helpsWith: null,
    unit: 'administrationen',
    shown: false,
  }
  await house.act(changePerson, change, bo.principal)
})
afterAll(() => house.close())

const owed = (owner: string | null, dueOn: string, office: 'drift' | null = null) =>
  house.act(async (tx, who) => {
    const about = await newThing(tx, 'test')
    await owe(tx, who, { kind: 'test.late', about, owner, office, receivedOn: '2026-11-02', dueOn, rule: { id: 'A37' } })
    return about
  }, undefined)
const round = async (day: string) => {
  house.clock.set(`${day}T07:00:00+01:00`)
  await house.house.jobs.now('escalate')
}
const due = async (about: string) => (await house.look(tx => openDues(tx, { abouts: [about] })))[0]!
const letters = async () => (await house.outbox()).map(letter => letter.to)

test('A37: on the day nothing, the day after the deputy, two working days later the leader; one letter each', async () => {
  const about = await owed(amira.personId, '2026-11-11')
  await round('2026-11-11')
  expect(await due(about)).toMatchObject({ deputyId: null, leaderId: null })
  for (const day of ['2026-11-12', '2026-11-12', '2026-11-13']) await round(day)
  expect(await due(about)).toMatchObject({ deputyId: peter.personId, leaderId: null })
  expect(await letters()).toEqual(['peter.juhl@example.org'])
  for (const day of ['2026-11-16', '2026-11-17']) await round(day)
  expect(await due(about)).toMatchObject({ deputyId: peter.personId, leaderId: laila.personId })
  expect(await letters()).toEqual(['peter.juhl@example.org', 'laila@example.org'])
  expect((await house.outbox())[0]!.text).toContain('http://127.0.0.1:3000/arbejdsrum')
  const events = await house.sql("select facts->>'to' as to from journal where kind = 'due.escalated' and about = $1 order by id", [about])
  expect(events.map(row => row.to)).toEqual(['deputy', 'leader'])
})

test('deputy and leader see it on their work list, with the owner named', async () => {
  const late = await house.employed({ name: 'Peter Senere', email: 'senere@example.org', roles: ['caseworker'] })
  await house.sql('update due set deputy_id = $1 where deputy_id = $2', [late.personId, peter.personId])
  const page = (await late.get('/arbejdsrum')).body
  expect(page).toContain('Hos Amira Holm.')
  expect(page).toContain('Lederen ser den også.')
})

test('the deputy of an absence goes before the deputy of the unit; one who is away themself is passed over', async () => {
  house.clock.set('2026-11-18T09:00:00+01:00')
  await house.act(beAbsent, { personId: amira.personId!, from: '2026-11-18', to: '2026-11-30', deputyId: inge.personId }, bo.principal)
  const first = await owed(amira.personId, '2026-11-18')
  await round('2026-11-19')
  expect((await due(first)).deputyId).toBe(inge.personId)
  await house.act(beAbsent, { personId: inge.personId!, from: '2026-11-20', to: '2026-11-30', deputyId: null }, bo.principal)
  const second = await owed(amira.personId, '2026-11-19')
  await round('2026-11-20')
  expect((await due(second)).deputyId).toBe(peter.personId)
})

test('A37: two who stand in for each other are both away, and their leader too: who stands in for the leader hears of it', async () => {
  await house.sql('delete from absence')
  house.clock.set('2026-11-23T07:00:00+01:00')
  const away = (visitor: Visitor, deputyId: string | null) =>
    house.act(beAbsent, { personId: visitor.personId!, from: '2026-11-23', to: '2026-11-27', deputyId }, visitor.principal)
  await away(amira, peter.personId)
  await away(peter, amira.personId)
  await away(laila, inge.personId)
  const about = await owed(amira.personId, '2026-11-23')
  await round('2026-11-24')
  expect(await due(about)).toMatchObject({ ownerId: amira.personId, deputyId: null, leaderId: inge.personId })
  expect((await letters()).at(-1)).toBe((await house.sql('select email from person where id = $1', [inge.personId]))[0]!.email)
  await house.sql('delete from absence')
})

test('without deputy and leader the office that runs the site sees it: nothing late is without a reader', async () => {
  const alone = await house.employed({ name: 'Alene Hjemme', email: 'alene@example.org', roles: ['caseworker'] })
  const about = await owed(alone.personId, '2026-11-19')
  const office = await owed(null, '2026-11-19', 'drift')
  await round('2026-11-20')
  expect(await due(about)).toMatchObject({ ownerId: alone.personId, office: 'drift' })
  expect((await due(about)).escalatedToLeaderAt).not.toBeNull()
  // It waited there for want of a human; somebody is here who answers now.
  expect(await due(office)).toMatchObject({ ownerId: amira.personId, office: null })
  const open = await house.look(tx => openDues(tx, {}))
  for (const one of open) expect(one.ownerId ?? one.office).toBeTruthy()
})
