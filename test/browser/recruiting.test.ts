// From the board to a letter, an organisation that proposes, a yes, and the board again: in a real browser, readable for everybody.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeAt, type OpenBrowser, openBrowser } from './browser.ts'

let open: OpenBrowser
beforeAll(async () => {
  open = await openBrowser()
}, 300_000)
afterAll(async () => await open?.close())

test('A30, A31: board, letter, proposal, yes, board', { timeout: 300_000 }, async () => {
  const { house, own } = open.pair
  const secretary = await own.signedIn('Opdigtet Sekretær', ['secretary'])
  const desk = await (await open.window({ viewport: { width: 1280, height: 900 } }, secretary)).newPage()
  const faults: string[] = []
  const look = async (page: typeof desk, name: string) =>
    void faults.push(...(await axeAt(page, [1280, 360])).map(fault => `${name}: ${fault}`))
  // The empty board says what is missing; an organisation is entered.
  await desk.goto('/arbejdsrum/rekruttering/integrationsraad')
  await look(desk, 'empty board')
  await desk.goto('/arbejdsrum/rekruttering/foreninger/ny')
  await desk.getByLabel('Navn').fill('Opdigtet Skolebestyrelse')
  await desk.getByLabel('Slags').selectOption('skolebestyrelse')
  await desk.getByLabel('E-mail').fill('skole@example.org')
  await desk.getByRole('button', { name: 'Gem' }).click()
  await look(desk, 'organisation')
  // The letter is looked through and sent.
  await desk.goto('/arbejdsrum/rekruttering/integrationsraad/brev')
  await desk.getByLabel('Opdigtet Skolebestyrelse').check()
  await look(desk, 'writing')
  await desk.getByRole('button', { name: 'Se brevene igennem' }).click()
  await look(desk, 'preview')
  await desk.getByRole('button', { name: 'Send brevet' }).click()
  await house.house.jobs.now('recruiting.letters')
  await desk.reload()
  expect(await desk.locator('main').innerText()).toContain('1 af 1 er skrevet')
  await look(desk, 'progress')
  const letter = (await house.outbox()).find(one => one.to === 'skole@example.org')!
  // The organisation proposes a woman and a man.
  const there = await (await open.window({ viewport: { width: 360, height: 800 } })).newPage()
  await there.goto(new URL(letter.text!.match(/http\S+anbefal\/\S+/)![0]).pathname)
  await look(there, 'door')
  await there.getByRole('button', { name: 'Gå videre' }).click()
  await look(there, 'proposing')
  await there.locator('#f-name1').fill('Meryem Yıldız')
  await there.locator('#f-email1').fill('meryem@example.org')
  await there.getByRole('radio', { name: 'Kvinde' }).first().check()
  await there.getByRole('button', { name: 'Send forslaget' }).click()
  expect(await there.locator('[role=alert]').innerText()).toContain('lige mange kvinder og mænd')
  await look(there, 'proposing with a fault')
  await there.locator('#f-reason').fill('Vi er kun kvinder i bestyrelsen.')
  await there.getByRole('button', { name: 'Send forslaget' }).click()
  await look(there, 'thanks')
  // The person says yes on their own page; the board counts them.
  const [row] = await house.sql("select id from candidate where name = 'Meryem Yıldız'")
  const visitor = await own.subjectOf(row!.id as string)
  const person = await (await open.window({ viewport: { width: 360, height: 800 } }, visitor)).newPage()
  await person.goto('/min')
  await person.getByRole('button', { name: /^Ja/ }).first().click()
  await desk.goto('/arbejdsrum/rekruttering/integrationsraad')
  expect(await desk.locator('main').innerText()).toContain('Én har sagt ja.')
  await look(desk, 'board afterwards')
  expect(faults).toEqual([])
})
