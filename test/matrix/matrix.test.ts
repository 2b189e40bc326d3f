// T6: what the house answers to everybody on every route is what the table says, and each `may` is needed for it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AnyRoute } from '../../src/platform/http/route.ts'
import { anybody } from '../../src/platform/http/route.ts'
import { rooms } from '../../src/rooms.ts'
import { openPair, type Pair } from '../isolation/pair.ts'
import { type Asker, askersOf, keyOf, withAskers } from './asking.ts'
import { danishFinder, danishTexts } from './danish.ts'
import { rememberAll } from './remembered.ts'
import { ask, blockOf, difference, type Ground, headOf, type Told, titleOf } from './table.ts'
import { makeThings } from './things.ts'

const routes: readonly AnyRoute[] = rooms.flatMap(room => room.routes)
let pair: Pair
let ground: Ground
let forget: () => void
const told = new Map<AnyRoute, Told>()

beforeAll(async () => {
  pair = await openPair()
  const things = await makeThings(pair, 'mark')
  const askers = await askersOf(pair, things)
  ground = { pair, askers, things: await withAskers(pair, things, askers), found: new Map() }
  // Nothing changes from here on: forms come too late to be taken. So what is found need not be looked for seventeen times.
  forget = rememberAll(routes)
})
afterAll(async () => {
  forget?.()
  await pair.house.close()
})

/** A route with a part of it changed while `work` runs. */
async function changed<T>(route: AnyRoute, change: Partial<AnyRoute>, work: () => Promise<T>): Promise<T> {
  const before = { ...route }
  Object.assign(route, change)
  try {
    return await work()
  } finally {
    for (const key of Object.keys(change)) if (!(key in before)) delete (route as unknown as Record<string, unknown>)[key]
    Object.assign(route, before)
  }
}

it('answers everybody on every route in every state as the table says', { timeout: 300_000 }, async () => {
  const text = [headOf(ground.askers)]
  for (const room of rooms) {
    if (room.routes.length > 0) text.push(`## ${room.name}`)
    for (const route of room.routes) {
      const all = await ask(route, ground)
      told.set(route, all)
      text.push(blockOf(route, all))
    }
  }
  expect(new Set(routes.map(titleOf)).size).toBe(routes.length)
  await expect(`${text.join('\n\n')}\n`).toMatchFileSnapshot('expected.txt')
})

it('answers no route with a fault of the house', () => {
  const faults = [...told]
    .filter(([, all]) => all.some(({ words }) => words.some(word => word.startsWith('5'))))
    .map(([route]) => titleOf(route))
  expect(faults).toEqual([])
})

it('says by what the routes declare the same as over the network', { timeout: 300_000 }, async () => {
  // The first state of each guarded route was asked both ways; taking nothing away must make no difference.
  const differing: string[] = []
  for (const route of routes.filter(one => one.may !== anybody)) {
    const other = await difference(told.get(route)!.slice(0, 1), route, ground)
    if (other) differing.push(`${titleOf(route)} ${other}`)
  }
  expect(differing).toEqual([])
})

/** An answer as it looks, but for the address that was asked for, which the one who asks knows. */
async function looksOf(route: AnyRoute, path: string, asker: Asker): Promise<string> {
  const body = new URLSearchParams({ formKey: keyOf(route, asker) }).toString()
  const form = { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }
  const answer = await asker.door.fetch(path, route.method === 'GET' ? {} : form)
  const own = new RegExp(`"(/[a-z]{2})?${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=["?#])`, 'g')
  return `${answer.status} ${JSON.stringify([...answer.headers])} ${(await answer.text()).replace(own, '"$1')}`
}
it('T6: what is out of reach and what is not there look the same to the byte: status, headers and page', { timeout: 300_000 }, async () => {
  const differing: string[] = []
  let compared = 0
  for (const [route, all] of told) {
    // For whoever is told of most things that they are not there, and for a secretary, who sees most.
    const hidden = ground.askers.map((asker, at) => ({
      asker,
      paths: all.filter(one => one.words[at] === '404').map(one => one.address.path),
    }))
    const most = [...hidden].sort((one, other) => other.paths.length - one.paths.length)[0]!
    const secretary = hidden.find(one => one.asker.name === 'secretary')!
    for (const { asker, paths } of new Set([most, secretary])) {
      const [first, ...others] = new Set(paths)
      if (others.length === 0) continue
      const look = await looksOf(route, first!, asker)
      for (const path of others) {
        compared++
        if ((await looksOf(route, path, asker)) !== look) differing.push(`${titleOf(route)} for ${asker.name}: ${path}`)
      }
    }
  }
  expect(differing).toEqual([])
  expect(compared).toBeGreaterThan(200)
  console.log(`matrix: ${compared} answers compared`)
})

it('B1b B2f: every page, form that comes back and refusal has the human block, and none says in Danish what it should say in its own language', {
  timeout: 300_000,
}, async () => {
  const texts = await danishTexts(file => import(file))
  const danishIn = danishFinder(texts, ['Ord', 'Svar'])
  const danish: string[] = []
  const alone: string[] = []
  const seen = new Map<string, number>()
  const askIn = async (lang: string, route: AnyRoute, asker: Asker, kind: string, path: string) => {
    const body = new URLSearchParams({ formKey: keyOf(route, asker) }).toString()
    const form = { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }
    const answer = await asker.door.fetch(`/${lang}${path === '/' ? '' : path}`, route.method === 'GET' ? {} : form)
    const html = (answer.headers.get('content-type') ?? '').startsWith('text/html') ? await answer.text() : ''
    if (html === '') return false
    seen.set(kind, (seen.get(kind) ?? 0) + 1)
    const what = `${titleOf(route)} ${lang} ${kind} for ${asker.name}`
    if (!html.includes(`<html lang="${lang}"`)) danish.push(`${what}: not in ${lang}`)
    for (const piece of danishIn(html)) danish.push(`${what}: ${piece}`)
    if (!/id="kontakt"/.test(html)) alone.push(what)
    return true
  }
  for (const [route, all] of told) {
    // One answer of each kind: to whoever gets it first. What a citizen meets, in every language.
    const taken = new Set<string>()
    for (const [at, asker] of ground.askers.entries())
      for (const { address, words } of all) {
        const kind = words[at]!
        if (!/^(ok|403|404|410)$/.test(kind) || taken.has(kind)) continue
        const others = kind === 'ok' && !route.path.startsWith('/arbejdsrum') ? ['ar', 'tr', 'ur'] : []
        if (await askIn('en', route, asker, kind, address.path)) taken.add(kind)
        for (const lang of others) await askIn(lang, route, asker, kind, address.path)
      }
  }
  expect(danish).toEqual([])
  expect(alone).toEqual([])
  for (const [kind, least] of Object.entries({ ok: 300, 403: 100, 404: 150 })) expect(seen.get(kind), kind).toBeGreaterThan(least)
  // A text of the lists that was left behind would be found, also with something put into it; marked as Danish it would not.
  const left = [texts.find(text => text.length > 30 && !/[{'<&]/.test(text))!, 'Du hører fra os inden 3 arbejdsdage']
  const planted = danishFinder([left[0]!, 'Du hører fra os inden {days, plural, one {# arbejdsdag} other {# arbejdsdage}}'])
  expect(planted(`<body><p>${left[0]}</p><p>${left[1]}</p><b lang="da">${left[0]}</b><i>Ord</i>`)).toEqual(left)
})

async function hiddenByLoad(route: AnyRoute): Promise<boolean> {
  const seen = await changed(route, { may: () => true, hides: false }, async () => await ask(route, ground))
  return blockOf(route, seen) === blockOf(route, told.get(route)!)
}

it('would look different without any one `may`, and without any one `hides`', { timeout: 300_000 }, async () => {
  const guarded = routes.filter(route => route.may !== anybody)
  const same = async (route: AnyRoute, change: Partial<AnyRoute>) =>
    (await changed(route, change, async () => await difference(told.get(route)!, route, ground))) === null
  const unnoticed: string[] = []
  for (const route of guarded) if (await same(route, { may: () => true })) unnoticed.push(`${titleOf(route)} without may`)
  // Where `load` finds nothing for those who may not, `hides` says the same a second time.
  for (const route of guarded.filter(one => one.hides))
    if ((await same(route, { hides: false })) && !(await hiddenByLoad(route))) unnoticed.push(`${titleOf(route)} without hides`)
  console.log(`matrix: ${routes.length} routes, ${guarded.length} guarded; ${unnoticed.length} taken away unnoticed`)
  expect(unnoticed).toEqual([])
})
