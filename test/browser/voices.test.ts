// Telling in a real browser: what stays on the device (nothing), and pages that everybody can use.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { clusterName } from '../../src/platform/db/cluster-home.ts'
import { createLog } from '../../src/platform/log.ts'
import { answerVoice } from '../../src/voices/index.ts'
import type { SignedInVisitor } from '../isolation/pair.ts'
import { axeAt, browserPath, type OpenBrowser, openBrowser, quietly, sideways } from './browser.ts'

let open: OpenBrowser
let caseworker: SignedInVisitor
/** What the program says of its work. */
let said = ''
const heard = new Writable({
  write(chunk, _encoding, done) {
    said += String(chunk)
    done()
  },
})
beforeAll(async () => {
  open = await openBrowser({
    log: createLog('info', heard),
    config: { oidc: { issuer: 'https://login.example.org', clientId: 'raadslag', clientSecret: 'opdigtet' } },
  })
  caseworker = await open.pair.own.signedIn('Inge Prøve', ['secretary'])
}, 120_000)
afterAll(async () => await open?.close())

/** Reads for half a minute, as people do, then presses. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  open.pair.house.clock.advance(30_000)
  await Promise.all([
    page.waitForNavigation(),
    page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click(),
  ])
}

async function newest(): Promise<string> {
  const [row] = await open.pair.house.sql('select voice_id as id from voice_line order by ctid desc limit 1')
  return row!.id as string
}

/** Every path below a folder; what goes away meanwhile is left out. */
function allFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap(one => {
      const path = join(folder, one.name)
      return one.isDirectory() ? allFiles(path) : one.isFile() ? [path] : []
    })
  } catch {
    return []
  }
}
/** Files written since then: a temporary folder may hold half a million others, which `find` passes by faster than we do. */
function newFiles(folder: string, since: number): string[] {
  const minutes = Math.ceil((Date.now() - since) / 60_000) + 1
  const { stdout, error } = spawnSync('find', [folder, '-type', 'f', '-mmin', `-${minutes}`, '-print0'], { maxBuffer: 2 ** 28 })
  if (error) throw error
  return stdout
    .toString()
    .split('\0')
    .filter(file => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= since)
}
/** Those of the files that hold one of the words, as bytes of UTF-8 or UTF-16. */
function filesWith(files: readonly string[], words: readonly string[]): string[] {
  const wanted = words.flatMap(word => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')])
  return files.filter(file => {
    try {
      const bytes = readFileSync(file)
      return wanted.some(word => bytes.includes(word))
    } catch {
      // A file that has gone.
      return false
    }
  })
}

interface Walk {
  readonly canaries: readonly string[]
  readonly code: string
  readonly asked: readonly string[]
}
/** Tells, keeps the code, is answered, comes back with it, writes again, leaves. `leak` plants a fault on the page where one tells. */
async function walk(context: BrowserContext, leak?: (page: Page) => Promise<void>, back = 0): Promise<Walk> {
  const canaries = ['kanariefugl', 'solsort', 'stillits'].map(bird => `${bird}${Math.random().toString(36).slice(2)}q`)
  const asked: string[] = []
  context.on('request', request => void asked.push(request.url()))
  const page = await context.newPage()
  await page.goto(`${open.origin}/fortael`)
  await page.getByLabel('Hvad vil du fortælle?').fill(canaries[0]!)
  await leak?.(page)
  await press(page, 'Send')
  const code = (await page.locator('#kode').innerText()).trim()
  await press(page, 'Ja, jeg har den')
  const { house } = open.pair
  await house.act(answerVoice, { voiceId: await newest(), text: `Svar ${canaries[2]}` }, caseworker.principal)
  await page.goto(`${open.origin}/kvittering`)
  await page.getByLabel('Din kode').fill(code)
  await press(page, 'Vis')
  expect(await page.locator('main').innerText()).toContain(canaries[0])
  expect(await page.locator('main').innerText()).toContain(canaries[2])
  await page.getByLabel('Dine ord').fill(canaries[1]!)
  await press(page, 'Send')
  expect(await page.locator('main').innerText()).toContain(canaries[1])
  expect(await page.title()).not.toContain('henvendelse')
  await page.locator('a.exit').click()
  // The neutral page lies outside this machine: whether it answers or not, ours is gone.
  await expect.poll(() => page.url().startsWith(open.origin), { timeout: 10_000 }).toBe(false)
  for (let step = 0; step < back; step++) {
    await page.goBack({ timeout: 5_000 }).catch(() => {})
    const seen = await page.content().catch(() => '')
    for (const word of [...canaries, code]) expect(seen).not.toContain(word)
  }
  await page.close()
  return { canaries, code, asked }
}

/** Tells at a computer that many use: the warning comes in its time, over what one reads, and one press keeps the page. */
async function tellShared(context: BrowserContext): Promise<{ canaries: string[]; code: string }> {
  const canary = `gærdesmutte${Math.random().toString(36).slice(2)}q`
  const page = await context.newPage()
  const first = await page.goto(`${open.origin}/fortael/faelles`)
  expect(first!.headers().refresh).toBe('600; url=/fortael/faelles/slut')
  const warned = async (second: number) => {
    await page.evaluate(at => {
      for (const one of document.getAnimations()) one.currentTime = at
    }, second * 1_000)
    return await page.locator('.soon').isVisible()
  }
  expect([await warned(0), await warned(479), await warned(482)]).toEqual([false, false, true])
  await page.getByLabel('Hvad vil du fortælle?').fill(canary)
  await press(page, 'Jeg er her stadig')
  expect(await page.getByLabel('Hvad vil du fortælle?').inputValue()).toBe(canary)
  expect(await warned(0)).toBe(false)
  await press(page, 'Send')
  const code = (await page.locator('#kode').innerText()).trim()
  expect([await warned(479), await warned(482)]).toEqual([false, true])
  await press(page, 'Ja, jeg har den')
  await page.goto(`${open.origin}/fortael/faelles/slut`)
  await page.goBack({ timeout: 5_000 }).catch(() => {})
  for (const word of [canary, code]) expect(await page.content().catch(() => '')).not.toContain(word)
  await page.close()
  return { canaries: [canary], code }
}

describe('T1: what stays behind', () => {
  const walked = async (leak?: Parameters<typeof walk>[1]) => {
    const profile = mkdtempSync(join(tmpdir(), 'raadslag-profile-'))
    const context = await chromium.launchPersistentContext(profile, { executablePath: browserPath(), args: quietly, locale: 'da-DK' })
    const { asked, ...first } = await walk(context, leak)
    const shared = leak ? { canaries: [], code: first.code } : await tellShared(context)
    await context.close()
    const canaries = [...first.canaries, ...shared.canaries]
    const codes = [first.code, shared.code].flatMap(code => [code, code.replaceAll('-', '')])
    const found = filesWith(allFiles(profile), [...canaries, ...codes])
    const cookies = filesWith(allFiles(profile), ['raadslag='])
    rmSync(profile, { recursive: true, force: true })
    return { canaries, codes, asked, found, cookies }
  }

  it('A4: told, answered and told again at a shared computer: the profile, log, letters and files hold none of the words and no code; nobody else was asked', {
    timeout: 120_000,
  }, async () => {
    const begun = Date.now() - 1_000
    const from = said.length
    const { canaries, codes, asked, found, cookies } = await walked()
    const words = [...canaries, ...codes]
    expect(found).toEqual([])
    expect(cookies).toEqual([])
    expect(asked.filter(url => !url.startsWith(open.origin) && url !== 'https://www.dmi.dk/')).toEqual([])
    // Nor does this side keep them in the clear: every table, every letter, the files of the database, the temporary folder.
    const { house } = open.pair
    await house.sql('checkpoint')
    const tables = await house.sql(
      "select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace::regnamespace::text in ('public', 'keys')",
    )
    for (const { name } of tables) {
      const rows = JSON.stringify(await house.sql(`select t::text as row from ${name} t`))
      for (const word of words) expect(rows.includes(word) || rows.includes(Buffer.from(word).toString('hex'))).toBe(false)
    }
    const letters = JSON.stringify(await house.outbox())
    for (const word of words) expect(letters.includes(word) || said.includes(word)).toBe(false)
    // The log was listened to: a line put there now is heard.
    open.pair.house.house.ctx.log.info('note', { reason: words[0]! })
    expect(said.slice(from)).toContain(words[0])
    const [{ oid }] = (await house.sql('select oid from pg_database where datname = current_database()')) as [{ oid: number }]
    // Beside it stand the databases of whole sites, which are not asked here.
    const cluster = join(inject('testCluster').folder, clusterName)
    const data = readdirSync(cluster, { recursive: true, encoding: 'utf8' }).filter(
      name => name.endsWith(`base/${oid}`) || name.endsWith('pg_wal'),
    )
    expect(data.length).toBe(2)
    for (const folder of data) expect(filesWith(allFiles(join(cluster, folder)), words)).toEqual([])
    // Of the temporary folder nothing but a note put there to be found.
    const below = mkdtempSync(join(tmpdir(), 'raadslag-note-'))
    writeFileSync(join(below, 'note'), `Opdigtet: ${codes[0]}`)
    const left = filesWith(newFiles(tmpdir(), begun), words).filter(file => !file.includes('raadslag-profile-'))
    expect(left).toEqual([join(below, 'note')])
    rmSync(below, { recursive: true })
  })

  it('A4: ten steps back after leaving show nothing of it', { timeout: 120_000 }, async () => {
    const context = await open.window()
    await walk(context, undefined, 10)
    await context.close()
  })

  it('a form that the browser may write down would be noticed', { timeout: 120_000 }, async () => {
    const { found } = await walked(async page => await page.evaluate(() => document.querySelector('[name=blank]')?.remove()))
    expect(found.length).toBeGreaterThan(0)
  })
})

describe('pages everybody can use', () => {
  it('B1: told, answered, read and written again on a small phone without script; the exit is the second stop and always in view', {
    timeout: 120_000,
  }, async () => {
    const context = await open.window({ javaScriptEnabled: false, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
    const page = await context.newPage()
    await page.goto('/ar/fortael')
    expect(await sideways(page)).toBe(0)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    await page.locator('textarea').fill('أحتاج إلى مساعدة')
    await press(page, 'قل المزيد قبل الإرسال')
    expect(await sideways(page)).toBe(0)
    await press(page, 'التالي')
    await press(page, 'راجع ما كتبت')
    expect(await page.locator('main').innerText()).toContain('أحتاج إلى مساعدة')
    await press(page, 'أرسل')
    const code = (await page.locator('#kode').innerText()).trim()
    expect(new URL(page.url()).pathname).toBe('/ar/fortael')
    expect(await sideways(page)).toBe(0)
    const { house } = open.pair
    await house.act(answerVoice, { voiceId: await newest(), text: 'Ja, vi hjælper.' }, caseworker.principal)
    await page.goto('/ar/kvittering')
    await page.locator('input[name=code]').fill(code.toLowerCase().replaceAll('-', ' '))
    await press(page, 'اعرض')
    expect(await page.locator('main').innerText()).toContain('Ja, vi hjælper.')
    expect(await sideways(page)).toBe(0)
    await context.close()
  })

  it("WCAG 2.2 AA at 360 and 1280 px: each page of telling, the receipt, the talk, and the staff's", { timeout: 180_000 }, async () => {
    const narrow = { width: 360, height: 800 }
    const context = await open.window({ viewport: narrow }, undefined)
    const page = await context.newPage()
    const faults: string[] = []
    const looked = async (at: Page, what: string) => void faults.push(...(await axeAt(at, [1280, 360])).map(fault => `${what}: ${fault}`))
    const look = (what: string) => looked(page, what)
    await page.goto('/fortael')
    await look('start')
    // Out of the site within the first stops, and in view also at the foot of the page.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('exit')
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    expect(await page.locator('a.exit').isVisible()).toBe(true)
    await press(page, 'Send')
    await look('start with errors')
    await page.locator('textarea').fill('Til det tilgængelige')
    await page.locator('summary', { hasText: 'Under 18?' }).click()
    await press(page, 'Jeg skriver for en anden')
    await look('on behalf')
    await page.locator('summary', { hasText: 'Under 18?' }).click()
    await press(page, 'Jeg er under 18 år')
    await look('young')
    await page.locator('summary', { hasText: 'Under 18?' }).click()
    await press(page, 'Jeg arbejder i kommunen')
    await look('worker')
    await page.locator('summary', { hasText: 'Under 18?' }).click()
    await press(page, 'Jeg skriver for mig selv')
    await press(page, /Sig mere/)
    await look('more')
    await press(page, 'Videre')
    await page.getByLabel('Ring til mig').check()
    await look('reply')
    await page.getByLabel('Her på siden, med en kode').check()
    await press(page, 'Se det igennem')
    await look('summary')
    await press(page, 'Send')
    await look('receipt')
    // Large: a quarter larger than the words of the page, at the least.
    const sizes = await page.evaluate(() =>
      ['#kode', 'main ol li'].map(one => Number.parseFloat(getComputedStyle(document.querySelector(one)!).fontSize)),
    )
    expect(sizes[0]! / sizes[1]!).toBeGreaterThanOrEqual(1.25)
    const code = (await page.locator('#kode').innerText()).trim()
    await press(page, 'Jeg kan ikke gemme den')
    await look('lost')
    await press(page, 'Vis koden igen')
    await press(page, 'Ja, jeg har den')
    await look('kept')
    await page.goto('/kvittering')
    await look('door')
    await page.getByLabel('Din kode').fill(code)
    await press(page, 'Vis')
    await look('talk')
    await press(page, 'Vis alt')
    await look('everything')
    await press(page, 'Tilbage til samtalen')
    await press(page, 'Luk siden')
    await look('left')
    // Who comes by for the answer sees no code and has none on paper, until they ask for one.
    await page.goto('/fortael')
    await page.locator('textarea').fill('Jeg kommer forbi')
    await press(page, /Sig mere/)
    await press(page, 'Videre')
    await page.getByLabel('Jeg kommer forbi').check()
    await press(page, 'Se det igennem')
    await press(page, 'Send')
    await look('receipt without a code')
    const printed = async () => {
      await page.emulateMedia({ media: 'print' })
      const seen = [await page.locator('#kode').isVisible(), await page.locator('h1').isVisible()]
      await page.emulateMedia({ media: 'screen' })
      return seen
    }
    expect([await page.locator('#kode').isVisible(), ...(await printed())]).toEqual([false, false, true])
    await page.locator('summary', { hasText: 'også have en kode' }).click()
    expect([await page.locator('#kode').isVisible(), ...(await printed())]).toEqual([true, true, false])
    await look('receipt with a code after all')
    await page.goto('/fortael/faelles')
    await look('shared')
    await context.close()
    const inside = await open.window({ viewport: narrow }, caseworker)
    const staff = await inside.newPage()
    for (const path of ['/arbejdsrum/henvendelser', '/arbejdsrum/henvendelser/ny', '/arbejdsrum/henvendelser/soeg']) {
      await staff.goto(path)
      await looked(staff, path)
    }
    await staff.goto('/arbejdsrum/henvendelser')
    await Promise.all([staff.waitForNavigation(), staff.locator('.threefold a').first().click()])
    for (const summary of await staff.locator('summary').all()) await summary.click()
    await looked(staff, 'one voice')
    await inside.close()
    expect(faults).toEqual([])
  })
})
