// Somebody is suggested by another and never answers: what each of the three sees in a real browser while the days go, to the dead link.
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSession } from '../../src/people/index.ts'
import type { SignedInVisitor } from '../isolation/pair.ts'
import { axeAt, type OpenBrowser, openBrowser } from './browser.ts'

let open: OpenBrowser
let amira: SignedInVisitor
beforeAll(async () => {
  open = await openBrowser()
  amira = await open.pair.own.signedIn('Amira Prøve', ['secretary'])
}, 120_000)
afterAll(async () => await open?.close())

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, javaScriptEnabled: false }
const widths = [1280, 360]
const text = (page: Page) => page.locator('main').innerText()
/** Reads for half a minute, as people do, then presses. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  open.pair.house.clock.advance(30_000)
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name }).first().click()])
}
/** Amira signs in anew: days have gone. */
async function desk(): Promise<Page> {
  const opening = { kind: 'staff', personId: amira.personId!, strength: 'oidc' } as const
  const token = await open.pair.house.act(tx => openSession(tx, opening), undefined, open.pair.own.system)
  return await (await open.window({ viewport: { width: 360, height: 740 } }, { ...amira, token })).newPage()
}
/** What the letters say, the first first; and the link in one. */
const letters = async () => (await open.pair.house.outbox()).map(one => one.text ?? '').sort((a, b) => order(a) - order(b))
const order = (letter: string) => (letter.includes('Vi har skrevet til dig før') ? 1 : 0)
const linkIn = (letter: string) => /https?:\/\/[^/]+(\/min\/\S+)/.exec(letter)![1]!
const name = 'Opdigtet Zeynep Arslan'

it('A31: suggested by another and no answer: asked, reminded, erased, and all three can see what happens', {
  timeout: 60_000,
}, async () => {
  const { house } = open.pair
  const suggester = await (await open.window(phone)).newPage()
  await suggester.goto('/bliv-medlem')
  await suggester.getByLabel('En anden, som jeg vil foreslå').check()
  await suggester.getByRole('checkbox', { name: /Udsatteråd/ }).check()
  await press(suggester, 'Begynd')
  expect(await text(suggester)).toContain('Trin 1 af 3')
  expect(await suggester.locator('.steps').innerText()).toContain('Foreslå en anden')
  await suggester.locator('input[name=name]').fill(name)
  await press(suggester, /Næste/)
  await suggester.getByRole('radio', { name: 'E-mail' }).check()
  await suggester.locator('input[name=email]').fill('zeynep@example.org')
  await press(suggester, /Næste/)
  await press(suggester, /Send/)
  // No human is promised who asks, when a letter does.
  expect(await text(suggester)).toContain('Vi skriver til personen med det samme og spørger.')
  expect(await text(suggester)).toContain('hvis der ikke kommer et svar, sletter vi alt')
  expect(await text(suggester)).not.toContain('Et menneske fra kommunen spørger')

  const [first] = await letters()
  const asked = await (await open.window(phone)).newPage()
  await asked.goto(linkIn(first!))
  await press(asked, 'Åbn min side')
  expect(await text(asked)).toContain('Svarer du ikke, sletter vi det mandag den 7. december 2026.')
  // The work list says that the answer is waited for, and not that somebody is still to be asked.
  const today = await desk()
  await today.goto('/arbejdsrum')
  const waiting = /Venter på svar fra en, der er foreslået\s+Opdigtet Zeynep Arslan, Udsatterådet/
  expect(await text(today)).toMatch(waiting)
  expect(await text(today)).not.toContain('Spørg en, der er foreslået')

  await house.at('2026-11-20T09:00:00+01:00')
  const [, second, ...more] = await letters()
  expect([second!.includes('skriver ikke igen'), more]).toEqual([true, []])
  await asked.goto('/min')
  expect(await text(asked)).toContain('Din side er lukket')
  const reminded = await desk()
  await reminded.goto('/arbejdsrum')
  expect(await text(reminded)).toMatch(waiting)
  await reminded.getByRole('link', { name: 'Åbn kandidaten' }).click()
  expect(await text(reminded)).toContain('Kommer der ikke svar, bliver alt slettet mandag den 7. december 2026')
  expect(await text(reminded)).toContain('Spurgt igen ved brev')
  const page = new URL(reminded.url()).pathname
  // The first link has run out; whoever kept the wrong letter is told of the newer one.
  await house.at('2026-11-25T09:00:00+01:00')
  await asked.goto(linkIn(first!))
  await press(asked, 'Åbn min side')
  expect(await text(asked)).toContain('Har du et nyere brev fra os, så brug linket i det.')
  await asked.goto(linkIn(second!))
  await press(asked, 'Åbn min side')
  expect(await text(asked)).toContain('Vil du høre mere om et råd?')

  await house.at('2026-12-07T09:00:00+01:00')
  await asked.goto(linkIn(second!))
  await press(asked, 'Åbn min side')
  expect(await text(asked)).toContain('har vi slettet det, vi havde om dig')
  expect(await asked.content()).not.toContain('Zeynep')
  const after = await desk()
  await after.goto('/arbejdsrum')
  expect(await text(after)).toContain('Intet venter på dig.')
  await after.goto(page)
  expect(await text(after)).toContain('eller siden er flyttet eller slettet')
  await after.goto('/arbejdsrum/kandidater')
  expect(await text(after)).not.toContain('Zeynep')
  expect(await letters()).toEqual([])
  // What is seen here only: the dead link, by whoever can use neither eyes nor script.
  const plain = await (await open.window({ viewport: { width: 360, height: 740 } })).newPage()
  await plain.goto(linkIn(second!))
  await press(plain, 'Åbn min side')
  expect(await axeAt(plain, widths)).toEqual([])
})
