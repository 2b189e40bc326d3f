// Opens the store of this house: embedded or external, safe to trust, migrated, with its key at hand.
import { existsSync } from 'node:fs'
import pg from 'pg'
import type { Config } from '../config.ts'
import { openCarried } from '../crypto/carried-keys.ts'
import { assertKeyFits, initKeys, type Keys, loadKeys } from '../crypto/keys.ts'
import type { Log } from '../log.ts'
import { type Connection, openPools, type Pools } from './connect.ts'
import { exportBefore, forgetOldExports } from './export-before.ts'
import { migrate } from './migrate.ts'
import { type Embedded, refuseUnsafeStore, startEmbedded } from './supervise.ts'

export interface Store {
  /** The owner's connection: migrations, export and import. */
  readonly owner: Connection
  /** The connection the app logs in with; it owns nothing. */
  readonly login: Connection
  readonly pools: Pools
  readonly embedded: Embedded | null
  close(): Promise<void>
}

/** Starts or reaches the database and brings it to this version. Throws one-line errors that say what to do. */
export async function openStore(config: Config, log: Log, now: Date): Promise<Store> {
  const embedded = config.databaseUrl
    ? null
    : await startEmbedded({ dataDir: `${config.dataDir}/database`, log: (event, facts) => log.info(event, facts) })
  const owner: Connection = embedded ? embedded.connection : { url: config.databaseAdminUrl ?? config.databaseUrl! }
  const login: Connection = embedded ? { ...embedded.connection, user: 'raadslag' } : { url: config.databaseUrl! }
  try {
    await migrate(
      owner,
      name => log.info('migrated', { migration: name }),
      ([first]) => exportBefore(owner, config.dataDir, first!, now, log),
    )
    await forgetOldExports(config.dataDir, now)
    if (!embedded && config.databaseAdminUrl) await admitLogin(owner, new URL(config.databaseUrl!).username)
    let closing = false
    const pools = openPools(login, error => {
      if (!closing) log.warn('database connection lost', { code: String((error as { code?: string }).code ?? '') })
    })
    const close = async () => {
      closing = true
      await pools.close()
      await embedded?.stop()
    }
    try {
      await refuseUnsafeStore(async sql => (await pools.app.query(sql)).rows)
    } catch (error) {
      await pools.close()
      throw error
    }
    return { owner, login, pools, embedded, close }
  } catch (error) {
    await embedded?.stop()
    throw unreachable(error) && !embedded ? new Error(notThere(config, error as Error)) : error
  }
}

const unreachable = (error: unknown) =>
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT|28P01|28000|3D000)$/.test(
    String((error as { code?: string }).code),
  )
/** The address without its password. */
function notThere(config: Config, error: Error): string {
  const name = config.databaseAdminUrl ? 'DATABASE_ADMIN_URL' : 'DATABASE_URL'
  const { host, pathname } = new URL(config.databaseAdminUrl ?? config.databaseUrl!)
  return `${name}: the database at ${host}${pathname} does not let us in: ${error.message}`
}

/** Two processes may start for the first time at once: one does the work, the other waits and then finds it done. */
export async function oneAtATime<T>(pools: Pools, work: () => Promise<T>): Promise<T> {
  const client = await pools.app.connect()
  let broken: Error | undefined
  try {
    // A first start on a slow machine takes longer than a deed may wait; one that dies gives the lock back by itself.
    await client.query("set lock_timeout = '5min'; set statement_timeout = '5min'")
    await client.query('select pg_advisory_lock(72616167)')
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock(72616167); reset lock_timeout; reset statement_timeout').catch((error: Error) => {
      broken = error
    })
    client.release(broken)
  }
}

/** Opens the key file: made at the very first start, refused when what is stored was written with another one. */
export const openKeys = (pools: Pools, keyFile: string, now: Date, log: Log): Promise<Keys> =>
  oneAtATime(pools, () => keysOf(pools, keyFile, now, log))

async function keysOf(pools: Pools, keyFile: string, now: Date, log: Log): Promise<Keys> {
  const { rows } = await pools.app.query('select fingerprint from key_fingerprint')
  const remembered: string | null = rows[0]?.fingerprint ?? null
  let keys: Keys
  if (remembered === null && !existsSync(keyFile)) {
    keys = initKeys(keyFile)
    log.warn('key file made', { file: keyFile, warning: 'copy it to a safe place: without it everything encrypted is lost' })
  } else keys = loadKeys(keyFile)
  assertKeyFits(keys, remembered)
  if (remembered === null)
    await pools.app.query('insert into key_fingerprint (fingerprint, made_at) values ($1, $2) on conflict do nothing', [
      keys.fingerprint(),
      now,
    ])
  for (const row of (await pools.app.query('select id, wrapped from keys.carried')).rows)
    keys.adopt(openCarried(keys.of(row.id), row.wrapped))
  return keys
}

async function admitLogin(owner: Connection, user: string): Promise<void> {
  const client = new pg.Client('url' in owner ? { connectionString: owner.url } : owner)
  await client.connect()
  try {
    await client.query(`grant raadslag_app, raadslag_public to ${client.escapeIdentifier(decodeURIComponent(user))}`)
  } finally {
    await client.end()
  }
}
