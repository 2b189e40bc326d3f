// Copies the program made itself and may delete again: recognised for certain, older than they may be, and never without a younger whole one.
import { createHash } from 'node:crypto'
import { createReadStream, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { rename, rmdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { keptDays } from './db/export-before.ts'
import { exported, format, isMunicipalityId, type Manifest } from './db/transfer.ts'

const day = 86_400_000
const { manifest: listed, table: fileOf } = exported
const keys = Object.values(exported.keys)
/** Stands after the name of a copy from the moment its deletion has begun: what is half is then half for this reason. */
const mark = '.deleting'
export const isGoing = (name: string): boolean => name.endsWith(mark)

export interface OwnCopy {
  readonly name: string
  readonly dir: string
  readonly files: readonly string[]
  readonly manifest: Manifest
  readonly made: Date
}

/** What lies there as `raadslag export` wrote it: a real folder with its manifest, and nothing in it that an export does not write. It may be half. */
export function ownCopyAt(folder: string, name: string): OwnCopy | null {
  const dir = join(folder, name)
  try {
    if (!lstatSync(dir).isDirectory()) return null
    const files = readdirSync(dir)
    if (!files.every(file => lstatSync(join(dir, file)).isFile()) || !files.includes(listed)) return null
    const manifest = JSON.parse(readFileSync(join(dir, listed), 'utf8')) as Manifest
    const made = new Date(manifest.made)
    const tables = manifest.tables.map(table => fileOf(table.name))
    const written = new Set([listed, ...keys, ...tables])
    const ours =
      manifest.format === format &&
      isMunicipalityId(manifest.municipality.id) &&
      tables.includes(fileOf('public.municipality')) &&
      made.toISOString() === manifest.made &&
      files.every(file => written.has(file))
    return ours ? { name, dir, files, manifest, made } : null
  } catch {
    // Not readable, or not what an export looks like: somebody else's.
    return null
  }
}

/** Every table is there as the manifest says, and the keys with them: it can be brought in. */
async function isWhole({ dir, files, manifest }: OwnCopy): Promise<boolean> {
  if (!keys.some(file => files.includes(file) && lstatSync(join(dir, file)).size > 0)) return false
  try {
    for (const { name, sha256 } of manifest.tables) {
      const hash = createHash('sha256')
      for await (const part of createReadStream(join(dir, fileOf(name)))) hash.update(part as Buffer)
      if (hash.digest('hex') !== sha256) return false
    }
    return true
  } catch {
    return false
  }
}

const ageOf = ({ made }: OwnCopy, now: Date): number => Math.floor((now.getTime() - made.getTime()) / day)

/**
 * Deletes the whole copies of this municipality that are older than they may be, once a whole one is there that is not, and goes on
 * with a deletion that was stopped. Tells of each as soon as it is gone, before the next is touched.
 * What is linked, foreign, half or another's stays for a human, and so does what cannot be deleted.
 */
export async function deleteOldCopies(
  folder: string | null,
  municipalityId: string,
  now: Date,
  tell: (name: string) => Promise<void>,
): Promise<void> {
  const copies = folder ? copiesIn(folder).filter(one => one.manifest.municipality.id === municipalityId) : []
  const old = copies.filter(one => ageOf(one, now) > keptDays)
  // A copy from a day that has not come says that a clock is wrong.
  const young = copies
    .filter(one => ageOf(one, now) <= keptDays && one.made <= now && !isGoing(one.name))
    .sort((a, b) => b.made.getTime() - a.made.getTime())
  if (old.length === 0 || !(await anyWhole(young))) return
  for (const one of old) {
    const may = isGoing(one.name) || (await isWhole(one))
    if (may && (await deleteCopy(folder!, one))) await tell(isGoing(one.name) ? one.name.slice(0, -mark.length) : one.name)
  }
}
function copiesIn(folder: string): OwnCopy[] {
  try {
    return readdirSync(folder).flatMap(name => ownCopyAt(folder, name) ?? [])
  } catch {
    return []
  }
}
async function anyWhole(copies: readonly OwnCopy[]): Promise<boolean> {
  for (const one of copies) if (await isWhole(one)) return true
  return false
}
/** Under its mark and file by file, the manifest last: what is stopped half-way is known again the next night. */
async function deleteCopy(folder: string, { name, dir, files }: OwnCopy): Promise<boolean> {
  const going = isGoing(name) ? dir : join(folder, name + mark)
  try {
    if (going !== dir) await rename(dir, going)
    for (const file of [...files.filter(one => one !== listed), listed]) await unlink(join(going, file))
  } catch {
    return false
  }
  // The copy is gone. What came into its folder meanwhile is not ours, and keeps the folder.
  await rmdir(going).catch(() => {})
  return true
}
