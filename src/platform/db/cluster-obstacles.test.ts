// What stands in the way of a start: strangers with the old number, zombies, dead locks, torn copies, closed folders.
import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { prepareGround, until } from '../../../test/supervised.ts'
import { clusterName, prepareHome } from './cluster-home.ts'
import { bornAt } from './cluster-process.ts'
import { placeProgram } from './cluster-program.ts'
import { makeCluster } from './cluster-settings.ts'

const root = process.getuid?.() === 0
const ground = prepareGround()
const { settled, start, another, newFolder, children, programHome } = ground
afterEach(ground.endTest)
afterAll(ground.endAll)

/** Puts the number of another process into the pid file a killed postmaster leaves. */
async function leavePidFileOf(make: (as: { uid?: number; gid?: number }) => Promise<number>): Promise<number> {
  const db = await start(settled)
  const cluster = path.join(settled, clusterName)
  const file = path.join(cluster, 'postmaster.pid')
  const kept = readFileSync(file, 'utf8')
  await db.stop()
  const facts = statSync(cluster)
  const pid = await make(root ? { uid: facts.uid, gid: facts.gid } : {})
  writeFileSync(file, kept.replace(/^\d+/, String(pid)))
  if (root) chownSync(file, facts.uid, facts.gid)
  return pid
}

test('a pid file whose number now belongs to a stranger does not stop the start', async () => {
  const stranger = await leavePidFileOf(async as => {
    const child = spawn('sleep', ['60'], { ...as, cwd: '/', stdio: 'ignore' })
    children.push(child)
    return child.pid!
  })
  const db = await start(settled)
  expect([db.adopted, bornAt(stranger) !== undefined]).toEqual([false, true])
})

test('a dead postmaster that is still a zombie does not stop the start', async () => {
  const zombie = await leavePidFileOf(async as => {
    // exec replaces the shell, so nobody waits for the first sleep.
    const child = spawn('sh', ['-c', 'sleep 0.01 & echo $!; exec sleep 60'], { ...as, cwd: '/', stdio: ['ignore', 'pipe', 'ignore'] })
    children.push(child)
    const pid = await new Promise<number>(resolve => child.stdout.once('data', (piece: Buffer) => resolve(Number(piece.toString()))))
    await until(() => existsSync(`/proc/${pid}`) && bornAt(pid) === undefined)
    return pid
  })
  expect(readFileSync(`/proc/${zombie}/stat`, 'utf8')).toContain(') Z ')
  const db = await start(settled)
  expect(db.adopted).toBe(false)
})

test('a lock left by a dead process is taken over', async () => {
  const db = await start(settled)
  await db.stop()
  writeFileSync(path.join(settled, 'supervisor.lock'), JSON.stringify({ pid: 999_999_999, born: 'long ago' }))
  await expect(start(settled)).resolves.toBeDefined()
})

test('a lock held by a living process gives one line that names it', async () => {
  const holder = spawn('sleep', ['60'], { stdio: 'ignore' })
  children.push(holder)
  await until(() => bornAt(holder.pid!) !== undefined)
  const lock = path.join(settled, 'supervisor.lock')
  writeFileSync(lock, JSON.stringify({ pid: holder.pid, born: bornAt(holder.pid!) }))
  await expect(start(settled, { patienceMs: 200 })).rejects.toThrow(new RegExp(`^The database in .* by process ${holder.pid}; [^\n]*$`))
  rmSync(lock)
})

test('a setting PostgreSQL does not know gives its own last words in one line', async () => {
  await expect(start(settled, { extraSettings: { no_such_setting: '1' } })).rejects.toThrow(
    /^The database in .* does not start: FATAL: [^\n]*no_such_setting[^\n]*$/,
  )
})

test('a folder that programs may not run from is named in one line', async () => {
  const program = placeProgram(ground.newFolder())
  chmodSync(program.initdb, 0o644)
  await expect(makeCluster(prepareHome(ground.newFolder()), program)).rejects.toThrow(/^PostgreSQL may not run from [^\n]*noexec[^\n]*$/)
})

test('a program torn by a power cut is copied again', async () => {
  const program = placeProgram(programHome)
  const library = path.join(path.dirname(program.postgres), '..', 'lib', 'libpq.so.5.18')
  const whole = statSync(library).size
  truncateSync(library, 0)
  placeProgram(programHome)
  expect(statSync(library).size).toBe(whole)
})

test('started by an ordinary user it runs as that user; by root under a closed folder its data lies where its user can go', async () => {
  if (!root) {
    expect(prepareHome(newFolder()).owner).toBeUndefined()
    return
  }
  const folder = newFolder()
  const owner = prepareHome(folder).owner!
  chownSync(folder, owner.uid, owner.gid)
  const theirProgram = newFolder()
  mkdirSync(theirProgram)
  chownSync(theirProgram, owner.uid, owner.gid)
  const theirs = another(folder, { ...owner, programHome: theirProgram })
  expect(await theirs.said).toMatch(/^ready /)
  theirs.stop()
  await until(() => bornAt(theirs.child.pid!) === undefined)

  const closed = path.join(ground.folder, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const home = prepareHome(path.join(closed, 'data'), path.join(ground.folder, 'open'))
  expect([path.dirname(home.folder), home.movedFrom]).toEqual([path.join(ground.folder, 'open'), path.join(closed, 'data')])
  expect(readlinkSync(path.join(closed, 'data', 'elsewhere'))).toBe(home.folder)
  expect(prepareHome(path.join(closed, 'data'), path.join(ground.folder, 'open')).folder).toBe(home.folder)
  rmSync(path.join(closed, 'data'), { recursive: true })
  expect(prepareHome(path.join(closed, 'data'), path.join(ground.folder, 'open')).folder).not.toBe(home.folder)
})
