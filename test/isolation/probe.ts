// Stands in one municipality, by SQL as the app itself would ask, and tries to reach the rows of the other.
import type pg from 'pg'
import { ofMunicipalities, type Table } from './tables.ts'

interface Sides {
  readonly own: string
  readonly other: string
}

/** Tables without a municipality, each with the reason why that is right. */
const withoutMunicipality: Readonly<Record<string, string>> = {
  municipality: 'the register itself: read before anybody knows which municipality is asked for',
  'keys.carried': 'keys by municipality id, opened at start before any municipality is set',
  key_fingerprint: 'one row: which key file the store was written with',
  migration: 'which versions were applied',
}

/** Functions and views that see past row-level security, each with who looked at it and why. */
const audited: Readonly<Record<string, string>> = {
  'function erase_practice(uuid)':
    'deletes the practice of the municipality of the transaction and raises for any other; tried in schema.test.ts',
}

/** What the catalogue says is missing of the rules of each table, or of one: each line one fault. */
export async function ruleFaults(client: pg.Client, tables: readonly Table[], one: string | null = null): Promise<string[]> {
  const faults: string[] = []
  const { rows } = await client.query(
    `
    select c.oid::regclass::text as table, c.relrowsecurity as on, c.relforcerowsecurity as forced, c.relowner::regrole::text as owner,
      (select string_agg(concat_ws(' ', p.polname, p.polcmd, p.polpermissive, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)), '; ')
        from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text in ('public', 'keys')
      and ($1::text is null or c.oid = $1::regclass) order by 1`,
    [one],
  )
  const known = new Set(ofMunicipalities(tables).map(table => table.name))
  const read = '(municipality_id = ( SELECT municipality_now() AS municipality_now))'
  const written = '(municipality_id = municipality_now())'
  for (const row of rows) {
    if (!known.has(row.table)) {
      if (!withoutMunicipality[row.table]) faults.push(`${row.table} has no municipality_id and is on no list`)
      continue
    }
    if (!row.on) faults.push(`${row.table}: row-level security is off`)
    if (!row.forced) faults.push(`${row.table}: row-level security is not forced`)
    if (row.policies !== `own_municipality * t ${read} ${written}`) faults.push(`${row.table}: its policies are ${row.policies ?? 'none'}`)
    if (/^raadslag/.test(row.owner)) faults.push(`${row.table} belongs to ${row.owner}, who could lift its own rules`)
  }
  return faults
}

/** What the catalogue says is missing of the rules of the tables, and what could see past them: each line one fault. */
export async function schemaFaults(client: pg.Client, tables: readonly Table[]): Promise<string[]> {
  const faults = await ruleFaults(client, tables)
  const { rows: powers } = await client.query(
    "select rolname from pg_roles where rolname like 'raadslag%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)",
  )
  for (const { rolname } of powers) faults.push(`${rolname} has powers over the rules`)
  const { rows: doors } = await client.query(`
    select 'function ' || p.oid::regprocedure::text as door from pg_proc p
      where p.prosecdef and p.pronamespace::regnamespace::text in ('public', 'keys')
    union all select 'view ' || c.oid::regclass::text from pg_class c
      where c.relkind in ('v', 'm') and c.relnamespace::regnamespace::text in ('public', 'keys')`)
  for (const { door } of doors) if (!audited[door]) faults.push(`${door} reads with its owner's eyes and is on no list`)
  const { rows: loose } = await client.query(
    `
    select k.conrelid::regclass::text || ' ' || k.conname as fk from pg_constraint k
    where k.contype = 'f' and k.conrelid::regclass::text = any ($1) and k.confrelid <> 'municipality'::regclass
      and not exists (select from unnest(k.conkey, k.confkey) as pair (here, there)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here and a.attname = 'municipality_id'
        join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there and b.attname = 'municipality_id')`,
    [ofMunicipalities(tables).map(table => table.name)],
  )
  for (const { fk } of loose) faults.push(`${fk} could point into another municipality`)
  return faults
}

/** Every way the app's own role in `own` can see, change, take or add rows of `other`: each line one leak. */
export async function leaks(client: pg.Client, tables: readonly Table[], { own, other }: Sides): Promise<string[]> {
  const found: string[] = []
  for (const { name, columns } of ofMunicipalities(tables)) {
    const writable = columns.filter(column => !column.generated)
    const names = writable.map(column => `"${column.name}"`).join(', ')
    const rowOf = await client.query(`select to_jsonb(t) as row from ${name} t where municipality_id = $1 limit 1`, [other])
    if (rowOf.rows.length === 0) throw new Error(`${name} has no row of the other municipality: nothing would be shown by looking`)
    const as = async (role: string, what: string, sql: string, values: unknown[], refused: RegExp) => {
      await client.query('savepoint probe')
      try {
        await client.query(`set local role ${role}`)
        await client.query("select set_config('app.municipality', $1, true)", [own])
        const { rowCount } = await client.query(sql, values)
        if ((rowCount ?? 0) > 0) found.push(`${name}: ${role} can ${what}`)
      } catch (error) {
        if (!refused.test((error as Error).message)) found.push(`${name}: ${role} trying to ${what}: ${(error as Error).message}`)
      }
      await client.query('rollback to savepoint probe')
    }
    const denied = /^permission denied for/
    const guarded = /^permission denied for|^new row violates row-level security policy/
    for (const role of ['raadslag_app', 'raadslag_public']) {
      await as(role, 'see', `select 1 from ${name} where municipality_id = $1`, [other], denied)
      await as(role, 'change', `update ${name} set municipality_id = municipality_id where municipality_id = $1`, [other], denied)
      await as(role, 'take over', `update ${name} set municipality_id = $2 where municipality_id = $1`, [other, own], denied)
      await as(role, 'delete', `delete from ${name} where municipality_id = $1`, [other], denied)
      await as(role, 'give away', `update ${name} set municipality_id = $1 where municipality_id = $2`, [other, own], guarded)
      const copy = `insert into ${name} (${names}) select ${names} from jsonb_populate_record(null::${name}, $1)`
      await as(role, 'add', copy, [JSON.stringify(rowOf.rows[0].row)], guarded)
    }
  }
  return found
}

/** Runs `work` in a transaction that never happened. */
export async function undone<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    return await work()
  } finally {
    await client.query('rollback')
  }
}
