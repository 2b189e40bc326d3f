// The embedded PostgreSQL: started, adopted, watched, restarted and stopped, so that the app only ever sees a socket.
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { prepareHome } from './cluster-home.ts'
import { joinUsers, withLock } from './cluster-lock.ts'
import { endPostmaster, ensurePostmaster, type Plan, type Postmaster } from './cluster-postmaster.ts'
import { bornAt } from './cluster-process.ts'
import { placeProgram } from './cluster-program.ts'
import { databaseName, makeCluster, superuser } from './cluster-settings.ts'

export { refuseUnsafeStore } from './cluster-honesty.ts'

export type EmbeddedOptions = {
  /** Folder of the database alone, made when missing, e.g. `<RAADSLAG_DATA>/database`. */
  dataDir: string
  log: (event: string, facts?: Record<string, string | number>) => void
  /** Default 30. */
  maxConnections?: number
  /** PostgreSQL settings over our own; for tests and faults. */
  extraSettings?: Record<string, string>
  /** Where the program is copied; default: beside the data. */
  programHome?: string
  /** How long a start may take, recovery included; default 120,000 ms. */
  patienceMs?: number
}

export type Embedded = {
  /** `host` is the folder of the Unix socket. */
  connection: { host: string; port: number; user: string; database: string }
  /** True when a postmaster of an earlier or another process answered and was kept. */
  adopted: boolean
  readyMs: number
  serverVersion: string
  /** Stops watching; stops the database too unless another living process uses it. */
  stop(): Promise<void>
  /** The postmaster now; it changes when it had to be restarted. */
  pid(): number
}

const watchEveryMs = 100

async function makeDatabase(postmaster: Postmaster): Promise<void> {
  const client = new pg.Client({ host: postmaster.socketDir, port: postmaster.port, user: superuser, database: 'postgres' })
  await client.connect()
  try {
    // A start that was killed here may have left PostgreSQL making it still: whoever is second waits and finds it.
    const taken = /^(42P04|23505|55006)$/
    for (let round = 0; ; round++) {
      const { rows } = await client.query('select from pg_database where datname = $1', [databaseName])
      if (rows.length > 0) return
      try {
        return void (await client.query(`create database ${databaseName}`))
      } catch (fault) {
        if (round >= 100 || !taken.test(String((fault as { code?: string }).code))) throw fault
        await pause(100)
      }
    }
  } finally {
    await client.end()
  }
}

/**
 * Starts the embedded PostgreSQL in `dataDir`, or adopts the one that already serves it, and watches it: when it dies it is
 * started again, for as long as we live. It outlives a kill -9 of ours and is stopped by `stop()` of its last user.
 * Throws an Error of one line that says what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const began = performance.now()
  const { log } = options
  const home = prepareHome(options.dataDir)
  if (home.movedFrom !== undefined)
    log('database.elsewhere', { folder: home.folder, reason: `the user ${home.owner?.name} cannot enter ${home.movedFrom}` })
  const patienceMs = options.patienceMs ?? 120_000
  const locked = <T>(work: () => Promise<T>) => withLock(home.folder, patienceMs, work)
  const users = joinUsers(home.folder)
  let plan: Plan
  let now: Postmaster
  try {
    ;[plan, now] = await locked(async () => {
      const program = placeProgram(options.programHome ?? home.folder)
      const fresh = !existsSync(home.cluster)
      if (fresh) await makeCluster(home, program)
      const made: Plan = {
        home,
        program,
        maxConnections: options.maxConnections ?? 30,
        extraSettings: options.extraSettings ?? {},
        patienceMs,
      }
      const postmaster = await ensurePostmaster(made)
      await makeDatabase(postmaster)
      return [made, postmaster] as const
    })
  } catch (fault) {
    users.leave()
    throw fault
  }
  const readyMs = Math.round(performance.now() - began)
  log(now.adopted ? 'database.adopted' : 'database.started', { pid: now.pid, ms: readyMs, version: now.version, folder: home.folder })

  let stopping = false
  const halt = new AbortController()
  let restarting: Promise<void> | undefined
  const restart = async (): Promise<void> => {
    const since = performance.now()
    log('database.died', { pid: now.pid })
    for (let attempt = 1; !stopping; attempt++) {
      try {
        now = await locked(() => ensurePostmaster(plan))
        log('database.restarted', { pid: now.pid, attempt, ms: Math.round(performance.now() - since) })
        return
      } catch (fault) {
        log('database.restart-failed', { attempt, reason: (fault as Error).message })
        await pause(Math.min(100 * 2 ** attempt, 10_000), undefined, { signal: halt.signal }).catch(() => {})
      }
    }
  }
  const watch = setInterval(() => {
    if (stopping || restarting !== undefined || bornAt(now.pid) === now.born) return
    restarting = restart().finally(() => {
      restarting = undefined
    })
  }, watchEveryMs)
  watch.unref()

  const stop = async (): Promise<void> => {
    stopping = true
    halt.abort()
    clearInterval(watch)
    await restarting
    await locked(async () => {
      users.leave()
      if (!users.alone()) return log('database.left-running', { pid: now.pid })
      await endPostmaster(now, home.cluster)
      log('database.stopped', { pid: now.pid })
    })
  }
  let stopped: Promise<void> | undefined
  return {
    connection: { host: now.socketDir, port: now.port, user: superuser, database: databaseName },
    adopted: now.adopted,
    readyMs,
    serverVersion: now.version,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
    pid: () => now.pid,
  }
}
