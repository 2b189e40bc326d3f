// Refuses a store that would say "stored" before it is (SECURITY.md: we refuse to run on a store that does not fsync).

export type Row = Record<string, unknown>

const promises = ['fsync', 'full_page_writes', 'synchronous_commit']

/**
 * Throws one line when this PostgreSQL may lose what it has acknowledged: fsync, full_page_writes or synchronous_commit off,
 * for this session or set off for any role or for this database. `query` runs one statement, as the role the app works as.
 */
export async function refuseUnsafeStore(query: (sql: string) => Promise<Row[]>): Promise<void> {
  const known = await query(`select name, setting from pg_settings where name in (${promises.map(name => `'${name}'`).join(', ')})`)
  const off = promises.filter(name => {
    const row = known.find(candidate => candidate.name === name)
    return row === undefined || row.setting === 'off'
  })
  const later = await query(
    `select coalesce(r.rolname, 'every role') as role from pg_db_role_setting s left join pg_roles r on r.oid = s.setrole
     where s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
       and exists (select from unnest(s.setconfig) c where c ~* '^synchronous_commit=(off|false|no|0)$')`,
  )
  const faults = [...off.map(name => `${name} is off`), ...later.map(row => `synchronous_commit is set off for ${String(row.role)}`)]
  if (faults.length > 0) {
    throw new Error(`The database may lose what it has confirmed (${faults.join(', ')}): turn it on in PostgreSQL, then start again.`)
  }
}
