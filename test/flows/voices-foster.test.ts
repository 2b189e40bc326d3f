// Foster families: a door of their own, a named human and a promise of their own, closed to councils and the public, and counted only where nobody can be known.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { itemOf, writeItem } from '../../src/municipalities/index.ts'
import { holdContact } from '../../src/people/index.ts'
import type { Visitor } from '../house.ts'
import { reach as reachBy } from '../reach.ts'
import { openThemesHouse, type ThemesHouse, telling, writePath } from '../themes.ts'
import { comeBack, tell } from '../voices.ts'

let all: ThemesHouse
let laila: Visitor
beforeAll(async () => {
  all = await openThemesHouse()
  const { house } = all
  laila = await house.as('laila')
  // She has agreed that the public sees her name.
  await house.sql('update person set shown = true where id = $1', [laila.personId])
})
afterAll(async () => await all.house.close())
beforeEach(async () => {
  all.house.clock.set('2026-11-09T10:15:00+01:00')
  await all.house.sql("update session set ends_at = '2099-01-01', seen_at = '2099-01-01'")
  await all.house.sql('delete from voice')
  await all.house.sql("delete from due where about in (select id from thing where kind = 'voice')")
})

const asFoster = { who: 'foster' }
const door = async (lang = '') => (await all.house.post(`${lang}/fortael`, { step: 'start', go: 'who:foster' })).body
/** The municipality has named who answers foster families, and promised three days. */
async function decided() {
  const { house } = all
  const slug = String((await house.sql("select slug from item where kind = 'municipality'"))[0]!.slug)
  await house.act(async (tx, who) => {
    const facts = (await itemOf(tx, 'municipality', slug))!
    const contact = (await itemOf(tx, 'contact', String((await house.sql("select slug from item where kind = 'contact'"))[0]!.slug)))!
    await writeItem(tx, who, { kind: 'contact', slug: 'plejefamilier', content: { ...contact, slug: 'plejefamilier' }, position: 99 })
    await writeItem(tx, who, { kind: 'municipality', slug, content: { ...facts, fosterContact: 'plejefamilier' } })
    await writeItem(tx, who, {
      kind: 'promise',
      slug: 'answer_foster_voice',
      content: { value: 3, quote: null, standard: false, note: null },
    })
  }, undefined)
  const hold = { contact: 'plejefamilier', personId: laila.personId, deputyId: null, phone: null, email: null, hours: null }
  await house.act(holdContact, hold, (await house.as('bo')).principal)
}

it('B15a: the door stands among the others; until the municipality decides, the same human and the same promise as for everybody', async () => {
  expect((await all.house.get('/fortael')).body).toContain('Vi er plejefamilie')
  const page = await door()
  expect(page).toContain('Fortæl os det som plejefamilie')
  expect(page.indexOf('Hverken råd eller andre borgere')).toBeLessThan(page.indexOf('<textarea'))
  expect(page).toContain('Et menneske fra kommunen læser det')
  expect(page).toContain('mandag den 16. november')
  expect(await door('/ar')).toContain('أسرة حاضنة')
  const { code } = await tell(all.house, 'Hvem kan vi ringe til om aftenen?', asFoster)
  expect(await all.house.sql('select kind, owner_id from voice')).toEqual([{ kind: 'foster', owner_id: all.amira.personId }])
  expect((await comeBack(all.house, code!)).body()).toMatch(/Amira.{0,80} har den/)
})

it('B15a: then a named human of their own answers within a promise of its own, before writing, on the receipt and on the clock', async () => {
  await decided()
  const page = await door()
  expect(page).toMatch(/Laila.{0,100} læser det/)
  expect(page).toContain('torsdag den 12. november')
  const { body, code } = await tell(all.house, 'Vi mangler aflastning', asFoster)
  expect(body).toMatch(/Laila.{0,100} læser det/)
  expect(body).toContain('torsdag den 12. november')
  const due = () =>
    all.house.sql('select kind, owner_id, due_on::text from due where settled_at is null and about in (select id from voice)')
  expect(await due()).toEqual([{ kind: 'voice.answer', owner_id: laila.personId, due_on: '2026-11-12' }])
  const [voice] = await all.house.sql('select id from voice')
  await laila.post(`/arbejdsrum/henvendelser/${voice!.id}/svar`, { answer: 'Det finder vi ud af.' })
  const mine = await comeBack(all.house, code!)
  expect(mine.body()).toContain('Det finder vi ud af.')
  await mine.go('write', { text: 'Hvornår?' })
  expect(await due()).toEqual([{ kind: 'voice.answer', owner_id: laila.personId, due_on: '2026-11-12' }])
  // Everybody else has the human and the promise they had.
  expect((await all.house.get('/fortael')).body).toContain('Et menneske fra kommunen læser det')
  await tell(all.house, 'Noget andet')
  expect((await due()).map(one => one.due_on).sort()).toEqual(['2026-11-12', '2026-11-16'])
})

it('B15a: that a foster family wrote is on no page of a council member, other staff or the public, and in no list of colleagues', {
  timeout: 120_000,
}, async () => {
  const { house, amira, peter } = all
  await decided()
  const one = await telling(all, 'Kanariefugl hos plejebarnet', { ...asFoster, reply: 'code', name: 'Opdigtet Kanariemor', share: 'yes' })
  // The one it belongs to finds it: what the crawl looks for is there to be found.
  expect((await laila.get(`/arbejdsrum/henvendelser/${one.id}`)).body).toContain('Kanariefugl')
  expect((await laila.get('/arbejdsrum/henvendelser')).body).toContain('Plejefamilie')
  const list = (await peter.get('/arbejdsrum/henvendelser')).body
  expect(list).toContain(one.id)
  expect(list).not.toContain('Plejefamilie')
  expect((await peter.get(`/arbejdsrum/henvendelser/${one.id}`)).body).not.toContain('Plejefamilie')
  // On the work list a link says what it opens: the kind to whom it belongs, to others that day's voice.
  expect((await laila.get('/arbejdsrum')).body).toContain('>Plejefamilie, kom 9. nov.<')
  await tell(house, 'Kanariefugl hos naboen')
  const waits = (await peter.get('/arbejdsrum?hvis=alle')).body
  for (const link of ['>En henvendelse, kom 9. nov.<', '>For sig selv, kom 9. nov.<']) expect(waits).toContain(link)
  expect(waits).not.toMatch(/Plejefamilie|Kanarie/)
  expect(amira.personId).not.toBe(laila.personId)
  const reach = async (visitor: Pick<Visitor, 'get'>) =>
    await reachBy(visitor, {
      starts: [
        '/arbejdsrum',
        '/arbejdsrum/temaer',
        '/arbejdsrum/laering',
        writePath(one.id),
        '/temaer',
        '/temaer.atom',
        '/api/v1/themes',
        '/raad/udsatteraad',
      ],
      follow: /href="(\/(?:arbejdsrum|temaer|raad)[^"#]*)"/g,
      passBy: /\.|\/(vedtaegt|bliv-medlem)/,
      holds: (body, path) => /Kanarie/.test(body) || (body.includes(one.id) && !path.includes(one.id)),
    })
  for (const visitor of [house, await house.as('mohamed'), await house.as('carl'), await house.as('oksana'), await house.as('bo')]) {
    const { holding, pages } = await reach(visitor)
    expect(holding).toEqual([])
    expect(pages).toBeGreaterThan(5)
  }
  // Nothing in the journal, the clocks or the letters tells it apart from any other.
  for (const table of ['journal', 'due', 'letter', 'thing'])
    expect(JSON.stringify(await house.sql(`select * from ${table}`)), table).not.toMatch(/foster|pleje(?!familier")/i)
})

it('B15a: a text for the councils that says whose child it is must be looked at by a human first', async () => {
  const { house, amira } = all
  await house.act(
    holdContact,
    { contact: 'plejefamilier', personId: amira.personId, deputyId: null, phone: null, email: null, hours: null },
    (await house.as('bo')).principal,
  )
  const one = await telling(all, 'Vi venter på svar om aflastning', { ...asFoster, reply: 'code', share: 'yes' })
  await amira.post(writePath(one.id), { text: 'En plejefamilie venter længe på aflastning.', do: 'goOn' })
  expect((await amira.get(writePath(one.id))).body).toContain('plejefamilie')
  expect(await house.sql('select state from summary')).toEqual([{ state: 'draft' }])
})

it('B15a: answers in time and satisfaction are counted by quarter, in bands; four are hidden, five are not', {
  timeout: 60_000,
}, async () => {
  const { house, peter } = all
  await decided()
  const figures = async () => /Plejefamilier<\/h2>.*/s.exec((await peter.get('/arbejdsrum/laering/tal')).body)![0]
  const one = async (day: string, answered: string | null, help: string | null) => {
    house.clock.set(`${day}T10:15:00+01:00`)
    await house.sql("update session set ends_at = '2099-01-01', seen_at = '2099-01-01'")
    const { id, code } = await telling(all, `Ord fra ${day}`, asFoster)
    if (!answered) return
    house.clock.set(`${answered}T10:15:00+01:00`)
    expect((await laila.post(`/arbejdsrum/henvendelser/${id}/svar`, { answer: 'Svar' })).status).toBe(303)
    if (help) await (await comeBack(house, code)).go('help', { help, inTime: help === 'no' ? 'no' : 'yes' })
  }
  const later = async () => {
    house.clock.set('2027-05-10T10:15:00+02:00')
    await house.sql("update session set ends_at = '2099-01-01', seen_at = '2099-01-01'")
    return await figures()
  }
  for (const day of ['01', '02', '03', '04']) await one(`2027-02-${day}`, `2027-02-${day}`, 'yes')
  expect(await later()).not.toContain('5–9')
  await one('2027-02-08', '2027-02-09', 'yes')
  const five = await later()
  expect(five).toContain('Kom svaret inden for løftet?')
  expect(five.match(/5–9/g)!.length).toBe(3)
  // Two late ones, one of them never answered: too few to be shown apart, and nothing lets them be reckoned out.
  await one('2027-02-10', '2027-03-15', null)
  await one('2027-02-11', null, null)
  const late = await later()
  expect(late).toMatch(/Kom svaret inden for løftet\?.*?Alle svar.*?5–9.*?skjult.*?skjult/s)
})
