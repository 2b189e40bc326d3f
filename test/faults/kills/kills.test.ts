// R1, R2: kills with -9 lose nothing that was acknowledged and double nothing; and the same test sees it when they would.
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { startEmbedded } from '../../../src/platform/db/supervise.ts'
import { settledSite } from '../settled.ts'
import { newSite } from '../site.ts'
import { type KillReport, kills, quantile } from './kills.ts'

const told = ({ readyMs, ...report }: KillReport) => JSON.stringify({ ...report, readyMs: Math.round(quantile(readyMs, 0.5)) })
/** Not in memory: a kill comes between what a real disk takes time for. */
const onDisk = () => settledSite({ under: tmpdir() })
const nothingLost = { lost: 0, doubled: 0, halves: 0, strange: [] }

test('R1 A37: the program is killed ten times while citizens nominate: nothing acknowledged is lost, doubled or half', {
  timeout: 240_000,
}, async () => {
  const report = await kills(10, { target: 'app', seed: 21, clients: 10, hurried: true, open: onDisk })
  console.log(`kills of the program: ${told(report)}`)
  expect(report).toMatchObject({ ...nothingLost, kills: 10, served: 10 })
  expect(report.fault).toBeUndefined()
  expect(report.interrupted).toBeGreaterThan(10)
  expect(report.acknowledged).toBeGreaterThan(20)
})

test('R2 A37: the database is killed ten times: nothing is lost, and the site recovers without a restart', {
  timeout: 240_000,
}, async () => {
  const report = await kills(10, { target: 'database', seed: 22, clients: 10, hurried: true, open: onDisk })
  console.log(`kills of the database: ${told(report)}`)
  expect(report).toMatchObject({ ...nothingLost, kills: 10, served: 10 })
  expect(report.fault).toBeUndefined()
  expect(report.interrupted).toBeGreaterThan(10)
  expect(report.acknowledged).toBeGreaterThan(20)
})

test('R1, the other way round: without the key of the form in the database, sending again doubles', { timeout: 240_000 }, async () => {
  const report = await kills(2, {
    target: 'app',
    seed: 23,
    hurried: true,
    open: settledSite,
    sabotage: async site => {
      await site.sql('alter table accepted_form drop constraint accepted_form_pkey')
      await site.sql('alter table receipt drop constraint receipt_pkey')
    },
  })
  console.log(`kills without the form key: ${told(report)}`)
  expect(report.doubled).toBeGreaterThan(0)
})

test('R2, the other way round: a database that confirms before it has written loses what it confirmed', { timeout: 240_000 }, async () => {
  const report = await kills(3, {
    target: 'database',
    seed: 24,
    hurried: true,
    open: settledSite,
    // Set behind the back of the running program, which refuses to start with it.
    sabotage: async site => {
      await site.sql('alter role raadslag set synchronous_commit = off')
      await site.sql(`alter system set wal_writer_delay = '10s'`)
      await site.sql('select pg_reload_conf()')
      await site.sql(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'raadslag'`)
    },
  })
  console.log(`kills with a database that confirms too early: ${told(report)}`)
  expect(report.lost).toBeGreaterThan(0)
})

test('R4: a start is refused while the database may lose what it has confirmed', { timeout: 120_000 }, async () => {
  const site = await settledSite()
  try {
    await site.start()
    await site.sql('alter role raadslag set synchronous_commit = off')
    await site.stop()
    await expect(site.start()).rejects.toThrow(/may lose what it has confirmed.*synchronous_commit/)
  } finally {
    await site.remove()
  }
})

test('R4: a database with fsync off is refused, wherever it comes from', { timeout: 120_000 }, async () => {
  // Made before by an ordinary start: how it was made is no matter here.
  const made = await settledSite()
  const unsafe = await startEmbedded({ dataDir: path.dirname(made.cluster), log: () => {}, extraSettings: { fsync: 'off' } })
  const { host, user, database } = unsafe.connection
  const site = await newSite({ env: { DATABASE_URL: `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}` } })
  try {
    await expect(site.start()).rejects.toThrow(/may lose what it has confirmed.*fsync is off/)
  } finally {
    await site.remove()
    await unsafe.stop()
    await made.remove()
  }
})
