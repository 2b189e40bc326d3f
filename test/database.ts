// A database of its own for a test: a clone of a migrated template, in a cluster that lives as long as the test run.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '../src/platform/db/migrate.ts'
import { type Embedded, startEmbedded } from '../src/platform/db/supervise.ts'

export type TestDatabase = {
  /** As the owner, who may do everything; the app's pools take their roles from there. */
  connection: Embedded['connection']
  /** Cuts off whoever is connected and removes the database. */
  drop(): Promise<void>
}

const template = 'house_template'
const templateLock = 72_616_165

async function asAdmin<T>(cluster: Embedded, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...cluster.connection, database: 'postgres' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The first test worker starts the cluster and makes the template; the others adopt it and wait for the template. */
async function openCluster(): Promise<Embedded> {
  const { folder, programHome } = inject('testCluster')
  const cluster = await startEmbedded({
    dataDir: folder,
    programHome,
    log: () => {},
    maxConnections: 200,
    extraSettings: { autovacuum: 'off' },
  })
  await asAdmin(cluster, async client => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    const { rows } = await client.query('select from pg_database where datname = $1', [template])
    if (rows.length > 0) return
    const making = `${template}_in_the_making`
    await client.query(`drop database if exists ${making}`)
    await client.query(`create database ${making}`)
    await migrate({ ...cluster.connection, database: making })
    await client.query(`alter database ${making} rename to ${template}`)
  })
  return cluster
}

let opened: Promise<Embedded> | undefined

/** A template with more in it than the tables: how it is called, and what fills an empty migrated database. */
export interface Furnished {
  readonly name: string
  fill(database: TestDatabase['connection']): Promise<void>
}
const furnishedLock = 72_616_166

/** Makes the furnished template unless another test has made it. */
async function furnish(cluster: Embedded, { name, fill }: Furnished): Promise<void> {
  await asAdmin(cluster, async client => {
    const there = async () => (await client.query('select from pg_database where datname = $1', [name])).rows.length > 0
    if (await there()) return
    await client.query('select pg_advisory_lock($1)', [furnishedLock])
    if (await there()) return
    const making = `${name}_in_the_making`
    await client.query(`drop database if exists ${making}`)
    await client.query(`create database ${making} template ${template}`)
    await fill({ ...cluster.connection, database: making })
    await client.query(`alter database ${making} rename to ${name}`)
  })
}

/** Clones the migrated template, or one with more in it: about 15 ms in memory, 40 ms on a disk. */
export async function cloneDatabase(from?: Furnished): Promise<TestDatabase> {
  opened ??= openCluster()
  const cluster = await opened
  if (from) await furnish(cluster, from)
  const name = `test_${randomBytes(8).toString('hex')}`
  // Copying files is twice as fast where syncing is free; elsewhere its checkpoints cost more than writing the log.
  const strategy = inject('testCluster').inMemory ? 'file_copy' : 'wal_log'
  await asAdmin(cluster, client => client.query(`create database ${name} template ${from?.name ?? template} strategy ${strategy}`))
  return {
    connection: { ...cluster.connection, database: name },
    drop: () => asAdmin(cluster, async client => void (await client.query(`drop database if exists ${name} with (force)`))),
  }
}
