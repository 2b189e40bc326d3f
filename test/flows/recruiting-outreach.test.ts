// From a list of organisations to a letter each, once; an organisation proposes; the person says yes; the board changes.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sayYes } from '../../src/nominations/index.ts'
import { openDues } from '../../src/people/index.ts'
import { boardGround, boardOf, campaignOf, writeLetters } from '../../src/recruiting/index.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../house.ts'

let house: TestHouse
let secretary: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  secretary = await house.as('secretary')
})
afterAll(async () => await house.close())

const root = '/arbejdsrum/rekruttering'
const list = [
  'navn;slags;bydel;sprog;brevsprog;kontaktperson;e-mail;telefon',
  'Opdigtet Forening Jasmin;Flygtninge- og indvandrerforening;Vestervang;arabisk;ar;Nadia Haddad;jasmin@example.org;00 00 00 01',
  'Opdigtet Skolebestyrelse;Skolebestyrelse;Ejby;dansk;da;Åse Lund;skole@example.org;',
  'Opdigtet Klub;Lokal forening;;dansk;da;;klub@example.org;',
  'Opdigtet Klub Nr. To;Lokal forening;;dansk;da;;KLUB@example.org;',
  'Opdigtet Værested;Værested;;;da;;;00 00 00 02',
].join('\n')
const organisations = async () =>
  (await house.sql('select id, name from organisation order by name')).map(row => ({ id: row.id as string, name: row.name as string }))
const idOf = async (name: string) => (await organisations()).find(one => one.name.includes(name))!.id
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const needed = async (council: string) => {
  const ground = (await house.look(tx => boardGround(tx, secretary.principal, council), secretary.principal))!
  for (;;) {
    const { known } = await boardOf(ground)
    if (known.is === 'known') return known.missing.needed
  }
}
/** The page once the engine has its answer; on a busy machine the first one says that it is still at work. */
const worked = async (path: string): Promise<string> => {
  for (;;) {
    const page = text((await secretary.get(path)).body)
    if (!page.includes('Vi regner stadig.')) return page
  }
}
let mailing = ''
let link = ''

test('a list is looked through before it is saved, and comes in once', { timeout: 120_000 }, async () => {
  const seen = await secretary.post(`${root}/foreninger/indlaes`, { list })
  expect(text(seen.body)).toContain('5 nye')
  expect(await organisations()).toEqual([])
  for (let twice = 0; twice < 2; twice++)
    expect((await secretary.post(`${root}/foreninger/indlaes`, { list, save: 'yes' })).location).toBe(`${root}/foreninger`)
  expect(await organisations()).toHaveLength(5)
  const wrong = await secretary.post(`${root}/foreninger/indlaes`, { list: 'navn;slags\nX;ukendt' })
  expect(text(wrong.body)).toContain('Linje 2, kolonne 2: »ukendt« kendes ikke')
  // Whom we talk to is readable nowhere in the store.
  const [row] = await house.sql("select contact_sealed from organisation where name like '%Jasmin%'")
  expect((row!.contact_sealed as Buffer).toString('latin1')).not.toMatch(/Nadia|jasmin@/)
})

test('A30: the board names those who are not asked yet, by what the engine says would help', { timeout: 120_000 }, async () => {
  const page = await worked(`${root}/integrationsraad`)
  expect(page).toContain('Disse 5 foreninger er ikke spurgt endnu.')
  expect(page).toContain('Skolebestyrelse En herfra kan fylde en plads, der mangler. Ikke spurgt: Opdigtet Skolebestyrelse')
  expect(page).toContain('I har ingen af denne slags på listen.')
})

test('a letter to many is looked through, and goes to each address once, however it is pressed', { timeout: 120_000 }, async () => {
  const to = (await organisations()).map(one => one.id)
  const body = 'Hej {kontaktperson} i {forening}\n\n{raad} søger medlemmer: {link} senest {frist}.'
  const bad = await secretary.post(`${root}/integrationsraad/brev`, { subject: 'S', body: 'Hej {navn}', replyBy: '2026-12-01', to })
  expect(bad.status).toBe(422)
  expect(text(bad.body)).toContain('{navn} kan ikke udfyldes')
  const made = await secretary.post(`${root}/integrationsraad/brev`, { subject: 'Medlemmer til {raad}', body, replyBy: '2026-12-01', to })
  mailing = made.location!.split('/').at(-1)!
  const preview = text((await secretary.get(made.location!)).body)
  expect(preview).toContain('Hej Åse Lund i Opdigtet Skolebestyrelse Integrationsrådet søger medlemmer')
  expect(await house.outbox()).toEqual([])
  // Two press at the same moment, and one presses again.
  await Promise.all([1, 2, 3].map(() => secretary.post(`${root}/breve/${mailing}/send`)))
  // Several processes write at once, and one of them is killed in the middle of its round.
  await Promise.all([
    house.act(tx => writeLetters(tx, house.system), undefined),
    house
      .act(async tx => {
        await writeLetters(tx, house.system)
        throw new Error('killed')
      }, undefined)
      .catch(() => {}),
    house.act(tx => writeLetters(tx, house.system), undefined),
  ])
  await house.act(tx => writeLetters(tx, house.system), undefined)
  const letters = await house.outbox()
  expect(letters.map(one => one.to!.toLowerCase()).sort()).toEqual(['jasmin@example.org', 'klub@example.org', 'skole@example.org'])
  // The house's own letter in their language, a link to the page in it, and who checked the translation.
  const arabic = letters.find(one => one.to === 'jasmin@example.org')!
  expect(arabic.language).toBe('ar')
  expect(arabic.text).toMatch(/مرحبًا Nadia Haddad[\s\S]*\/ar\/anbefal\/[\s\S]*لم يراجع أحد هذه الترجمة بعد/)
  expect(letters.find(one => one.to === 'skole@example.org')!.text).not.toMatch(/anbefal[\s\S]*oversættelse/i)
  const page = text((await secretary.get(`${root}/breve/${mailing}`)).body)
  expect(page).toContain('3 af 3 er skrevet')
  link = new URL(letters.find(one => one.to === 'skole@example.org')!.text!.match(/http\S+anbefal\/\S+/)![0]).pathname
  expect(await house.look(tx => openDues(tx, { kinds: ['ask.follow'] }))).toHaveLength(3)
})

test('a second letter about the same council leaves out those who were asked a moment ago; a stopped one writes nothing until it goes on', {
  timeout: 120_000,
}, async () => {
  const to = (await organisations()).map(one => one.id)
  const made = await secretary.post(`${root}/integrationsraad/brev`, { subject: 'Igen', body: '{link}', replyBy: '2026-12-01', to })
  await secretary.post(`${made.location}/send`)
  await secretary.post(`${made.location}/stop`)
  expect(await house.act(tx => writeLetters(tx, house.system), undefined)).toBe(0)
  expect(text((await secretary.get(made.location!)).body)).toContain('Standset. 3 har ikke fået brevet.')
  await secretary.post(`${made.location}/fortsaet`)
  expect(await house.act(tx => writeLetters(tx, house.system), undefined)).toBe(0)
  expect(text((await secretary.get(made.location!)).body)).toContain('sprunget over: spurgt for nylig')
  expect(await house.outbox()).toHaveLength(3)
})

test('A30, A31: an organisation proposes behind its link: opening changes nothing, the law asks for a reason, the person is asked and is on no slate', {
  timeout: 120_000,
}, async () => {
  const before = await house.sql('select count(*)::int as n from journal')
  expect((await house.get(link)).status).toBe(200)
  expect(await house.sql('select count(*)::int as n from journal')).toEqual(before)
  expect((await house.post('/anbefal/ikke-et-link-af-vores-aaaaaaaaaaaaaaaa')).status).toBe(422)
  const opened = await house.post(link)
  expect(opened.location).toBe('/anbefal')
  const [ask] = await house.sql(
    "select ask.id from ask join organisation o on o.id = organisation_id where o.name = 'Opdigtet Skolebestyrelse' and council = 'integrationsraad'",
  )
  const visitor = await house.asSubject(ask!.id as string)
  const page = text((await visitor.get('/anbefal')).body)
  expect(page).toContain('Ligestillingsloven § 10 a')
  expect(page).toContain('Ordlyden er ikke tjekket.')
  const one = { name1: 'Meryem Yıldız', email1: 'meryem@example.org', language1: 'tr', gender1: 'woman' }
  const alone = await visitor.post('/anbefal/side/forslag', one)
  expect([alone.status, text(alone.body).includes('I har ikke foreslået lige mange kvinder og mænd')]).toEqual([422, true])
  expect(alone.body).toContain('Meryem Yıldız')
  const key = visitor.formKey()
  for (let twice = 0; twice < 2; twice++)
    expect(
      (await visitor.post('/anbefal/side/forslag', { ...one, name2: 'Bashir Noor', phone2: '00 00 00 07', gender2: 'man' }, key)).status,
    ).toBe(200)
  expect(await house.sql('select women, men, others from organisation_proposal')).toEqual([{ women: 1, men: 1, others: 0 }])
  expect(await house.sql('select name, suggested, said_yes_at from candidate order by name')).toEqual([
    { name: 'Bashir Noor', suggested: true, said_yes_at: null },
    { name: 'Meryem Yıldız', suggested: true, said_yes_at: null },
  ])
  expect(await needed('integrationsraad')).toBe(7)
  const letter = (await house.outbox()).find(each => each.to === 'meryem@example.org')!
  expect(letter.language).toBe('tr')
  // The gender stands nowhere beside a person: no column of the schema has a place for it.
  expect(
    await house.sql("select table_name from information_schema.columns where table_schema = 'public' and column_name ~ 'gender|sex|koen'"),
  ).toEqual([])
  // Said to the staff in numbers, and asking is answered: nothing is owed there any more.
  expect(text((await secretary.get(`${root}/foreninger/${await idOf('Skolebestyrelse')}`)).body)).toContain('1 kvinde, 1 mand')
  expect(await house.look(tx => openDues(tx, { abouts: [ask!.id as string] }))).toEqual([])
})

test('A31: the person says yes and the board changes; the organisation sees how it goes only when the person lets it', {
  timeout: 120_000,
}, async () => {
  const [meryem] = await house.sql("select id from candidate where name = 'Meryem Yıldız'")
  const [bashir] = await house.sql("select id from candidate where name = 'Bashir Noor'")
  const [ask] = await house.sql('select ask_id as id from organisation_proposal')
  const organisation = await house.asSubject(ask!.id as string)
  const sees = async () => text((await organisation.get('/anbefal')).body)
  const neutral = 'Vi har fået forslaget og spørger personen.'
  const lines = (page: string) => page.split(neutral).length - 1
  const person = await house.asSubject(meryem!.id as string)
  expect(text((await person.get('/min')).body)).toContain('Opdigtet Skolebestyrelse')
  await house.act(sayYes, { candidateId: meryem!.id as string, key: 'a-key-of-a-test-0000000000' }, person.principal)
  await house.sql("update candidate set residence = 'yes' where id = $1", [meryem!.id])
  expect(await needed('integrationsraad')).toBe(6)
  expect(lines(await sees())).toBe(2)
  expect(await sees()).not.toContain('Meryem')
  expect(text((await person.get('/min')).body)).toContain('Opdigtet Skolebestyrelse foreslog dig. Må de se, hvordan det går?')
  expect((await person.post('/min/side/forening', { shared: 'yes' })).location).toBe('/min')
  expect(await sees()).toContain('Meryem Yıldız: har sagt ja')
  // The other one says no and is erased: the organisation cannot tell that from silence.
  await (await house.asSubject(bashir!.id as string)).post('/min/side/nej')
  expect(await house.sql('select name from candidate')).toEqual([{ name: 'Meryem Yıldız' }])
  expect(lines(await sees())).toBe(1)
  await person.post('/min/side/forening', { shared: 'no' })
  expect(lines(await sees())).toBe(2)
})

test('A13, A14: knowledge nobody has is a hint to designate an adviser; the day counts down in days and working days', {
  timeout: 120_000,
}, async () => {
  expect((await secretary.post(`${root}/udsatteraad/dag`, { on: '2026-01-01' })).status).toBe(422)
  expect((await secretary.post(`${root}/udsatteraad/dag`, { on: '2026-11-23' })).location).toBe(`${root}/udsatteraad`)
  const page = text((await secretary.get(`${root}/udsatteraad`)).body)
  expect(page).toContain('14 dage tilbage, 10 arbejdsdage')
  expect(page).toContain('Tilknytning til arbejdsmarkedet ingen i rådet endnu')
  expect(page).toContain('Administrationen kan udpege en tilforordnet')
})

test('an ask that is overdue is on the work list; a step from the wrong state is refused; taken out, nothing is owed and the contact is gone', {
  timeout: 120_000,
}, async () => {
  await house.at('2026-12-03T09:00:00+01:00')
  const late = await house.look(tx => openDues(tx, { kinds: ['ask.follow'], late: '2026-12-03' }))
  expect(late.length).toBeGreaterThan(0)
  const fresh = await house.employed({ name: 'Opdigtet Sekretær', email: 'sek@example.org', roles: ['secretary'] })
  expect(text((await fresh.get('/arbejdsrum?hvis=alle')).body)).toContain('Hør, hvad foreningen siger')
  const id = await idOf('Jasmin')
  expect((await fresh.post(`${root}/foreninger/${id}/trin`, { council: 'integrationsraad', step: 'plan', how: 'phone' })).status).toBe(422)
  expect((await fresh.post(`${root}/foreninger/${id}/ud`)).location).toBe(`${root}/foreninger`)
  expect((await fresh.get(`${root}/foreninger/${id}`)).status).toBe(404)
  expect(await house.sql('select contact_sealed, email_index from organisation where id = $1', [id])).toEqual([
    { contact_sealed: null, email_index: null },
  ])
  const campaign = await house.look(tx => campaignOf(tx, fresh.principal, 'integrationsraad'), fresh.principal)
  expect(campaign!.organisations.map(one => one.id)).not.toContain(id)
  const asks = await house.sql('select id from ask where organisation_id = $1', [id])
  expect(await house.look(tx => openDues(tx, { abouts: asks.map(one => one.id as string) }))).toEqual([])
})
