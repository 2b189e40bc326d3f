// The ground of a run: our site, the limits beside it on the same database, and what each costs in processor time.
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { openHouse } from '../src/app.ts'
import { readConfig } from '../src/platform/config.ts'
import { readPidFile } from '../src/platform/db/cluster-process.ts'
import { silentLog } from '../src/platform/log.ts'
import type { Site } from '../test/faults/site.ts'
import type { Limits } from './limits.ts'

const project = path.resolve(import.meta.dirname, '..')

export interface Beside {
  readonly port: number
  readonly pid: number
  stop(): Promise<void>
}

/** Starts the limits on the site's own database. */
export async function startLimits(site: Site, limits: Omit<Limits, 'connection'>): Promise<Beside> {
  const file = readPidFile(site.cluster)
  if (!file) throw new Error('the database is not running')
  const connection = { host: file.socketDir, port: file.port, user: 'postgres', database: 'raadslag' }
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'limits.ts'), { execArgv: ['--import', 'tsx'] })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port))
    child.once('exit', code => reject(new Error(`the limits ended with ${code}`)))
    child.send({ ...limits, connection } satisfies Limits)
  })
  return {
    port,
    pid: child.pid!,
    stop: async () => {
      const gone = new Promise(done => child.once('exit', done))
      child.kill('SIGKILL')
      await gone
    },
  }
}

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** The statements our own code sends for each of these addresses, asked for so that nothing kept can answer. */
export async function statementsOf(site: Site, paths: readonly string[]): Promise<Map<string, Statement[]>> {
  const config = readConfig({ RAADSLAG_DATA: site.dataDir, BASE_URL: site.origin }, project)
  const house = await openHouse({ config, log: silentLog, jobs: false })
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
  let heard: Statement[] = []
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [string | { text: string; values?: unknown[] }, unknown]
    const { text, values } = typeof first === 'string' ? { text: first, values: second } : { values: second, ...first }
    heard.push({ text, values: Array.isArray(values) ? values : [] })
    return query.apply(this, args)
  } as never
  try {
    const found = new Map<string, Statement[]>()
    for (const one of paths) {
      // Once for the frame of the page, which is remembered; then what every uncached page costs.
      for (let time = 0; time < 2; time++) {
        heard = []
        const answer = await house.web.fetch(new Request(`${site.origin}${one}?x=1`, { headers: { host: new URL(site.origin).host } }))
        await answer.text()
        if (answer.status !== 200) throw new Error(`${one} answered ${answer.status}`)
      }
      found.set(one, heard)
    }
    return found
  } finally {
    pg.Client.prototype.query = query as never
    await house.close()
  }
}

/** Milliseconds of processor time the process has used. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // Ticks of 10 ms: user and system.
  return (Number(fields[11]) + Number(fields[12])) * 10
}
/** MiB of memory in use by a process itself. */
export function residentMiB(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}
/** MiB of a group of processes, with what they share counted once. */
export function proportionalMiB(pids: readonly number[]): number {
  let sum = 0
  for (const pid of pids) sum += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  return sum / 1024
}
