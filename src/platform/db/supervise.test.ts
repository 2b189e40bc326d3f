// The embedded database as seen from outside: first start, warm start, adoption, death, several users, refusals.
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { ask, prepareGround, until } from '../../../test/supervised.ts'
import { clusterName } from './cluster-home.ts'
import { bornAt, standingIn } from './cluster-process.ts'
import { refuseUnsafeStore } from './supervise.ts'

const root = process.getuid?.() === 0
const ground = prepareGround()
const { settled, start, another, newFolder, events } = ground
afterEach(ground.endTest)
afterAll(ground.endAll)

test('first start: UTF-8, Danish order, checksums, durable, no way in over the network', async () => {
  const db = await start(settled)
  const names = ['datlocprovider', 'datlocale', 'pg_encoding_to_char(encoding) as encoding'].join(', ')
  expect(await ask(db, `select ${names} from pg_database where datname = current_database()`)).toEqual([
    { datlocprovider: 'i', datlocale: 'da-DK', encoding: 'UTF8' },
  ])
  const order = await ask(db, `select x from unnest(array['Å','B','Ø','Æ','z','a','Aa']) x order by x`)
  expect(order.map(row => row.x).join(' ')).toBe('a B z Æ Ø Å Aa')
  const settings = await ask(
    db,
    `select name, setting from pg_settings where name in ('data_checksums','fsync','full_page_writes','listen_addresses') order by name`,
  )
  expect(settings.map(row => `${row.name}=${row.setting}`)).toEqual([
    'data_checksums=on',
    'fsync=on',
    'full_page_writes=on',
    'listen_addresses=',
  ])
  await expect(refuseUnsafeStore(sql => ask(db, sql))).resolves.toBeUndefined()
  expect(statSync(db.connection.host).mode & 0o777).toBe(0o700)
  expect(Buffer.byteLength(path.join(db.connection.host, `.s.PGSQL.${db.connection.port}`))).toBeLessThanOrEqual(107)
  if (root) expect(statSync(`/proc/${db.pid()}`).uid).not.toBe(0)
})

test('a second start is warm, and stop() leaves no process', async () => {
  const first = await start(settled)
  await first.stop()
  expect([bornAt(first.pid()), standingIn(path.join(settled, clusterName))]).toEqual([undefined, []])
  const second = await start(settled)
  console.log(`warm start: ${second.readyMs} ms`)
  expect(second.readyMs).toBeLessThan(1200)
  expect(second.adopted).toBe(false)
})

test('R1: after kill -9 of our process the postmaster is adopted with all it has stored', async () => {
  const ours = another(settled)
  const [, pid] = (await ours.said).split(' ')
  ours.child.kill('SIGKILL')
  await until(() => bornAt(ours.child.pid!) === undefined)
  const db = await start(settled)
  expect([db.adopted, db.pid()]).toEqual([true, Number(pid)])
  await db.stop()
  expect(bornAt(Number(pid))).toBeUndefined()
})

test('R2: when the database is killed with -9 it comes back by itself and keeps what it confirmed', async () => {
  const db = await start(settled)
  await ask(db, 'create table if not exists kept (at int)')
  for (let round = 1; round <= 3; round++) {
    await ask(db, `insert into kept values (${round})`)
    const before = db.pid()
    process.kill(before, 'SIGKILL')
    await until(() => db.pid() !== before)
    expect(await ask(db, 'select max(at) as last, count(*)::int as rows from kept')).toEqual([{ last: round, rows: round }])
  }
  expect(events.filter(event => event === 'database.restarted')).toHaveLength(3)
})

test('when both are killed with -9, the next start recovers', async () => {
  const ours = another(settled)
  const pid = Number((await ours.said).split(' ')[1])
  ours.child.kill('SIGKILL')
  process.kill(pid, 'SIGKILL')
  const db = await start(settled)
  expect(db.pid()).not.toBe(pid)
})

test('two processes that start at once share one postmaster; it runs until the last has left', async () => {
  const folder = newFolder()
  const [one, other] = [another(folder), another(folder)]
  const said = (await Promise.all([one.said, other.said])).map(line => line.split(' '))
  expect(said.map(words => words[0])).toEqual(['ready', 'ready'])
  expect(said[0]![1]).toBe(said[1]![1])
  expect(said.map(words => words[2]).sort()).toEqual(['false', 'true'])
  const pid = Number(said[0]![1])
  one.stop()
  await until(() => bornAt(one.child.pid!) === undefined)
  expect(bornAt(pid)).toBeDefined()
  other.stop()
  await until(() => bornAt(other.child.pid!) === undefined)
  expect(bornAt(pid)).toBeUndefined()
})

test('R4: every commit is synced before it is answered', async () => {
  const db = await start(settled)
  const client = new pg.Client(db.connection)
  await client.connect()
  const syncs = async (): Promise<number> => {
    await client.query('select pg_stat_force_next_flush()')
    return (await client.query(`select sum(fsyncs)::int as n from pg_stat_io where object = 'wal' and backend_type = 'client backend'`))
      .rows[0].n
  }
  const insertFifty = async (): Promise<number> => {
    const before = await syncs()
    for (let i = 0; i < 50; i++) await client.query('insert into synced values (1)')
    return (await syncs()) - before
  }
  await client.query('create table if not exists synced (n int)')
  expect(await insertFifty()).toBeGreaterThanOrEqual(50)
  await client.query('set synchronous_commit = off')
  expect(await insertFifty()).toBeLessThan(50)
  await client.end()
})

test('R4: a store with fsync, full_page_writes or synchronous_commit off is refused in one line', async () => {
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    const db = await start(settled, { extraSettings: { [name]: 'off' } })
    await expect(refuseUnsafeStore(sql => ask(db, sql))).rejects.toThrow(new RegExp(`^[^\n]*${name} is off[^\n]*$`))
    await db.stop()
  }
})

test('R4: synchronous_commit set off for one role is refused too', async () => {
  const db = await start(settled)
  await ask(db, 'create role hasty')
  await ask(db, 'alter role hasty set synchronous_commit = off')
  await expect(refuseUnsafeStore(sql => ask(db, sql))).rejects.toThrow('set off for hasty')
  await ask(db, 'drop role hasty')
  await expect(refuseUnsafeStore(sql => ask(db, sql))).resolves.toBeUndefined()
})

test('values people wrote never reach the log of the server', async () => {
  const db = await start(settled)
  await expect(ask(db, `select 'Frode Opdigtet'::int`)).rejects.toThrow()
  await ask(db, 'create table if not exists one_of (mail text unique)')
  await ask(db, `insert into one_of values ('opdigtet@example.org') on conflict do nothing`)
  await expect(ask(db, `insert into one_of values ('opdigtet@example.org')`)).rejects.toThrow()
  expect(execFileSync('cat', [path.join(settled, 'postgresql.log')], { encoding: 'utf8' })).not.toMatch(/opdigtet/i)
})
