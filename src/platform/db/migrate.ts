// Brings a database to the schema of this version: roles, then the migrations in their order, under one lock.
import pg from 'pg'
import { migrations } from '../../migrations/index.ts'
import type { Connection } from './connect.ts'

/** Applies what is missing, each migration in its own transaction. Returns the names applied. `connection` must be an owner's. */
export async function migrate(
  connection: Connection,
  onApplied: (name: string) => void = () => {},
  /** Called under the lock when an older database is about to be changed; nothing is applied if it throws. */
  before: (missing: readonly string[]) => Promise<void> = async () => {},
): Promise<string[]> {
  const client = new pg.Client('url' in connection ? { connectionString: connection.url } : connection)
  await client.connect()
  const applied: string[] = []
  try {
    // Two processes may start at once; the second waits here and then finds nothing to do.
    await client.query('select pg_advisory_lock(72616164)')
    await client.query(roles)
    await client.query('create table if not exists migration (name text primary key, applied_at timestamptz not null default now())')
    const done = new Set((await client.query('select name from migration')).rows.map(row => row.name as string))
    const missing = migrations.filter(one => !done.has(one.name))
    if (done.size > 0 && missing.length > 0) await before(missing.map(one => one.name))
    for (const { name, sql } of missing) {
      await client.query('begin')
      try {
        await client.query(sql)
        await client.query('insert into migration (name) values ($1)', [name])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`the database could not be brought to version ${name}: ${(error as Error).message}`, { cause: error })
      }
      applied.push(name)
      onApplied(name)
    }
    const unknown = [...done].filter(name => !migrations.some(m => m.name === name))
    if (unknown.length > 0) throw new Error(`the database is newer than this program (it knows ${unknown[0]}); start the newer version`)
  } finally {
    await client.query('select pg_advisory_unlock(72616164)').catch(() => {})
    await client.end()
  }
  return applied
}

/** Roles belong to the whole cluster, so they are made only when absent; the app's login becomes a member of both. */
const roles = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'raadslag_app') then create role raadslag_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'raadslag_public') then create role raadslag_public nologin; end if;
  if not exists (select from pg_roles where rolname = 'raadslag') then create role raadslag login; end if;
  grant raadslag_app, raadslag_public to raadslag;
  if not pg_has_role(current_user, 'raadslag_app', 'member') then execute format('grant raadslag_app to %I', current_user); end if;
  if not pg_has_role(current_user, 'raadslag_public', 'member') then execute format('grant raadslag_public to %I', current_user); end if;
end $$;
`
