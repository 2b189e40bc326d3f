// The work list: what is due, by which rule, for whom, in one page and a handful of statements.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Describe, owe, registerWork, settle } from '../../src/people/index.ts'
import { newThing } from '../../src/platform/journal.ts'
import { openTestHouse, proevby, type TestHouse, type Visitor } from '../house.ts'

let house: TestHouse
let amira: Visitor
let peter: Visitor
const asked: number[] = []
const names = new Map<string, string>()
const describeTest: Describe = async (_tx, _who, abouts) => {
  asked.push(abouts.length)
  return new Map(
    abouts.map(about => [
      about,
      {
        title: { da: `Ring til ${names.get(about)}`, en: `Call ${names.get(about)}` },
        text: { da: 'Taler helst tyrkisk.', en: 'Prefers Turkish.' },
        href: `/arbejdsrum/kandidater/${about}`,
        action: { da: 'Ring', en: 'Call' },
      },
    ]),
  )
}
beforeAll(async () => {
  house = await openTestHouse({ municipalities: [proevby] })
  amira = await house.as('amira')
  peter = await house.as('peter')
  registerWork('test.call', describeTest)
})
afterAll(() => house.close())

const rule = { id: 'A37', quote: 'Du vil derefter blive kontaktet.' }
async function owed(name: string, receivedOn: string, owner: string | null, more = {}): Promise<string> {
  return await house.act(async (tx, who) => {
    const about = await newThing(tx, 'test')
    names.set(about, name)
    await owe(tx, who, { kind: 'test.call', about, owner, receivedOn, workingDays: 3, rule, ...more })
    return about
  }, undefined)
}

test('A37: overdue, today and later, with the rule, the count of days and a link; gone once settled', async () => {
  const late = await owed('Yusuf', '2026-11-02', amira.personId)
  await owed('Nadia', '2026-11-04', amira.personId)
  await owed('Erik', '2026-11-09', amira.personId)
  const { status, body } = await amira.get('/arbejdsrum')
  expect(status).toBe(200)
  expect(body).toContain('Én ting er over tiden. Én ting skal ske i dag. Én kan vente.')
  expect(body).toContain('2 dage over')
  expect(body).toContain('Frist: 5. nov.')
  expect(body).toContain('3 arbejdsdage fra 2. nov.')
  expect(body).toContain('Du vil derefter blive kontaktet.')
  expect(body.indexOf('Ring til Yusuf')).toBeLessThan(body.indexOf('Ring til Nadia'))
  expect(body.indexOf('Ring til Nadia')).toBeLessThan(body.indexOf('Ring til Erik'))
  expect(body).toContain(`href="/arbejdsrum/kandidater/${late}"`)
  await house.act((tx, who) => settle(tx, who, late, 'test.call', 'contacted'), undefined)
  expect((await amira.get('/arbejdsrum')).body).not.toContain('Yusuf')
})

test('each sees their own; a secretary may ask for all; rooms are asked once however much waits', async () => {
  for (let i = 0; i < 5; i++) await owed(`Nummer ${i}`, '2026-11-09', peter.personId)
  expect((await amira.get('/arbejdsrum')).body).not.toContain('Nummer 3')
  asked.length = 0
  const all = (await amira.get('/arbejdsrum?hvis=alle')).body
  expect(asked).toEqual([7])
  expect(all).toContain('Nummer 3')
  expect(all).toContain('Hos Peter Juhl.')
  expect((await house.as('carl').then(carl => carl.get('/arbejdsrum?hvis=alle'))).body).not.toContain('Nummer 3')
})

test('what an office owes stands on the list of those who hold its role', async () => {
  await owed('Kontoret', '2026-11-09', null, { office: 'drift' })
  expect((await house.as('bo').then(bo => bo.get('/arbejdsrum'))).body).toContain('Ring til Kontoret')
  expect((await amira.get('/arbejdsrum')).body).not.toContain('Kontoret')
})

test('who stands in for somebody away sees their work; the day they are back, no more', async () => {
  await house.sql(
    "insert into absence (municipality_id, id, person_id, from_date, to_date, deputy_id) values ($1, gen_random_uuid(), $2, '2026-11-09', '2026-11-10', $3)",
    [house.municipalityId, peter.personId, amira.personId],
  )
  expect((await amira.get('/arbejdsrum')).body).toContain('Nummer 3')
  const jens = await house.employed({ name: 'Jens Dag', email: 'jens.dag@example.org', roles: ['caseworker'] })
  expect((await jens.get('/arbejdsrum')).body).toContain('Intet venter på dig.')
  house.clock.set('2026-11-11T08:00:00+01:00')
  const later = await house.employed({ name: 'Amira To', email: 'amira.to@example.org', roles: ['secretary'] })
  await house.sql('update absence set deputy_id = $1', [later.personId])
  expect((await later.get('/arbejdsrum')).body).not.toContain('Nummer 3')
  house.clock.set('2026-11-09T10:15:00+01:00')
})

test('a kind nobody describes is still shown, by its rule', async () => {
  await owed('Ukendt', '2026-11-09', amira.personId, { kind: 'nobody.knows' })
  const body = (await amira.get('/arbejdsrum')).body
  expect(body).toContain('Noget venter')
  expect(body).not.toContain('undefined')
})

test('T4: looking at the list is written down', async () => {
  const read = () => house.sql("select reason from access_log where action = 'work-list' and actor = $1", [`staff:${amira.personId}`])
  const before = await read()
  await amira.get('/arbejdsrum')
  expect(await read()).toEqual([...before, { reason: 'own' }])
})

test('the menu shows what the role may enter, also in English', async () => {
  const auditor = (await house.as('rut').then(rut => rut.get('/en/arbejdsrum'))).body
  expect(auditor).toContain('href="/en/arbejdsrum/laesninger"')
  expect(auditor).not.toContain('/arbejdsrum/breve')
  expect(auditor).toContain('Nothing is waiting for you.')
})

/** The page as it stands before anybody opens anything: what is folded is gone but for its line. */
const atOnce = (body: string) => {
  let page = body
  for (let before = ''; before !== page; ) {
    before = page
    page = page.replace(/<details><summary>((?:(?!<details)[\s\S])*?)<\/summary>(?:(?!<details)[\s\S])*?<\/details>/g, '$1')
  }
  return page
}
const times = (body: string, what: string) => body.split(what).length - 1

test('what has more than a week is folded behind its count, unless nothing else waits', async () => {
  const own = await house.as('laila')
  await owed('Fjern', '2026-11-09', own.personId, { workingDays: 30 })
  const alone = (await own.get('/arbejdsrum')).body
  expect(atOnce(alone)).toContain('Ring til Fjern')
  await owed('Nær', '2026-11-09', own.personId)
  const { body } = await own.get('/arbejdsrum')
  expect([times(body, 'Ring til Fjern'), times(atOnce(body), 'Ring til Fjern')]).toEqual([1, 0])
  expect(atOnce(body)).toContain('Én ting venter længere ude')
  expect(body.indexOf('Ring til Nær')).toBeLessThan(body.indexOf('Én ting venter længere ude'))
})

const describeAlike: Describe = async (_tx, _who, abouts) =>
  new Map(
    abouts.map(about => [
      about,
      {
        title: { da: 'Kontakt en', en: 'Contact one' },
        text: { da: `${names.get(about)}, Udsatterådet`, en: `${names.get(about)}` },
        href: `/arbejdsrum/kandidater/${about}`,
        action: { da: 'Åbn kandidaten', en: 'Open the candidate' },
      },
    ]),
  )

test('A37: what is alike stands together with its count; each has its name, its date and its link; nothing late is folded', async () => {
  registerWork('test.alike', describeAlike)
  const own = await house.employed({ name: 'Signe Mange', email: 'signe.mange@example.org', roles: ['secretary'] })
  const many = { kind: 'test.alike' }
  await owed('Den første', '2026-10-01', own.personId)
  const late: string[] = []
  const coming: string[] = []
  for (let i = 0; i < 6; i++) late.push(await owed(`Sen ${i}`, `2026-10-${20 + i}`, own.personId, many))
  for (let i = 0; i < 6; i++) coming.push(await owed(`Snart ${i}`, `2026-11-09`, own.personId, { ...many, workingDays: 2 + (i % 3) }))
  const { body } = await own.get('/arbejdsrum')
  const seen = atOnce(body)
  expect(times(body, 'Kontakt en <span class="count">6</span>')).toBe(2)
  for (const [index, about] of late.entries()) {
    expect(times(seen, `href="/arbejdsrum/kandidater/${about}"`)).toBe(1)
    expect(times(seen, `<p>Sen ${index}, Udsatterådet`)).toBe(1)
  }
  for (const [index, about] of coming.entries()) {
    expect([times(body, `href="/arbejdsrum/kandidater/${about}"`), times(seen, about)]).toEqual([1, 0])
    expect(times(body, `<p>Snart ${index}, Udsatterådet`)).toBe(1)
  }
  expect(seen).toContain('<b>Onsdag</b> <span class="soft">11. nov. og frem</span>')
  expect(times(body, 'Frist: 11. nov. 2 arbejdsdage fra 9. nov.')).toBe(2)
  expect(seen.indexOf('Sen 5')).toBeLessThan(seen.indexOf('11. nov. og frem'))
})

test('a list longer than a page says so, and shows the most urgent', async () => {
  const own = await house.employed({ name: 'Alt For Mange', email: 'alt.for.mange@example.org', roles: ['secretary'] })
  await house.act(async (tx, who) => {
    for (let i = 0; i < 501; i++) {
      const about = await newThing(tx, 'test')
      names.set(about, i === 0 ? 'Den sidste' : `Række ${i}`)
      const dueOn = i === 0 ? '2027-06-01' : '2026-11-12'
      await owe(tx, who, { kind: 'test.alike', about, owner: own.personId, receivedOn: '2026-11-09', dueOn, rule })
    }
  }, undefined)
  const { body } = await own.get('/arbejdsrum')
  expect([times(body, '<p>Række '), times(body, 'Den sidste')]).toEqual([500, 0])
  expect(body).toContain('Her står de 500 ting, der haster mest.')
  expect(body).not.toContain('Intet andet venter')
})
