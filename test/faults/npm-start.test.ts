// `npm start` in a fresh clone, as a terminal or a service runs it: it brings what is missing, whatever ends npm ends the program and its database, and the next start works.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clusterName } from '../../src/platform/db/cluster-home.ts'
import { bornAt, readPidFile } from '../../src/platform/db/cluster-process.ts'
import { roomyFolder } from '../global-setup.ts'
import { signInBy } from './sign-in.ts'

const root = join(import.meta.dirname, '../..')
const left: number[] = []
let folder = ''
let clone = ''
let port = 0
beforeAll(async () => {
  folder = mkdtempSync(join(roomyFolder().folder, 'raadslag-npm-'))
  // The database's own user must be able to walk to its folder.
  chmodSync(folder, 0o711)
  clone = freshClone()
  registryOfOurs()
  port = await freePort()
}, 120_000)
afterAll(() => {
  for (const pid of left) endGroup(pid)
  const database = readPidFile(join(folder, 'data/database', clusterName))
  if (database && lives(database.pid)) process.kill(database.pid, 'SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** What a clone has: the files that git keeps, and neither packages nor a program. */
function freshClone(): string {
  const made = join(folder, 'clone')
  execFileSync('git', ['init', '-q', made])
  // A repository that knows nothing yet tells every file that is not ignored.
  const args = ['--git-dir', join(made, '.git'), '--work-tree', root, 'ls-files', '-z', '--others', '--exclude-standard']
  for (const name of execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(made, name)), { recursive: true })
    copyFileSync(join(root, name), join(made, name))
  }
  return made
}
/** In place of the registry: an npm that notes what it is asked for and brings the packages of this checkout. */
function registryOfOurs(): void {
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  const brought = ['*', '.bin', '.package-lock.json'].map(name => `"${root}/node_modules/"${name}`).join(' ')
  const lines = ['#!/bin/sh', `echo "$PWD: $*" >> "${folder}/asked"`, 'mkdir node_modules', `ln -s ${brought} node_modules/`]
  writeFileSync(join(bin, 'npm'), `${lines.join('\n')}\n`, { mode: 0o755 })
}
const asked = () => readFileSync(join(folder, 'asked'), 'utf8')
/** Where the real one lies: the program it starts finds the other first. */
const realNpm = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map(place => join(place, 'npm'))
    .find(existsSync)!

/** npm and whatever it started. */
function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody is left of it.
  }
}
/** When the packages and the program were made, to the millisecond. */
const made = () => ['node_modules/.package-lock.json', 'dist/.built', 'dist'].map(name => statSync(join(clone, name)).mtimeMs)
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
/** Where this clone keeps its data, and whom it answers. */
const settings = (host: string) => ({ HOME: process.env.HOME, PORT: String(port), HOST: host, RAADSLAG_DATA: join(folder, 'data') })
function run(host = '127.0.0.1') {
  const env = { ...settings(host), PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter) }
  const npm = spawn(realNpm(), ['start'], { cwd: clone, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  left.push(npm.pid!)
  let said = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', piece => (said += piece))
  return { npm, words: () => said }
}
async function within(ms: number, what: () => boolean): Promise<boolean> {
  for (const until = performance.now() + ms; performance.now() < until; await pause(50)) if (what()) return true
  return what()
}

describe('npm start', { timeout: 240_000 }, () => {
  it('in a fresh clone installs, builds and serves; kill -9 of npm, and the next start at once on the same port and data serves, where HOST says, with nothing fetched or built; SIGTERM to npm closes everything', async () => {
    expect(['node_modules', 'dist'].filter(name => existsSync(join(clone, name)))).toEqual([])
    const first = await start()
    expect(asked()).toBe(`${clone}: ci --ignore-scripts --no-audit --no-fund\n`)
    const built = made()
    // It answers before it has said everything.
    expect(await within(30_000, () => first.words().includes(`Nøglefilen er ny: ${folder}/data.key`))).toBe(true)
    first.npm.kill('SIGKILL')
    const { npm, database, words } = await start('127.0.0.2')
    expect(words()).not.toMatch(/Nøglefilen|Fetching packages|brotli/)
    expect(made()).toEqual(built)
    expect(asked().split('\n')).toHaveLength(2)
    expect(words()).toContain(`http://127.0.0.2:${port}`)
    await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow()
    // Beside the running site, in the database that the site has started.
    const link = execFileSync('npx', ['raadslag', 'sign-in-link', '--email', 'opdigtet@example.org', '--role', 'secretary'], {
      cwd: clone,
      env: { ...settings('127.0.0.2'), PATH: process.env.PATH },
      encoding: 'utf8',
    }).trim()
    expect(link).toMatch(new RegExp(`^http://127\\.0\\.0\\.2:${port}/log-ind/[\\w-]+$`))
    const other = link.replace(/[\w-]{8}$/, 'opdigtet')
    expect([await signInBy(other), await signInBy(link), await signInBy(link)]).toEqual([null, expect.stringMatching(/^raadslag=./), null])
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
