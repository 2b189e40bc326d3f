// Every public page, by its links: nothing is dead, everybody has a human, nothing is fetched from elsewhere.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdContact } from '../../src/people/hold-contact.ts'
import { say } from '../../src/platform/html/say.ts'
import { splitLanguage } from '../../src/platform/http/language.ts'
import { openTestHouse, type TestHouse } from '../house.ts'
import { type Crawled, crawl, type Visited } from './crawl.ts'
import { readPage, unlabelled } from './page.ts'

let house: TestHouse
let found: Crawled
let pages: readonly Visited[]
beforeAll(async () => {
  house = await openTestHouse()
  found = await crawl(house, ['/', '/en', '/ar', '/hjaelp', '/en/hjaelp', '/ar/hjaelp'])
  pages = found.visited.filter(one => one.isPage && one.status === 200)
}, 120_000)
afterAll(async () => await house.close())

const langOf = (path: string) => splitLanguage(path).lang
const but = (test: (one: Visited) => boolean) => pages.filter(one => !test(one)).map(one => one.path)

describe('every public page', () => {
  it('is reached, and every link on it answers', () => {
    expect(found.visited.filter(one => one.status >= 400).map(one => `${one.path} (${one.status}) from ${one.from}`)).toEqual([])
    expect(found.lostPlaces).toEqual([])
    const paths = pages.map(one => one.path)
    for (const path of [
      '/',
      '/raad/udsatteraad',
      '/raad/integrationsraad/vedtaegt',
      '/bliv-medlem',
      '/nyheder',
      '/hjaelp',
      '/politik/social-og-sundhed',
      '/kontakt',
      '/tilgaengelighed',
      '/privatliv',
      '/en/raad/udsatteraad',
    ])
      expect(paths).toContain(path)
    expect(pages.length).toBeGreaterThan(60)
  })

  it('B1b: has the human block, with a name or an honest word that the name is missing', () => {
    expect(but(one => one.page.ids.has('kontakt'))).toEqual([])
    const block = (one: Visited) => readPage(one.page.from('kontakt')).text
    const honest = (one: Visited) => say(langOf(one.path), 'human.noName')
    expect(but(one => block(one).includes(honest(one)))).toEqual([])
    expect(but(one => one.page.links.some(link => link.endsWith('#kontakt')))).toEqual([])
  })

  it('has one h1, a title, a language and its direction, and headings in order', () => {
    expect(but(one => one.page.tags.filter(tag => tag.name === 'h1').length === 1)).toEqual([])
    expect(but(one => /<title>[^<]{5,}<\/title>/.test(one.html))).toEqual([])
    const root = (one: Visited) => one.page.tags.find(tag => tag.name === 'html')!.attributes
    expect(but(one => root(one).lang === langOf(one.path))).toEqual([])
    expect(but(one => /^\/(ar|ur)\b/.test(one.path) === (root(one).dir === 'rtl'))).toEqual([])
    const levels = (one: Visited) => one.page.tags.filter(tag => /^h[1-6]$/.test(tag.name)).map(tag => Number(tag.name[1]))
    expect(but(one => levels(one).every((level, i, all) => i === 0 || level <= all[i - 1]! + 1))).toEqual([])
  })

  it('fetches nothing from elsewhere, runs no script of its own making and sets no cookie', () => {
    expect(but(one => one.page.fetched.every(address => address.startsWith('/') && !address.startsWith('//')))).toEqual([])
    expect(but(one => !/<script(?![^>]*\bsrc=)[^>]*>/i.test(one.html) && !/\son[a-z]+="/i.test(one.html))).toEqual([])
    expect(found.visited.filter(one => one.headers.get('set-cookie')).map(one => one.path)).toEqual([])
    expect(but(one => (one.headers.get('content-security-policy') ?? '').startsWith("default-src 'none'"))).toEqual([])
  })

  it('labels every field of every form', () => {
    expect(pages.filter(one => one.page.fields.length > 0).length).toBeGreaterThan(3)
    expect(pages.flatMap(one => unlabelled(one.html).map(name => `${one.path}: ${name}`))).toEqual([])
    expect(unlabelled('<label for="a">A</label><input id="a" name="a"><input name="b"><label><input name="c"> C</label>')).toEqual(['b'])
  })

  it('leads outwards by https only', () => {
    expect([...found.outward].filter(([link]) => !link.startsWith('https://'))).toEqual([])
  })
})

describe('the telephone', () => {
  it('B25: 112 is a link to call on the help page, in every language', async () => {
    for (const path of ['/hjaelp', '/en/hjaelp', '/ar/hjaelp'])
      expect(pages.find(one => one.path === path)!.page.links, path).toContain('tel:112')
  })

  it('B25 B1b: once somebody answers, their name and number stand on every page, to call without any script', async () => {
    const bo = (await house.as('operator')).principal
    const { personId } = await house.as('amira')
    const hours = [{ days: ['mon', 'thu'], from: '10:00', to: '14:00' }] as never
    await house.act(holdContact, { contact: 'raad', personId, deputyId: null, phone: '00 00 00 07', email: 'raad@example.org', hours }, bo)
    await house.sql('update person set shown = true where id = $1', [personId])
    await house.act(holdContact, { contact: 'raad', personId, deputyId: null, phone: '00 00 00 07', email: 'raad@example.org', hours }, bo)
    house.house.ctx.kept.forget('', new Set(['contact_holder', 'item', 'person']))
    const missing: string[] = []
    for (const { path } of pages) {
      const block = readPage(readPage(await (await house.fetch(path)).text()).from('kontakt'))
      if (!block.links.includes('tel:00000007') || !block.text.includes('Amira Holm')) missing.push(path)
    }
    expect(missing).toEqual([])
    const block = readPage(readPage((await house.get('/')).body).from('kontakt')).text
    expect(block).toContain('Du kan skjule dit nummer')
    expect(block).toContain('Åbent nu, til kl. 14')
  })
})
