// A PostgreSQL of Debian's on a socket of its own: the older database a municipality may already have, with the programs that come with it.
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { roomyFolder } from './global-setup.ts'

export interface DebianPostgres {
  /** The address of a database in it, for the user who owns everything or for the one the program logs in with. */
  url(database: string, user?: string): string
  /** Runs one of its programs against it; what it wrote. Throws with what it said when it fails. */
  run(program: string, ...args: string[]): Buffer
  close(): void
}
const programs = '/usr/lib/postgresql/15/bin'
const nobody = 65_534

/** Why it cannot run here; null when it can. `npm test` installs it. */
export function postgresMissing(): string | null {
  return existsSync(join(programs, 'initdb')) && existsSync(join(programs, 'pg_dump'))
    ? null
    : 'pg_dump: on Debian, apt-get install postgresql-15'
}

/** As an unprivileged user, without a port: only whoever reaches the folder reaches it. */
export function openDebianPostgres(): DebianPostgres {
  const folder = mkdtempSync(join(roomyFolder().folder, 'rd-postgres-'))
  const root = process.getuid?.() === 0
  if (root) {
    chownSync(folder, nobody, nobody)
    chmodSync(folder, 0o755)
  }
  const as = root ? { uid: nobody, gid: nobody } : {}
  const run = (program: string, ...args: string[]): Buffer => {
    const done = spawnSync(join(programs, program), args, {
      ...as,
      cwd: folder,
      maxBuffer: 1e9,
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    })
    if (done.status !== 0) throw new Error(`${program}: ${done.stderr?.toString() ?? done.error?.message}`)
    return done.stdout
  }
  const data = join(folder, 'data')
  run('initdb', '-D', data, '-U', 'ejer', '-E', 'UTF8', '-A', 'trust', '--no-instructions')
  const settings = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c max_connections=40`
  run('pg_ctl', '-D', data, '-w', '-s', '-l', join(folder, 'log'), '-o', settings, 'start')
  return {
    url: (database, user = 'ejer') => `postgres://${user}@localhost/${database}?host=${encodeURIComponent(folder)}`,
    run: (program, ...args) => run(program, '-h', folder, '-U', 'ejer', ...args),
    close() {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-s', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
