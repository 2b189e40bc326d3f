// A real browser in front of a listening house: Chromium with nothing of its own going on.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type engine from 'axe-core'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type CDPSession,
  chromium,
  type Page,
  type Response,
} from 'playwright-core'
import type { TestHouseOptions } from '../house.ts'
import { openPair, type Pair, type SignedInVisitor } from '../isolation/pair.ts'
import { type Contrast, contrastOnce } from './contrast.ts'

const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
/** The same Chromium without tabs, address field and frame: they were laid out and painted at every step and took more than the page. */
const withoutFrame = '/usr/bin/chromium-headless-shell'

export interface OpenBrowser {
  readonly pair: Pair
  readonly origin: string
  /** A window of its own: no cookies, no cache; signed in as `visitor` if one is given. */
  window(options?: BrowserContextOptions, visitor?: SignedInVisitor): Promise<BrowserContext>
  close(): Promise<void>
}

/** Where the browser is as a person has it, with a profile of its own. */
export function browserPath(): string {
  if (!executablePath) throw new Error('Chromium is missing: install it, or set CHROMIUM to its path')
  return executablePath
}
/** Parts of the browser that do nothing for a page. The last such list counts, so those the driver leaves out itself stand here too. */
const left = [
  // Two pages behind the address field, made anew for each window: they took more than the page in it.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]
/** Nothing of the browser's own going on. */
export const quietly = [
  '--no-sandbox',
  '--headless=new',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  // Pages of one site stay in one process: a new one for each address cost more than drawing the page.
  '--process-per-site',
  '--renderer-process-limit=1',
  `--disable-features=${left.join(',')}`,
]

/**
 * For pages that are opened, looked at once and left: what an engine compiles in the background is thrown away with the page before it has
 * paid (it took a third of the time), the collector seldom runs, and a window is drawn in one piece instead of in sixteen.
 */
const shortLived = [
  '--js-flags=--no-maglev --no-turbofan --single-threaded-gc --min-semi-space-size=32 --max-semi-space-size=64',
  '--default-tile-width=1280',
  '--default-tile-height=800',
]

let launched: Promise<Browser> | undefined
/** One Chromium for all files of a worker. It ends with the worker: its pipe to us closes. */
export function oneBrowser(): Promise<Browser> {
  launched ??= chromium.launch({
    executablePath: existsSync(withoutFrame) ? withoutFrame : browserPath(),
    args: [...quietly, ...shortLived],
  })
  return launched
}

/** Opens a house and the browser in front of it; close afterwards. */
export async function openBrowser(options: TestHouseOptions = {}): Promise<OpenBrowser> {
  const pair = await openPair({ ...options, config: { ...options.config, host: '127.0.0.1', port: 0 } })
  const { house } = pair.house
  await house.listen()
  const origin = `http://127.0.0.1:${(house.web.server.address() as AddressInfo).port}`
  const browser = await oneBrowser()
  const windows: BrowserContext[] = []
  return {
    pair,
    origin,
    async window(given = {}, visitor) {
      const context = await browser.newContext({ baseURL: origin, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', ...given })
      windows.push(context)
      if (visitor) {
        const value = `${pair.own.tenant.id}.${visitor.token}`
        await context.addCookies([{ name: 'raadslag', value, url: origin, httpOnly: true, sameSite: 'Lax' }])
      }
      return context
    },
    async close() {
      for (const context of windows) await context.close()
      await pair.house.close()
    },
  }
}

/**
 * What axe finds against WCAG 2.2 AA: rule, and the first place where it is broken. Runs in the page itself, which has no frames.
 * `only` names the rules of a second look at the same page.
 */
export async function axe(page: Page, only?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await bringEngine(page)
  const { broken, learned } = await page.evaluate(
    async ({ runOnly, known }) => {
      const { axe, contrast } = globalThis as unknown as { axe: typeof engine; contrast: Contrast }
      contrast.begin(known)
      // Of what is fetched beforehand the rules asked for need sounds and films only.
      const preload = { assets: ['media'] }
      const { violations } = await axe.run(document, {
        runOnly,
        resultTypes: ['violations'],
        elementRef: false,
        preload,
      } as engine.RunOptions)
      const broken = violations.map(one => ({ id: one.id, count: one.nodes.length, first: one.nodes[0]?.html ?? '' }))
      return { broken, learned: contrast.learned() }
    },
    { runOnly: only ? [...only] : standard, known: [...passed] },
  )
  for (const kind of learned) passed.add(kind)
  return broken.map(one => `${one.id}: ${one.first.slice(0, 160)} (${one.count})`)
}
/** The kinds of words whose contrast has passed, on whichever page it was. */
const passed = new Set<string>()
const sessions = new WeakMap<Page, Promise<CDPSession>>()
function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, known)
  return known
}
/** Hands the browser the engine as it is: the driver would write the half megabyte anew several times on its way. */
async function bringEngine(page: Page): Promise<void> {
  const { exceptionDetails } = await (await sessionOf(page)).send('Runtime.evaluate', { expression: engineSource })
  if (exceptionDetails) throw new Error(`axe did not start: ${exceptionDetails.text}`)
}
/** Where every page is looked at, the browser keeps the engine and starts it in each new page: it is handed over once, and read once. */
async function engineInEach(page: Page): Promise<void> {
  const client = await sessionOf(page)
  await client.send('Page.enable')
  await client.send('Page.addScriptToEvaluateOnNewDocument', { source: engineSource })
}
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** A colour is read once for each way it is written: a page names few, and asks for them at every word. It was a third of the time. */
function readColoursOnce(): void {
  interface Colour {
    r: number
    g: number
    b: number
    alpha: number
    parseString(text: string): Colour
  }
  const { axe } = globalThis as unknown as { axe: { commons: { color: { Color: { prototype: Colour } } } } }
  const kind = axe.commons.color.Color.prototype
  const read = kind.parseString
  const known = new Map<string, { r: number; g: number; b: number; alpha: number }>()
  kind.parseString = function (text) {
    const before = known.get(text)
    if (before) return Object.assign(this, before)
    read.call(this, text)
    known.set(text, { r: this.r, g: this.g, b: this.b, alpha: this.alpha })
    return this
  }
}
const engineSource = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')};(${readColoursOnce})();(${contrastOnce})()`

/** The rules whose answer depends on where things stand and on colours. */
export const ofLayout = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size']

/**
 * What axe finds and what runs over the side, in windows of each of these widths. Names, roles and order are the same in the same
 * markup: at a second width only the rules of layout run again, unless something is shown or hidden there.
 */
export async function axeAt(page: Page, widths: readonly number[]): Promise<string[]> {
  const found: string[] = []
  const height = page.viewportSize()?.height ?? 800
  let before: string | undefined
  for (const width of widths) {
    await page.setViewportSize({ width, height })
    const now = await hidden(page)
    for (const fault of await axe(page, now === before ? ofLayout : undefined)) found.push(`${fault} at ${width}`)
    const over = await sideways(page)
    if (over > 0) found.push(`${over} px wider than ${width}`)
    before = now
  }
  return found
}
/** Opens every folded part: people read it as well, and axe leaves out what is closed. Parts of which one closes the other are opened together. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const folded of Array.from(document.querySelectorAll('details'))) {
      folded.removeAttribute('name')
      folded.open = true
    }
  })
}
/** Which elements are not shown, by their place in the page. */
export const hidden = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const all = Array.from(document.querySelectorAll('body *'))
    return `${all.length}: ${all.flatMap((one, at) => (one.checkVisibility({ visibilityProperty: true }) ? [] : [at])).join(' ')}`
  })

/** How many pixels the page is wider than its window. A phone widens its own idea of the window to what it finds, so the window is asked as it was opened. */
export async function sideways(page: Page): Promise<number> {
  const opened = page.viewportSize()?.width ?? Number.POSITIVE_INFINITY
  return await page.evaluate(
    width => Math.max(0, document.documentElement.scrollWidth - Math.min(width, document.documentElement.clientWidth)),
    opened,
  )
}

/**
 * Turns pages of one window to each address, two at a time: as many as the machine has hands. A hand keeps its page, because a new one
 * costs the browser more than most of what is looked at on it.
 */
export async function turnPages(
  context: BrowserContext,
  paths: readonly string[],
  work: (page: Page, path: string, response: Response | null) => Promise<void>,
): Promise<void> {
  const waiting = [...paths]
  const hand = async () => {
    const page = await context.newPage()
    await engineInEach(page)
    const size = page.viewportSize()
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (size) await page.setViewportSize(size)
      await work(page, path, await page.goto(path))
    }
    await page.close()
  }
  await Promise.all([hand(), hand()])
}
