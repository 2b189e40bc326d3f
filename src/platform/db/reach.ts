// Reaches a store that runs already, for a command that must be quick: nothing is started, migrated or brought in.
import { existsSync, lstatSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Tenant } from '../context.ts'
import { openCarried } from '../crypto/carried-keys.ts'
import { assertKeyFits, loadKeys } from '../crypto/keys.ts'
import { siteOf } from '../site.ts'
import type { Database } from './act.ts'
import { clusterName } from './cluster-home.ts'
import { refuseUnsafeStore } from './cluster-honesty.ts'
import { readPidFile } from './cluster-process.ts'
import { databaseName } from './cluster-settings.ts'
import { type Connection, openPools } from './connect.ts'
import { recallsNothing } from './recalled.ts'

export interface Reached {
  readonly database: Database
  readonly tenants: readonly Tenant[]
  close(): Promise<void>
}

/**
 * The running store with its keys; null when it does not run, or lacks `table` (an older version, or nothing was ever started).
 * Throws one line when its key is missing or it may lose what it confirms.
 */
export async function reachStore(config: Config, table: string, now: () => Date): Promise<Reached | null> {
  const connection = config.databaseUrl ? { url: config.databaseUrl } : runningCluster(join(config.dataDir, 'database'))
  if (!connection) return null
  const pools = openPools(connection, () => {}, 4)
  const ask = async (sql: string, values: unknown[] = []) => (await pools.app.query(sql, values)).rows
  try {
    const ground = await ask('select to_regclass($1) is not null as ready', [`public.${table}`]).catch(() => null)
    if (!ground?.[0]?.ready) return await nothing()
    const remembered = (await ask('select fingerprint from key_fingerprint'))[0]?.fingerprint
    if (typeof remembered !== 'string') return await nothing()
    const keys = loadKeys(config.keyFile)
    assertKeyFits(keys, remembered)
    await refuseUnsafeStore(ask)
    for (const row of await ask('select id, wrapped from keys.carried')) keys.adopt(openCarried(keys.of(row.id), row.wrapped))
    const rows = await ask('select id, slug, hosts, practice_of from municipality order by slug')
    const tenants: Tenant[] = rows.map(row => ({ id: row.id, slug: row.slug, hosts: row.hosts, practiceOf: row.practice_of }))
    const database: Database = { pools, now, keys, site: id => siteOf(config, tenants, id), recalled: recallsNothing, changed: () => {} }
    return { database, tenants, close: () => pools.close() }
  } catch (error) {
    await pools.close()
    throw error
  }
  async function nothing(): Promise<null> {
    await pools.close()
    return null
  }
}

/** Where the embedded database answers, by what its own files say; null when it has not been started. */
function runningCluster(folder: string): Connection | null {
  const pointer = join(folder, 'elsewhere')
  const home = lstatSync(pointer, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(pointer) : folder
  const file = existsSync(home) ? readPidFile(join(home, clusterName)) : undefined
  return file ? { host: file.socketDir, port: file.port, user: 'raadslag', database: databaseName } : null
}
