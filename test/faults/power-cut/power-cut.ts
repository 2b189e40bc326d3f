// Power cuts: clients write and keep a list of what was confirmed, the power goes, and afterwards everything confirmed is there.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { plain } from '../../plain.ts'
import { type Disk, mountDisk, whyNoDisk } from './disk.ts'

export type PowerCutOptions = {
  /** PostgreSQL settings over our own; the negative control turns fsync off. */
  settings?: Record<string, string>
  seed?: number
  clients?: number
  /** How long a database may take to open after a cut, in milliseconds, before it counts as one that does not. */
  patienceMs?: number
  log?: (line: string) => void
}
export type PowerCutReport = {
  cuts: number
  /** Transactions a client was told are stored. */
  acknowledged: number
  /** Of those, missing or changed afterwards. */
  lost: number
  /** Transactions stored twice or by half. */
  doubled: number
  halves: number
  /** Cuts after which the database opened again by an ordinary start. */
  opened: number
  openMs: { median: number; worst: number }
  forgottenBytes: number
  /** What PostgreSQL's own check of tables and indexes found in the end. */
  damage: number
  /** Why nothing was run; then all figures are 0. */
  notRun?: string
  /** Why the database did not open, when it did not. */
  fault?: string
}

type Ready = { connection: { host: string; port: number; user: string; database: string }; ms: number }
type Machine = { child: ChildProcess; go(): Promise<Ready | { fault: string }>; stop(): Promise<void> }

/** Starts the process early, so that its loading does not count; it waits for `go`. */
function machine(dataDir: string, programHome: string, settings: Record<string, string>, patienceMs: number): Machine {
  const file = plain('power-cut-machine', `import './faults/power-cut/machine.ts'`)
  const flags = [file, dataDir, programHome, JSON.stringify(settings), String(patienceMs)]
  const child = spawn(process.execPath, flags, { cwd: '/', stdio: ['pipe', 'pipe', 'ignore'] })
  child.stdin.on('error', () => {})
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  return {
    child,
    go: () =>
      new Promise(resolve => {
        child.stdin.write('go\n')
        child.stdout.once('data', (piece: Buffer) => {
          const said = JSON.parse(piece.toString())
          resolve(said.ready ? { connection: said.ready, ms: said.ms } : { fault: said.fault })
        })
        void gone.then(() => resolve({ fault: 'the process ended' }))
      }),
    async stop() {
      child.stdin.write('stop\n')
      await gone
    },
  }
}

const schema = `
  create table if not exists letter (id int primary key, sum text not null, body text not null);
  create table if not exists mark (id int not null, sum text not null);
  create index if not exists mark_id on mark (id);
  create extension if not exists amcheck;`

const sumOf = (body: string): string => createHash('md5').update(body).digest('hex')

/** A repeatable random number, so that a failing run can be run again. */
function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Writes letters until the connection breaks; `confirmed` gets each one only after its COMMIT was answered. */
async function write(
  connection: Ready['connection'],
  numbers: () => number,
  random: () => number,
  confirmed: Map<number, string>,
): Promise<void> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    for (;;) {
      const id = numbers()
      const body = `letter ${id} `.repeat(1 + Math.floor(random() * 150))
      const sum = sumOf(body)
      await client.query('begin')
      await client.query('insert into letter values ($1, $2, $3)', [id, sum, body])
      await client.query('insert into mark values ($1, $2)', [id, sum])
      await client.query('commit')
      confirmed.set(id, sum)
      // What makes files come and go: checkpoints, new and dropped tables, vacuum.
      const extra = random()
      if (extra < 0.03) await client.query('checkpoint')
      else if (extra < 0.05) await client.query(`create table scrap_${id} as select * from mark limit 500; drop table scrap_${id}`)
      else if (extra < 0.06) await client.query('vacuum letter')
    }
  } catch {
    // The power went.
  } finally {
    void client.end().catch(() => {})
  }
}

async function audit(
  connection: Ready['connection'],
  confirmed: Map<number, string>,
): Promise<{ lost: number; doubled: number; halves: number; damage: number }> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(schema)
    const { rows } = await client.query('select id, sum, body from letter')
    const there = new Map<number, string>(rows.map(row => [row.id, sumOf(row.body) === row.sum ? row.sum : 'changed']))
    const marks = (await client.query('select id, sum, count(*)::int as times from mark group by id, sum')).rows
    const marked = new Set<number>(marks.map(row => row.id))
    const damage = await client.query(`
      select count(*)::int as n from (values ('letter'), ('mark')) t(name), lateral verify_heapam(t.name)`)
    await client.query(`select bt_index_check('letter_pkey', true), bt_index_check('mark_id', true)`)
    return {
      lost: [...confirmed].filter(([id, sum]) => there.get(id) !== sum).length,
      doubled: marks.filter(row => row.times > 1).length,
      halves: [...there.keys()].filter(id => !marked.has(id)).length + [...marked].filter(id => !there.has(id)).length,
      damage: damage.rows[0].n,
    }
  } finally {
    await client.end()
  }
}

/**
 * Runs the supervised database on a disk that forgets, cuts the power `n` times at random moments (every fifth time while the
 * database is starting, the first time while it is being made), and checks after each that all confirmed rows are there.
 * Half of the cuts tear unsynced sectors apart. Takes two to three seconds per cut; reports `notRun` where FUSE is missing.
 */
export async function powerCuts(n: number, options: PowerCutOptions = {}): Promise<PowerCutReport> {
  const { settings = {}, seed = 1, clients = 5, patienceMs = 60_000, log = () => {} } = options
  const report: PowerCutReport = {
    cuts: 0,
    acknowledged: 0,
    lost: 0,
    doubled: 0,
    halves: 0,
    opened: 0,
    openMs: { median: 0, worst: 0 },
    forgottenBytes: 0,
    damage: 0,
  }
  const reason = whyNoDisk()
  if (reason !== undefined) return { ...report, notRun: reason }
  const ground = mkdtempSync(path.join(tmpdir(), 'raadslag-power-'))
  chmodSync(ground, 0o711)
  let disk: Disk
  try {
    disk = await mountDisk(path.join(ground, 'disk'))
  } catch (fault) {
    rmSync(ground, { recursive: true, force: true })
    return { ...report, notRun: (fault as Error).message }
  }
  const confirmed = new Map<number, string>()
  const random = chance(seed)
  const opening: number[] = []
  const sockets = new Set<string>()
  let number = 0
  const prepare = (): Machine => machine(path.join(disk.folder, 'db'), ground, { max_wal_size: '64MB', ...settings }, patienceMs)
  let next = prepare()
  /** An ordinary start followed by the audit; false when the database does not open or what it holds is not whole. */
  const open = async (): Promise<Ready | undefined> => {
    const said = await next.go()
    if ('fault' in said) {
      report.fault = said.fault
      return undefined
    }
    try {
      const found = await audit(said.connection, confirmed)
      report.lost = Math.max(report.lost, found.lost)
      report.doubled = Math.max(report.doubled, found.doubled)
      report.halves = Math.max(report.halves, found.halves)
      report.damage = Math.max(report.damage, found.damage)
    } catch (fault) {
      report.fault = (fault as Error).message
      return undefined
    }
    opening.push(said.ms)
    sockets.add(said.connection.host)
    report.opened = report.cuts
    return said
  }
  try {
    for (let round = 0; round < n; round++) {
      if (round % 5 === 0) {
        void next.go()
        await pause(random() * (round === 0 ? 1500 : 400))
      } else {
        const ready = await open()
        if (ready === undefined) return report
        const writers = Array.from({ length: clients }, () => write(ready.connection, () => ++number, random, confirmed))
        await Promise.race([pause(30 + random() * 500), Promise.all(writers)])
      }
      disk.cut(random() < 0.5 ? Math.floor(random() * 1e9) : undefined)
      next.child.kill('SIGKILL')
      await disk.killEverybody()
      report.cuts++
      disk.on()
      next = prepare()
      if (report.cuts % 20 === 0) log(`${report.cuts} cuts, ${confirmed.size} confirmed, ${report.lost} lost`)
    }
    if ((await open()) !== undefined) await next.stop()
    return report
  } finally {
    report.acknowledged = confirmed.size
    report.forgottenBytes = disk.counts().forgottenBytes
    opening.sort((a, b) => a - b)
    report.openMs = { median: opening[opening.length >> 1] ?? 0, worst: opening.at(-1) ?? 0 }
    next.child.kill('SIGKILL')
    await disk.killEverybody()
    await disk.unmount()
    for (const folder of [ground, ...sockets]) rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const report = await powerCuts(Number(process.argv[2] ?? 20), {
    seed: Number(process.argv[3] ?? 1),
    settings: JSON.parse(process.argv[4] ?? '{}'),
    log: console.log,
  })
  console.log(JSON.stringify(report))
}
