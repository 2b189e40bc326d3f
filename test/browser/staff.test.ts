// The staff's rooms in a real browser: every page empty, filled, with errors and with a receipt; readable for everybody and on a narrow screen.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeReader, keepLetter, sortWaiting } from '../../src/mailroom/index.ts'
import { roles } from '../../src/platform/principal.ts'
import { rooms } from '../../src/rooms.ts'
import { proofs } from '../../src/voices/erase-ask.ts'
import { readPage } from '../crawl/page.ts'
import type { SignedInVisitor } from '../isolation/pair.ts'
import { axe, type OpenBrowser, openBrowser, sideways, turnPages, unfold } from './browser.ts'

const staffPages = rooms
  .flatMap(room => room.routes)
  // A PDF, an answer as a letter, a letter as it came, a file in it, a picture and what one takes along are no pages.
  .filter(
    route =>
      route.method === 'GET' &&
      !('outside' in route) &&
      /^\/(arbejdsrum|medlem)/.test(route.path) &&
      !/\/(pdf|raa|brev\/:linje|(fil|billede)\/:\w+|underretning\/fil)$/.test(route.path),
  )
  .map(route => route.path)
const patterns = staffPages.map(page => ({ page, pattern: new RegExp(`^${page.replace(/:\w+(\{.*?\}+)?/g, '[^/]+')}$`) }))
const kinds = new Map(staffPages.map(page => [page, page]))
/** The page an address belongs to; `ny` is a page of its own beside the pages of things. Kept: the same addresses are met a thousand times. */
function kindOf(address: string): string | undefined {
  if (!kinds.has(address)) {
    const found = patterns.find(({ pattern }) => pattern.test(address))
    if (!found) return
    kinds.set(address, found.page)
  }
  return kinds.get(address)
}

let filled: OpenBrowser
let empty: OpenBrowser
let everyone: SignedInVisitor
let nobodyYet: SignedInVisitor
/** One address for each page of the staff, found by following links. */
const addresses = new Map<string, string>()
/** The same in a municipality where nothing has happened yet. */
const elsewhere = new Map<string, string>()

beforeAll(async () => {
  filled = await openBrowser({ standing: 'demo' })
  empty = await openBrowser()
  everyone = await filled.pair.own.signedIn('Alle Roller', roles)
  nobodyYet = await empty.pair.own.signedIn('Alle Roller', roles)
  // A charter being written has pages of its own, as long as it is open: the demonstration has one.
  const draft = '/arbejdsrum/raad/udsatteraad/vedtaegt/kladde'
  const trial = await everyone.get(`${draft}/proev`)
  const revision = /name="revision" value="(\d+)"/.exec(trial.body)?.[1] ?? 'none'
  expect((await everyone.post(`${draft}/proev/spoerg`, { revision, operation: 'possible' })).status).toBe(303)
  await oneLetterOnEachDesk()
  // A summary is written by those whose voice it is: one voice becomes theirs.
  await filled.pair.house.sql(
    "update due set owner_id = $1, owner_office = null where settled_at is null and about = (select voice_id from summary where state = 'asked')",
    [everyone.personId],
  )
  await askToEraseOne()
  await findOneOfEach(everyone, addresses)
  await findOneOfEach(nobodyYet, elsewhere)
  // Of everybody's work most is alike.
  addresses.set('/arbejdsrum', '/arbejdsrum?hvis=alle')
  // Linked from the day a month's sample waits; the page itself is there for every month.
  addresses.set('/arbejdsrum/laesninger/stikproeve', '/arbejdsrum/laesninger/stikproeve?maaned=2026-10')
  // Found by searching only.
  const search = await everyone.post('/arbejdsrum/henvendelser/soeg', { q: 'brev' })
  addresses.set('/arbejdsrum/henvendelser/soeg/:soegning', search.location!)
}, 300_000)
afterAll(async () => {
  closeReader()
  await filled?.close()
  await empty?.close()
})

/** The cast writes no letters: one that wants to sit in a council, and one about nothing the house knows. */
async function oneLetterOnEachDesk(): Promise<void> {
  const { house, own } = filled.pair
  const words = ['Jeg vil gerne være medlem af Integrationsrådet.', 'Hvornår kommer skraldebilen?']
  for (const [at, text] of words.entries()) {
    const head = `From: Opdigtet Borger <borger${at}@eksempel.dk>\r\nTo: hr.politik@glostrup.dk\r\nSubject: Brev ${at}\r\n`
    const bytes = Buffer.from(`${head}Content-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`)
    await house.act(keepLetter, { mailbox: 'politik', source: null, bytes }, own.system)
  }
  await sortWaiting(house.house.ctx.database, own.tenant.id, 30, null)
}

/** The cast asks for no erasing: the first voice that somebody can be seen to have told. */
async function askToEraseOne(): Promise<void> {
  const voices = await filled.pair.house.sql('select id from voice order by id')
  for (const { id } of voices)
    for (const proof of proofs) {
      const asked = await everyone.post(`/arbejdsrum/henvendelser/${id}/slet`, { how: 'phone', proof, said: 'on' })
      if (asked.status === 303) return
    }
  throw new Error('no voice of the cast can be asked to be erased')
}

async function findOneOfEach(visitor: SignedInVisitor, found: Map<string, string>): Promise<void> {
  const waiting = ['/arbejdsrum', '/arbejdsrum?hvis=alle']
  const seen = new Set<string>()
  /** How many of a kind wait, or have waited. */
  const met = new Map<string, number>()
  for (const path of waiting) {
    if (seen.has(path) || seen.size > 400) continue
    seen.add(path)
    const { status, body } = await visitor.get(path)
    const page = kindOf(path.split('?')[0]!)
    if (status === 200 && page && !found.has(page)) found.set(page, path)
    for (const link of readPage(body).links) {
      const to = link.split('#')[0]!
      if (!/^\/(arbejdsrum|medlem)/.test(to)) continue
      const kind = kindOf(to.split('?')[0]!)
      const known = kind === undefined ? 0 : (met.get(kind) ?? 0)
      // What is no page leads nowhere, and some of a kind are enough to find what lies behind them.
      if (kind === undefined || known >= 8) continue
      met.set(kind, known + 1)
      waiting.push(to)
    }
  }
}

async function faultsOf(page: Page): Promise<string[]> {
  await unfold(page)
  const found = await axe(page)
  await page.setViewportSize({ width: 320, height: 640 })
  const over = await sideways(page)
  if (over > 0) found.push(`${over} px wider than a window of 320`)
  for (const words of await page.evaluate(covered)) found.push(`written over each other: ${words}`)
  return found
}
/** Lines of the work list whose day and link stand on the same spot. */
function covered(): string[] {
  return Array.from(document.querySelectorAll('.alike li')).flatMap(line => {
    const [day, link] = ['.when', '.go'].map(part => line.querySelector(part))
    if (!day || !link) return []
    const written = document.createRange()
    written.selectNodeContents(day)
    const [a, b] = [written.getBoundingClientRect(), link.getBoundingClientRect()]
    const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
    return apart ? [] : [line.textContent]
  })
}
async function look(
  open: OpenBrowser,
  visitor: SignedInVisitor,
  paths: readonly string[],
  turn: (page: Page) => Promise<unknown> = async () => {},
) {
  const faults: string[] = []
  const context = await open.window({ viewport: { width: 1280, height: 800 } }, visitor)
  await turnPages(context, paths, async (page, path, response) => {
    if (response?.status() !== 200) faults.push(`${path}: ${response?.status()}`)
    else {
      await turn(page)
      faults.push(...(await faultsOf(page)).map(fault => `${path}: ${fault}`))
    }
  })
  await context.close()
  return faults
}

describe('the rooms of the staff', () => {
  it('are all reached by links from the work list', () => {
    expect(staffPages.filter(page => !addresses.has(page) && !elsewhere.has(page))).toEqual([])
  })

  it('have nothing axe finds, and fit a window of 320 pixels, when they are filled', { timeout: 300_000 }, async () => {
    expect(await look(filled, everyone, [...addresses.values()])).toEqual([])
  })

  it('have nothing axe finds when nothing has happened yet', { timeout: 300_000 }, async () => {
    expect(
      await look(
        empty,
        nobodyYet,
        staffPages.filter(page => !page.includes(':')),
      ),
    ).toEqual([])
  })

  it('have nothing axe finds when a form comes back with errors', { timeout: 300_000 }, async () => {
    const forms = [
      '/arbejdsrum/kandidater/ny',
      '/arbejdsrum/mennesker/ny',
      '/arbejdsrum/raad/:raad/haendelse',
      '/arbejdsrum/raad/:raad/indlaes',
    ]
    const refused: string[] = []
    const faults = await look(
      filled,
      everyone,
      forms.map(form => addresses.get(form)!),
      async page => {
        filled.pair.house.clock.advance(30_000)
        const [response] = await Promise.all([
          page.waitForNavigation(),
          page.evaluate(() => {
            const form = Array.from(document.querySelectorAll('main form')).findLast(
              one => (one as HTMLFormElement).method === 'post',
            ) as HTMLFormElement
            form.noValidate = true
            for (const one of Array.from(form.querySelectorAll('input:not([type=hidden]), textarea'))) {
              const field = one as HTMLInputElement
              if (field.type === 'checkbox' || field.type === 'radio') field.checked = false
              else field.value = ''
            }
            form.requestSubmit()
          }),
        ])
        refused.push(
          `${response?.status()} ${(await page.title()).slice(0, 5)} ${await page.locator('main [role=alert], main .errors, main [tabindex="-1"]').count()}`,
        )
      },
    )
    expect(faults).toEqual([])
    expect(refused.map(one => one.slice(0, 9))).toEqual(forms.map(() => '422 Fejl:'))
  })

  it('A35: one key sends a letter on and shows the next that waits, one undoes it; without the key of the press nothing moves', async () => {
    const { house, own } = filled.pair
    const ids: string[] = []
    for (const at of ['a', 'b']) {
      const head = `From: Opdigtet Borger <tast-${at}@eksempel.dk>\r\nTo: hr.politik@glostrup.dk\r\nSubject: Tast ${at}\r\n`
      const bytes = Buffer.from(`${head}Content-Type: text/plain; charset=utf-8\r\n\r\nHvornår kommer skraldebilen hos os?\r\n`)
      ids.push((await house.act(keepLetter, { mailbox: 'politik', source: null, bytes }, own.system)).id)
    }
    await sortWaiting(house.house.ctx.database, own.tenant.id, 30, null)
    const [older, newer] = ids
    const deskOf = async (id: string) => (await house.sql('select desk from incoming_letter where id = $1', [id]))[0]!.desk
    expect([await deskOf(older!), await deskOf(newer!)]).toEqual(['shelf', 'shelf'])
    const context = await filled.window({ viewport: { width: 1280, height: 800 } }, everyone)
    const page = await context.newPage()
    const keyboard = await context.newCDPSession(page)
    /** As the browser hears it from a keyboard: Alt (1) held or nothing (0), and the sign on the key, without which it looks for no shortcut. */
    const press = async (sign: string, modifiers: 0 | 1) => {
      const windowsVirtualKeyCode = sign.toUpperCase().charCodeAt(0)
      const code = /\d/.test(sign) ? `Digit${sign}` : `Key${sign.toUpperCase()}`
      const key = { modifiers, key: sign, code, windowsVirtualKeyCode }
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, text: sign, unmodifiedText: sign })
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
    }
    await page.goto(`/arbejdsrum/post/${newer}`)
    // Somebody who writes a figure, or speaks to the machine, sends nothing on: the key alone does nothing (WCAG 2.1.4).
    await press('i', 0)
    await page.waitForTimeout(200)
    expect([page.url(), await deskOf(newer!)]).toEqual([`${filled.origin}/arbejdsrum/post/${newer}`, 'shelf'])
    await Promise.all([page.waitForURL(`**/arbejdsrum/post/${older}?sendt=${newer}`), press('i', 1)])
    expect(await deskOf(newer!)).toBe('not-ours')
    expect(await page.locator('[role=status]').textContent()).toContain('Tast b')
    expect(await axe(page)).toEqual([])
    await Promise.all([page.waitForURL(`**/arbejdsrum/post/${newer}`), press('z', 1)])
    expect(await deskOf(newer!)).toBe('shelf')
    await Promise.all([page.waitForURL(`**/arbejdsrum/post/${older}?sendt=${newer}`), press('1', 1)])
    expect(await deskOf(newer!)).not.toBe('shelf')
    await context.close()
  })

  it('have their menu in one line on a telephone, opened and closed by keyboard without a script', async () => {
    const context = await filled.window({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false }, everyone)
    const page = await context.newPage()
    await page.goto('/arbejdsrum/temaer')
    const menu = page.getByRole('navigation', { name: 'Arbejdsrummets menu' })
    const line = await menu.boundingBox()
    expect(line!.height).toBeLessThan(60)
    expect(await menu.getByRole('link').allTextContents()).toEqual(['Hvad venter?'])
    await menu.getByRole('button', { name: 'Menu' }).press('Enter')
    const names = await menu.getByRole('link').allTextContents()
    for (const name of ['Kandidater', 'Rekruttering', 'Indstillinger', 'Læring', 'Mennesker']) expect(names).toContain(name)
    expect(await menu.getByRole('link', { name: 'Temaer' }).getAttribute('aria-current')).toBe('page')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Luk menuen')
    await page.keyboard.press('Escape')
    expect(await menu.getByRole('link').allTextContents()).toEqual(['Hvad venter?'])
    expect(await page.locator(':focus').textContent()).toBe('Menu')
    await context.close()
    const looking = await filled.window({ viewport: { width: 360, height: 740 } }, everyone)
    const open = await looking.newPage()
    await open.goto('/arbejdsrum/temaer')
    await open.getByRole('button', { name: 'Menu' }).click()
    expect(await axe(open)).toEqual([])
    expect(await sideways(open)).toBeLessThanOrEqual(0)
    await looking.close()
  })

  it('send a stranger to sign in, and back to where they wanted', async () => {
    const context = await filled.window()
    const page = await context.newPage()
    await page.goto('/arbejdsrum/kandidater')
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/log-ind?til=%2Farbejdsrum%2Fkandidater')
    expect(await axe(page)).toEqual([])
    await context.close()
  })
})
