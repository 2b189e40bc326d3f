// Draws the sample pages, looks at them with axe in wide and narrow windows, and keeps a picture of each.
// Usage: npx tsx test/look/preview.tsx [folder] [page,page] [view,view]
// Pictures and pages land in the folder (a temporary one when left out); names narrow it down to some pages and views.
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import engine from 'axe-core'
import { type Browser, chromium } from 'playwright-core'
import type { VNode } from 'preact'
import { accentStyle } from '../../src/platform/html/accent.ts'
import { loadAssets } from '../../src/platform/html/assets.ts'
import { renderPage } from '../../src/platform/html/layout.tsx'
import { arabicPage, fieldsPage, formPage } from './form-pages.tsx'
import { councilPage, frontPage, threadPage } from './public-pages.tsx'
import { ringsPage } from './rings-page.tsx'
import { slatePage, workPage } from './staff-pages.tsx'

const folder = process.argv[2] ?? (await mkdtemp(join(tmpdir(), 'look-')))
await mkdir(folder, { recursive: true })

const assets = await loadAssets()
const pages: Record<string, VNode> = {
  front: frontPage(assets.names),
  council: councilPage(assets.names),
  form: formPage(assets.names, false),
  errors: formPage(assets.names, true),
  fields: fieldsPage(assets.names),
  arabic: arabicPage(assets.names),
  thread: threadPage(assets.names),
  rings: ringsPage(assets.names),
  slate: slatePage(assets.names),
  work: workPage(assets.names),
}
const only = (list: string | undefined) => (name: string) => !list || list.split(',').includes(name)
const wanted = only(process.argv[3])
const drawn = new Map(
  Object.entries(pages)
    .filter(([name]) => wanted(name))
    .map(([name, page]) => [`/${name}`, renderPage(page, assets.names)]),
)
for (const [name, html] of drawn) await writeFile(join(folder, `${name.slice(1)}.html`), html)

const hash = createHash('sha256').update(accentStyle('#0b4a66')).digest('base64')
const POLICY = `default-src 'none'; style-src 'self' 'sha256-${hash}'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'`

const server = createServer((req, res) => {
  const file = assets.files.get(req.url ?? '')
  const html = drawn.get(req.url ?? '')
  if (file) res.writeHead(200, { 'content-type': file.type }).end(file.bytes)
  else if (html) res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY }).end(html)
  else res.writeHead(404).end()
})
await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const VIEWS = [
  { name: '1280', width: 1280, options: {} },
  { name: '360', width: 360, options: {} },
  { name: '320', width: 320, options: {} },
  { name: 'dark', width: 900, options: { colorScheme: 'dark' as const } },
  { name: 'forced', width: 900, options: { forcedColors: 'active' as const, colorScheme: 'dark' as const } },
  { name: 'print', width: 760, options: {} },
]

const views = VIEWS.filter(({ name }) => only(process.argv[4])(name))

/** Opens one page in one view: its violations, whether it scrolls sideways, and a picture. */
async function look(browser: Browser, path: string, view: (typeof views)[number]): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: view.width, height: 900 }, ...view.options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') faults.push(message.text())
  })
  if (view.name === 'print') await page.emulateMedia({ media: 'print' })
  await page.goto(base + path)
  const [scroll, width] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, innerWidth]')
  if (scroll > width) faults.push(`scrolls sideways: ${scroll} in ${width}`)
  const small = await page.evaluate<string[]>(`[...document.querySelectorAll('a, button, .opt, input:not([type=hidden])')]
    .filter(e => e.offsetParent && !e.closest('p, .pot, .opt') && (e.getBoundingClientRect().height < 24 || e.getBoundingClientRect().width < 24))
    .map(e => e.outerHTML.slice(0, 80))`)
  if (view.name !== 'print') faults.push(...small.map(html => `target under 24 px: ${html}`))
  // In forced colours the browser picks the colours; on paper there is nothing to press.
  const off = view.name === 'forced' || view.name === 'print' ? ['color-contrast', 'target-size'] : []
  await page.evaluate(engine.source)
  const broken = await page.evaluate(async off => {
    const { axe } = globalThis as unknown as { axe: typeof engine }
    const { violations } = await axe.run(document, { rules: Object.fromEntries(off.map(id => [id, { enabled: false }])) })
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 140)} ${nodes[0]?.failureSummary ?? ''}`)
  }, off)
  faults.push(...broken)
  await page.screenshot({ path: join(folder, `${path.slice(1)}-${view.name}.png`), fullPage: true })
  await context.close()
  return faults
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--headless=new',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
})
let count = 0
for (const path of drawn.keys()) {
  for (const view of views) {
    for (const fault of await look(browser, path, view)) {
      count++
      console.log(`${path} at ${view.name}: ${fault}`)
    }
  }
}
await browser.close()
server.close()
console.log(`${drawn.size} pages in ${views.length} views, ${count} faults, pictures in ${folder}`)
process.exitCode = count > 0 ? 1 : 0
