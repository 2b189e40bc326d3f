// T6: what the house answers to everybody on every route is what the table says, and each `may` is needed for it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AnyRoute } from '../../src/platform/http/route.ts'
import { anybody } from '../../src/platform/http/route.ts'
import { rooms } from '../../src/rooms.ts'
import { openPair, type Pair } from '../isolation/pair.ts'
import { type Asker, askersOf, keyOf, withAskers } from './asking.ts'
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
