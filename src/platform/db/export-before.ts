// Before an upgrade changes an older database, everything in it is exported beside it: the road back.
import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Log } from '../log.ts'
import type { Connection } from './connect.ts'
import { exportTables } from './transfer.ts'

/** Exports are kept no longer than backups may be: what was erased since would otherwise stay in them. */
export const keptDays = 35
const folderOf = (dataDir: string) => join(dataDir, 'before-upgrade')
/** The key a carried municipality came with, still wrapped by this installation's own key. */
export const carriedHere = 'keys.carried'

/** One folder for each municipality, readable by the owner only. `first` is the first migration that will be applied. */
export async function exportBefore(owner: Connection, dataDir: string, first: string, now: Date, log: Log): Promise<void> {
  const client = new pg.Client('url' in owner ? { connectionString: owner.url } : owner)
  await client.connect()
  try {
    const { rows } = await client.query('select id, slug from municipality order by slug')
    const key: string = (await client.query('select fingerprint from key_fingerprint')).rows[0]?.fingerprint ?? ''
    const parent = join(folderOf(dataDir), `${now.toISOString().slice(0, 19).replaceAll(':', '')}-${first}`)
    for (const municipality of rows as { id: string; slug: string }[]) {
      const dir = join(parent, municipality.slug)
      await mkdir(dir, { recursive: true, mode: 0o700 })
      await chmod(folderOf(dataDir), 0o700)
      const { tables } = await exportTables(owner, dir, municipality, key, now, () => {})
      const [carried] = (await client.query('select wrapped from keys.carried where id = $1', [municipality.id])).rows
      if (carried) await writeFile(join(dir, carriedHere), carried.wrapped.toString('base64'), { mode: 0o600 })
      log.info('exported before the upgrade', {
        municipality: municipality.slug,
        count: tables.reduce((sum, table) => sum + table.rows, 0),
      })
    }
  } finally {
    await client.end()
  }
}

/** Removes exports of earlier upgrades that are too old to be kept. */
export async function forgetOldExports(dataDir: string, now: Date): Promise<void> {
  const folder = folderOf(dataDir)
  if (!existsSync(folder)) return
  for (const name of await readdir(folder)) {
    const made = (await stat(join(folder, name))).mtimeMs
    if (now.getTime() - made > keptDays * 86_400_000) await rm(join(folder, name), { recursive: true, force: true })
  }
}
