// What a deed did is kept, or whoever asked for it hears that it is not: also when the deed itself swallowed the fault.
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, proevby, type TestHouse } from '../../../test/house.ts'
import { uuid7 } from '../ids.ts'
import { newThing } from '../journal.ts'
import { tell } from '../mail/outbox.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from './act.ts'
import { inserting } from './held.ts'

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

test('a letter is of its deed: a deed that fails after it wrote one leaves neither, whatever else was asked meanwhile', async () => {
  const letters = async () => (await house.outbox()).length
  const write = async (tx: Tx) => {
    const about = await newThing(tx, 'candidate')
    return await tell(tx, { about, to: 'x@example.org', subject: 'Opdigtet', text: 'Opdigtet', language: 'da', signedBy: 'Amira Holm' })
  }
  const seen = async (tx: Tx) => (await tx.db.selectFrom('letter').select('id').execute()).length
  const before = [await things(), await letters()]
  // Held back still; written already, and read in the same transaction; refused as a citizen's mistake; broken by the database.
  const faults: ((tx: Tx) => Promise<unknown>)[] = [
    () => Promise.reject(new Error('planted')),
    async tx => {
      expect(await seen(tx)).toBe(1)
      throw new Error('planted')
    },
    () => Promise.reject(new Refusal({ da: 'planted', en: 'planted' })),
    broken,
  ]
  for (const fault of faults) {
    const deed = async (tx: Tx) => {
      await write(tx)
      await fault(tx)
    }
    await expect(house.act(deed, undefined)).rejects.toThrow()
    expect([await things(), await letters()]).toEqual(before)
  }
  await house.act(write, undefined)
  expect([await things(), await letters()]).toEqual([before[0]! + 1, before[1]! + 1])
})

test('a deed that asks nothing leaves whole and is answered once; its fault is told, nothing of it is kept, and the connection serves the next', async () => {
  const { app } = house.house.ctx.database.pools
  // A new connection has prepared nothing.
  while (app.idleCount > 0) (await app.connect()).release(true)
  const client = await app.connect()
  const { connection } = client as unknown as { connection: NodeJS.EventEmitter }
  client.release()
  let answers = 0
  connection.on('readyForQuery', () => answers++)
  const answersTo = async (deed: (tx: Tx) => Promise<unknown>) => {
    answers = 0
    await house.act(deed, undefined)
    return answers
  }
  const given = { id: uuid7(new Date()), kind: 'candidate', created_at: new Date() }
  const write = (id: string, municipality?: string) => async (tx: Tx) =>
    tx.hold(inserting('thing', [{ municipality_id: municipality ?? tx.municipalityId, ...given, id }]))
  const fresh = () => write(uuid7(new Date()))
  // The first time it is prepared: begin, write and commit are answered each by itself.
  const first = uuid7(new Date())
  await answersTo(write(first))
  // The very first that leaves whole is refused: what it was to prepare is prepared by the next.
  await expect(house.act(write(first), undefined)).rejects.toMatchObject({ code: '23505' })
  const before = await things()
  expect(await answersTo(fresh())).toBe(1)
  expect(await answersTo(write(given.id))).toBe(1)
  expect(await answersTo(async () => 'neither asks nor writes')).toBe(0)
  const left = async () => (await client.query(`select current_setting('app.municipality', true) as left`)).rows[0].left
  expect(await left()).toBe('')
  await expect(house.act(write(given.id), undefined)).rejects.toMatchObject({ code: '23505', constraint: 'thing_pkey' })
  await expect(house.act(write(uuid7(new Date()), uuid7(new Date())), undefined)).rejects.toMatchObject({ code: '42501' })
  // A value that cannot be written is a fault before anything is sent, and nobody waits for ever.
  const round: Record<string, unknown> = {}
  round.round = round
  await expect(house.act(write(uuid7(new Date()), round as never), undefined)).rejects.toThrow(/circular/)
  expect(await left()).toBe('')
  // A question nobody waits for, at whatever step of its deed's end it comes: it is of the deed or refused, and begins nothing on a connection given back.
  const later = async (steps: number) => {
    for (let step = 0; step < steps; step++) await undefined
  }
  const ends = new Set<unknown>()
  for (let at = 0; at < 32; at++) {
    const asked: Promise<unknown>[] = []
    const ask = async (tx: Tx) => {
      const question = later(at >> 3).then(() => tx.db.selectFrom('thing').select('id').where('id', '=', given.id).execute())
      asked.push(
        question.then(
          rows => rows.length,
          ({ code }) => code,
        ),
      )
      await later(at & 7)
    }
    await house.act(ask, undefined)
    for (const end of asked) ends.add(await end)
    expect(await left(), `${at}`).toBe('')
  }
  expect(ends).toEqual(new Set(['22P02', 1]))
  // What is asked sees the municipality's rows and is one of four answers; what is written behind it stays.
  const asks = async (tx: Tx) => {
    expect(await tx.db.selectFrom('thing').select('id').where('id', '=', given.id).execute()).toHaveLength(1)
    await fresh()(tx)
  }
  expect(await answersTo(asks)).toBe(4)
  expect(await answersTo(fresh())).toBe(1)
  expect(await things()).toBe(before + 4)
})
