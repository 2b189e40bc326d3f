// T7: hundreds of random requests in one municipality; not a byte of what stands in the other comes back.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AnyRoute } from '../../src/platform/http/route.ts'
import { roles } from '../../src/platform/principal.ts'
import { rooms } from '../../src/rooms.ts'
import type { Door } from '../door.ts'
import { addressesOf } from '../matrix/addresses.ts'
import { makeThings, type Things } from '../matrix/things.ts'
import { openPair, type Pair } from './pair.ts'
import { loosen, ofMunicipalities, plant, type Table, tablesOf } from './tables.ts'

const mark = 'Kanariefugl9c41e7'
const routes: readonly AnyRoute[] = rooms.flatMap(room => room.routes)
let pair: Pair
let things: Things
let doors: readonly Pick<Door, 'fetch' | 'post'>[]
let tables: readonly Table[]
/** Ids and slugs of everything in the other municipality, and of some things here. */
let values: readonly string[]

beforeAll(async () => {
  pair = await openPair()
  const { house, own, other } = pair
  things = await makeThings(pair, mark)
  tables = await tablesOf(house.sql)
  await loosen(house.sql)
  await markAll()
  await plant(house.sql, tables, other.tenant.id, mark)
  doors = [
    own.door(null),
    await own.signedIn('Alle Roller', roles),
    await own.signedIn('Amira Holm', ['secretary']),
    await own.signedIn('Rut Færch', ['auditor']),
    await own.signedIn('Bo Lind', ['operator']),
    await own.subjectOf(things.subject),
  ]
  const theirs = await house.sql('select id::text from thing where municipality_id = $1', [other.tenant.id])
  const slugs = await house.sql('select slug from item where municipality_id = $1', [other.tenant.id])
  const mine = await house.sql('select id::text from thing where municipality_id = $1 limit 20', [own.tenant.id])
  values = [...theirs, ...mine]
    .map(row => row.id as string)
    .concat(slugs.map(row => row.slug as string).filter(slug => !slug.includes(mark)))
  house.house.ctx.kept.forget('', new Set(tables.map(table => table.name)))
})
afterAll(async () => await pair.house.close())

/** Puts the mark into every free text of the other municipality: columns no rule names, and every sentence of its data. */
async function markAll(): Promise<void> {
  const { house, other } = pair
  for (const table of ofMunicipalities(tables)) {
    for (const column of table.columns.filter(one => one.type === 'text' && !one.bound))
      await house.sql(`update ${table.name} set ${column.name} = ${column.name} || ' ${mark}' where municipality_id = $1`, [
        other.tenant.id,
      ])
  }
  for (const table of ['item', 'item_version']) {
    const rows = await house.sql(`select ctid::text, content from ${table} where municipality_id = $1`, [other.tenant.id])
    for (const row of rows)
      await house.sql(`update ${table} set content = $1 where ctid = $2::tid and municipality_id = $3`, [
        JSON.stringify(marked(row.content)),
        row.ctid,
        other.tenant.id,
      ])
  }
}
/** Words of one piece (slugs, codes, dates) stay; sentences and names get the mark. */
function marked(value: unknown): unknown {
  if (typeof value === 'string') return value.includes(' ') ? `${value} ${mark}` : value
  if (Array.isArray(value)) return value.map(marked)
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, marked(one)]))
  return value
}

/** Chance that can be run again. */
function chanceOf(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, one: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]! }
}

/** Asks at random as people of this municipality; the addresses whose answer carried the mark. */
async function ask(times: number, seed: number, only: (route: AnyRoute) => boolean = () => true): Promise<string[]> {
  const { next, one } = chanceOf(seed)
  const found: string[] = []
  const words = ['Kanariefugl', 'zofia', 'havn', 'a', '', '%', "' or 1=1 --", '../../nordhavre']
  const languages = ['', '', '/en', '/ar']
  const asked = routes.filter(only)
  for (let n = 0; n < times; n++) {
    const route = one(asked)
    const known = one(addressesOf(route.path, things)).path
    const path = next() < 0.5 ? known : route.path.replace(/:\w+(\{.*?\}+)?/g, () => encodeURIComponent(one(values)))
    const door = one(doors)
    const query =
      next() < 0.4 ? `?${new URLSearchParams({ [one(['q', 'soeg', 'side', 'hvis', 'raad', 'til'])]: one([...words, ...values]) })}` : ''
    const address = `${one(languages)}${path}${query}`
    const fields = Object.fromEntries(
      ['id', 'person', 'council', 'candidate', 'name', 'email', 'til', 'code', 'q'].map(name => [name, one([...words, ...values])]),
    )
    const response = route.method === 'GET' ? await door.fetch(address) : await door.post(address, fields)
    const text = 'body' in response && typeof response.body === 'string' ? response.body : await (response as Response).text()
    const headers: string[] = []
    response.headers.forEach(value => void headers.push(value))
    if (text.includes(mark) || headers.some(value => value.includes(mark))) found.push(`${route.method} ${address}`)
  }
  return found
}

it('gives 0 bytes of the other municipality, whoever asks for whatever', { timeout: 300_000 }, async () => {
  expect(await ask(500, 20261109)).toEqual([])
})

it('would be seen: at its own address the other municipality shows its marks', async () => {
  const { body, status } = await pair.other.door(null).get('/raad/brugerraadet')
  expect([status, body.includes(mark)]).toEqual([200, true])
})

it('would be seen: with the rules of one table off, random requests find the marks', { timeout: 300_000 }, async () => {
  const { house } = pair
  await house.sql('alter table item disable row level security')
  house.house.ctx.kept.forget('', new Set(['item', 'municipality']))
  expect((await ask(60, 7, route => route.method === 'GET')).length).toBeGreaterThan(0)
  await house.sql('alter table item enable row level security')
})
