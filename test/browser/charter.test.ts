// A charter is written in a real browser: on a telephone with the words following along, and without any script.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedInVisitor } from '../isolation/pair.ts'
import { axe, type OpenBrowser, openBrowser, sideways } from './browser.ts'

let open: OpenBrowser
let visitor: SignedInVisitor
const draft = '/arbejdsrum/raad/udsatteraad/vedtaegt/kladde'
beforeAll(async () => {
  // Where nobody writes on a charter yet: in the demonstration a draft stands open.
  open = await openBrowser()
  visitor = await open.pair.own.signedIn('Opdigtet Sekretær', ['secretary', 'politicalSecretariat'])
}, 300_000)
afterAll(async () => await open?.close())

test('A10: on a telephone a rule is written, and its meaning in plain words follows along', { timeout: 200_000 }, async () => {
  const context = await open.window({ viewport: { width: 360, height: 740 } }, visitor)
  const page = await context.newPage()
  await page.goto('/arbejdsrum/raad/udsatteraad/vedtaegt')
  await page.getByRole('button', { name: 'Begynd på en kladde' }).click()
  expect(new URL(page.url()).pathname).toBe(draft)
  expect(await axe(page)).toEqual([])
  await page.getByRole('link', { name: 'Ikke for mange ens' }).click()
  expect(await axe(page)).toEqual([])
  expect(await sideways(page)).toBe(0)
  await page.getByLabel('Hvad må ikke være ens for mange?').selectOption('organisation')
  await page.getByLabel('Højst så mange må have det samme').fill('1')
  await page.getByText('højst 1 har samme organisation').waitFor({ timeout: 30_000 })
  // What follows along is no navigation and has saved nothing.
  expect(new URL(page.url()).pathname).toBe(`${draft}/regler/ny-max_same`)
  await page.getByLabel('Hvad siger reglen med få ord?').fill('højst én fra samme organisation')
  await page.getByRole('button', { name: 'Gem i kladden' }).click()
  expect(await page.getByRole('alert').count()).toBe(1)
  expect(await axe(page)).toEqual([])
  await page.getByLabel('Hvilken sætning kommer det fra?').fill('Der kan højst sidde én fra hver organisation.')
  await page.getByLabel('Hvor står sætningen?').fill('§ 4')
  await page.getByRole('button', { name: 'Gem i kladden' }).click()
  expect(new URL(page.url()).pathname).toBe(draft)
  expect(await page.getByText('Der kan højst sidde én fra hver organisation.').count()).toBe(1)
  await context.close()
})

test('A0: without script the draft is shown in plain words, examined, decided, and stands at its own address', {
  timeout: 200_000,
}, async () => {
  const context = await open.window({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: false }, visitor)
  const page = await context.newPage()
  await page.goto(`${draft}/pladser/1`)
  await page.getByRole('button', { name: 'Vis i almindelige ord' }).click()
  expect(await page.locator('#i-ord').innerText()).toContain('præcis 4 pladser')
  await page.goto(draft)
  await page.getByRole('button', { name: 'Undersøg reglerne' }).click()
  await page.goto(`${draft}/vedtag`)
  await page.getByLabel('Hvilken dag blev det besluttet?').fill('2026-11-04')
  await page.getByLabel('Hvor står det i referatet?').fill('Punkt 9')
  await page.getByLabel('Fra hvilken dag gælder den?').fill('2026-11-09')
  const seen = page.getByLabel('Ja. Jeg har læst')
  if ((await seen.count()) > 0) await seen.check()
  await page.getByRole('button', { name: 'Skriv beslutningen ind' }).click()
  expect(new URL(page.url()).pathname).toBe('/arbejdsrum/raad/udsatteraad/vedtaegt')
  await page.getByRole('link', { name: 'Udgave 2' }).click()
  expect(new URL(page.url()).pathname).toBe('/raad/udsatteraad/vedtaegt/2')
  expect(await page.getByText('Der kan højst sidde én fra hver organisation.').count()).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'Udgave 1' }).click()
  expect(await page.getByText('Der kan højst sidde én fra hver organisation.').count()).toBe(0)
  await context.close()
})
