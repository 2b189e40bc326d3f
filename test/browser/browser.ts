// A real browser in front of a listening house: Chromium with nothing of its own going on.
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import engine from 'axe-core'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { TestHouseOptions } from '../house.ts'
import { openPair, type Pair, type SignedInVisitor } from '../isolation/pair.ts'

const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

export interface OpenBrowser {
  readonly pair: Pair
  readonly origin: string
  readonly browser: Browser
  /** A window of its own: no cookies, no cache; signed in as `visitor` if one is given. */
  window(options?: BrowserContextOptions, visitor?: SignedInVisitor): Promise<BrowserContext>
  close(): Promise<void>
}

/** Opens both; close afterwards. */
export async function openBrowser(options: TestHouseOptions = {}): Promise<OpenBrowser> {
  if (!executablePath) throw new Error('Chromium is missing: install it, or set CHROMIUM to its path')
  const pair = await openPair({ ...options, config: { ...options.config, host: '127.0.0.1', port: 0 } })
  const { house } = pair.house
  await house.listen()
  const origin = `http://127.0.0.1:${(house.web.server.address() as AddressInfo).port}`
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--headless=new',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-dev-shm-usage',
    ],
  })
  return {
    pair,
    origin,
    browser,
    async window(given = {}, visitor) {
      const context = await browser.newContext({ baseURL: origin, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', ...given })
      if (visitor) {
        const value = `${pair.own.tenant.id}.${visitor.token}`
        await context.addCookies([{ name: 'raadslag', value, url: origin, httpOnly: true, sameSite: 'Lax' }])
      }
      return context
    },
    async close() {
      await browser.close()
      await pair.house.close()
    },
  }
}

/** What axe finds against WCAG 2.2 AA: rule, and the first place where it is broken. Runs in the page itself, which has no frames. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(engine.source)
  const broken = await page.evaluate(async tags => {
    const run = (globalThis as unknown as { axe: typeof engine }).axe.run
    const { violations } = await run(document, { runOnly: tags, resultTypes: ['violations'] })
    return violations.map(one => ({ id: one.id, count: one.nodes.length, first: one.nodes[0]?.html ?? '' }))
  }, standard)
  return broken.map(one => `${one.id}: ${one.first.slice(0, 160)} (${one.count})`)
}
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** How many pixels the page is wider than its window. */
export async function sideways(page: Page): Promise<number> {
  return await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
}

/** Runs work on many things, two at a time: as many as the machine has hands. */
export async function inTurns<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...list]
  const hand = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one)
  }
  await Promise.all([hand(), hand()])
}
