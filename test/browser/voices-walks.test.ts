// Three people walk through telling in a real browser: a relative whose consent is taken back half-way, an outreach worker, a caseworker on holiday.
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { beAbsent } from '../../src/people/index.ts'
import type { SignedInVisitor } from '../isolation/pair.ts'
import { visitIn } from '../voices.ts'
import { axeAt, type OpenBrowser, openBrowser } from './browser.ts'

let open: OpenBrowser
let amira: SignedInVisitor
let peter: SignedInVisitor
let tuva: SignedInVisitor
beforeAll(async () => {
  open = await openBrowser({ config: { oidc: { issuer: 'https://login.example.org', clientId: 'raadslag', clientSecret: 'opdigtet' } } })
  const { own } = open.pair
  amira = await own.signedIn('Amira Prøve', ['secretary'])
  peter = await own.signedIn('Peter Prøve', ['caseworker'])
  tuva = await own.signedIn('Tuva Prøve', ['outreachWorker'])
}, 120_000)
afterAll(async () => await open?.close())

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const desk: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }
/** Reads for half a minute, as people do, then presses. */
async function press(page: Page, name: string): Promise<void> {
  open.pair.house.clock.advance(30_000)
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name, exact: true }).first().click()])
}
const text = (page: Page) => page.locator('main').innerText()
/** To be looked at: `SHOTS=folder` keeps a picture of each page of the walk. */
async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
}
/** A page no other test looks at: everybody can use it, at both widths. */
async function fine(page: Page, name: string): Promise<void> {
  const { width, height } = page.viewportSize()!
  if (process.env.SHOTS)
    for (const size of [
      { width: 1280, height: 900 },
      { width, height },
    ]) {
      await page.setViewportSize(size)
      await shot(page, `${name}-${size.width}`)
    }
  // Where it begins: what is half under the edge of the window is looked at there by nobody.
  await page.evaluate(() => scrollTo(0, 0))
  expect(await axeAt(page, [1280, width]), name).toEqual([])
}
async function newest(): Promise<string> {
  const [row] = await open.pair.house.sql('select v.id from voice v join voice_line l on l.voice_id = v.id order by l.ctid desc limit 1')
  return row!.id as string
}

it('B10a: a relative is writing on a telephone when consent is taken back: their words come back, and they tell them in their own name', {
  timeout: 60_000,
}, async () => {
  const { own, house } = open.pair
  const visitor = own.door(null)
  const context = await open.window(phone)
  const page = await context.newPage()
  await page.goto('/fortael')
  await page.locator('summary', { hasText: 'Under 18?' }).click()
  await press(page, 'Jeg skriver for en anden')
  await page.getByLabel('Ja, og det er i orden').check()
  await page.getByLabel('Det hele').check()
  await page.getByLabel('Hvad vil du fortælle?').fill('Min søster får ikke svar fra jobcenteret.')
  await fine(page, 'relative-1-tells')
  await press(page, 'Send')
  const code = (await page.locator('#kode').innerText()).trim()
  const id = await newest()
  const at = (step: string) => `/arbejdsrum/henvendelser/${id}/${step}`
  await amira.post(at('svar'), { answer: 'Vi ringer til jobcenteret i morgen.' })
  const given = /id="kode"[^>]*><bdi[^>]*>([0-9A-Z-]{24})</.exec((await amira.post(at('kode'), { sure: 'on' })).body)![1]!
  await page.goto('/kvittering')
  await page.getByLabel('Din kode').fill(code)
  await press(page, 'Vis')
  expect(await text(page)).toContain('Vi ringer til jobcenteret')
  const typed = 'Jeg er så træt. Jeg sover ikke, og jeg ved ikke, hvem jeg skal spørge.'
  await page.getByLabel('Dine ord').fill(typed)
  await fine(page, 'relative-2-writes')
  // Meanwhile the sister takes it back.
  const { body } = await visitor.post('/kvittering', { code: given })
  await visitor.post('/fortael/samtale', { visit: visitIn(body), go: 'consent' })
  await press(page, 'Send')
  expect(await page.locator('textarea').inputValue()).toBe(typed)
  expect(await text(page)).not.toMatch(/jobcenteret/)
  await fine(page, 'relative-3-words-back')
  await press(page, 'Fortæl det i dit eget navn')
  expect(await page.locator('h1').innerText()).toBe('Fortæl os det som pårørende')
  expect(await page.getByLabel('Hvad vil du fortælle?').inputValue()).toBe(typed)
  await shot(page, 'relative-4-own-name')
  await press(page, 'Send')
  const own2 = (await page.locator('#kode').innerText()).trim()
  expect(own2).not.toBe(code)
  await shot(page, 'relative-5-receipt')
  expect(await house.sql("select from voice_line where voice_id = $1 and by_code = 'teller' and kind = 'wrote'", [id])).toEqual([])
  for (let step = 0; step < 4; step++) {
    await page.goBack({ timeout: 5_000 }).catch(() => {})
    expect(await page.content().catch(() => '')).not.toContain('Vi ringer til jobcenteret')
  }
  await context.close()
})

it('A3: an outreach worker types what was said, reads it back, and hands over a slip', { timeout: 60_000 }, async () => {
  const context = await open.window(phone, tuva)
  const page = await context.newPage()
  await page.goto('/arbejdsrum/henvendelser/ny')
  await page.getByLabel('opsøgende medarbejder').check()
  await page.getByLabel('Det, personen sagde').fill('Jeg sover i en trappe. Jeg vil gerne have en seng.')
  await fine(page, 'outreach-1-types')
  await press(page, 'Gem og vis koden')
  expect(await page.getByLabel('Det, personen sagde').inputValue()).toContain('Jeg sover i en trappe.')
  expect(await page.locator('.summary').innerText()).toContain('Læs det op først')
  await fine(page, 'outreach-2-not-read')
  await page.getByLabel('Jeg har læst det op').check()
  await press(page, 'Gem og vis koden')
  const code = (await page.locator('#kode').innerText()).trim()
  expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)
  await fine(page, 'outreach-3-slip')
  await page.emulateMedia({ media: 'print' })
  await shot(page, 'outreach-4-print')
  // The slip stands alone, with an address one can type.
  const slip = await page.locator('body').innerText()
  expect(slip).toMatch(/Skriv koden på 127\.0\.0\.1:\d+\/kvittering, eller sig den ved skranken/)
  expect(slip).toContain(code)
  expect(slip).not.toContain('Se den offentlige side')
  await page.emulateMedia({ media: 'screen' })
  // Without an answer wanted there is no code, and the page does not speak of one.
  await page.goto('/arbejdsrum/henvendelser/ny')
  await page.getByLabel('opsøgende medarbejder').check()
  await page.getByLabel('Det, personen sagde').fill('Bare så I ved det.')
  await page.getByLabel('Jeg skal ikke have svar').check()
  await page.getByLabel('Jeg har læst det op').check()
  await press(page, 'Gem og vis koden')
  expect(await text(page)).not.toMatch(/seddel|bliver ikke vist igen/)
  await fine(page, 'outreach-5-no-code')
  await context.close()
})

it('B1b: a caseworker is on holiday: the deputy sees what waits, answers in time, and whoever told reads who answered', {
  timeout: 60_000,
}, async () => {
  const { own, house } = open.pair
  const visitor = own.door(null)
  const told = await visitor.post('/fortael', { step: 'start', words: 'Hvornår åbner varmestuen?' })
  const code = /id="kode"[^>]*><bdi[^>]*>([0-9A-Z-]{24})</.exec(told.body)![1]!
  const id = await newest()
  await house.act(
    beAbsent,
    { personId: amira.personId!, from: '2026-11-09', to: '2026-11-27', deputyId: peter.personId! } as never,
    amira.principal,
  )
  const citizen = await open.window(phone)
  const mine = await citizen.newPage()
  const open2 = async () => {
    await mine.goto('/kvittering')
    await mine.getByLabel('Din kode').fill(code)
    await press(mine, 'Vis')
  }
  await open2()
  expect(await text(mine)).toContain('Amira er væk. Peter svarer imens.')
  await shot(mine, 'holiday-1-teller')
  const context = await open.window(desk, peter)
  const page = await context.newPage()
  await page.goto('/arbejdsrum')
  await shot(page, 'holiday-2-work')
  expect(await text(page)).toMatch(/henvendelse/)
  await page.goto('/arbejdsrum/henvendelser')
  await shot(page, 'holiday-3-list')
  expect(await text(page)).toContain('Amira Prøve (væk)')
  await page.goto(`/arbejdsrum/henvendelser/${id}`)
  expect(await text(page)).toContain('Amira Prøve er væk. Peter Prøve svarer imens.')
  await page.getByLabel('Dit svar').fill('Varmestuen åbner kl. 8. Du er velkommen.')
  await shot(page, 'holiday-4-one')
  await press(page, 'Send svaret')
  const [due] = await house.sql(
    "select settled_at is not null as kept, due_on >= '2026-11-09' as in_time from due where about = $1 and kind = 'voice.answer'",
    [id],
  )
  expect(due).toEqual({ kept: true, in_time: true })
  await open2()
  expect(await text(mine)).toContain('Peter svarede')
  expect(await text(mine)).toContain('Varmestuen åbner kl. 8.')
  await shot(mine, 'holiday-5-answered')
  await citizen.close()
  await context.close()
})

it('B2e: erasing without a code: asked for and agreed to on a telephone, and whoever has the code reads it', {
  timeout: 60_000,
}, async () => {
  const { own, house } = open.pair
  await house.sql('delete from absence')
  const visitor = own.door(null)
  const told = await visitor.post('/fortael', { step: 'start', words: 'Slet mig igen.' })
  const code = /id="kode"[^>]*><bdi[^>]*>([0-9A-Z-]{24})</.exec(told.body)![1]!
  const id = await newest()
  const asking = await open.window(phone, amira)
  const page = await asking.newPage()
  await page.goto(`/arbejdsrum/henvendelser/${id}`)
  await page.locator('summary', { hasText: 'Slet for en' }).click()
  await page.getByLabel('Ringede').check()
  await page.getByLabel('Personen kunne sige').check()
  await page.getByLabel('Jeg har sagt').check()
  await fine(page, 'erase-1-form')
  await press(page, 'Bed en kollega se på det')
  expect(await text(page)).toContain('En kollega skal se på det.')
  await fine(page, 'erase-2-asked')
  const other = await open.window(phone, peter)
  const looking = await other.newPage()
  await looking.goto(`/arbejdsrum/henvendelser/${id}/sletning`)
  expect(await text(looking)).not.toContain('Slet mig igen')
  await fine(looking, 'erase-3-second')
  await press(looking, 'Ja, slet den om 14 dage')
  await fine(looking, 'erase-4-waiting')
  const citizen = await open.window(phone)
  const mine = await citizen.newPage()
  await mine.goto('/kvittering')
  await mine.getByLabel('Din kode').fill(code)
  await press(mine, 'Vis')
  await fine(mine, 'erase-5-teller')
  await press(mine, 'Det var ikke mig: Behold det')
  expect(await text(mine)).not.toContain('Skal det hele slettes?')
  for (const context of [asking, other, citizen]) await context.close()
})
