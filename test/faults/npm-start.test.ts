// `npm start` as a terminal or a service runs it: whatever ends npm ends the program and its database, and the next start works.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clusterName } from '../../src/platform/db/cluster-home.ts'
import { bornAt, readPidFile } from '../../src/platform/db/cluster-process.ts'
import { roomyFolder } from '../global-setup.ts'

const root = join(import.meta.dirname, '../..')
const left: number[] = []
let folder = ''
let port = 0
beforeAll(async () => {
  folder = mkdtempSync(join(roomyFolder().folder, 'raadslag-npm-'))
  // The database's own user must be able to walk to its folder.
  chmodSync(folder, 0o711)
  port = await freePort()
}, 120_000)
afterAll(() => {
  for (const pid of left) endGroup(pid)
  const database = readPidFile(join(folder, 'data/database', clusterName))
  if (database && lives(database.pid)) process.kill(database.pid, 'SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** npm and whatever it started. */
function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody is left of it.
  }
}
/** When the packages and the program were made, to the millisecond. */
const made = () => ['node_modules/.package-lock.json', 'dist/.built', 'dist'].map(name => statSync(join(root, name)).mtimeMs)
const lives = (pid: number) => bornAt(pid) !== undefined

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(done => probe.listen(0, '127.0.0.1', done))
  const { port: free } = probe.address() as { port: number }
  await new Promise(done => probe.close(done))
  return free
}

interface Started {
  readonly npm: ChildProcess
  readonly database: number
  words(): string
}
/** Runs `npm start` until it answers. */
async function start(host = '127.0.0.1'): Promise<Started> {
  const { npm, words } = run(host)
  const answers = () =>
    fetch(`http://${host}:${port}/api/health`).then(
      answer => answer.status,
      () => 0,
    )
  for (const until = performance.now() + 60_000; performance.now() < until && npm.exitCode === null; await pause(50))
    if (words().includes('Rådslag svarer') && (await answers()) === 200)
      return { npm, database: readPidFile(join(folder, 'data/database', clusterName))!.pid, words }
  throw new Error(`npm start did not answer: ${words()}`)
}
function run(host = '127.0.0.1') {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), HOST: host, RAADSLAG_DATA: join(folder, 'data') }
  const npm = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  left.push(npm.pid!)
  let said = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', piece => (said += piece))
  return { npm, words: () => said }
}
async function within(ms: number, what: () => boolean): Promise<boolean> {
  for (const until = performance.now() + ms; performance.now() < until; await pause(50)) if (what()) return true
  return what()
}

describe('npm start', { timeout: 120_000 }, () => {
  it('kill -9 of npm, and the next start at once on the same port and data serves, where HOST says, with nothing fetched or built; SIGTERM to npm closes everything', async () => {
    const first = await start()
    const built = made()
    // It answers before it has said everything.
    expect(await within(30_000, () => first.words().includes(`Nøglefilen er ny: ${folder}/data.key`))).toBe(true)
    first.npm.kill('SIGKILL')
    const { npm, database, words } = await start('127.0.0.2')
    expect(words()).not.toMatch(/Nøglefilen|Fetching packages|brotli/)
    expect(made()).toEqual(built)
    expect(words()).toContain(`http://127.0.0.2:${port}`)
    await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow()
    // As a terminal does it: to npm, which passes it on, and to the program as well.
    process.kill(-npm.pid!, 'SIGTERM')
    expect(await within(30_000, () => npm.exitCode !== null || npm.signalCode !== null)).toBe(true)
    expect(await within(30_000, () => !lives(database))).toBe(true)
    await expect(fetch(`http://127.0.0.2:${port}/api/health`)).rejects.toThrow()
  })
  it('a port somebody else has is said in one line, and nothing is left running', async () => {
    const other = createServer()
    await new Promise<void>((done, fail) => other.once('error', fail).listen(port, '127.0.0.1', done))
    const { npm, words } = run()
    expect(await within(30_000, () => npm.exitCode !== null)).toBe(true)
    await new Promise(done => other.close(done))
    expect(words()).toMatch(new RegExp(`^PORT: ${port} on 127\\.0\\.0\\.1 is taken by another program\\. `, 'm'))
    expect(npm.exitCode).toBe(2)
    expect(existsSync(join(folder, 'data/database', clusterName, 'postmaster.pid'))).toBe(false)
  })
})
