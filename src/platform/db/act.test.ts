// What a deed did is kept, or whoever asked for it hears that it is not: also when the deed itself swallowed the fault.
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, proevby, type TestHouse } from '../../../test/house.ts'
import { newThing } from '../journal.ts'
import type { Tx } from './act.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ municipalities: [proevby] })
})
afterAll(async () => await house.close())

const things = async () => Number((await house.sql('select count(*) as n from thing'))[0]!.n)
const broken = (tx: Tx) => sql`select 1 / 0`.execute(tx.db)

test('a deed that swallows a fault of the database is not told to be done, and nothing after the commit runs', async () => {
  const before = await things()
  let told = false
  const deed = async (tx: Tx) => {
    tx.afterCommit(() => {
      told = true
    })
    await newThing(tx, 'candidate')
    await broken(tx).catch(() => {})
    return 'done'
  }
  await expect(house.act(deed, undefined)).rejects.toThrow(/nothing was kept.*ROLLBACK/)
  expect(told).toBe(false)
  expect(await things()).toBe(before)
  // The connection is whole again: the same pool keeps the next one.
  await house.act(async tx => await newThing(tx, 'candidate'), undefined)
  expect(await things()).toBe(before + 1)
})

test('the other way round: PostgreSQL itself answers the commit after a fault without any error', async () => {
  const client = new pg.Client(house.house.ctx.database.pools.app.options)
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select 1 / 0').catch(() => {})
    expect((await client.query('commit')).command).toBe('ROLLBACK')
  } finally {
    await client.end()
  }
})
