// Two walks as people take them: somebody nominates themself on a small phone without script, and a secretary fills a council.
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receiveNomination, recordContact } from '../../src/nominations/index.ts'
import { makeSignInLink } from '../../src/people/index.ts'
import { newToken } from '../../src/platform/crypto/token.ts'
import type { SignedInVisitor } from '../isolation/pair.ts'
import { axe, type OpenBrowser, openBrowser, sideways } from './browser.ts'
import { byKeyboard } from './keyboard.ts'
import { onSheets } from './sheets.ts'

let open: OpenBrowser
beforeAll(async () => {
  open = await openBrowser()
}, 120_000)
afterAll(async () => await open?.close())

/** Reads for half a minute, as people do, then presses. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  open.pair.house.clock.advance(30_000)
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name }).first().click()])
}
/** The one filled button of the page. */
async function goOn(page: Page): Promise<void> {
  open.pair.house.clock.advance(30_000)
  await Promise.all([page.waitForNavigation(), page.locator('main button.b:not(.quiet)').first().click()])
}
async function follow(page: Page, name: string | RegExp): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator('main').getByRole('link', { name }).first().click()])
}
async function inOrder(page: Page, path: string | RegExp): Promise<void> {
  expect(new URL(page.url()).pathname).toMatch(path)
  expect(await sideways(page)).toBe(0)
}

/** The page as a printer gets it: its words, the last cell of each row of a table, and what does not belong on a sheet. */
async function onPaper(page: Page): Promise<{ text: string; verdicts: string[]; faults: string[] }> {
  await page.emulateMedia({ media: 'print' })
  const faults = await page.evaluate(() => {
    const seen = (one: Element) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height > 1
    const name = (one: Element) => one.outerHTML.slice(0, 80)
    const found = Array.from(document.querySelectorAll('nav, button, input, select, textarea, form, .exit, .back, .bar a'))
      .filter(seen)
      .map(one => `to press: ${name(one)}`)
    for (const one of Array.from(document.querySelectorAll('html, body, body *')).filter(seen)) {
      const { color, backgroundColor, breakInside } = getComputedStyle(one)
      const words = Array.from(one.childNodes).some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '')
      if (words && color !== 'rgb(0, 0, 0)') found.push(`${color}: ${name(one)}`)
      if (!/^rgba\(0, 0, 0, 0\)$|^rgb\(255, 255, 255\)$/.test(backgroundColor)) found.push(`on ${backgroundColor}: ${name(one)}`)
      if (/^(TR|LI)$/.test(one.tagName) && breakInside !== 'avoid') found.push(`may break across pages: ${name(one)}`)
    }
    return found
  })
  const text = await page.locator('body').innerText()
  const verdicts = (await page.locator('thead + tbody td:last-child').allInnerTexts()).map(one => one.trim())
  await page.emulateMedia({ media: 'screen' })
  return { text, verdicts, faults }
}

describe('a person', () => {
  it('A31 A33 A36 A37: goes from the front page to a receipt on a small phone without script, and comes back with the code', async () => {
    const context = await open.window({ javaScriptEnabled: false, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
    const page = await context.newPage()
    await page.goto('/')
    await follow(page, /Meld dig/)
    await inOrder(page, '/bliv-medlem')
    expect(await page.getByText('Du behøver ikke være dansk statsborger').count()).toBe(1)
    await page.getByLabel('Mig selv').check()
    await page.getByRole('checkbox', { name: /Udsatteråd/ }).check()
    await page.getByRole('checkbox', { name: /Integrationsråd/ }).check()
    await press(page, 'Begynd')

    // Somebody who forgets the name is told so, and loses nothing.
    await page.getByRole('checkbox', { name: 'Nej, ikke noget af det' }).check()
    await goOn(page)
    expect(await page.title()).toMatch(/^Fejl/)
    expect(await page.getByRole('checkbox', { name: 'Nej, ikke noget af det' }).isChecked()).toBe(true)
    expect(await sideways(page)).toBe(0)
    await page.getByLabel('Hvad hedder du?').fill('Nguyễn Thị Linh')
    await goOn(page)

    await page.getByRole('radio', { name: /^Ja/ }).first().check()
    await page.getByRole('radio', { name: /Jeg kontakter selv jer/ }).check()
    // A word wider than the telephone is broken where it stands, and pushes nothing aside.
    await page.locator('input[name=interpreter]').fill('Ordudenmellemrum'.repeat(3))
    await goOn(page)
    expect(await page.locator('main').innerText()).toContain('Ordudenmellemrum')
    expect(await sideways(page)).toBe(0)
    expect(await page.locator('main').innerText()).toContain('Nguyễn Thị Linh')
    expect(Number((await open.pair.house.sql('select count(*) as n from candidate'))[0]!.n)).toBe(0)
    await press(page, /Send/)

    const code = (await page.locator('#kode').innerText()).trim()
    expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)
    expect(await page.locator('main').innerText()).toMatch(/mandag den 16\. november 2026/)
    expect(await sideways(page)).toBe(0)
    expect((await context.cookies()).length).toBe(0)
    const kept = 'select name, council, channel, state from candidate join nomination on candidate_id = candidate.id order by council'
    expect(await open.pair.house.sql(kept)).toEqual(
      ['integrationsraad', 'udsatteraad'].map(council => ({ name: 'Nguyễn Thị Linh', council, channel: 'web', state: 'received' })),
    )

    await follow(page, /kode/i)
    await inOrder(page, '/kvittering')
    await page.locator('input[name=code]').fill(code.toLowerCase().replaceAll('-', ' '))
    await goOn(page)
    await inOrder(page, '/min')
    expect(await page.locator('main').innerText()).toContain('Udsatteråd')
    await context.close()
  })

  it('A31: prints the slip to pass on: what is asked, where to go and by whom, and nothing else', async () => {
    const context = await open.window({ viewport: { width: 800, height: 900 } })
    const page = await context.newPage()
    await page.goto('/bliv-medlem')
    await page.locator('input[name=forWhom][value=link]').check()
    await press(page, 'Begynd')
    const paper = await onPaper(page)
    expect(paper.faults).toEqual([])
    expect(paper.text).toMatch(/^\s*Vil du være med til at give kommunen råd\?[\s\S]*127\.0\.0\.1:\d+\/bliv-medlem\s+Glostrup Kommune\s*$/)
    await context.close()
  })

  it('meets no barrier on any step of the form, nor on the receipt, and no trap for the keyboard', { timeout: 240_000 }, async () => {
    const context = await open.window({ viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    const found: string[] = []
    const see = async (step: string) => {
      const faults = [...(await axe(page)), ...(await byKeyboard(page)).faults]
      found.push(...faults.map(fault => `${step}: ${fault}`))
    }
    await page.goto('/raad/udsatteraad/bliv-medlem')
    await press(page, 'Begynd')
    await see('who')
    await goOn(page)
    await see('who with an error')
    await page.getByLabel('Hvad hedder du?').fill('فاطمة الزهراء')
    await goOn(page)
    await see('reach')
    await page.getByRole('radio', { name: /Jeg kontakter selv jer/ }).check()
    await goOn(page)
    await see('summary')
    await press(page, /Send/)
    await see('receipt')
    const code = await page.locator('#kode').innerText()
    await page.goto('/kvittering')
    await see('code')
    await page.locator('input[name=code]').fill(code)
    await goOn(page)
    await see('own page')
    expect(found).toEqual([])
    await context.close()
  })
})

describe('a secretary', () => {
  let secretary: SignedInVisitor
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    secretary = await open.pair.own.signedIn('Amira Holm', ['secretary'])
    context = await open.window({ viewport: { width: 1280, height: 900 } })
    page = await context.newPage()
    for (const [name, kind] of [
      ['Nadia Haddad', 'roles=user'],
      ['Yusuf Demir', 'roles=insight'],
      ['Åsta Øvlisen', 'roles=user'],
    ] as const) {
      const answers = {
        forWhom: 'self',
        councils: ['udsatteraad'],
        name,
        declared: [kind],
        ties: [],
        residence: 'yes',
        reach: 'self',
        language: 'da',
      }
      const rest = { email: null, phone: '', address: '', through: '', interpreter: '', needs: [], motivation: '', suggester: '' }
      const given = { answers: { ...answers, ...rest }, channel: 'phone', key: newToken().token } as never
      const { candidateId } = await open.pair.house.act(receiveNomination, given)
      const talk = { candidateId, how: 'phone', result: 'talked', text: null, nextOn: null } as const
      if (name === 'Åsta Øvlisen') await open.pair.house.act(recordContact, talk, secretary.principal)
    }
  })

  it('A8 A12: goes from the sign-in link to a decided slate, which the public page shows at once; register, slate and decision can be walked by keyboard, and on paper no row is cut', {
    timeout: 240_000,
  }, async () => {
    const { house } = open.pair
    const reason = 'Vi har spurgt alle væresteder og spørger igen til foråret.'
    const council = `${open.origin}/raad/udsatteraad`
    const kept = (await fetch(council)).headers.get('etag')!
    /** The public page, asked for by whoever kept the first one. */
    const again = async () => {
      const { status, headers } = await fetch(council, { headers: { 'if-none-match': kept } })
      return [status, headers.get('etag') === kept]
    }
    const anybody = await (await open.window()).newPage()
    const publicly = async () => {
      await anybody.goto('/raad/udsatteraad')
      return await anybody.locator('main').innerText()
    }
    expect(await publicly()).toContain('Plads 1–4: 4 ledige pladser')
    await page.goto(await house.act(tx => makeSignInLink(tx, secretary.personId!), undefined))
    await press(page, /Log ind/)
    await inOrder(page, '/arbejdsrum')
    expect((await context.cookies()).map(cookie => [cookie.httpOnly, cookie.sameSite])).toEqual([[true, 'Lax']])

    // A candidate is spoken with.
    await page.goto('/arbejdsrum/kandidater')
    expect((await byKeyboard(page)).faults).toEqual([])
    await follow(page, /Nadia Haddad/)
    await inOrder(page, /^\/arbejdsrum\/kandidater\/[0-9a-f-]{36}$/)
    const contact = page.locator('form[action$="/kontakt"]')
    if ((await contact.count()) > 0) {
      await contact.evaluate(form => form.closest('details')?.setAttribute('open', ''))
      await contact.getByRole('radio').first().check()
      await contact.locator('input[name^="result"]').first().check()
      house.clock.advance(30_000)
      await Promise.all([page.waitForNavigation(), contact.getByRole('button').first().click()])
    }

    // A slate is made, two take their seats on it, and it is sent.
    await page.goto('/arbejdsrum/indstillinger')
    await page.locator('input[name=council][value="udsatteraad|municipal_council"], select[name=council]').first().check()
    await press(page, 'Lav forslaget')
    const slate = new URL(page.url()).pathname
    expect(slate).toMatch(/^\/arbejdsrum\/indstillinger\/[0-9a-f-]{36}$/)
    for (const name of ['Nadia Haddad', 'Yusuf Demir']) {
      await page.goto(slate)
      await follow(page, new RegExp(`Sæt på en plads.*${name}`))
      await page.locator('input[name=seat]').first().check()
      if (name !== 'Nadia Haddad') await page.locator('input[name=seat]').nth(1).check()
      await press(page, 'Sæt på pladsen')
    }
    // One of two wished for: without a written reason nothing can be sent.
    await page.goto(slate)
    expect(await page.locator('h1').innerText()).toBe('Forslaget mangler en grund')
    expect((await byKeyboard(page)).faults).toEqual([])
    expect(await page.getByRole('button', { name: 'Send forslaget' }).count()).toBe(0)
    await follow(page, 'Skriv en grund')
    await page.getByLabel('Grund', { exact: true }).fill(reason)
    await press(page, 'Gem grunden')
    expect(await page.locator('h1').innerText()).toBe('Forslaget kan sendes, selv om der mangler nogen')
    await press(page, 'Send forslaget')
    expect(await page.locator('h1').innerText()).toBe('Forslaget er sendt')

    // The recommendation as it lies before the councillors.
    await page.goto(`${slate}/udskrift`)
    const paper = await onPaper(page)
    expect(paper.faults).toEqual([])
    for (const name of ['Nadia Haddad', 'Yusuf Demir']) expect(paper.text).toContain(name)
    // Each seat that is open, and beside each rule how it stands.
    expect(paper.text.match(/Plads \d/g)).toHaveLength(5)
    const notYet = 'Ikke konstitueret endnu.'
    expect(paper.verdicts.slice(-4)).toEqual([notYet, notYet, `Ikke fulgt. Grund: ${reason}`, 'Fulgt.'])
    // On A4 it is two sheets; wherever the first ends, no rule and no seat is cut, though one would be if it might.
    let cut: string[] = []
    for (let top = 43; cut.length === 0 && top < 100; top += 3) {
      const { sheets, ...kept } = await onSheets(page, top)
      expect([sheets, kept.cut]).toEqual([2, []])
      cut = (await onSheets(page, top, true)).cut
    }
    expect(cut).toEqual(['TR'])

    // Nothing is public yet.
    expect(await again()).toEqual([304, true])

    // The political secretariat records what the council decided.
    const jens = await open.pair.own.signedIn('Jens Sø', ['politicalSecretariat'])
    const office = await open.window({ viewport: { width: 1280, height: 900 } }, jens)
    const desk = await office.newPage()
    await desk.goto(slate)
    await follow(desk, 'Skriv beslutningen ind')
    // Whoever got no seat has a line; it says what is chosen in it now, also once it is closed again.
    const line = desk.locator('details.folded', { hasText: 'Åsta Øvlisen' })
    const head = line.locator('summary')
    expect(await head.innerText()).toMatch(/Svar senere$/)
    await head.focus()
    for (const key of ['Enter', 'Tab', 'ArrowDown', 'ArrowDown']) await desk.keyboard.press(key)
    expect(await axe(desk)).toEqual([])
    expect((await byKeyboard(desk)).faults).toEqual([])
    await head.click()
    expect([await line.getAttribute('open'), await head.innerText()]).toEqual([null, expect.stringMatching(/Ikke denne gang$/)])
    await press(desk, 'Gem beslutningen')
    // Two things are missing: the line of one of them stands open, and the summary leads into it.
    await desk.getByRole('link', { name: 'Åsta Øvlisen: Skriv en grund. Personen læser den.' }).click()
    expect(await desk.locator('details.folded[open]').count()).toBe(1)
    await desk.keyboard.type('Pladserne er besat. Vi spørger dig gerne igen.')
    await desk.getByLabel('Hvor står det i referatet?').fill('Punkt 12, 2026/77 (opdigtet)')
    await press(desk, 'Gem beslutningen')
    expect(await desk.locator('h1').innerText()).toBe('Beslutningen er skrevet ind')
    await office.close()

    expect(await again()).toEqual([200, false])
    const text = await publicly()
    expect(text).toMatch(/2 af 7|2 af de 7|To af/i)
    // Two places are no longer vacant, and everybody reads why the wish was not followed.
    expect(text).toContain('Plads 3–4: 2 ledige pladser')
    expect(text).toMatch(new RegExp(`Ønsket blev ikke fulgt\\.\\s+Grund: ${reason}`))
    // They have not said that their names may be shown; whoever says so is shown at once.
    expect(text).not.toContain('Nadia Haddad')
    await page.goto('/arbejdsrum/raad/udsatteraad')
    await press(page, /Vis med navn.*Nadia Haddad/)
    expect(await publicly()).toContain('Nadia Haddad')
    await context.close()
  })
})
