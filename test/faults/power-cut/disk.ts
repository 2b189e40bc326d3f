// The forgetful disk from outside: mounted, cut, switched on again, unmounted; or the reason why it cannot be.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type Disk = {
  folder: string
  /** The power goes: nothing works any more, and what was not synced is gone, or half gone when a seed for tearing is given. */
  cut(tearSeed?: number): void
  /** The power is back. Call it when all who stood on the disk are dead. */
  on(): void
  counts(): { cuts: number; syncs: number; forgottenBytes: number; forgottenNames: number }
  /** Ends with -9 every process that stands on the disk or was started for it. */
  killEverybody(): Promise<void>
  unmount(): Promise<void>
}

function python(): string | undefined {
  // Debian's package serves the system's own Python, which need not be the first in the path.
  return ['/usr/bin/python3', 'python3'].find(candidate => {
    try {
      execFileSync(
        candidate,
        ['-c', 'import importlib.util as u, sys; sys.exit(0 if u.find_spec("fusepy") else __import__("fuse").FUSE is None)'],
        { stdio: 'ignore' },
      )
      return true
    } catch {
      return false
    }
  })
}

/** Why the disk cannot be mounted on this machine; undefined when it can. */
export function whyNoDisk(): string | undefined {
  if (process.platform !== 'linux') return 'the forgetful disk needs Linux'
  try {
    accessSync('/dev/fuse', constants.R_OK | constants.W_OK)
  } catch {
    return '/dev/fuse is missing or closed to this user'
  }
  return python() === undefined ? 'fusepy is missing (on Debian: apt-get install python3-fusepy fuse)' : undefined
}

function onDisk(folder: string, except: number[]): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter(pid => pid > 0 && !except.includes(pid))
    .filter(pid => {
      try {
        const cwd = readlinkSync(`/proc/${pid}/cwd`)
        return cwd === folder || cwd.startsWith(`${folder}/`) || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`${folder}/`)
      } catch {
        return false
      }
    })
}

/** Mounts a forgetful disk at `folder`. Throws the reason when it does not come up within ten seconds. */
export async function mountDisk(folder: string): Promise<Disk> {
  mkdirSync(folder, { recursive: true })
  const power = path.join(folder, '.power')
  const program = path.join(path.dirname(fileURLToPath(import.meta.url)), 'forgetful_disk.py')
  const server: ChildProcess = spawn(python() ?? 'python3', [program, folder], { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  let words = ''
  server.stderr!.on('data', (piece: Buffer) => (words += piece.toString()))
  for (let i = 0; !existsSync(power); i++) {
    if (server.exitCode !== null || i > 200) {
      server.kill('SIGKILL')
      throw new Error(`the forgetful disk cannot be mounted: ${words.trim().split('\n').at(-1) || 'no answer'}`)
    }
    await pause(50)
  }
  return {
    folder,
    cut: seed => writeFileSync(power, seed === undefined ? 'cut drop' : `cut tear ${seed}`),
    on: () => writeFileSync(power, 'on'),
    counts: () => JSON.parse(readFileSync(power, 'utf8')),
    async killEverybody() {
      for (let round = 0; round < 400; round++) {
        const left = onDisk(folder, [process.pid, server.pid!])
        if (left.length === 0) return
        for (const pid of left) {
          try {
            process.kill(pid, 'SIGKILL')
          } catch {
            // It ended by itself.
          }
        }
        await pause(5)
      }
      throw new Error(`processes on ${folder} do not die`)
    },
    async unmount() {
      try {
        execFileSync('fusermount', ['-u', '-z', folder], { stdio: 'ignore' })
      } catch {
        server.kill('SIGKILL')
      }
      for (let i = 0; i < 100 && server.exitCode === null && server.signalCode === null; i++) await pause(20)
      server.kill('SIGKILL')
    },
  }
}
