// Watches how much memory another process holds, while it works: what it holds in buffers no limit of the language's own binds.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'

const linuxEvery = 25
const elsewhereEvery = 250
/** What the kernel counts in, for every machine Node runs on in this form. */
const kib = 1_024

/**
 * Calls `over` once when the process holds more than `most` bytes. Linux is asked forty times a second, which costs microseconds; other
 * systems with `ps` four times a second; Windows, which has none, not at all.
 */
export function watchMemory(pid: number, most: number, over: () => void): { end(): void } {
  let ended = false
  const end = () => {
    ended = true
    clearInterval(timer)
  }
  const heard = (bytes: number | null) => {
    if (ended || bytes === null || bytes <= most) return
    end()
    over()
  }
  const timer =
    process.platform === 'linux'
      ? setInterval(() => heard(heldOnLinux(pid)), linuxEvery)
      : setInterval(() => {
          if (process.platform !== 'win32') heldElsewhere(pid, heard)
        }, elsewhereEvery)
  timer.unref()
  return { end }
}

/** Bytes in memory now; null when the process is gone. */
export function heldOnLinux(pid: number): number | null {
  try {
    const held = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
    return held === undefined ? null : Number(held) * kib
  } catch {
    return null
  }
}

function heldElsewhere(pid: number, heard: (bytes: number | null) => void): void {
  execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, out) => heard(error ? null : Number(out.trim()) * kib || null))
}
