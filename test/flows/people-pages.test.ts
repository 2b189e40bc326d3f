// The pages about people, walked as a browser would.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, proevby, type TestHouse, type Visitor } from '../house.ts'

let house: TestHouse
let amira: Visitor
let bo: Visitor
beforeAll(async () => {
  house = await openTestHouse({ municipalities: [proevby] })
  amira = await house.as('amira')
  bo = await house.as('bo')
})
afterAll(() => house.close())

const idOf = async (email: string) => (await house.sql('select id from person where email = $1', [email]))[0]?.id as string

test('B1b: a secretary enters a caseworker, sets a deputy, an absence and the contact, all from the pages; the contact stands with name and number on the front page and on every page that says no', async () => {
  expect((await amira.get('/arbejdsrum/mennesker')).body).toContain('Ingen svarer her endnu.')
  const form = (await amira.get('/arbejdsrum/mennesker/ny')).body
  expect(form).toContain('sagsbehandler')
  expect(form).not.toContain('>drift<')
  const wrong = await amira.post('/arbejdsrum/mennesker/ny', { name: '', email: 'ikke en adresse' })
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain('Skriv en e-mailadresse')
  const fields = {
    name: 'Søren Ø. Bjørk',
    email: 'soeren@example.org',
    phone: '00 00 00 30',
    roles: ['caseworker', 'councilMember'],
    unit: 'administrationen',
    shown: 'ja',
  }
  const made = await amira.post('/arbejdsrum/mennesker/ny', fields)
  expect(made.status).toBe(303)
  const id = await idOf('soeren@example.org')
  expect(made.location).toBe(`/arbejdsrum/mennesker/${id}`)
  expect((await amira.post('/arbejdsrum/mennesker/ny', fields)).status).toBe(422)

  const set = await amira.post('/arbejdsrum/mennesker/kontakter/raad', {
    person: id,
    deputy: amira.personId!,
    phone: '',
    days1: ['mon', 'tue'],
    from1: '9.30',
    to1: '15',
  })
  expect(set.location).toBe('/arbejdsrum/mennesker')
  const front = (await house.get('/')).body
  expect(front).toContain('Søren Ø. Bjørk')
  expect(front).toContain('tel:00000030')
  // Whoever is told no has the same human in front of them: a broken address, a broken form, too much at once, a store that is full.
  const sent = async (type: string, body: string) =>
    await house.fetch('/log-ind', { method: 'POST', headers: { 'content-type': type }, body })
  const urlencoded = 'application/x-www-form-urlencoded'
  await house.sql(`create function full_disk() returns trigger language plpgsql as $$ begin raise 'full' using errcode = '53100'; end $$;
    create trigger full_disk before insert on sign_in_link execute function full_disk()`)
  for (const [status, no] of [
    [404, await house.fetch('/raad/%E0%A4%A')],
    [400, await sent('multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="email"\r\n\r\nhalf')],
    [400, await sent('text/plain', 'email=x')],
    [413, await sent(urlencoded, 'x'.repeat(200_000))],
    [503, await sent(urlencoded, new URLSearchParams({ formKey: house.formKey(), email: 'soeren@example.org' }).toString())],
  ] as const) {
    const block = (await no.text()).split('id="kontakt"')[1]
    expect([no.status, block?.includes('Søren Ø. Bjørk'), block?.includes('href="tel:00000030"')], String(status)).toEqual([
      status,
      true,
      true,
    ])
  }
  await house.sql('drop function full_disk cascade')

  const away = { awayFrom: '2026-11-10', awayTo: '2026-11-20', deputy: amira.personId! }
  expect((await amira.post(`/arbejdsrum/mennesker/${id}/fravaer`, { ...away, awayTo: '2026-11-01' })).status).toBe(422)
  expect((await amira.post(`/arbejdsrum/mennesker/${id}/fravaer`, away)).status).toBe(303)
  expect((await amira.get(`/arbejdsrum/mennesker/${id}`)).body).toContain(
    'fra tirsdag den 10. november 2026 til fredag den 20. november 2026',
  )
})

test('roles are given and ended on the page of the person, by those who may', async () => {
  const id = await idOf('soeren@example.org')
  expect((await amira.post(`/arbejdsrum/mennesker/${id}/roller`, { role: 'auditor' })).status).toBe(403)
  expect((await bo.post(`/arbejdsrum/mennesker/${id}/roller`, { role: 'auditor', from: '9.11.2026' })).status).toBe(303)
  expect((await bo.post(`/arbejdsrum/mennesker/${id}/roller`, { role: 'auditor' })).body).toContain('har allerede den rolle')
  const [grant] = await house.sql("select id from role_grant where role = 'auditor'")
  expect((await amira.post(`/arbejdsrum/mennesker/${id}/roller/slut`, { grant: grant!.id as string })).status).toBe(403)
  expect((await bo.post(`/arbejdsrum/mennesker/${id}/roller/slut`, { grant: grant!.id as string })).status).toBe(303)
  expect((await bo.get(`/arbejdsrum/mennesker/${id}`)).body).not.toContain('Slut rollen som databeskyttelse')
})

test('one sees and changes oneself; a colleague, an unknown id and nonsense all look like nothing', async () => {
  const inge = await house.as('inge')
  expect((await inge.get(`/arbejdsrum/mennesker/${inge.personId}`)).status).toBe(200)
  const change = await inge.post(`/arbejdsrum/mennesker/${inge.personId}/oplysninger`, { name: 'Inge', shown: 'ja' })
  expect(change.status).toBe(303)
  expect(await house.sql('select name, shown, email from person where id = $1', [inge.personId])).toEqual([
    { name: 'Inge', shown: true, email: 'inge@example.org' },
  ])
  for (const id of [amira.personId!, '01a1bf96-e620-705f-8de0-aafcd7abacd5', 'nonsense'])
    expect([id, (await inge.get(`/arbejdsrum/mennesker/${id}`)).status]).toEqual([id, 404])
  expect((await inge.get('/arbejdsrum/mennesker')).status).toBe(403)
  expect((await inge.post(`/arbejdsrum/mennesker/${amira.personId}/fratraed`)).status).toBe(404)
})

test('only the operator changes an address: whoever holds the mailbox is the person', async () => {
  const id = await idOf('soeren@example.org')
  const fields = { name: 'Søren', email: 'kapret@example.org' }
  expect((await amira.post(`/arbejdsrum/mennesker/${id}/oplysninger`, fields)).status).toBe(403)
  expect((await bo.post(`/arbejdsrum/mennesker/${id}/oplysninger`, fields)).status).toBe(303)
  expect(await idOf('kapret@example.org')).toBe(id)
})

test('a unit gets its leader and deputy; the same person cannot be both', async () => {
  const path = '/arbejdsrum/mennesker/enheder/administrationen'
  const both = { leader: amira.personId!, deputy: amira.personId! }
  expect((await amira.post(path, both)).status).toBe(422)
  expect((await amira.post(path, { ...both, deputy: bo.personId! })).status).toBe(303)
  expect((await amira.get('/arbejdsrum/mennesker')).body).toContain('Leder: Amira Holm. Stedfortræder: Bo Lind.')
  expect((await amira.get('/arbejdsrum/mennesker/enheder/findes-ikke')).status).toBe(404)
})

test('every deed about people is in the journal, without a name', async () => {
  const rows = await house.sql("select kind, facts::text from journal where kind ~ '^(person|unit|contact)\\.' order by id")
  const kinds = new Set(rows.map(row => row.kind))
  for (const kind of [
    'person.enrolled',
    'person.role-given',
    'person.role-ended',
    'person.away',
    'person.changed',
    'contact.held',
    'unit.lead-set',
  ])
    expect(kinds).toContain(kind)
  expect(JSON.stringify(rows)).not.toMatch(/Søren|Amira|example\.org/)
})
