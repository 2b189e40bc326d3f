// A database lent to one test after another: given back, every row is as it was at first, so the next need not wait for a new one.
import pg from 'pg'
import { openPools, type Pools } from '../src/platform/db/connect.ts'
import { turnstile } from '../src/platform/db/turnstile.ts'
import { cloneDatabase, type Furnished, type TestDatabase } from './database.ts'

export interface LentDatabase {
  readonly connection: TestDatabase['connection']
  /** The app's connections to it, warm from whoever had it before; their owner does not close them. */
  readonly pools: Pools
  /** As the owner, past every rule. */
  readonly owner: pg.Pool
  /** Puts everything back for the next, or removes the database when that cannot be done. */
  giveBack(): Promise<void>
}
interface Kept {
  readonly from: Furnished
  readonly database: TestDatabase
  readonly pools: Pools
  readonly owner: pg.Pool
  readonly first: FirstState
  lends: number
}
/** What stood in the database at first, by table: how many rows, and the rows as JSON. */
type FirstState = ReadonlyMap<string, { readonly count: number; readonly rows: string }>

/** Nobody has these just now; the one last given back is last. */
const idle: Kept[] = []
/** Each keeps connections open, and the cluster has so many. */
const mostIdle = 3
/** Rows that are gone still lie in their tables: after so many lends, or so many rows in one, a new database is the faster one. */
const mostLends = 40
const mostRows = 3_000

/** A database as `from` fills it: one that was given back, or a new clone. */
export async function lendDatabase(from: Furnished): Promise<LentDatabase> {
  const at = idle.findLastIndex(one => one.from.name === from.name)
  const kept = at < 0 ? await open(from) : idle.splice(at, 1)[0]!
  kept.lends++
  // From here on every change has a number of its own.
  const { rows } = await kept.owner.query('select pg_current_xact_id()::text as since')
  const since = String(rows[0].since)
  return {
    connection: kept.database.connection,
    pools: { ...kept.pools, deeds: turnstile(), close: async () => {} },
    owner: kept.owner,
    async giveBack() {
      const free = await quiet(kept)
      if (!free || !(await restored(kept, since))) return await remove(kept, free)
      idle.push(kept)
      if (idle.length > mostIdle) await remove(idle.shift()!)
    },
  }
}

async function open(from: Furnished): Promise<Kept> {
  const database = await cloneDatabase(from)
  const owner = new pg.Pool({ ...database.connection, max: 1, idleTimeoutMillis: 0 })
  owner.on('error', () => {})
  const pools = openPools({ ...database.connection, user: 'raadslag' }, () => {}, 6)
  return { from, database, owner, pools, first: await firstState(from.name, owner), lends: 0 }
}
async function remove({ pools, owner, database }: Kept, free = true): Promise<void> {
  // Whoever holds a connection is cut off with the database.
  const closed = Promise.all([pools.close(), owner.end()])
  if (free) await closed
  await database.drop()
}

/** Where a change of the database itself shows, by what is ours in it: nothing here is put back. PostgreSQL's own things have lower numbers. */
const ours = 16_384
const catalogues: readonly string[] = [
  ...['class', 'attrdef', 'type', 'proc', 'policy', 'trigger', 'constraint', 'namespace'].map(name => `pg_${name} where oid >= ${ours}`),
  `pg_attribute where attrelid >= ${ours}`,
  `pg_index where indexrelid >= ${ours}`,
  `pg_statistic where starelid >= ${ours}`,
]

const firstStates = new Map<string, Promise<FirstState>>()
/** What stands in every clone of this template; read from the first of them. */
function firstState(name: string, owner: pg.Pool): Promise<FirstState> {
  if (!firstStates.has(name)) firstStates.set(name, readAll(owner))
  return firstStates.get(name)!
}
async function readAll(owner: pg.Pool): Promise<FirstState> {
  const { rows: sequences } = await owner.query('select from pg_sequences')
  if (sequences.length > 0) throw new Error('a lent database puts rows back, not sequences: teach it those first')
  const { rows: tables } = await owner.query(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`,
  )
  const first = new Map<string, { count: number; rows: string }>()
  for (const name of catalogues) {
    const { rows } = await owner.query(`select count(*)::int as count from ${name}`)
    first.set(name, { count: rows[0].count, rows: '' })
  }
  for (const { name } of tables) {
    const { rows } = await owner.query(`select count(*)::int as count, coalesce(json_agg(t), '[]')::text as rows from ${name} t`)
    first.set(name, rows[0])
  }
  return first
}

/** Puts every row back. False when more than rows was changed, or when a new database is the faster one. */
async function restored(kept: Kept, since: string): Promise<boolean> {
  const { owner, first } = kept
  if (kept.lends >= mostLends) return false
  const client = await owner.connect()
  let broken: Error | undefined
  try {
    await client.query('rollback; reset all; reset session authorization; unlisten *; select pg_advisory_unlock_all()')
    // Neither the tables' own watchmen nor their references look on: everything goes back at once.
    await client.query('begin; set local session_replication_role = replica; set local plan_cache_mode = force_generic_plan')
    const newer = 'age(xmin) <= age($1::text::xid)'
    const parts = [...first.keys()].map(
      name => `select '${name}' as name, count(*)::int, count(*) filter (where ${newer})::int as changed from ${name}`,
    )
    const { rows } = await client.query({ name: 'changed', text: parts.join(' union all '), values: [since] })
    const other = rows.filter(({ name, count, changed }) => changed > 0 || count !== first.get(name)!.count)
    if (other.some(({ name, changed }) => catalogues.includes(name) || changed > mostRows)) return false
    for (const { name, count, changed } of other) {
      const { count: atFirst, rows: firstRows } = first.get(name)!
      if (count - changed === atFirst) await client.query(`delete from ${name} where ${newer}`, [since])
      else {
        await client.query(`delete from ${name}`)
        if (atFirst > 0) await client.query(`insert into ${name} select * from json_populate_recordset(null::${name}, $1)`, [firstRows])
      }
    }
    await client.query('commit')
    return true
  } catch (error) {
    broken = error as Error
    return false
  } finally {
    client.release(broken)
  }
}

/** Waits until nobody holds one of its connections; false when somebody goes on holding it. */
async function quiet({ pools, owner }: Kept): Promise<boolean> {
  const all = [pools.app, pools.public, owner]
  for (let round = 0; round < 100; round++) {
    if (all.every(pool => pool.waitingCount === 0 && pool.idleCount === pool.totalCount)) return true
    await new Promise(done => setTimeout(done, 10))
  }
  return false
}
