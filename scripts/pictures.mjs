// Makes the pictures of the handbook and the README anew, from a demonstration of its own: wide and narrow, each at most 150 kB.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { register } from 'tsx/esm/api'
import { findBrowser } from './browser.mjs'
import { smallPng } from './small-png.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'docs/haandbog/billeder')
const most = 150_000
/** A Monday in office hours. */
const now = '2026-11-09T10:15:00+01:00'
const widths = [1280, 360]

/** The link that holds this text. */
const follow = text => async page => await page.locator('main a', { hasText: text }).first().click()

/** Each picture: its name, who sees it, where, what to do first, and how much of the page is wanted. */
const pictures = [
  { name: 'forside', path: '/' },
  { name: 'integrationsraad', path: '/raad/integrationsraad', height: 1500 },
  { name: 'bliv-medlem', path: '/bliv-medlem' },
  { name: 'log-ind', path: '/log-ind', height: 1300 },
  { name: 'hvad-venter', who: 'Amira Holm', path: '/arbejdsrum', height: 1400 },
  { name: 'kandidater', who: 'Amira Holm', path: '/arbejdsrum/kandidater', height: 1300 },
  { name: 'kandidat', who: 'Amira Holm', path: '/arbejdsrum', first: openYusuf, height: 1500 },
  { name: 'skriv-ind', who: 'Amira Holm', path: '/arbejdsrum/kandidater/ny', height: 1300 },
  { name: 'hvem-mangler', who: 'Amira Holm', path: '/arbejdsrum/rekruttering/integrationsraad', height: 1300 },
  { name: 'indstilling', who: 'Amira Holm', path: '/arbejdsrum/indstillinger', first: follow('Udsatterådet'), height: 1700 },
  { name: 'beslutning', who: 'Jens Sø', path: '/arbejdsrum/indstillinger', first: decideIntegration, height: 1400 },
  { name: 'pladser', who: 'Amira Holm', path: '/arbejdsrum/raad/integrationsraad', height: 1400 },
  { name: 'mennesker', who: 'Amira Holm', path: '/arbejdsrum/mennesker', height: 1300 },
  { name: 'opsaetning', who: 'Bo Lind', path: '/arbejdsrum/opsaetning', height: 1300 },
  { name: 'numre', who: 'Bo Lind', path: '/arbejdsrum/opsaetning/numre', height: 1300 },
  { name: 'din-plads', who: 'Nadia Haddad', path: '/medlem', height: 1400 },
  { name: 'breve', who: 'Bo Lind', path: '/arbejdsrum/breve', height: 1200 },
  { name: 'laesninger', who: 'Rut O', path: '/arbejdsrum/laesninger', height: 1200 },
  { name: 'oevelse', who: 'Amira Holm', path: '/arbejdsrum/oevelse', first: practise },
]

async function openYusuf(page) {
  await page.locator('main li', { hasText: 'Yusuf Demir, Integrationsrådet' }).locator('a').first().click()
}
async function decideIntegration(page) {
  await follow('Integrationsrådet')(page)
  await page.goto(`${page.url()}/beslutning`)
}
async function practise(page) {
  await page.locator('main form button').first().click()
  await page.waitForURL('**/arbejdsrum')
  await page.goto(new URL('/arbejdsrum/oevelse', page.url()).href)
}

/** A demonstration in a folder that is thrown away, with the clock standing still, so that the pictures are the same each time. */
async function demonstration() {
  register()
  const [{ openHouse }, { readConfig }, { fixedClock }, { silentLog }] = await Promise.all(
    ['app', 'platform/config', 'platform/clock', 'platform/log'].map(file => import(`../src/${file}.ts`)),
  )
  const folder = mkdtempSync(join(tmpdir(), 'raadslag-pictures-'))
  const env = { RAADSLAG_DEMO: '1', RAADSLAG_DATA: join(folder, 'data'), PORT: '0', BASE_URL: 'http://127.0.0.1' }
  const house = await openHouse({ config: readConfig(env, root), log: silentLog, clock: fixedClock(now), jobs: false })
  await house.jobs.round()
  const { port } = await house.listen()
  return {
    base: `http://127.0.0.1:${port}`,
    async close() {
      await house.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function signIn(page, base, name) {
  await page.goto(`${base}/log-ind`)
  await page.locator('#proev form', { hasText: name }).first().locator('button').click()
  await page.waitForURL(/\/(arbejdsrum|medlem)$/)
}

async function take(browser, base, width, picture) {
  const context = await browser.newContext({ viewport: { width, height: 740 }, locale: 'da-DK', timezoneId: 'Europe/Copenhagen' })
  try {
    const page = await context.newPage()
    if (picture.who) await signIn(page, base, picture.who)
    const answer = await page.goto(base + picture.path)
    if (!answer?.ok()) throw new Error(`${picture.path} answers ${answer?.status()}`)
    await picture.first?.(page)
    await page.waitForLoadState()
    const whole = await page.evaluate(() => ({ high: document.documentElement.scrollHeight, wide: document.documentElement.scrollWidth }))
    if (whole.wide > width) throw new Error(`${picture.path} is wider than the screen at ${width}`)
    const file = join(out, `${picture.name}-${width}.png`)
    await page.setViewportSize({ width, height: Math.min(whole.high, picture.height ?? 1200) })
    const small = smallPng(await page.screenshot())
    writeFileSync(file, small)
    const size = small.length
    console.log(`${picture.name}-${width}.png ${Math.round(size / 1000)} kB`)
    if (size > most) throw new Error(`${file} is ${size} bytes; a picture may be ${most}: want less of the page`)
  } finally {
    await context.close()
  }
}

// `node scripts/pictures.mjs [name …]`: only these pictures.
const wanted = process.argv.slice(2)
const executablePath = findBrowser()
if (!executablePath) process.exit(1)
mkdirSync(out, { recursive: true })
const site = await demonstration()
const browser = await chromium.launch({
  executablePath,
  env: { ...process.env, LANGUAGE: 'da' },
  args: ['--lang=da-DK', '--disable-lcd-text', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
})
let failed = 0
try {
  for (const picture of pictures) {
    if (wanted.length > 0 && !wanted.includes(picture.name)) continue
    for (const width of widths)
      await take(browser, site.base, width, picture).catch(error => {
        failed++
        console.error(`${picture.name}-${width}: ${error.message}`)
      })
  }
} finally {
  await browser.close()
  await site.close()
}
process.exit(failed === 0 ? 0 : 1)
