// A whole municipality out as files and in again, loss-free: the road to another database, another machine, the next major version.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import type { Connection } from './connect.ts'

/** The shape of the export; older numbers stay readable. */
export const format = 1
/** What lies in the folder of an export. */
export const exported = {
  manifest: 'manifest.json',
  table: (name: string): string => `${name}.ndjson`,
  /** The keys, under a passphrase or in the clear. */
  keys: { sealed: 'keys.sealed', plain: 'keys.plain' },
} as const
/** Whether this is what a municipality is known by. */
export const isMunicipalityId = (id: unknown): boolean => typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)
const batch = 500

export interface Manifest {
  readonly format: number
  readonly municipality: { readonly id: string; readonly slug: string }
  readonly made: string
  readonly migrations: readonly string[]
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[]
  /** The fingerprint of the key file the sealed columns were written with. */
  readonly key: string
}
interface Column {
  readonly schema: string
  readonly table: string
  readonly key: readonly string[]
}

const connect = async (connection: Connection) => {
  const client = new pg.Client('url' in connection ? { connectionString: connection.url } : connection)
  await client.connect()
  return client
}

/** Every table that belongs to a municipality, with its primary key; the register itself comes first. */
async function tablesOf(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query(`
    select n.nspname as schema, c.relname as table,
      array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
            where i.indrelid = c.oid and i.indisprimary order by array_position(i.indkey::int2[], a.attnum)) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'keys')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'municipality_id' and not a.attisdropped)
    order by 1, 2`)
  return [{ schema: 'public', table: 'municipality', key: ['id'] }, ...(rows as Column[])]
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const full = ({ schema, table }: Column) => `${quoted(schema)}.${quoted(table)}`

/** Writes one municipality to `dir`: a manifest, and each table as lines of JSON in the order of its primary key. All in one snapshot. */
export async function exportTables(
  connection: Connection,
  dir: string,
  municipality: { id: string; slug: string },
  key: string,
  now: Date,
  progress: (table: string, rows: number) => void,
): Promise<Manifest> {
  // Names of people stand here in the clear: whoever else has an account on the machine reads none of it.
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const client = await connect(connection)
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(`select set_config('app.municipality', $1, true)`, [municipality.id])
    const migrations = (await client.query('select name from migration order by name')).rows.map(row => row.name as string)
    const tables: Manifest['tables'][number][] = []
    for (const table of await tablesOf(client)) {
      const own = table.table === 'municipality' ? 'id' : 'municipality_id'
      const hash = createHash('sha256')
      const file = await open(join(dir, exported.table(`${table.schema}.${table.table}`)), 'w', 0o600)
      let rows = 0
      try {
        await client.query(
          `declare export_rows no scroll cursor for select to_jsonb(t)::text as row from ${full(table)} t where ${own} = '${municipality.id}' order by ${table.key.map(quoted).join(', ')}`,
        )
        for (;;) {
          const part = await client.query(`fetch ${batch} from export_rows`)
          if (part.rows.length === 0) break
          const text = part.rows.map(row => `${row.row}\n`).join('')
          hash.update(text)
          await file.write(text)
          rows += part.rows.length
        }
        await client.query('close export_rows')
        await file.sync()
      } finally {
        await file.close()
      }
      tables.push({ name: `${table.schema}.${table.table}`, rows, sha256: hash.digest('hex') })
      progress(`${table.schema}.${table.table}`, rows)
    }
    await client.query('commit')
    const manifest: Manifest = { format, municipality, made: now.toISOString(), migrations, tables, key }
    await writeFile(join(dir, exported.manifest), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    return manifest
  } finally {
    await client.end()
  }
}

/** Reads and checks the manifest of an export. Throws one line that says what is wrong. */
export async function readManifest(dir: string): Promise<Manifest> {
  let manifest: Manifest
  try {
    manifest = JSON.parse(await readFile(join(dir, exported.manifest), 'utf8')) as Manifest
  } catch {
    throw new Error(`${dir}: there is no readable manifest.json; give the folder that "raadslag export" wrote`)
  }
  if (manifest.format !== format)
    throw new Error(`${dir}: export format ${manifest.format} is newer than this program; use the newer version`)
  if (!isMunicipalityId(manifest.municipality?.id)) throw new Error(`${dir}: manifest.json names no municipality`)
  return manifest
}

/** Brings an export in, all or nothing. The municipality must not be here yet. */
export async function importTables(
  connection: Connection,
  dir: string,
  manifest: Manifest,
  progress: (table: string, rows: number) => void,
): Promise<void> {
  const client = await connect(connection)
  try {
    const here = new Set((await client.query('select name from migration')).rows.map(row => row.name as string))
    const missing = manifest.migrations.find(name => !here.has(name))
    if (missing) throw new Error(`${dir}: made by a newer version (${missing}); use that version`)
    const { rows } = await client.query('select slug from municipality where id = $1 or slug = $2', [
      manifest.municipality.id,
      manifest.municipality.slug,
    ])
    if (rows.length > 0)
      throw new Error(
        `The municipality ${manifest.municipality.slug} is here already; importing would overwrite it. Import into an empty database.`,
      )
    await client.query('begin')
    await client.query(`select set_config('app.municipality', $1, true)`, [manifest.municipality.id])
    const foreign = await foreignKeys(client)
    // Rows refer to one another in circles, so the keys are checked together at the end.
    for (const { table, name } of foreign)
      await client.query(`alter table ${table} alter constraint ${quoted(name)} deferrable initially deferred`)
    const known = new Map((await tablesOf(client)).map(table => [`${table.schema}.${table.table}`, table]))
    for (const { name, rows: wanted, sha256 } of manifest.tables) {
      const table = known.get(name)
      if (!table) throw new Error(`${dir}: holds ${name}, which this version does not know`)
      const got = await importTable(client, table, join(dir, exported.table(name))).catch(error => {
        throw damaged(error, `${dir}/${name}.ndjson`)
      })
      if (got.rows !== wanted || got.sha256 !== sha256)
        throw new Error(`${dir}/${name}.ndjson: is not what the manifest says (${got.rows} rows of ${wanted}); the export is damaged`)
      progress(name, got.rows)
    }
    await client.query('set constraints all immediate')
    for (const { table, name } of foreign) await client.query(`alter table ${table} alter constraint ${quoted(name)} not deferrable`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

/** What is wrong with a file of an export, in plain words; what is wrong with the database stays as it is. */
function damaged(error: unknown, file: string): unknown {
  const code = String((error as { code?: unknown }).code ?? '')
  if (code === 'ENOENT') return new Error(`${file}: is missing; the export is not whole`)
  // 22 and 23: what a row says cannot stand in this table.
  if (error instanceof SyntaxError || /^2[23]/.test(code)) return new Error(`${file}: a row of it cannot be read; the export is damaged`)
  return error
}

async function foreignKeys(client: pg.Client): Promise<{ table: string; name: string }[]> {
  const { rows } = await client.query(
    `select conrelid::regclass::text as table, conname as name from pg_constraint where contype = 'f' and not condeferrable and connamespace in ('public'::regnamespace, 'keys'::regnamespace)`,
  )
  return rows
}

async function importTable(client: pg.Client, table: Column, path: string): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256')
  let rows = 0
  let waiting: string[] = []
  let columns = ''
  const flush = async () => {
    if (waiting.length === 0) return
    // Only what the export holds: a column that is younger than the export gets its default.
    columns ||= Object.keys(JSON.parse(waiting[0]!) as object)
      .map(quoted)
      .join(', ')
    const rowsOf = `jsonb_populate_recordset(null::${full(table)}, $1::jsonb)`
    await client.query(`insert into ${full(table)} (${columns}) select ${columns} from ${rowsOf}`, [`[${waiting.join(',')}]`])
    waiting = []
  }
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    hash.update(`${line}\n`)
    waiting.push(line)
    rows++
    if (waiting.length >= batch) await flush()
  }
  await flush()
  return { rows, sha256: hash.digest('hex') }
}
