// The first visit to public pages in Chromium on slow lines: bytes over the wire, requests, largest paint, shifts, and without script.
import { type Browser, chromium } from 'playwright-core'
import type { Site } from '../test/faults/site.ts'
import { figure, median, missing } from './figures.ts'

const paths = [
  '/',
  '/hjaelp',
  '/raad/udsatteraad',
  '/raad/udsatteraad/vedtaegt',
  '/bliv-medlem',
  '/politik/social-og-sundhed',
  '/nyheder',
  '/fortael',
]
const slow4G = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
/** The lines the targets name, each on an old phone: the processor slowed to a quarter. For comparison the first of them on this machine as it is. */
const lines = {
  'slow 4G with an old phone': { ...slow4G, most: 700, processor: 4 },
  '3G with an old phone': { latency: 300, downloadThroughput: 700_000 / 8, uploadThroughput: 300_000 / 8, most: 1_000, processor: 4 },
  'slow 4G with a fast processor': { ...slow4G, most: null, processor: 1 },
} as const
const old = 'slow 4G with an old phone'
type Line = keyof typeof lines

interface Visit {
  readonly bytes: number
  readonly requests: number
  readonly lcp: number
  readonly shift: number
  readonly text: string
}

export async function benchFirstVisit(site: Site, browserPath: string | null, rounds: number): Promise<void> {
  if (!browserPath) return missing('First visit', 'Chromium is missing (install the package "chromium", or set CHROMIUM)')
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] })
  try {
    // A first visit by somebody; pages are kept by then, as they are for all but one visitor after a change.
    for (const path of paths) await site.get(path, { 'accept-encoding': 'br' })
    const seen = new Map<string, Record<Line, Visit[]>>(
      paths.map(path => [path, { [old]: [], '3G with an old phone': [], 'slow 4G with a fast processor': [] }]),
    )
    for (let round = 0; round < rounds; round++)
      for (const path of paths)
        for (const line of Object.keys(lines) as Line[]) seen.get(path)![line].push(await visit(browser, `${site.origin}${path}`, line))
    for (const line of Object.keys(lines) as Line[]) {
      const { most } = lines[line]
      const lcp = paths.map(path => ({ path, ms: median(seen.get(path)![line].map(one => one.lcp)) }))
      const worst = lcp.reduce((a, b) => (b.ms > a.ms ? b : a))
      figure(`largest paint on ${line}, the slowest of ${paths.length} public pages`, {
        group: 'First visit',
        target: most === null ? 'none set' : `≤ ${(most / 1_000).toFixed(1)} s`,
        figure: `${(worst.ms / 1_000).toFixed(2)} s (${worst.path})`,
        met: most === null ? null : worst.ms <= most,
        note: lcp.map(one => `${one.path} ${(one.ms / 1_000).toFixed(2)}`).join(', '),
      })
    }
    const all = paths.map(path => ({ path, ...seen.get(path)![old][0]! }))
    const heaviest = all.reduce((a, b) => (b.bytes > a.bytes ? b : a))
    const most = all.reduce((a, b) => (b.requests > a.requests ? b : a))
    const shift = Math.max(
      ...[...seen.values()].flatMap(one =>
        Object.values(one)
          .flat()
          .map(visited => visited.shift),
      ),
    )
    figure('bytes of a first visit over the wire, the heaviest page', {
      group: 'First visit',
      target: '≤ 30 kB',
      figure: `${(heaviest.bytes / 1_000).toFixed(1)} kB (${heaviest.path})`,
      met: heaviest.bytes <= 30_000,
      note: all.map(one => `${one.path} ${(one.bytes / 1_000).toFixed(1)}`).join(', '),
    })
    figure('requests of a first visit', {
      group: 'First visit',
      target: '≤ 4',
      figure: `${most.requests} (${most.path})`,
      met: most.requests <= 4,
      note: 'with headers, with the icon',
    })
    figure('layout shift', { group: 'First visit', target: '0', figure: shift.toFixed(3), met: shift === 0, note: '' })
    const same: string[] = []
    for (const path of paths) {
      const plain = await visit(browser, `${site.origin}${path}`, null)
      if (plain.text === seen.get(path)![old][0]!.text && plain.text.length > 100) same.push(path)
    }
    figure('pages that say the same with script turned off', {
      group: 'First visit',
      target: 'all',
      figure: `${same.length} of ${paths.length}`,
      met: same.length === paths.length,
      note: paths.filter(path => !same.includes(path)).join(', '),
    })
  } finally {
    await browser.close()
  }
}

/** A visit with an empty cache; without a line, script is off and nothing is slowed down. */
async function visit(browser: Browser, url: string, line: Line | null): Promise<Visit> {
  const context = await browser.newContext({ javaScriptEnabled: line !== null, locale: 'da-DK', viewport: { width: 390, height: 844 } })
  try {
    const page = await context.newPage()
    const client = await context.newCDPSession(page)
    await client.send('Network.enable')
    let bytes = 0
    let requests = 0
    client.on('Network.loadingFinished', event => {
      bytes += event.encodedDataLength
    })
    client.on('Network.requestWillBeSent', () => {
      requests++
    })
    if (line) {
      const { most: _most, processor, ...conditions } = lines[line]
      await client.send('Network.emulateNetworkConditions', { offline: false, ...conditions })
      if (processor > 1) await client.send('Emulation.setCPUThrottlingRate', { rate: processor })
    }
    await page.goto(url, { waitUntil: 'networkidle' })
    const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ')
    if (!line) return { bytes, requests, lcp: 0, shift: 0, text }
    const [lcp, shift] = await page.evaluate(
      () =>
        new Promise<[number, number]>(resolve => {
          let largest = 0
          let moved = 0
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) largest = entry.startTime
          }).observe({ type: 'largest-contentful-paint', buffered: true })
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) moved += (entry as unknown as { value: number }).value
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve([largest, moved]), 300)
        }),
    )
    return { bytes, requests, lcp, shift, text }
  } finally {
    await context.close()
  }
}
