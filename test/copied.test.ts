// What is copied from the database as bytes is exactly what stands there, and only what the municipality may see.
import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keysFrom } from '../src/platform/crypto/keys.ts'
import { act, type Database, look } from '../src/platform/db/act.ts'
import { anyOf } from '../src/platform/db/any-of.ts'
import { openPools } from '../src/platform/db/connect.ts'
import { copiedRows } from '../src/platform/db/copied-rows.ts'
import type { Copied } from '../src/platform/db/copy.ts'
import { recallsNothing } from '../src/platform/db/recalled.ts'
import { uuid4 } from '../src/platform/ids.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'

const [own, other] = [uuid4(), uuid4()]
const things = { [own]: [uuid4(), uuid4(), uuid4()], [other]: [uuid4(), uuid4()] }
let clone: TestDatabase
let database: Database
beforeAll(async () => {
  clone = await cloneDatabase()
  const client = new pg.Client(clone.connection)
  await client.connect()
  for (const [municipality, ids] of Object.entries(things)) {
    await client.query("insert into municipality (id, slug, updated_at) values ($1, $2, '2026-11-09')", [
      municipality,
      municipality.slice(0, 8),
    ])
    for (const id of ids)
      await client.query("insert into thing (municipality_id, id, kind, created_at) values ($1, $2, 'voice', '2026-11-09')", [
        municipality,
        id,
      ])
  }
  await client.end()
  database = {
    pools: openPools(clone.connection, () => {}, 2),
    now: () => new Date('2026-11-09T10:00:00Z'),
    keys: keysFrom(Buffer.alloc(32, 7).fill(1, 0, 1)),
    site: () => ({ baseUrl: 'http://localhost', oidc: false, smtp: false, bounces: null, plus: false }),
    recalled: recallsNothing,
    changed: () => {},
  }
})
afterAll(async () => {
  await database.pools.close()
  await clone.drop()
})
const anyone = (municipalityId: string) => ({ kind: 'anyone', municipalityId }) as const
const who = anyone(own)
const rowsOf = (copied: Copied, query: number) =>
  [...copiedRows(copied, query)].map(row => row.map(field => field?.toString('hex') ?? null))

it('brings any bytes as they are, nothing as nothing, in the order asked, in room that is used again', async () => {
  let room: ArrayBuffer | undefined
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(fc.uint8Array({ maxLength: 300 })), { maxLength: 20 }),
      fc.integer({ min: 1, max: 300_000 }),
      async (values, long) => {
        const { value } = await look(database, who, async tx => {
          const hex = values.map(one => one && Buffer.from(one).toString('hex'))
          const rows = sql.join(hex.map((one, at) => sql`(${sql.lit(at)}, decode(${sql.lit(one)}, 'hex'))`))
          const given = sql<{ at: number }>`select one, one from (values ${rows}) as given (at, one) order by at`
          const nothing = sql`select 1 where false`
          const large = sql`select convert_to(repeat('ø', ${sql.lit(long)}), 'utf8')`
          const queries = [...(values.length > 0 ? [given] : [nothing]), nothing, large].map(one => ({ compile: () => one.compile(tx.db) }))
          return { copied: await tx.copied(queries, room), hex }
        })
        expect(rowsOf(value.copied, 0)).toEqual(value.hex.map(one => [one, one]))
        expect(rowsOf(value.copied, 1)).toEqual([])
        expect(rowsOf(value.copied, 2)).toEqual([[Buffer.from('ø'.repeat(long)).toString('hex')]])
        room = value.copied.buffer
      },
    ),
    { numRuns: 25 },
  )
})

it('T7: copies nothing of another municipality, and says which tables were read', async () => {
  const all = Object.values(things).flat()
  for (const municipality of [own, other]) {
    const { value, touched } = await look(database, anyone(municipality), tx =>
      tx.copied([
        tx.db
          .selectFrom('thing')
          .select(eb => eb.cast('id', 'text').as('id'))
          .where('id', '=', anyOf(all)),
      ]),
    )
    const ids = [...copiedRows(value, 0)].map(([id]) => id!.toString())
    expect(ids.sort()).toEqual([...things[municipality]!].sort())
    expect([...touched.read]).toEqual(['thing'])
  }
})

it('takes no parameters and no other text than ids, and a query that fails fails alone', async () => {
  const ask = (compile: (tx: Parameters<Parameters<typeof look>[2]>[0]) => { compile(): never }) =>
    look(database, who, tx => tx.copied([compile(tx)]))
  await expect(ask(tx => tx.db.selectFrom('thing').select('id').where('kind', '=', 'voice') as never)).rejects.toThrow('no parameters')
  expect(() => anyOf(["'); drop table thing; --"])).toThrow('no ids')
  await expect(ask(tx => ({ compile: () => sql`select 1 / 0`.compile(tx.db) as never }))).rejects.toThrow('division by zero')
  // The connection is as good as before, for a deed too.
  expect(await act(database, who, async tx => (await tx.db.selectFrom('thing').select('id').execute()).length, undefined)).toBe(3)
})

it('reads nothing but a copy', () => {
  const wrong = new Uint8Array(40).buffer
  expect(() => [...copiedRows({ buffer: wrong, ends: [40] }, 0)]).toThrow('no copy')
})
