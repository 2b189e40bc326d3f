// One starter or stopper at a time, and the list of processes that use the cluster: the last one out stops it.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bornAt } from './cluster-process.ts'

const signature = (): string => JSON.stringify({ pid: process.pid, born: bornAt(process.pid) })

/** The process that wrote the mark, if it still lives. An empty mark is one being written, or one that a power cut emptied. */
function writerOf(file: string): { pid: number } | 'dead' | 'writing' | 'none' {
  try {
    const text = readFileSync(file, 'utf8')
    if (text === '') return Date.now() - statSync(file).mtimeMs < 2000 ? 'writing' : 'dead'
    const mark = JSON.parse(text) as { pid: number; born?: string }
    return bornAt(mark.pid) !== undefined && bornAt(mark.pid) === mark.born ? { pid: mark.pid } : 'dead'
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'ENOENT' ? 'none' : 'dead'
  }
}

/**
 * Runs `work` while holding the lock of this cluster. A lock whose holder died is taken over.
 * Throws one line naming the holder when it stays taken for `patienceMs` milliseconds.
 */
export async function withLock<T>(home: string, patienceMs: number, work: () => Promise<T>): Promise<T> {
  const lock = path.join(home, 'supervisor.lock')
  const until = performance.now() + patienceMs
  for (;;) {
    try {
      writeFileSync(lock, signature(), { flag: 'wx', mode: 0o644 })
      break
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    }
    const writer = writerOf(lock)
    if (writer === 'dead') breakLock(lock)
    else if (performance.now() > until) {
      const who = typeof writer === 'object' ? `process ${writer.pid}` : 'another process'
      throw new Error(`The database in ${home} is being started or stopped by ${who}; wait for it or end it, then try again.`)
    }
    if (writer !== 'none' && writer !== 'dead') await pause(25)
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Moves a dead lock away. Of two that try at once one wins; if what was moved turns out to be alive it is put back. */
function breakLock(lock: string): void {
  const aside = `${lock}.${process.pid}`
  try {
    renameSync(lock, aside)
    const text = readFileSync(aside, 'utf8')
    if (writerOf(aside) !== 'dead') writeFileSync(lock, text, { flag: 'wx' })
  } catch {
    // Somebody else was faster; the caller looks again.
  } finally {
    rmSync(aside, { force: true })
  }
}

let marks = 0

/** Notes that this process uses the cluster, until `leave()`. `alone()` says whether no other living one does. */
export function joinUsers(home: string): { leave(): void; alone(): boolean } {
  const folder = path.join(home, 'in-use')
  mkdirSync(folder, { recursive: true })
  const mine = `${process.pid}.${++marks}`
  writeFileSync(path.join(folder, mine), signature())
  return {
    leave: () => rmSync(path.join(folder, mine), { force: true }),
    alone: () => {
      const others = readdirSync(folder).filter(name => name !== mine)
      for (const name of others) if (writerOf(path.join(folder, name)) === 'dead') rmSync(path.join(folder, name), { force: true })
      return readdirSync(folder).every(name => name === mine)
    },
  }
}
