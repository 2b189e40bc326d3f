// The test database itself: clones are separate, migrated, quick and removable.

import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { openPools } from '../src/platform/db/connect.ts'
import { oneAtATime } from '../src/platform/db/open.ts'
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

test('R1: whoever starts while another does the first start waits longer than a deed may, and its connection is as strict as before', async () => {
  const clone = await cloneDatabase()
  const [first, second] = [openPools(clone.connection, () => {}, 1), openPools(clone.connection, () => {}, 1)]
  try {
    const order: string[] = []
    let begun = () => {}
    const under = new Promise<void>(done => {
      begun = done
    })
    const slow = oneAtATime(first, async () => {
      begun()
      // A deed gives up after five seconds.
      await new Promise(done => setTimeout(done, 5_500))
      order.push('first')
    })
    await under
    await oneAtATime(second, async () => void order.push('second'))
    await slow
    expect(order).toEqual(['first', 'second'])
    const { rows } = await second.app.query(
      "select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement",
    )
    expect(rows).toEqual([{ lock: '5s', statement: '10s' }])
  } finally {
    await Promise.all([first.close(), second.close()])
    await clone.drop()
  }
})
