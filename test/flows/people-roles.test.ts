// People, roles, units, absences and contacts: the deeds, whoever calls them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Away, beAbsent, comeBack } from '../../src/people/absence.ts'
import { changePerson } from '../../src/people/change-person.ts'
import { enrol } from '../../src/people/enrol.ts'
import { holdContact } from '../../src/people/hold-contact.ts'
import { defaultOwner, humanOf, openDues, owe } from '../../src/people/index.ts'
import { letGo } from '../../src/people/let-go.ts'
import { endRole, grantRole } from '../../src/people/roles.ts'
import { setUnit } from '../../src/people/set-unit.ts'
import { newThing } from '../../src/platform/journal.ts'
import type { Role } from '../../src/platform/principal.ts'
import { NotAllowed, Refusal } from '../../src/platform/refusal.ts'
import { openTestHouse, proevby, type TestHouse, type Visitor } from '../house.ts'

let house: TestHouse
let bo: Visitor
let amira: Visitor
let peter: Visitor
beforeAll(async () => {
  house = await openTestHouse({ municipalities: [proevby] })
  bo = await house.as('bo')
  amira = await house.as('amira')
  peter = await house.as('peter')
})
afterAll(() => house.close())

const newcomer = (email: string, roles: Role[] = ['caseworker']) => ({
  name: 'Tilde Ny',
  email,
  phone: '00 00 00 10',
  helpsWith: null,
  unit: 'administrationen',
  roles,
  shown: false,
})
const rolesOf = async (id: string) =>
  (
    await house.sql("select role from role_grant where person_id = $1 and (to_date is null or to_date >= '2026-11-09') order by role", [id])
  ).map(row => row.role)

describe('entering people', () => {
  test('a secretary enters a caseworker, not an auditor; a caseworker enters nobody; an address is one person', async () => {
    const id = await house.act(enrol, newcomer('tilde@example.org'), amira.principal)
    expect(await rolesOf(id)).toEqual(['caseworker'])
    await expect(house.act(enrol, newcomer('a@example.org', ['auditor']), amira.principal)).rejects.toThrow(NotAllowed)
    await expect(house.act(enrol, newcomer('b@example.org'), peter.principal)).resolves.toBeTruthy()
    await expect(house.act(enrol, newcomer('c@example.org'), (await house.as('inge')).principal)).rejects.toThrow(NotAllowed)
    await expect(house.act(enrol, newcomer('TILDE@example.org'), amira.principal)).rejects.toThrow(Refusal)
  })
})

describe('roles', () => {
  test('nobody gives themself a role, not even the operator', async () => {
    for (const who of [bo, amira]) {
      const given = { personId: who.personId!, role: 'caseworker' as const, from: null, to: null }
      await expect(house.act(grantRole, given, who.principal)).rejects.toThrow(NotAllowed)
    }
  })
  test('a role for a time; the same role twice in that time is refused; ended, it opens nothing any more', async () => {
    const given = { personId: amira.personId!, role: 'policyOwner' as const, from: '2026-11-01', to: '2026-12-31' }
    await house.act(grantRole, given, bo.principal)
    expect(await rolesOf(amira.personId!)).toEqual(['policyOwner', 'secretary'])
    await expect(house.act(grantRole, { ...given, from: '2026-12-31', to: null }, bo.principal)).rejects.toThrow(Refusal)
    await expect(house.act(grantRole, { ...given, from: '2027-02-01', to: '2027-01-01' }, bo.principal)).rejects.toThrow(Refusal)
    const [row] = await house.sql("select id from role_grant where role = 'policyOwner'")
    await house.act(endRole, { personId: amira.personId!, grantId: row!.id as string }, amira.principal)
    expect(await rolesOf(amira.personId!)).toEqual(['secretary'])
  })
  test('the last operator stays', async () => {
    await house.sql("update role_grant set to_date = '2026-01-01' where role = 'operator' and person_id <> $1", [bo.personId])
    const [row] = await house.sql("select id from role_grant where role = 'operator' and person_id = $1", [bo.personId])
    await expect(house.act(endRole, { personId: bo.personId!, grantId: row!.id as string }, bo.principal)).rejects.toThrow(Refusal)
  })
})

describe('contacts, absences and what the public sees', () => {
  const hold = {
    contact: 'raad',
    personId: '',
    deputyId: '',
    phone: '00 00 00 20',
    email: null,
    hours: [{ days: ['mon' as const], from: '10:00', to: '14:00' }],
  }
  const human = () => house.look(async tx => (await humanOf(tx, 'da')).human, { kind: 'anyone', municipalityId: house.municipalityId })
  const show = (visitor: Visitor, name: string, shown: boolean, phone: string | null = null) =>
    house.act(
      changePerson,
      {
        personId: visitor.personId!,
        name,
        email: name === 'Amira Holm' ? 'amira.holm@example.org' : 'peter.juhl@example.org',
        phone,
        helpsWith: null,
        unit: null,
        shown,
      },
      visitor.principal,
    )

  test('who holds a contact owns what comes in; their name stands on public pages only once they say so', async () => {
    await house.act(holdContact, { ...hold, personId: amira.personId, deputyId: peter.personId }, amira.principal)
    expect(await house.look(tx => defaultOwner(tx))).toEqual({ personId: amira.personId, office: null })
    expect(await human()).toMatchObject({ name: null, phone: '00 00 00 20', hours: [{ from: '10:00', to: '14:00' }] })
    await show(amira, 'Amira Holm', true, '00 00 00 21')
    expect(await human()).toMatchObject({ name: 'Amira Holm', phone: '00 00 00 21', deputy: null })
    await show(peter, 'Peter Juhl', true, '00 00 00 22')
    expect(await human()).toMatchObject({ name: 'Amira Holm', deputy: { name: 'Peter Juhl' } })
    expect((await house.get('/')).body).toContain('Amira Holm')
    await show(amira, 'Amira Holm', false)
    expect(await human()).toMatchObject({ name: null })
    expect((await house.get('/')).body).not.toContain('Amira Holm')
    await show(amira, 'Amira Holm', true, '00 00 00 21')
  })
  test('while they are away the deputy answers, on the page and for what comes in', async () => {
    const away: Away = { personId: amira.personId!, from: '2026-11-09', to: '2026-11-13', deputyId: null }
    await house.act(beAbsent, away, amira.principal)
    expect(await human()).toMatchObject({ name: 'Peter Juhl', phone: '00 00 00 22' })
    expect(await house.look(tx => defaultOwner(tx))).toEqual({ personId: peter.personId, office: null })
    const [row] = await house.sql('select id from absence')
    await house.act(comeBack, { personId: amira.personId!, absenceId: row!.id as string }, amira.principal)
    expect(await human()).toMatchObject({ name: 'Amira Holm' })
  })
  test('a caseworker sets nobody else away, and no contact; impossible days are refused', async () => {
    const inge = await house.as('inge')
    const away: Away = { personId: amira.personId!, from: '2026-11-09', to: '2026-11-13', deputyId: null }
    await expect(house.act(beAbsent, away, inge.principal)).rejects.toThrow(NotAllowed)
    await expect(house.act(holdContact, { ...hold, personId: inge.personId, deputyId: null }, inge.principal)).rejects.toThrow(NotAllowed)
    await expect(house.act(beAbsent, { ...away, to: '2026-11-08' }, amira.principal)).rejects.toThrow(Refusal)
    await expect(house.act(beAbsent, { ...away, deputyId: amira.personId }, amira.principal)).rejects.toThrow(Refusal)
  })
  test('the leader of a unit sets their people away', async () => {
    const laila = await house.as('laila')
    const id = await house.act(enrol, newcomer('under.laila@example.org'), bo.principal)
    const away: Away = { personId: id, from: '2026-11-09', to: '2026-11-13', deputyId: null }
    await expect(house.act(beAbsent, away, laila.principal)).rejects.toThrow(NotAllowed)
    await house.act(setUnit, { slug: 'administrationen', leaderId: laila.personId, deputyId: peter.personId }, bo.principal)
    await house.act(beAbsent, away, laila.principal)
    expect(await house.sql('select from absence where person_id = $1', [id])).toHaveLength(1)
  })
})

test('A37: who leaves leaves nothing behind: no way in, no contact, no work without an owner', async () => {
  const gone = await house.employed({ name: 'Går Nu', email: 'gaar.nu@example.org', roles: ['caseworker'] })
  await house.act(
    holdContact,
    { contact: 'raad', personId: gone.personId, deputyId: amira.personId, phone: null, email: null, hours: null },
    bo.principal,
  )
  const about = await house.act(async (tx, who) => {
    const thing = await newThing(tx, 'test')
    await owe(tx, who, {
      kind: 'test.leave',
      about: thing,
      owner: gone.personId,
      receivedOn: '2026-11-09',
      workingDays: 3,
      rule: { id: 'A37' },
    })
    return thing
  }, undefined)
  await expect(house.act(letGo, { personId: bo.personId! }, bo.principal)).rejects.toThrow(NotAllowed)
  await house.act(letGo, { personId: gone.personId! }, amira.principal)
  expect((await gone.get('/arbejdsrum')).status).toBe(303)
  expect(await rolesOf(gone.personId!)).toEqual([])
  const [due] = await house.look(tx => openDues(tx, { abouts: [about] }))
  expect(due?.ownerId).toBe(amira.personId)
  expect(await house.sql("select person_id from contact_holder where contact = 'raad'")).toEqual([{ person_id: amira.personId }])
  const letters = (await house.outbox()).length
  await house.post('/log-ind', { email: 'gaar.nu@example.org' })
  expect((await house.outbox()).length).toBe(letters)
})
