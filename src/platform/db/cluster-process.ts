// Facts about processes that are not our children: is it alive, since when, does it hold this data folder.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const linux = process.platform === 'linux'
let bootId: string | undefined

/**
 * When the process was born, as an opaque string that no later process with the same number shares (it names the boot too).
 * Undefined when there is no such process or only its zombie is left.
 */
export function bornAt(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  if (!linux) return bornAtByPs(pid)
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return undefined
  }
  // The command name may hold spaces and brackets, so the fields are counted from the last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined
  bootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return `${fields[19]}@${bootId}`
}

function bornAtByPs(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { LC_ALL: 'C', PATH: '/bin:/usr/bin' },
    })
    return line.trim() === '' || line.trim().startsWith('Z') ? undefined : line.trim().replace(/^\S+\s+/, '')
  } catch {
    return undefined
  }
}

/** The living processes whose working folder is `folder`: every process of a PostgreSQL cluster stands in its data folder. */
export function standingIn(folder: string): number[] {
  if (!linux) return []
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder && bornAt(pid) !== undefined
      } catch {
        return false
      }
    })
}

export type PidFile = { pid: number; socketDir: string; port: number }

/** What `postmaster.pid` says; undefined when there is none or it is not complete yet. */
export function readPidFile(cluster: string): PidFile | undefined {
  let lines: string[]
  try {
    lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  const port = Number(lines[3])
  const socketDir = lines[4] ?? ''
  return Number.isInteger(pid) && pid > 0 && port > 0 && socketDir !== '' ? { pid, socketDir, port } : undefined
}

/** True when the pid file's process is alive and is a process of this cluster, not a stranger that got the same number. */
export function isPostmasterOf(cluster: string, pid: number): boolean {
  if (bornAt(pid) === undefined) return false
  if (linux) return standingIn(cluster).includes(pid)
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres')
  } catch {
    return false
  }
}

/**
 * Removes a pid file that a dead postmaster left. PostgreSQL does this itself, except while the dead one is a zombie or its
 * number has gone to a stranger. Removing it also removes PostgreSQL's own guard against two postmasters, so it happens only
 * when no living process stands in the data folder.
 */
export async function clearStalePidFile(cluster: string): Promise<boolean> {
  for (let round = 0; round < 100; round++) {
    const file = readPidFile(cluster)
    if (file === undefined || isPostmasterOf(cluster, file.pid)) return false
    if (standingIn(cluster).length === 0) {
      rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
      return true
    }
    await pause(50)
  }
  return false
}

/** Waits until the process is gone (a zombie counts as gone). False when it still lives after `ms` milliseconds. */
export async function goneWithin(pid: number, born: string | undefined, ms: number): Promise<boolean> {
  const until = performance.now() + ms
  while (born !== undefined && bornAt(pid) === born) {
    if (performance.now() > until) return false
    await pause(10)
  }
  return true
}
