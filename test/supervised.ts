// Ground for tests of the embedded database itself: folders of their own, other processes, and an end to all of them.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { clusterName } from '../src/platform/db/cluster-home.ts'
import { endPostmaster } from '../src/platform/db/cluster-postmaster.ts'
import { bornAt, readPidFile } from '../src/platform/db/cluster-process.ts'
import { type Embedded, type EmbeddedOptions, startEmbedded } from '../src/platform/db/supervise.ts'
import { roomyFolder } from './global-setup.ts'
import { plain } from './plain.ts'

/** Starts the database it is told of, says so, and stays until it is told to stop. */
const anotherScript = `
  import { startEmbedded } from '../src/platform/db/supervise.ts'
  try {
    const db = await startEmbedded({ ...JSON.parse(process.argv[2]), log() {} })
    console.log('ready ' + db.pid() + ' ' + db.adopted)
    process.stdin.once('data', async () => { await db.stop(); process.exit(0) })
    setInterval(() => {}, 1000)
  } catch (fault) { console.log('fault ' + fault.message); process.exit(1) }`

type Another = { child: ChildProcess; said: Promise<string>; stop(): void }
export type Ground = {
  folder: string
  /** The program is copied here once for all clusters of the ground. */
  programHome: string
  /** A cluster that the first test makes and the others reuse. */
  settled: string
  events: string[]
  children: ChildProcess[]
  newFolder(): string
  start(dataDir: string, more?: Partial<EmbeddedOptions>): Promise<Embedded>
  /** Another process that starts the database, says "ready <postmaster pid> <adopted>" and stays until told to stop. */
  another(dataDir: string, as?: { uid?: number; gid?: number; programHome?: string }): Another
  endTest(): Promise<void>
  endAll(): Promise<void>
}

export async function ask(db: Pick<Embedded, 'connection'>, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(db.connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Waits up to ten seconds for `what` to be true. */
export async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await what()) return
    await pause(25)
  }
  throw new Error('waited 10 s in vain')
}

export function prepareGround(): Ground {
  const folder = mkdtempSync(path.join(roomyFolder().folder, 'raadslag-supervise-'))
  const programHome = mkdtempSync(path.join(tmpdir(), 'raadslag-supervise-'))
  for (const made of [folder, programHome]) chmodSync(made, 0o711)
  const running: Embedded[] = []
  const children: ChildProcess[] = []
  const events: string[] = []
  const used = new Set<string>()
  let folders = 0
  return {
    folder,
    programHome,
    settled: path.join(folder, 'settled'),
    events,
    children,
    newFolder: () => path.join(folder, `data-${++folders}`),
    async start(dataDir, more = {}) {
      used.add(dataDir)
      const db = await startEmbedded({ dataDir, log: event => void events.push(event), programHome, ...more })
      running.push(db)
      return db
    },
    another(dataDir, as = {}) {
      used.add(dataDir)
      const options = { dataDir, programHome: as.programHome ?? programHome }
      const flags = [plain('another-supervisor', anotherScript), JSON.stringify(options)]
      const child = spawn(process.execPath, flags, { uid: as.uid, gid: as.gid, cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
      children.push(child)
      const said = new Promise<string>(resolve => {
        child.stdout.once('data', (piece: Buffer) => resolve(piece.toString().trim()))
        child.once('exit', code => resolve(`exit ${code}`))
      })
      return { child, said, stop: () => child.stdin.write('stop\n') }
    },
    async endTest() {
      for (const db of running.splice(0)) await db.stop()
      for (const child of children.splice(0)) child.kill('SIGKILL')
      events.length = 0
    },
    async endAll() {
      for (const dataDir of used) {
        const cluster = path.join(dataDir, clusterName)
        const pid = readPidFile(cluster)?.pid
        const born = pid === undefined ? undefined : bornAt(pid)
        if (pid !== undefined && born !== undefined) await endPostmaster({ pid, born }, cluster)
      }
      for (const made of [folder, programHome]) rmSync(made, { recursive: true, force: true })
    },
  }
}
