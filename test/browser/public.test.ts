// The public pages in a real browser: for everybody, on a narrow screen, by keyboard, without script, and light.
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, axeAt, hidden, type OpenBrowser, ofLayout, openBrowser, sideways, turnPages } from './browser.ts'
import { byKeyboard } from './keyboard.ts'

const pages = [
  '/',
  '/raad',
  '/raad/udsatteraad',
  '/raad/integrationsraad',
  '/raad/udsatteraad/vedtaegt',
  '/raad/integrationsraad/vedtaegt',
  '/bliv-medlem',
  '/raad/udsatteraad/bliv-medlem',
  '/hjaelp',
  '/nyheder',
  '/nyheder/2019-06-24-to-nye-raad',
  '/politik',
  '/politik/social-og-sundhed',
  '/politik/social-og-sundhed/tekst',
  '/politik/social-og-sundhed/servicebus',
  '/fortael',
  '/kontakt',
  '/tilgaengelighed',
  '/privatliv',
  '/aabne-data',
  '/log-ind',
  '/findes-ikke',
]
const inArabic = ['/', '/raad/udsatteraad', '/raad/udsatteraad/vedtaegt', '/bliv-medlem', '/hjaelp', '/kontakt']
/** Looked at in the dark as well: each with another kind of thing on it. */
const inTheDark = ['/', '/raad/udsatteraad', '/bliv-medlem', '/hjaelp']
const withExit = pages.filter(path => !['/log-ind', '/findes-ikke'].includes(path))

let open: OpenBrowser
/** What is wrong, by what was looked at; each page is opened once and turned this way and that. */
const faults = new Map<Kind, string[]>()
type Kind = 'axe da' | 'axe en' | 'axe ar' | 'axe dark' | 'narrow' | 'zoom' | 'stops' | 'out' | 'direction' | 'text' | 'weight' | '112'
const note = (kind: Kind, path: string, found: readonly string[]) =>
  void faults.set(kind, [...(faults.get(kind) ?? []), ...found.map(fault => `${path}: ${fault}`)])
const texts = new Map<string, string>()
const weights: number[] = []

beforeAll(async () => {
  open = await openBrowser()
  // Somebody has read each page before, as on any day.
  for (const path of pages) await fetch(`${open.origin}${path}`)
  const waiting = [...pages]
  await Promise.all([0, 1].map(() => inDanish(waiting)))
  const elsewhere = [...pages.map(path => `/en${path}`), ...inArabic.map(path => `/ar${path}`)].map(path => path.replace(/\/$/, ''))
  await visit(elsewhere, { viewport: { width: 360, height: 740 } }, async (page, path) => {
    const arabic = path.startsWith('/ar')
    note(arabic ? 'axe ar' : 'axe en', path, await axe(page))
    note('narrow', path, await wider(page))
    if (!arabic) return
    const side = await page.evaluate(() => getComputedStyle(document.body).direction)
    note('direction', path, side === 'rtl' ? [] : [`runs ${side}`])
  })
  await visit(withExit, { javaScriptEnabled: false }, async (page, path) => {
    note('text', path, (await read(page)) === texts.get(path) ? [] : ['says something else without script'])
    if (path !== '/hjaelp') return
    await page.setViewportSize({ width: 320, height: 568 })
    note('112', path, (await page.locator('a[href="tel:112"]').first().isVisible()) ? [] : ['112 cannot be tapped'])
  })
}, 600_000)
afterAll(async () => await open?.close())

/** One hand of two, in a window of its own: takes the pages that wait, each as a first visit, and turns it this way and that. */
async function inDanish(waiting: string[]) {
  const context = await open.window({ reducedMotion: 'reduce' })
  const page = await context.newPage()
  const weighed = await weigh(context, page)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    await page.setViewportSize({ width: 1280, height: 720 })
    weighed.begin()
    await page.goto(path)
    texts.set(path, await read(page))
    if (withExit.includes(path)) note('stops', path, await firstStops(page))
    note('axe da', path, await axe(page))
    // Whatever is asked for after the load (an icon, say) counts as well, and a look takes longer than that.
    note('weight', path, await weighed.faults())
    if (inTheDark.includes(path)) note('axe dark', path, await dark(page))
    await page.setViewportSize({ width: 320, height: 568 })
    note('narrow', path, await wider(page))
    if (withExit.includes(path)) note('out', path, await wayOut(page))
    // 200 % zoom of a window 1280 pixels wide, then text alone made twice as large.
    await page.setViewportSize({ width: 640, height: 400 })
    note('zoom', path, await wider(page))
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    note('zoom', `${path} with large text`, await wider(page))
  }
  await context.close()
}
/** What a page asks for, as whoever has never been here does: nothing is taken from a cache. */
async function weigh(context: BrowserContext, page: Page): Promise<{ begin(): void; faults(): Promise<string[]> }> {
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  let asked: string[] = []
  let bytes = 0
  let kept = 0
  session.on('Network.requestWillBeSent', ({ request }) => void asked.push(request.url))
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  session.on('Network.requestServedFromCache', () => {
    kept++
  })
  return {
    begin() {
      asked = []
      bytes = 0
      kept = 0
    },
    async faults() {
      const found: string[] = []
      const foreign = asked.filter(url => !url.startsWith(open.origin) && !url.startsWith('data:'))
      if (foreign.length > 0) found.push(`asks ${foreign.join(' ')}`)
      if (asked.length > 4) found.push(`${asked.length} requests: ${asked.join(' ')}`)
      if (bytes > 30_000) found.push(`${bytes} bytes`)
      if (kept > 0) found.push(`something was not asked for anew: ${asked.join(' ')}`)
      const cookies = await context.cookies()
      const stored = await page.evaluate(() => localStorage.length + sessionStorage.length)
      if (cookies.length + stored > 0) found.push(`leaves ${cookies.length} cookies and ${stored} notes`)
      weights.push(bytes)
      return found
    },
  }
}
/** The same page in the dark: what hides nothing changes colours only. */
async function dark(page: Page): Promise<string[]> {
  const byDay = await hidden(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const found = await axe(page, (await hidden(page)) === byDay ? ofLayout : undefined)
  await page.emulateMedia({ colorScheme: null })
  return found
}
/** Opens each address in one window, two at a time. */
async function visit(
  paths: readonly string[],
  options: Parameters<OpenBrowser['window']>[0],
  turn: (page: Page, path: string) => Promise<void>,
) {
  const context = await open.window(options)
  await turnPages(context, paths, turn)
  await context.close()
}
const read = async (page: Page) => (await page.locator('body').innerText()).replace(/\s+/g, ' ')
async function wider(page: Page): Promise<string[]> {
  const over = await sideways(page)
  return over > 0 ? [`${over} px wider than the window`] : []
}
async function firstStops(page: Page): Promise<string[]> {
  const stops: string[] = []
  for (let n = 0; n < 3; n++) {
    await page.keyboard.press('Tab')
    stops.push(await page.evaluate(() => document.activeElement?.getAttribute('href') ?? ''))
  }
  return stops.includes('/forlad') && stops.includes('#kontakt') ? [] : [`first stops ${stops.join(' ')}`]
}
async function wayOut(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [0, 0.25, 0.5, 0.75, 1]
      .filter(part => {
        window.scrollTo({ top: part * document.documentElement.scrollHeight, behavior: 'instant' })
        const box = document.querySelector('a.exit')!.getBoundingClientRect()
        const inside = box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth && box.height >= 24
        const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
        return !inside || over === null || over.closest('a.exit') === null
      })
      .map(part => `the way out is out of view at ${part * 100} %`),
  )
}

describe('everybody can read them', () => {
  it('A15: axe finds nothing on any page, in Danish, English and Arabic, by day and in the dark', () => {
    expect(Object.fromEntries([...faults].filter(([kind, found]) => kind.startsWith('axe') && found.length > 0))).toEqual({})
    expect([...faults.keys()].filter(kind => kind.startsWith('axe')).sort()).toEqual(['axe ar', 'axe da', 'axe dark', 'axe en'])
  })
  it('the pages looked at in Arabic run from right to left', () => {
    expect(faults.get('direction')).toEqual([])
  })
  it('no page scrolls sideways at 320 px', () => {
    expect(faults.get('narrow')).toEqual([])
  })
  it('no page scrolls sideways at 200 % zoom, nor with text twice as large', () => {
    expect(faults.get('zoom')).toEqual([])
  })
  it('the way out and the way to a human are within the first three stops', () => {
    expect(faults.get('stops')).toEqual([])
  })
  it('the way out is in view at every place of the page, on a small screen too', () => {
    expect(faults.get('out')).toEqual([])
  })
  it('every page says the same without script', () => {
    expect(faults.get('text')).toEqual([])
  })

  it('would find a picture without words, a field without a label, a wide table and a lost way out', async () => {
    const context = await open.window({ viewport: { width: 320, height: 568 } })
    const page = await context.newPage()
    await page.setContent(`<!doctype html><html lang="da"><title>t</title><main><h1>h</h1><img src="x"><input>
      <a class="exit" style="position:absolute;top:0" href="/forlad">ud</a><p style="width:900px;height:3000px">bred</p></main></html>`)
    expect((await axe(page)).map(one => one.split(':')[0])).toEqual(expect.arrayContaining(['image-alt', 'label']))
    expect(await sideways(page)).toBeGreaterThan(500)
    expect((await wayOut(page)).length).toBeGreaterThan(2)
    expect((await firstStops(page)).length).toBe(1)
    await context.close()
  })

  it('would find on a second look at the same page what its width or the dark brings, also what is only shown there', async () => {
    const context = await open.window({ viewport: { width: 1280, height: 600 } })
    const page = await context.newPage()
    const rules = (found: readonly string[]) => found.map(one => `${one.split(':')[0]}${/ at \d+$/.exec(one)?.[0] ?? ''}`)
    const body = (style: string, more = '') =>
      `<!doctype html><html lang="da"><title>t</title><style>${style}</style><main><h1>h</h1><p>ord</p><p>flere ord</p>${more}</main></html>`
    await page.setContent(body('@media (width < 400px) { p { color: #aaa } main { width: 500px } }'))
    expect(rules(await axeAt(page, [1280, 360]))).toEqual(['color-contrast at 360', '148 px wider than 360'])
    await page.setContent(body('button { display: none } @media (width < 400px) { button { display: block } }', '<button></button>'))
    expect(rules(await axeAt(page, [1280, 360]))).toEqual(['button-name at 360'])
    await page.setContent(body('p { color: #555 } @media (prefers-color-scheme: dark) { p { color: #bbb } }', '<img src="x">'))
    await page.setViewportSize({ width: 1280, height: 600 })
    expect(rules(await axe(page))).toEqual(['image-alt'])
    expect(await dark(page)).toEqual([expect.stringMatching(/^color-contrast: .* \(2\)$/)])
    await context.close()
  })

  it('would find words too pale among those measured before: new, elsewhere, narrow, in the dark, and beneath whatever is drawn there', async () => {
    const context = await open.window({ viewport: { width: 1280, height: 600 } })
    const page = await context.newPage()
    const style = `body { color: #222; background: #fff } .night { background: #333 } .pale { color: #bbb } .veil { opacity: .3 }
      .away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) } .big { font-size: 40px; color: #888 } .small { color: #888 }
      .behind { position: relative; z-index: 0; padding: 10px } .behind i { position: absolute; inset: 0; background: #333 } .behind p { position: relative; z-index: 1 }
      .shadow { color: #bbb; text-shadow: 0 0 2px #222 } .fill { -webkit-text-fill-color: #ccc } .out { position: absolute; top: 300px }
      @media (width < 400px) { .narrow { background: #333 } } @media (prefers-color-scheme: dark) { .late { background: #333 } }`
    const look = async (block: string, width = 1280) => {
      await page.setContent(
        `<!doctype html><html lang="da"><title>t</title><style>${style}</style><main><h1>Ord</h1>${block}</main></html>`,
      )
      if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 600 })
      return (await axe(page, ['color-contrast'])).map(one => one.replace(/^(.*?): .*\((\d+)\)$/, `$1 $2 ${width}`))
    }
    const row = '<p>Flere ord end ét</p>'
    for (let n = 1; n < 30; n++) expect(await look(row.repeat(n))).toEqual([])
    expect(await look(`${row}<p class="pale">Nye ord</p>${row}`)).toEqual(['color-contrast 1 1280'])
    expect(await look(`${row}<div class="night">${row}</div>`)).toEqual(['color-contrast 1 1280'])
    expect(await look(`${row}<div class="veil">${row}</div>`)).toEqual(['color-contrast 1 1280'])
    expect(await look(`${row}<div class="behind"><i></i>${row}</div>`)).toEqual(['color-contrast 1 1280'])
    expect(await look('<p class="big">Ord</p>')).toEqual([])
    expect(await look('<p class="big">Ord</p><p class="small">Ord</p>')).toEqual(['color-contrast 1 1280'])
    expect(await look('<p class="fill">Ord</p>')).toEqual(['color-contrast 1 1280'])
    // Words drawn beside the ground that encloses them stand on another.
    const onNight = '<p style="color:#eee">Lyse ord</p>'
    expect(await look(`<div class="night">${onNight}</div>`)).toEqual([])
    expect(await look(`<div class="night">${row.replace('<p', '<p class="pale"')}<div class="out">${onNight}</div></div>`)).toEqual([
      'color-contrast 1 1280',
    ])
    // What axe never reached or left undecided vouches for nobody.
    expect(await look('<p class="pale away">Flere ord</p><p class="pale">o</p>')).toEqual([])
    expect(await look('<p class="pale">Flere ord</p>')).toEqual(['color-contrast 1 1280'])
    const choice = (shown: string) =>
      `<label>Valg<select class="pale" style="visibility: ${shown}"><option>Flere ord</option></select></label>`
    expect(await look(choice('hidden'))).toEqual([])
    expect(await look(choice('visible'))).toEqual(['color-contrast 1 1280'])
    expect(await look(`<div class="narrow">${row}</div>`)).toEqual([])
    expect(await look(`<div class="narrow">${row}</div>`, 360)).toEqual(['color-contrast 1 360'])
    expect(await look(`<div class="late">${row}</div>`)).toEqual([])
    expect(await dark(page)).toEqual([expect.stringMatching(/^color-contrast: .* \(1\)$/)])
    await context.close()
  })
})

describe('by keyboard', () => {
  it('every stop of the front page, a council and the first pages of both forms is in view and shows where one is, the lines of folded parts too; Tab leads through all of them and off the page, and Shift+Tab back', async () => {
    const found: string[] = []
    let folded = 0
    const context = await open.window({ viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    for (const path of ['/', '/raad/udsatteraad', '/bliv-medlem', '/fortael']) {
      await page.goto(path)
      folded += await page.locator('summary:visible').count()
      const { faults, stops } = await byKeyboard(page)
      found.push(...faults.map(fault => `${path}: ${fault}`), ...(stops < 8 ? [`${path}: only ${stops} stops`] : []))
    }
    expect(found).toEqual([])
    expect(folded).toBeGreaterThan(0)
    await context.close()
  })

  it('would find a field that keeps the key, one way or the other, a stop without a ring, out of sight, out of order or left out', async () => {
    const context = await open.window()
    const page = await context.newPage()
    const wrong = async (style: string, body: string) => {
      await page.setContent(`<style>${style}</style><a href="#">a</a>${body}<button>b</button>`)
      return (await byKeyboard(page)).faults.join('; ')
    }
    expect(await wrong('', '<input>')).toBe('')
    const keeps = (when: string) => `<input onkeydown="if (event.key === 'Tab' && ${when}) event.preventDefault()">`
    expect(await wrong('', keeps('!event.shiftKey'))).toMatch(/^Tab: is still on the page after 4 presses, at <input/)
    expect(await wrong('', keeps('event.shiftKey'))).toMatch(/^Shift\+Tab: is still on the page after 4 presses, at <input/)
    expect(await wrong('button:focus { outline: none }', '')).toBe(
      'Tab: <button>b</button> without a ring; Shift+Tab: <button>b</button> without a ring',
    )
    expect(await wrong('input { position: fixed; top: -90px }', '<input>')).toBe('Tab: <input> out of view; Shift+Tab: <input> out of view')
    expect(await wrong('', '<a href="#" tabindex="1">c</a>')).toMatch(/^Tab: 4,6 instead of 4,5,6/)
    expect(await wrong('', '<details><summary tabindex="-1">c</summary></details>')).toMatch(/^Tab: 4,7 instead of 4,6,7/)
    await context.close()
  })
})

describe('without script', () => {
  it('B25: 112 can be tapped on the help page', () => {
    expect(faults.get('112')).toEqual([])
  })
})

describe('light and alone', () => {
  it('a first visit to any page is at most 30 kB in at most 4 requests, all of them to us, and leaves no cookie', () => {
    console.log(`first visits: ${Math.min(...weights)} to ${Math.max(...weights)} bytes`)
    expect(faults.get('weight')).toEqual([])
    expect(weights.length).toBe(pages.length)
    // Each brought the style sheet along, so none was a visit with a full cache.
    expect(Math.min(...weights)).toBeGreaterThan(5_000)
  })
})
