// `raadslag export DIR` and `raadslag import DIR`: a whole municipality with its keys, loss-free.
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keepCarried, openCarried, packKeys, unpackKeys } from '../platform/crypto/carried-keys.ts'
import type { MunicipalityKeys } from '../platform/crypto/keys.ts'
import { unwrapUnder, wrapUnder } from '../platform/crypto/passphrase.ts'
import { carriedHere } from '../platform/db/export-before.ts'
import { exported, exportTables, importTables, readManifest } from '../platform/db/transfer.ts'
import { CommandFault, tenantFor, withHouse } from './with-house.ts'

const { sealed: underPassphrase, plain: inTheClear } = exported.keys
const passphrase = () => process.env.RAADSLAG_EXPORT_PASSPHRASE ?? ''
const progress = (table: string, rows: number) => void (rows > 0 && process.stderr.write(`${table}: ${rows}\n`))

export async function exportMunicipality(dir: string, options: { municipality?: string; plain?: boolean }): Promise<string> {
  if (!options.plain && passphrase().length < 12)
    throw new CommandFault(
      'Set RAADSLAG_EXPORT_PASSPHRASE to at least 12 characters: the keys travel under it. Or give --plain, and guard the folder.',
      2,
    )
  if (existsSync(join(dir, exported.manifest))) throw new CommandFault(`${dir}: holds an export already; choose an empty folder`, 2)
  return await withHouse(async house => {
    const { ctx, store } = house
    const tenant = tenantFor(house, options.municipality)
    const manifest = await exportTables(store.owner, dir, tenant, ctx.keys.fingerprint(), ctx.clock.now(), progress)
    const pack = packKeys(ctx.keys.of(tenant.id))
    if (options.plain) await writeFile(join(dir, inTheClear), pack, { mode: 0o600 })
    else await writeFile(join(dir, underPassphrase), wrapUnder(passphrase(), Buffer.from(pack)), { mode: 0o600 })
    return `${tenant.slug}: ${manifest.tables.reduce((sum, table) => sum + table.rows, 0)} rows in ${manifest.tables.length} tables`
  })
}

export async function importMunicipality(dir: string): Promise<string> {
  const manifest = await readManifest(dir).catch(error => {
    throw new CommandFault((error as Error).message, 2)
  })
  const text = await carriedText(dir)
  return await withHouse(
    async ({ ctx, store }) => {
      if (text === null && manifest.key !== ctx.keys.fingerprint())
        throw new CommandFault(`${dir}: holds no keys, and was made with another key file; use the export made with a passphrase`, 2)
      await importTables(store.owner, dir, manifest, progress)
      const own = ctx.keys.of(manifest.municipality.id)
      const carried = text === null ? await carriedBefore(dir, own) : unpackKeys(text)
      if (carried && !own.kek.equals(carried.kek))
        await store.pools.app.query('insert into keys.carried (id, wrapped) values ($1, $2)', [
          manifest.municipality.id,
          keepCarried(own, carried),
        ])
      return `${manifest.municipality.slug}: ${manifest.tables.reduce((sum, table) => sum + table.rows, 0)} rows came in`
    },
    { empty: true },
  )
}

/** Of an export made before an upgrade: the key the municipality had come with, if it had. */
async function carriedBefore(dir: string, own: MunicipalityKeys): Promise<MunicipalityKeys | null> {
  const file = join(dir, carriedHere)
  return existsSync(file) ? openCarried(own, Buffer.from(await readFile(file, 'utf8'), 'base64')) : null
}

/** The keys an export travels with; null when it stayed at home and needs none. */
async function carriedText(dir: string): Promise<string | null> {
  if (existsSync(join(dir, inTheClear))) return await readFile(join(dir, inTheClear), 'utf8')
  if (!existsSync(join(dir, underPassphrase))) return null
  if (passphrase() === '') throw new CommandFault('Set RAADSLAG_EXPORT_PASSPHRASE to the passphrase of the export.', 2)
  try {
    return unwrapUnder(passphrase(), await readFile(join(dir, underPassphrase), 'utf8')).toString()
  } catch (error) {
    throw new CommandFault((error as Error).message, 2)
  }
}
