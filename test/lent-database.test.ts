// A test's database, given back: the next house finds every row as the first one did, and never one that was changed otherwise.
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { openTestHouse, proevby, type TestHouse } from './house.ts'

let house: TestHouse
afterEach(async () => await house?.close())
const open = async () => {
  house = await openTestHouse({ municipalities: [proevby] })
  return String((await house.sql('select current_database() as name'))[0]!.name)
}
/** Closes it, and opens another: the name of its database. */
const next = async () => {
  await house.close()
  return await open()
}
const tables = async () =>
  (
    await house.sql(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    )
  ).map(row => String(row.name))
/** Every row of every table, in words. */
async function print(): Promise<string[]> {
  const texts: string[] = []
  for (const name of await tables())
    for (const row of await house.sql(`select t::text as row from ${name} t order by 1`)) texts.push(`${name} ${row.row}`)
  return texts
}

test('what people did is gone: new rows, changed ones and erased ones', async () => {
  const name = await open()
  const first = await print()
  expect(first.length).toBeGreaterThan(20)
  await house.as('secretary')
  await house.sql('update person set name = name || $1', [' (ændret)'])
  await house.sql('delete from item')
  expect(await print()).not.toEqual(first)
  expect(await next()).toBe(name)
  expect(await print()).toEqual(first)
  // Whoever was signed in before is nobody now.
  expect(await house.sql('select from session')).toEqual([])
})

test('whatever is done to whichever tables, every row comes back', { timeout: 120_000 }, async () => {
  await open()
  const first = await print()
  const all = await tables()
  const done = fc.array(fc.record({ table: fc.constantFrom(...all), how: fc.constantFrom('erase', 'half', 'touch', 'double') }), {
    maxLength: 6,
  })
  const statement = (table: string, how: string) =>
    ({
      erase: `delete from ${table}`,
      half: `delete from ${table} where abs(hashtext(${table}::text)) % 2 = 0`,
      touch: `update ${table} set municipality_id = municipality_id`,
      double: `insert into ${table} select * from ${table} on conflict do nothing`,
    })[how]!
  await fc.assert(
    fc.asyncProperty(done, async changes => {
      await house.sql(`set session_replication_role = replica`)
      // A table without a municipality is touched in no such way.
      for (const { table, how } of changes) await house.sql(statement(table, how)).catch(() => {})
      await next()
      expect(await print()).toEqual(first)
      expect(await house.sql('show session_replication_role')).toEqual([{ session_replication_role: 'origin' }])
    }),
    { numRuns: 12 },
  )
})

test.each([
  'alter table item add column planted int',
  'create table planted (id int)',
  'create schema planted',
  'alter table item disable row level security',
  "create function planted() returns int language sql as 'select 1'",
  'drop trigger tell_changed on person',
])('planted: %s: nobody is lent such a database', async change => {
  const name = await open()
  await house.sql(change)
  expect(await next()).not.toBe(name)
})

test('planted: a connection that somebody still holds', { timeout: 30_000 }, async () => {
  const name = await open()
  const client = await house.house.store.pools.app.connect()
  await client.query('begin')
  expect(await next()).not.toBe(name)
  await expect(client.query('select 1')).rejects.toThrow()
  client.release(true)
})

test('two houses at once never have the same database', async () => {
  const name = await open()
  const other = await openTestHouse({ municipalities: [proevby] })
  expect(await other.sql('select current_database() as name')).not.toEqual([{ name }])
  await other.close()
})
