// A disk that is really full: a small file system in memory, mounted for one test; or the reason why it cannot be.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface SmallDisk {
  readonly folder: string
  /** Takes all the room that is left. */
  fill(): void
  /** Gives it back. */
  free(): void
  remove(): void
}

/** Mounts a disk of so many MiB. A string says why this machine cannot. */
export function smallDisk(mebibytes: number): SmallDisk | string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'a small disk is mounted by root on Linux only'
  const folder = mkdtempSync(path.join(tmpdir(), 'raadslag-small-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=0711`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    return `a small disk cannot be mounted: ${(error as Error).message.split('\n')[0]}`
  }
  chmodSync(folder, 0o711)
  const ballast = path.join(folder, 'ballast')
  return {
    folder,
    fill() {
      // Page by page at the end, so that not one block is left.
      for (let size = 1_048_576; size >= 4_096; size /= 4) {
        try {
          for (;;) {
            const { bavail, bsize } = statfsSync(folder)
            if (bavail * bsize < size) break
            writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' })
          }
        } catch {
          // Full at this size.
        }
      }
    },
    free: () => rmSync(ballast, { force: true }),
    remove() {
      execFileSync('umount', ['-l', folder], { stdio: 'ignore' })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
