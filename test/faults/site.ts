// The whole site in a process of its own, as `npm start` runs it: started, killed with -9, and looked behind.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startFlags, startSettings } from '../../scripts/start-flags.mjs'
import { clusterName } from '../../src/platform/db/cluster-home.ts'
import { endPostmaster } from '../../src/platform/db/cluster-postmaster.ts'
import { bornAt, readPidFile, standingIn } from '../../src/platform/db/cluster-process.ts'

export interface Answered {
  readonly status: number
  readonly body: string
  readonly headers: Record<string, string | string[] | undefined>
}
export interface SiteOptions {
  /** Where the data folder is made; the system's folder for temporary files unless told. */
  readonly under?: string
  /** The folder of a site at rest to begin with a copy of (its database's program beside it, as `programOf` says); nothing unless told, so that its first start is still to come. */
  readonly from?: string
  readonly env?: Record<string, string>
  readonly args?: readonly string[]
}
export interface Site {
  readonly port: number
  readonly origin: string
  readonly dataDir: string
  /** The folder of the embedded database's files. */
  readonly cluster: string
  /** What lies beside the database's files: also what is being made. */
  partsOfDatabase(): string[]
  /** Starts the program and waits for the first 200. Milliseconds from the start of the process. Throws its last words when it ends instead. */
  start(): Promise<number>
  /** Waits for a 200 from the running program; milliseconds waited. */
  ready(patienceMs?: number): Promise<number>
  pid(): number
  /** kill -9 of the program; resolves when it is gone. */
  kill(): Promise<void>
  /** kill -9 of the postmaster and every child of it. */
  killDatabase(): void
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
  /** A request as a browser sends it. Rejects when the connection breaks. */
  get(path: string, headers?: Record<string, string>): Promise<Answered>
  post(path: string, fields: URLSearchParams | Buffer, headers?: Record<string, string>): Promise<Answered>
  /** SQL as the owner, past every rule of the house. */
  sql(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  /** What the program wrote. */
  words(): string
  /** Ends everything and removes the data. */
  remove(): Promise<void>
}

const project = path.resolve(import.meta.dirname, '..', '..')
/** Runs the compiled program; `npm test` and `npm run faults` build it first. */
export const program = path.join(project, 'bin', 'run.cjs')

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(done => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address() as { port: number }
  await new Promise(done => probe.close(done))
  return port
}

/** The lines that say why: a fault with where it happened, else the last line. */
function lastWords(said: string): string {
  const lines = said.trim().split('\n')
  const at = lines.findIndex(line => /^\w*error\b.*:/i.test(line.trim()))
  return at < 0 ? (lines.at(-1) ?? '') : lines.slice(at, at + 8).join(' | ')
}

/** Where the database's program of a site at rest lies: apart from what is copied. */
export const programOf = (from: string): string => `${from}.program`
/** Where a site has it. */
export const programIn = (folder: string): string => path.join(folder, 'data', 'database', 'program')

/** Copies a site at rest. Nobody writes into the program, so on the same disk it need not be there twice. */
function copyAtRest(from: string, folder: string): void {
  execFileSync('cp', ['-a', `${from}/.`, folder])
  try {
    execFileSync('cp', ['-al', programOf(from), programIn(folder)], { stdio: 'ignore' })
  } catch {
    rmSync(programIn(folder), { recursive: true, force: true })
    execFileSync('cp', ['-a', programOf(from), programIn(folder)])
  }
}

/** Makes a place for a site; nothing runs until `start`. */
export async function newSite(options: SiteOptions = {}): Promise<Site> {
  if (!existsSync(program)) throw new Error('the program is not built: run "npm run build" first')
  const folder = mkdtempSync(path.join(options.under ?? tmpdir(), 'raadslag-site-'))
  // The database's own user must be able to walk to its folder.
  chmodSync(folder, 0o711)
  if (options.from) copyAtRest(options.from, folder)
  const dataDir = path.join(folder, 'data')
  const cluster = path.join(dataDir, 'database', clusterName)
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  let agent = new Agent({ keepAlive: true, maxSockets: 64 })
  let child: ChildProcess | undefined
  let said = ''
  let client: pg.Client | undefined

  const send = (method: string, where: string, headers: Record<string, string>, body?: Buffer, through = agent): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path: where, method, headers, agent: through }, answer => {
        const pieces: Buffer[] = []
        answer.on('data', piece => pieces.push(piece))
        answer.on('error', reject)
        answer.on('end', () => {
          if (!answer.complete) return reject(new Error('the answer broke off'))
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(pieces).toString(), headers: answer.headers })
        })
      })
      asked.on('error', (error: NodeJS.ErrnoException) => {
        // As a browser does: an idle connection the server closes just as it is used again is no answer lost; ask on a new one.
        if (asked.reusedSocket && error.code === 'ECONNRESET') send(method, where, headers, body, new Agent()).then(resolve, reject)
        else reject(error)
      })
      asked.end(body)
    })

  async function database(): Promise<pg.Client> {
    if (client) return client
    const file = readPidFile(cluster)
    if (!file) throw new Error('the database is not running')
    const next = new pg.Client({ host: file.socketDir, port: file.port, user: 'postgres', database: 'raadslag' })
    next.on('error', () => {
      if (client === next) client = undefined
    })
    await next.connect()
    client = next
    return next
  }

  async function ready(patienceMs = 60_000): Promise<number> {
    const began = performance.now()
    for (;;) {
      const status = await send('GET', '/api/health', {}).then(
        answer => answer.status,
        () => 0,
      )
      if (status === 200) return performance.now() - began
      const end = child?.exitCode ?? child?.signalCode
      if (!child || (end !== null && end !== undefined)) throw new Error(`the program ended with ${end}: ${lastWords(said)}`)
      if (performance.now() - began > patienceMs) throw new Error(`not ready after ${patienceMs} ms; last answer ${status}`)
      await pause(25)
    }
  }

  const site: Site = {
    port,
    origin,
    dataDir,
    cluster,
    async start() {
      const began = performance.now()
      said = ''
      agent.destroy()
      agent = new Agent({ keepAlive: true, maxSockets: 64 })
      child = spawn(process.execPath, [...startFlags, ...(options.args ?? []), program, 'start'], {
        cwd: project,
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          ...startSettings,
          RAADSLAG_DATA: dataDir,
          PORT: String(port),
          ...options.env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (piece: Buffer) => {
          said = (said + piece.toString()).slice(-20_000)
        })
      await ready()
      return performance.now() - began
    },
    partsOfDatabase: () => (existsSync(path.dirname(cluster)) ? readdirSync(path.dirname(cluster)) : []),
    ready,
    pid: () => child?.pid ?? 0,
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise(done => child?.once('exit', done))
      child.kill('SIGKILL')
      await gone
    },
    killDatabase() {
      const postmaster = readPidFile(cluster)?.pid
      for (const pid of [...(postmaster ? [postmaster] : []), ...standingIn(cluster)])
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          // It went with its parent.
        }
    },
    async stop() {
      await client?.end().catch(() => {})
      client = undefined
      if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
      const gone = new Promise<number | null>(done => child?.once('exit', done))
      child.kill('SIGTERM')
      return await gone
    },
    get: (where, headers = {}) => send('GET', where, headers),
    post(where, fields, headers = {}) {
      const body = Buffer.isBuffer(fields) ? fields : Buffer.from(fields.toString())
      const own = { origin, 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) }
      return send('POST', where, { ...own, ...headers }, body)
    },
    async sql(text, values) {
      return (await (await database()).query(text, values as never)).rows
    },
    words: () => said,
    async remove() {
      await site.stop()
      agent.destroy()
      const pid = readPidFile(cluster)?.pid
      const born = pid === undefined ? undefined : bornAt(pid)
      if (pid !== undefined && born !== undefined) await endPostmaster({ pid, born }, cluster)
      // A killed first start leaves its initdb writing for a moment, and a database that is being let go its last files.
      for (let tries = 1; ; tries++)
        try {
          return rmSync(folder, { recursive: true, force: true })
        } catch (error) {
          if (tries === 50) throw error
          await pause(200)
        }
    },
  }
  return site
}
