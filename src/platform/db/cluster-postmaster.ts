// One postmaster: adopt the one that answers, else start one and wait until it does; and end it.
import { spawn } from 'node:child_process'
import { closeSync, existsSync, fchownSync, fstatSync, openSync, readSync, renameSync, rmdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Home, prepareSocketFolder } from './cluster-home.ts'
import { bornAt, clearStalePidFile, goneWithin, isPostmasterOf, readPidFile, standingIn } from './cluster-process.ts'
import type { Program } from './cluster-program.ts'
import { asOwner, cannotRun, cleanEnvironment, lastLine, settingsOf, superuser } from './cluster-settings.ts'

export type Postmaster = { pid: number; born: string; socketDir: string; port: number; adopted: boolean; version: string }
export type Plan = { home: Home; program: Program; maxConnections: number; extraSettings: Record<string, string>; patienceMs: number }

/** What the server says when asked over the socket: ready, on its way, or nothing there. */
async function ask(cluster: string, socketDir: string, at: number): Promise<{ version: string } | 'starting' | 'stopping' | 'silent'> {
  const client = new pg.Client({ host: socketDir, port: at, user: superuser, database: 'postgres', connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(`select current_setting('data_directory') as folder, current_setting('server_version') as version`)
    return rows[0].folder === cluster ? { version: String(rows[0].version) } : 'silent'
  } catch (fault) {
    const { code, message } = fault as { code?: string; message: string }
    if (code === '57P03') return message.includes('shutting down') ? 'stopping' : 'starting'
    return code === '53300' ? 'starting' : 'silent'
  } finally {
    await client.end().catch(() => {})
  }
}

/** Opens the server's own log for appending; a big one is set aside once. */
function openLog(home: Home): { fd: number; file: string; from: number } {
  const file = path.join(home.folder, 'postgresql.log')
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) renameSync(file, `${file}.1`)
  const fd = openSync(file, 'a+', 0o600)
  const owner = statSync(home.folder)
  if (process.getuid?.() === 0) fchownSync(fd, owner.uid, owner.gid)
  return { fd, file, from: fstatSync(fd).size }
}

function writtenSince(file: string, from: number): string {
  const fd = openSync(file, 'r')
  try {
    const piece = Buffer.alloc(Math.min(20_000, Math.max(0, fstatSync(fd).size - from)))
    readSync(fd, piece, 0, piece.length, from)
    return piece.toString()
  } finally {
    closeSync(fd)
  }
}

/** Waits for a living postmaster to answer. Undefined when it died or is on its way down. */
async function answering(cluster: string, pid: number, until: number): Promise<Omit<Postmaster, 'adopted'> | undefined> {
  const born = bornAt(pid)
  for (let wait = 5; born !== undefined && bornAt(pid) === born; wait = Math.min(wait + 5, 100)) {
    const file = readPidFile(cluster)
    if (file?.pid === pid) {
      const answer = existsSync(path.join(file.socketDir, `.s.PGSQL.${file.port}`))
        ? await ask(cluster, file.socketDir, file.port)
        : 'silent'
      if (typeof answer === 'object') return { pid, born, socketDir: file.socketDir, port: file.port, version: answer.version }
      if (answer === 'stopping') await goneWithin(pid, born, 1000)
    }
    if (performance.now() > until)
      throw new Error(`The database (process ${pid}) lives but does not answer; end that process, then start again.`)
    await pause(wait)
  }
  return undefined
}

/** Signs that a dead postmaster is still in the way (a zombie, its last children); they pass. */
const passing = /lock file "[^"]+" already exists|pre-existing shared memory block|could not create any Unix-domain sockets|is still in use/

/**
 * Finds or starts the postmaster of this cluster and waits until it answers. Call it with the cluster's lock held.
 * Throws one line with PostgreSQL's own last words when it will not start.
 */
export async function ensurePostmaster(plan: Plan): Promise<Postmaster> {
  const { home, program } = plan
  const until = performance.now() + plan.patienceMs
  for (let wait = 50; ; wait = Math.min(wait * 2, 500)) {
    const file = readPidFile(home.cluster)
    if (file !== undefined && isPostmasterOf(home.cluster, file.pid)) {
      const found = await answering(home.cluster, file.pid, until)
      if (found !== undefined) return { ...found, adopted: true }
    }
    await clearStalePidFile(home.cluster)
    const socketDir = prepareSocketFolder(home)
    const log = openLog(home)
    const args = ['-D', home.cluster, ...settingsOf(socketDir, plan.maxConnections, plan.extraSettings)]
    // A session of its own: a Ctrl-C or kill -9 meant for us does not reach it.
    const child = spawn(program.postgres, args, {
      ...asOwner(home.owner),
      cwd: home.cluster,
      env: cleanEnvironment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    closeSync(log.fd)
    const failure = new Promise<Error>(resolve => child.once('error', resolve))
    child.unref()
    if (child.pid === undefined) throw cannotRun(program, await failure)
    const started = await answering(home.cluster, child.pid, until)
    if (started !== undefined) return { ...started, adopted: false }
    const words = writtenSince(log.file, log.from)
    if (!passing.test(words) || performance.now() > until) {
      throw new Error(`The database in ${home.cluster} does not start: ${lastLine(words) || 'it said nothing'} (its log: ${log.file})`)
    }
    await pause(wait)
  }
}

/** Ends the postmaster: clients are cut off and everything is written (fast); if that takes too long, at once, with recovery at the next start. */
export async function endPostmaster(postmaster: Pick<Postmaster, 'pid' | 'born'>, cluster: string): Promise<void> {
  const socketDir = readPidFile(cluster)?.socketDir
  const steps = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const
  for (const [signal, patience] of steps) {
    if (bornAt(postmaster.pid) !== postmaster.born) break
    try {
      process.kill(postmaster.pid, signal)
    } catch {
      break
    }
    if (await goneWithin(postmaster.pid, postmaster.born, patience)) break
  }
  for (let round = 0; round < 200 && standingIn(cluster).length > 0; round++) await pause(10)
  try {
    if (socketDir !== undefined) rmdirSync(socketDir)
  } catch {
    // Not empty or already gone: the next start looks at it again.
  }
}
