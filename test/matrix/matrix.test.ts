// T6: what the house answers to everybody on every route is what the table says, and each `may` is needed for it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AnyRoute } from '../../src/platform/http/route.ts'
import { anybody } from '../../src/platform/http/route.ts'
import { rooms } from '../../src/rooms.ts'
import { openPair, type Pair } from '../isolation/pair.ts'
import { type Asker, askersOf, withAskers } from './asking.ts'
import { blockOf, difference, headOf, titleOf } from './table.ts'
import { makeThings, type Things } from './things.ts'

const routes: readonly AnyRoute[] = rooms.flatMap(room => room.routes)
let pair: Pair
let things: Things
let askers: readonly Asker[]
const blocks = new Map<AnyRoute, string>()

beforeAll(async () => {
  pair = await openPair()
  things = await makeThings(pair, 'mark')
  askers = await askersOf(pair, things)
  things = await withAskers(pair, things, askers)
})
afterAll(async () => await pair.house.close())

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

it('answers everybody on every route in every state as the table says', { timeout: 120_000 }, async () => {
  const text = [headOf(askers)]
  for (const room of rooms) {
    if (room.routes.length > 0) text.push(`## ${room.name}`)
    for (const route of room.routes) {
      const block = await blockOf(route, askers, things)
      blocks.set(route, block)
      text.push(block)
    }
  }
  expect(new Set(routes.map(titleOf)).size).toBe(routes.length)
  await expect(`${text.join('\n\n')}\n`).toMatchFileSnapshot('expected.txt')
})

it('answers no route with a fault of the house', () => {
  const faults = [...blocks].filter(([, block]) => /\b5\d\d\b/.test(block)).map(([route]) => titleOf(route))
  expect(faults).toEqual([])
})

it('is said by `may` alone as well, where a thing was already hidden by not being found', { timeout: 120_000 }, async () => {
  const guarded = routes.filter(route => route.may !== anybody)
  const differing: string[] = []
  for (const route of guarded) {
    const other = await difference(blocks.get(route)!, route, { pair, askers, things })
    if (other) differing.push(`${titleOf(route)} ${other}`)
  }
  expect(differing).toEqual([])
})

it('would look different without any one `may`, and without any one `hides`', { timeout: 120_000 }, async () => {
  const guarded = routes.filter(route => route.may !== anybody)
  const same = async (route: AnyRoute, change: Partial<AnyRoute>) =>
    (await changed(route, change, async () => await difference(blocks.get(route)!, route, { pair, askers, things }))) === null
  const unnoticed: string[] = []
  for (const route of guarded) if (await same(route, { may: () => true })) unnoticed.push(`${titleOf(route)} without may`)
  for (const route of guarded.filter(one => one.hides))
    if (await same(route, { hides: false })) unnoticed.push(`${titleOf(route)} without hides`)
  console.log(`matrix: ${routes.length} routes, ${guarded.length} guarded; ${unnoticed.length} taken away unnoticed`)
  expect(unnoticed).toEqual([])
})
