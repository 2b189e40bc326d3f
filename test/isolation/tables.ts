// Every table of the schema as the catalogue knows it, and a row of anybody's making in each.
type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>

interface Column {
  readonly name: string
  readonly type: string
  readonly isKey: boolean
  /** Named by a constraint: a value of its own making would not be one the program knows. */
  readonly bound: boolean
  readonly generated: boolean
}
export interface Table {
  /** With its schema unless that is `public`. */
  readonly name: string
  readonly columns: readonly Column[]
}

/** The program's own tables, those of the job queue aside. */
export async function tablesOf(sql: Sql): Promise<Table[]> {
  const rows = await sql(`
    select c.oid::regclass::text as table, a.attname as name, format_type(a.atttypid, null) as type, a.attgenerated <> '' as generated,
      exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any (k.conkey)) as is_key,
      exists (select from pg_constraint k where k.conrelid = c.oid and a.attnum = any (k.conkey) and k.contype in ('p', 'f', 'c', 'u', 'x')) as bound
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text in ('public', 'keys')
    order by 1, a.attnum`)
  const tables = new Map<string, Column[]>()
  for (const row of rows) {
    const columns = tables.get(row.table as string) ?? []
    columns.push({
      name: row.name as string,
      type: row.type as string,
      isKey: row.is_key as boolean,
      bound: row.bound as boolean,
      generated: row.generated as boolean,
    })
    tables.set(row.table as string, columns)
  }
  return [...tables].map(([name, columns]) => ({ name, columns }))
}
export const ofMunicipalities = (tables: readonly Table[]) =>
  tables.filter(table => table.columns.some(column => column.name === 'municipality_id'))

/** Takes away what would refuse an invented row; policies and grants, which are what is tested, stay. */
export async function loosen(sql: Sql): Promise<void> {
  await sql(`do $$ declare k record; begin
    for k in select conrelid::regclass as on_table, conname from pg_constraint
      where contype in ('f', 'c', 'x') and connamespace::regnamespace::text in ('public', 'keys') and conrelid <> 0
    loop execute format('alter table %s drop constraint %I', k.on_table, k.conname); end loop; end $$`)
}

/** Puts a row into every table that knows municipalities; every text in it carries the mark. */
export async function plant(sql: Sql, tables: readonly Table[], municipalityId: string, mark: string): Promise<void> {
  for (const table of ofMunicipalities(tables)) {
    const columns = table.columns.filter(column => !column.generated)
    const values = columns.map(column => (column.name === 'municipality_id' ? municipalityId : anyValue(column, mark)))
    const names = columns.map(column => `"${column.name}"`).join(', ')
    await sql(`insert into ${table.name} (${names}) values (${values.map((_, i) => `$${i + 1}`).join(', ')})`, values)
  }
}

function anyValue({ name, type }: Column, mark: string): unknown {
  switch (type) {
    case 'uuid':
      return crypto.randomUUID()
    case 'uuid[]':
      return [crypto.randomUUID()]
    case 'text':
      return `${name} ${mark}`
    case 'text[]':
      return [mark]
    case 'jsonb':
      return JSON.stringify({ note: mark })
    case 'bytea':
      return Buffer.from(`${name} ${mark}`)
    case 'date':
      return '2026-11-01'
    case 'timestamp with time zone':
      return new Date('2026-11-01T09:00:00Z')
    case 'boolean':
      return true
    case 'smallint':
    case 'integer':
    case 'bigint':
      return 7
    default:
      throw new Error(`no value is known for the type ${type} (${name})`)
  }
}
