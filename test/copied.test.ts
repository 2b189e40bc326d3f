// What is copied from the database as bytes is exactly what stands there, and only what the municipality may see.
import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act, type Database, look } from '../src/platform/db/act.ts'
import { copiedRows } from '../src/platform/db/copied-rows.ts'
import type { Copied } from '../src/platform/db/copy.ts'
import { packed } from '../src/platform/db/packed.ts'
import { idAt, packedRows } from '../src/platform/db/packed-rows.ts'
import { anyWanted } from '../src/platform/db/wanted.ts'
import { uuid4 } from '../src/platform/ids.ts'
import { bareDatabase } from './bare.ts'
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
  database = bareDatabase(clone, 2)
})
afterAll(async () => {
  await database.pools.close()
  await clone.drop()
})
const anyone = (municipalityId: string) => ({ kind: 'anyone', municipalityId }) as const
const who = anyone(own)
const rowsOf = (copied: Copied, query: number) => [...copiedRows(copied, query)].map(value => value?.toString('hex') ?? null)

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
          const given = sql<{ at: number }>`select one from (values ${rows}) as given (at, one) order by at`
          const nothing = sql`select 'x'::bytea where false`
          const large = sql`select convert_to(repeat('ø', ${sql.lit(long)}), 'utf8')`
          const queries = [...(values.length > 0 ? [given] : [nothing]), nothing, large].map(one => ({ compile: () => one.compile(tx.db) }))
          return { copied: await tx.copied([], queries, room), hex }
        })
        expect(rowsOf(value.copied, 0)).toEqual(value.hex)
        expect(rowsOf(value.copied, 1)).toEqual([])
        expect(rowsOf(value.copied, 2)).toEqual([Buffer.from('ø'.repeat(long)).toString('hex')])
        room = value.copied.buffer
      },
    ),
    { numRuns: 25 },
  )
})

it('packs what many rows hold, with their ids, and unpacks it as it stood', async () => {
  const bytes = fc.option(fc.uint8Array({ maxLength: 3_000 }), { freq: 8 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.uuid(), fc.uuid(), bytes), { minLength: 1, maxLength: 80 }), async given => {
      const { value: copied } = await look(database, who, async tx => {
        const { rows, piece } = packed(['of', 'id'], 'value')
        const hex = given.map(
          ([of, id, one]) =>
            sql`(${sql.lit(of)}::uuid, ${sql.lit(id)}::uuid, decode(${sql.lit(one && Buffer.from(one).toString('hex'))}, 'hex'))`,
        )
        const query = sql`select ${rows} from (values ${sql.join(hex)}) as given (of, id, value) group by ${piece}`
        return await tx.copied([], [{ compile: () => query.compile(tx.db) }])
      })
      const said = (rows: readonly (readonly [readonly string[], Uint8Array])[]) =>
        rows.map(([ids, one]) => `${ids.join(' ')} ${Buffer.from(one).toString('hex')}`).sort()
      const unpacked = [...packedRows(copied, 0, 2)].map(
        ({ piece, at, value }) => [[idAt(piece, at), idAt(piece, at + 16)], value] as const,
      )
      // What is not there is no row: only bytes are packed.
      expect(said(unpacked)).toEqual(said(given.flatMap(([of, id, one]) => (one ? [[[of, id], one] as const] : []))))
    }),
    { numRuns: 25 },
  )
})

it('T7: copies nothing of another municipality, and says which tables were read', async () => {
  const all = Object.values(things).flat()
  for (const municipality of [own, other]) {
    const { value, touched } = await look(database, anyone(municipality), tx =>
      tx.copied(all, [tx.db.selectFrom('thing').select(sql<Buffer>`uuid_send(id)`.as('id')).where('id', '=', anyWanted)]),
    )
    const ids = rowsOf(value, 0)
    expect(ids.sort()).toEqual(things[municipality]!.map(id => id.replaceAll('-', '')).sort())
    expect([...touched.read]).toEqual(['thing'])
  }
})

it('takes no parameters and no other text than ids, and a query that fails fails alone', async () => {
  const ask = (compile: (tx: Parameters<Parameters<typeof look>[2]>[0]) => { compile(): never }, ids: readonly string[] = []) =>
    look(database, who, tx => tx.copied(ids, [compile(tx)]))
  const whole = (tx: Parameters<Parameters<typeof look>[2]>[0]) => tx.db.selectFrom('thing').select('id') as never
  await expect(ask(tx => tx.db.selectFrom('thing').select('id').where('kind', '=', 'voice') as never)).rejects.toThrow('no parameters')
  await expect(ask(whole, ["'); drop table thing; --"])).rejects.toThrow('no ids')
  await expect(ask(tx => ({ compile: () => sql`select 1 / 0`.compile(tx.db) as never }))).rejects.toThrow('division by zero')
  // The connection is as good as before, for a deed too.
  expect(await act(database, who, async tx => (await tx.db.selectFrom('thing').select('id').execute()).length, undefined)).toBe(3)
})

it('reads nothing but a copy', () => {
  const wrong = new Uint8Array(40).buffer
  expect(() => [...copiedRows({ buffer: wrong, size: 40 }, 0)]).toThrow('no copy')
})
