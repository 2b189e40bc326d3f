// The test database itself: clones are separate, migrated, quick and removable.
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from './database.ts'

const made: TestDatabase[] = []
const clone = async (): Promise<TestDatabase> => {
  const database = await cloneDatabase()
  made.push(database)
  return database
}
afterAll(() => Promise.all(made.map(database => database.drop())))

async function ask(database: TestDatabase, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(database.connection)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('what one clone writes another does not see', async () => {
  const [one, other] = await Promise.all([clone(), clone()])
  await ask(one, 'create table only_here (id int)')
  const look = "select to_regclass('only_here') is not null as here"
  expect([await ask(one, look), await ask(other, look)]).toEqual([[{ here: true }], [{ here: false }]])
})

test('a clone is migrated', async () => {
  expect(await ask(await clone(), 'select count(*)::int > 0 as migrated from migration')).toEqual([{ migrated: true }])
})

test('a clone takes tens of milliseconds', async () => {
  await clone()
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    const began = performance.now()
    await clone()
    times.push(performance.now() - began)
  }
  console.log(`clones: ${times.map(ms => ms.toFixed(0)).join(', ')} ms`)
  expect(Math.min(...times)).toBeLessThan(200)
})

test('dropping removes the database even while somebody is connected', async () => {
  const [one, other] = [await clone(), await clone()]
  const client = new pg.Client(one.connection)
  client.on('error', () => {})
  await client.connect()
  await one.drop()
  expect(await ask(other, `select from pg_database where datname = '${one.connection.database}'`)).toEqual([])
})
