// How a cluster is made and which settings its postmaster runs with.
import { spawn } from 'node:child_process'
import { chownSync, closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Home, Owner } from './cluster-home.ts'
import { bornAt } from './cluster-process.ts'
import type { Program } from './cluster-program.ts'

/** One socket carries one cluster, so the number only names the socket file. */
const port = 5432
export const superuser = 'postgres'
export const databaseName = 'raadslag'

/**
 * Settings given on the command line, where no ALTER SYSTEM reaches them. Durable, small (a few tens of MiB), closed to the
 * network, and a log without values: errors of statements quote what people wrote, so only the server's own lines are kept.
 */
export function settingsOf(socketDir: string, maxConnections: number, extra: Record<string, string>): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    port: String(port),
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    max_connections: String(maxConnections),
    shared_buffers: '32MB',
    huge_pages: 'off',
    jit: 'off',
    io_method: 'sync',
    max_worker_processes: '2',
    max_parallel_workers: '0',
    max_parallel_workers_per_gather: '0',
    max_wal_senders: '2',
    max_replication_slots: '2',
    max_logical_replication_workers: '0',
    autovacuum_max_workers: '2',
    autovacuum_worker_slots: '2',
    autovacuum_work_mem: '8MB',
    maintenance_work_mem: '16MB',
    work_mem: '4MB',
    max_wal_size: '256MB',
    min_wal_size: '32MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...extra,
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Nothing of our own environment reaches PostgreSQL. */
export const cleanEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

export const asOwner = (owner: Owner | undefined): { uid?: number; gid?: number } =>
  owner === undefined ? {} : { uid: owner.uid, gid: owner.gid }

/** The one line for a program that the system will not even start. */
export function cannotRun(program: Program, fault: Error): Error {
  const folder = path.dirname(program.postgres)
  return (fault as NodeJS.ErrnoException).code === 'EACCES'
    ? new Error(`PostgreSQL may not run from ${folder} (mounted with "noexec"?): move RAADSLAG_DATA, or set DATABASE_URL.`)
    : new Error(`PostgreSQL cannot run on this machine (${fault.message}); on Linux it needs glibc: set DATABASE_URL instead.`)
}

/** Runs initdb; resolves to its exit code and what it wrote. */
function initdb(
  program: Program,
  owner: Owner | undefined,
  target: string,
  locale: string,
): Promise<{ code: number | null; text: string }> {
  const wishes = ['--encoding=UTF8', `--locale=${locale}`, '--locale-provider=icu', '--icu-locale=da-DK', '--data-checksums']
  const access = ['--auth-local=trust', '--auth-host=reject', `--username=${superuser}`]
  return new Promise((resolve, reject) => {
    const child = spawn(program.initdb, ['-D', target, ...wishes, ...access], {
      ...asOwner(owner),
      cwd: '/',
      env: cleanEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let text = ''
    child.stdout.on('data', (piece: Buffer) => (text += piece.toString()))
    child.stderr.on('data', (piece: Buffer) => (text += piece.toString()))
    child.on('error', fault => reject(cannotRun(program, fault)))
    child.on('close', code => resolve({ code, text }))
  })
}

/**
 * Makes the cluster when there is none: UTF-8, ICU da-DK (Å sorts last), data checksums, no way in but the socket.
 * It is made beside its place and renamed, so that an interrupted start leaves no half cluster.
 */
export async function makeCluster(home: Home, program: Program): Promise<void> {
  for (const name of readdirSync(home.folder)) {
    const left = /^new-cluster\.(\d+)$/.exec(name)
    // Who began it is gone; its initdb may live on for a moment and still write there.
    if (left && (Number(left[1]) === process.pid || bornAt(Number(left[1])) === undefined))
      rmSync(path.join(home.folder, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  const making = path.join(home.folder, `new-cluster.${process.pid}`)
  let result = { code: null as number | null, text: '' }
  // C.UTF-8 is missing on some systems; sorting and case come from ICU either way.
  for (const locale of ['C.UTF-8', 'C']) {
    mkdirSync(making, { mode: 0o700 })
    if (home.owner !== undefined) chownSync(making, home.owner.uid, home.owner.gid)
    result = await initdb(program, home.owner, making, locale)
    if (result.code === 0) break
    rmSync(making, { recursive: true, force: true })
  }
  if (result.code !== 0) throw new Error(`The database could not be made in ${home.folder}: ${lastLine(result.text)}`)
  renameSync(making, home.cluster)
  // initdb has synced what it wrote; the new name must outlive a power cut as well.
  const folder = openSync(home.folder, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** PostgreSQL's last words: its last complaint, else its last line, without the time and process number of its log. */
export function lastLine(text: string): string {
  const lines = text.trim().split('\n')
  const line = lines.findLast(candidate => /\b(FATAL|PANIC|error):/.test(candidate)) ?? lines.at(-1) ?? ''
  return line
    .replace(/^[\d-]+ [\d:.]+ \w+ \[\d+\] /, '')
    .replace(/\s+/g, ' ')
    .trim()
}
