// More walks through telling in a real browser: frightened with one minute, photographs, somebody of the network, a foster family, and what a screen reader is given.
import type { BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SignedInVisitor } from '../isolation/pair.ts'
import { axeAt, type OpenBrowser, openBrowser } from './browser.ts'

let open: OpenBrowser
let amira: SignedInVisitor
beforeAll(async () => {
  open = await openBrowser({ config: { oidc: { issuer: 'https://login.example.org', clientId: 'raadslag', clientSecret: 'opdigtet' } } })
  amira = await open.pair.own.signedIn('Amira Prøve', ['secretary'])
}, 120_000)
afterAll(async () => await open?.close())

const narrow = { width: 360, height: 740 }
const wide = { width: 1280, height: 900 }
const phone: BrowserContextOptions = { viewport: narrow, hasTouch: true, isMobile: true }
async function press(page: Page, name: string | RegExp, seconds = 30): Promise<void> {
  open.pair.house.clock.advance(seconds * 1_000)
  const button = page.getByRole('button', { name, exact: typeof name === 'string' }).first()
  await Promise.all([page.waitForNavigation(), button.click()])
}
const text = (page: Page) => page.locator('main').innerText()
/** To be looked at: `SHOTS=folder` keeps a picture of each page of the walk. Everybody can use it, at both widths. */
async function fine(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS)
    for (const size of [wide, narrow]) {
      await page.setViewportSize(size)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${size.width}.png`, fullPage: true })
    }
  expect(await axeAt(page, [wide.width, narrow.width]), name).toEqual([])
}
const newest = async (): Promise<string> =>
  String((await open.pair.house.sql('select v.id from voice v join voice_line l on l.voice_id = v.id order by l.ctid desc limit 1'))[0]!.id)
async function comeBack(page: Page, code: string): Promise<void> {
  await page.goto('/kvittering')
  await page.getByLabel('Din kode').fill(code)
  await press(page, 'Vis')
}
const at = (id: string, step = '') => `/arbejdsrum/henvendelser/${id}${step && `/${step}`}`

it('A6: somebody frightened with one minute: a few words and one press are enough, help numbers come first, a human hears at once, two stops leave', {
  timeout: 60_000,
}, async () => {
  const { house } = open.pair
  const before = (await house.outbox()).length
  const context = await open.window(phone)
  const page = await context.newPage()
  await page.goto('/fortael')
  const first = await page.evaluate(() => ({
    call: document.querySelector('a.call')!.getBoundingClientRect().bottom,
    height: innerHeight,
    order: document.querySelector('a.call')!.compareDocumentPosition(document.querySelector('textarea')!),
  }))
  // 112 is seen without scrolling, and read aloud before there is anything to fill in.
  expect(first.call).toBeLessThan(first.height)
  expect(first.order & 4).toBe(4)
  await page.getByLabel('Hvad vil du fortælle?').fill('Han kommer hjem om lidt. Hjælp.')
  await page.getByLabel(/jeg har brug for hjælp i dag/).check()
  await press(page, 'Send', 25)
  const code = (await page.locator('#kode').innerText()).trim()
  expect(await text(page)).toContain('Er nogen i fare, så ring 112 nu.')
  const letters = await house.outbox()
  expect(letters.slice(before).map(one => one.subject)).toEqual(['Noget haster'])
  expect(letters.at(-1)!.text).not.toContain('hjem om lidt')
  // The door is heard; two stops and a key, wherever they stand.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('exit')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url().startsWith(open.origin), { timeout: 10_000 }).toBe(false)
  await page.goBack({ timeout: 5_000 }).catch(() => {})
  const seen = await page.content().catch(() => '')
  for (const word of ['hjem om lidt', code]) expect(seen).not.toContain(word)
  await context.close()
})

it('T12: a photograph from a telephone, without script: staff see the picture, and nothing of where or by whom it was taken', {
  timeout: 60_000,
}, async () => {
  const photograph = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#a75' } })
    .withExif({ IFD0: { Artist: 'Kanariefugl' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 39/1 59/1' } })
    .jpeg()
    .toBuffer()
  const carries = (bytes: Buffer) => bytes.includes('Kanarie') || bytes.includes('Exif')
  expect(carries(photograph)).toBe(true)
  const context = await open.window({ ...phone, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/fortael')
  await page.getByLabel('Hvad vil du fortælle?').fill('Sådan ser der ud i opgangen.')
  await press(page, /Sig mere/)
  await press(page, 'Videre')
  await press(page, 'Se det igennem')
  await page.locator('input[type=file]').setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photograph })
  await press(page, 'Send')
  expect(await page.locator('#kode').count()).toBe(1)
  const inside = await open.window({ viewport: wide }, amira)
  const staff = await inside.newPage()
  await staff.goto(at(await newest()))
  const image = staff.locator('main img').first()
  await image.scrollIntoViewIfNeeded()
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth)).toBe(640)
  const shown = await (await inside.request.get((await image.getAttribute('src'))!)).body()
  expect(carries(shown)).toBe(false)
  expect((await sharp(shown).metadata()).exif).toBeUndefined()
  await context.close()
  await inside.close()
})

it('B10b: a sister is invited on a telephone without script, reads along and writes, and is removed while she is typing', {
  timeout: 120_000,
}, async () => {
  const context = await open.window({ ...phone, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/fortael')
  await page.getByLabel('Hvad vil du fortælle?').fill('Jeg vil gerne have min søster med.')
  await press(page, 'Send')
  const code = (await page.locator('#kode').innerText()).trim()
  await amira.post(at(await newest(), 'svar'), { answer: 'Det er en god idé.' })
  await comeBack(page, code)
  await page.locator('summary', { hasText: 'Inviter en' }).click()
  await press(page, 'Lav et link')
  expect(await page.locator('.summary').innerText()).toContain('Skriv, hvad du kalder den')
  await page.getByLabel('Hvad kalder du den anden?').fill('Opdigtet søster')
  await page.getByLabel('Hele samtalen').check()
  await page.getByLabel('90 dage').check()
  await press(page, 'Lav et link')
  const link = (await page.locator('#invitation').innerText()).trim()
  const looking = await open.window({ viewport: wide })
  const mine = await looking.newPage()
  await comeBack(mine, code)
  await fine(mine, 'guest-1-teller')
  await mine.goto('/ar/kvittering')
  await mine.locator('input[name=code]').fill(code)
  await press(mine, 'اعرض')
  await mine.locator('summary', { hasText: 'ادعُ شخصًا' }).click()
  await fine(mine, 'guest-1-teller-ar')

  const hers = await open.window(phone)
  const sister = await hers.newPage()
  await sister.goto(new URL(link).pathname)
  await fine(sister, 'guest-2-door')
  await press(sister, 'Åbn')
  const own = (await sister.locator('#kode').innerText()).trim()
  await fine(sister, 'guest-3-code')
  await comeBack(sister, own)
  expect(await text(sister)).toContain('Det er en god idé.')
  await fine(sister, 'guest-4-talk')
  await sister.getByLabel('Dine ord').fill('Jeg kan tirsdag.')
  await press(sister, 'Send')
  await comeBack(page, code)
  expect(await text(page)).toContain('Opdigtet søster skrev')
  expect(await text(page)).toContain('Opdigtet søster, som er inviteret')
  await sister.getByLabel('Dine ord').fill('Og onsdag, hvis')
  await press(page, 'Fjern Opdigtet søster')
  expect(await text(page)).toContain('Opdigtet søster er fjernet.')
  await press(sister, 'Send')
  expect(await sister.locator('textarea').inputValue()).toBe('Og onsdag, hvis')
  expect(await text(sister)).not.toContain('god idé')
  await fine(sister, 'guest-5-removed')
  await sister.goto(new URL(link).pathname)
  await press(sister, 'Åbn')
  await fine(sister, 'guest-6-link-gone')
  for (let step = 0; step < 6; step++) {
    await sister.goBack({ timeout: 5_000 }).catch(() => {})
    expect(await sister.content().catch(() => '')).not.toContain('god idé')
  }
  // What staff see of it, and where they note why nobody can take part.
  const inside = await open.window({ viewport: wide }, amira)
  const staff = await inside.newPage()
  await staff.goto(at(await newest()))
  await staff.locator('summary', { hasText: 'Netværk' }).click()
  await fine(staff, 'guest-7-staff')
  await staff.getByLabel('Personen har ingen').check()
  await press(staff, 'Skriv det ned')
  expect(await text(staff)).toContain('Personen har ingen, de vil have med')
  for (const one of [context, looking, hers, inside]) await one.close()
})

it('B15a B5: a foster family tells on its own page, and fetches the answer as a letter in large type', { timeout: 60_000 }, async () => {
  const context = await open.window({ viewport: narrow, acceptDownloads: true })
  const page = await context.newPage()
  await page.goto('/fortael')
  await page.locator('summary', { hasText: 'Under 18?' }).click()
  await press(page, 'Vi er plejefamilie')
  expect(await page.locator('h1').innerText()).toBe('Fortæl os det som plejefamilie')
  await fine(page, 'foster-1-door')
  await page.getByLabel('Hvad vil du fortælle?').fill('Vi mangler aflastning i weekenden.')
  await press(page, 'Send')
  const code = (await page.locator('#kode').innerText()).trim()
  await amira.post(at(await newest(), 'svar'), { answer: 'Vi finder nogen til weekenden.' })
  await comeBack(page, code)
  await page.locator('summary', { hasText: 'Svaret på papir' }).click()
  await fine(page, 'foster-2-talk')
  open.pair.house.clock.advance(30_000)
  const [letter] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Med stor skrift' }).click()])
  expect(letter.suggestedFilename()).toBe('brev.pdf')
  expect(await letter.failure()).toBeNull()
  // The page is still there, and good for its next step.
  await press(page, 'Vis alt')
  expect(await page.locator('h1').innerText()).toBe('Alt, hvad vi har')
  await context.close()
})

/** What is given to a program that reads aloud: role and name of each thing, in its order. */
async function heard(page: Page): Promise<{ role: string; name: string }[]> {
  const lines = (await page.locator('body').ariaSnapshot()).split('\n')
  return lines.flatMap(line => {
    const found = /^\s*- (?:')?([a-z]+)(?: "((?:[^"\\]|\\.)*)")?/.exec(line)
    return found ? [{ role: found[1]!, name: found[2] ?? '' }] : []
  })
}
const named = ['textbox', 'checkbox', 'radio', 'button', 'link', 'combobox', 'heading', 'navigation', 'group']
const nameless = (all: readonly { role: string; name: string }[]) =>
  all.filter(one => named.slice(0, 7).includes(one.role) && one.name === '')
/** Levels of the headings in their order: one first level, and none left out on the way down. */
async function headings(page: Page): Promise<number[]> {
  return await page
    .locator('h1, h2, h3, h4')
    .evaluateAll(all => all.filter(one => (one as HTMLElement).offsetParent !== null).map(one => Number(one.tagName[1])))
}

it('A15: what a screen reader is given of telling: everything has a name, in an order that makes sense, and what is wrong is said first', {
  timeout: 60_000,
}, async () => {
  const context = await open.window({ viewport: wide })
  const page = await context.newPage()
  const sound = async (what: string) => {
    const all = await heard(page)
    expect(nameless(all), what).toEqual([])
    expect(all.length, what).toBeGreaterThan(15)
    const levels = await headings(page)
    expect(
      levels.filter(level => level === 1),
      what,
    ).toEqual([1])
    for (const [before, level] of levels.slice(1).entries())
      expect(level - levels[before]!, `${what}: heading ${before + 1}`).toBeLessThanOrEqual(1)
    return all
  }
  const order = (all: readonly { name: string }[], names: readonly (string | RegExp)[]) => {
    const places = names.map(name => all.findIndex(one => (typeof name === 'string' ? one.name === name : name.test(one.name))))
    expect(
      places.every((place, n) => place >= 0 && (n === 0 || place > places[n - 1]!)),
      `${names} at ${places}`,
    ).toBe(true)
  }
  await page.goto('/fortael')
  order(await sound('start'), [
    'Forlad siden',
    'Fortæl os det',
    'Er nogen i fare nu?',
    'Ring 112',
    'Før du skriver',
    'Hvad vil du fortælle?',
    /brug for hjælp i dag/,
    'Send',
  ])
  await press(page, 'Send')
  const wrong = await sound('with an error')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  order(wrong, [/Skriv nogle ord/, 'Er nogen i fare nu?', 'Hvad vil du fortælle?'])
  const described = await page.locator('textarea').evaluate(one => {
    const ids = `${one.getAttribute('aria-describedby') ?? ''} ${one.getAttribute('aria-errormessage') ?? ''}`.trim().split(/\s+/)
    return ids.map(id => document.getElementById(id)?.textContent ?? '').join(' ')
  })
  expect(described).toContain('Skriv nogle ord')
  await page.locator('textarea').fill('Opdigtet: læst op')
  await press(page, /Sig mere/)
  await sound('more')
  await press(page, 'Videre')
  await sound('reply')
  await press(page, 'Se det igennem')
  // Each "change" says of what.
  expect((await sound('summary')).filter(one => one.role === 'button' && /^Ret \S/.test(one.name)).length).toBeGreaterThan(5)
  await press(page, 'Send')
  order(await sound('receipt'), ['Tak. Vi har det.', 'Din kode', 'Hvad sker der nu?', 'Har du gemt koden?', 'Ja, jeg har den'])
  const code = (await page.locator('#kode').innerText()).trim()
  await amira.post(at(await newest(), 'svar'), { answer: 'Svar' })
  await comeBack(page, code)
  order(await sound('talk'), [
    'Din henvendelse',
    'Det, vi har sagt',
    'Du fortalte',
    /svarede/,
    'Skriv igen',
    'Dine ord',
    'Hvem har set din henvendelse?',
  ])
  // The fault to find: a field whose label is taken away.
  await page.evaluate(() => document.querySelector('label[for=f-text]')?.remove())
  await page.evaluate(() => document.querySelector('#f-text')?.removeAttribute('aria-describedby'))
  expect(nameless(await heard(page)).length).toBeGreaterThan(0)
  await context.close()
})
