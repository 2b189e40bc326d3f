// The one door to the database: `act` runs a deed in one transaction, `look` reads.
import type { Compilable, Kysely } from 'kysely'
import type pg from 'pg'
import type { Keys } from '../crypto/keys.ts'
import type { Principal } from '../principal.ts'
import { Unavailable } from '../refusal.ts'
import { type Pools, type Session, sendTogether, sessionOf } from './connect.ts'
import type { Copied } from './copy.ts'
import type { HeldWrite } from './held.ts'
import { type Recalled, recall } from './recalled.ts'
import type { PlatformTables } from './tables.ts'
import { noteRead, nothingTouched, type Touched } from './touched.ts'

/** What the configuration says that deeds and pages must know. */
export interface Site {
  /** The address people use, without a trailing slash; for links in letters and jobs, where nobody has asked for a page. */
  readonly baseUrl: string
  /** Whether staff can sign in through the municipality's own sign-in. */
  readonly oidc: boolean
  /** Whether letters can leave at all. */
  readonly smtp: boolean
  /** Where bounces come to; null means `b@` the sender's domain. */
  readonly bounces: string | null
  /** Whether our addresses may carry a mark after a plus. */
  readonly plus: boolean
}

/** What a deed and a store work with: queries, the time, the keys, and hooks for after the commit. */
export interface Tx {
  readonly db: Kysely<PlatformTables>
  readonly now: Date
  readonly municipalityId: string
  readonly keys: Keys
  readonly site: Site
  /**
   * Writes what nobody waits for: it leaves with other such writes in one statement, before the next question or the commit. Whoever asked
   * to hear of the answer has heard when the deed is done.
   */
  hold(write: HeldWrite): void
  /**
   * What `read` finds, kept in memory until a table it was made from changes; for what nearly every deed asks. Read anew in a
   * serializable transaction, in one that only reads, and after this one has written such a table. Nobody may change what is found.
   * `read` gets the transaction with nothing remembered, so that every table it needs is seen.
   */
  recall<V>(key: string, read: (tx: Tx) => Promise<V>): Promise<V>
  /**
   * What queries of one column and without parameters find of `anyWanted` of these ids, as PostgreSQL's own bytes, in `into` when it is
   * large enough: megabytes become neither hexadecimal digits nor objects on the way, and can be handed to a thread as they are.
   */
  copied(ids: readonly string[], queries: readonly Compilable[], into?: ArrayBuffer): Promise<Copied>
  /** Runs once the transaction is durable; never runs when it is rolled back. */
  afterCommit(hook: () => void): void
  /** Says that this thing is erased with this transaction: it stands on the list beside the key file before anybody hears that it is gone. */
  erases(thing: string): void
  /** Whether this deed ran before and nothing of it was kept: two people collided, or a form was taken for a new one. */
  readonly again: boolean
  /** Small values that live as long as the transaction (unwrapped data keys). */
  readonly memo: Map<string, unknown>
  /** Declares tables read by hand-written SQL, which the watcher of tables cannot see. */
  reads(...tables: readonly string[]): void
}

export type Deed<I, R> = (tx: Tx, who: Principal, input: I) => Promise<R>

export interface Database {
  readonly pools: Pools
  readonly now: () => Date
  readonly keys: Keys
  readonly site: (municipalityId: string) => Site
  readonly recalled: Recalled
  /** Hears which tables of which municipality a committed transaction wrote. */
  readonly changed: (municipalityId: string, tables: ReadonlySet<string>) => void
  /** Hears which things a transaction has erased, once that is durable. */
  readonly erased?: (municipalityId: string, things: readonly string[]) => void
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Runs one deed in one transaction with the municipality set inside it. Retries twice when two people collided, or when a form was taken before. */
export async function act<I, R>(database: Database, who: Principal, deed: Deed<I, R>, input: I, isolation?: 'serializable'): Promise<R> {
  const mode = isolation === 'serializable' ? 'isolation level serializable' : ''
  const leave = await database.pools.deeds.enter()
  try {
    for (let attempt = 1; ; attempt++)
      try {
        return await inTransaction(database, database.pools.app, who.municipalityId, mode, tx => deed(tx, who, input), attempt > 1)
      } catch (error) {
        if (attempt >= 3 || !(collided(error) || takenBefore(error))) throw plain(error)
      }
  } finally {
    leave()
  }
}

/** Reads in one read-only transaction; public pages read as the role that may see public tables only. */
export async function look<R>(
  database: Database,
  who: Principal,
  read: (tx: Tx) => Promise<R>,
  as: 'app' | 'public' = 'app',
): Promise<{ value: R; touched: Touched }> {
  let touched: Touched | undefined
  try {
    const value = await inTransaction(database, database.pools[as], who.municipalityId, 'read only', async (tx, session) => {
      touched = session.touched
      return await read(tx)
    })
    return { value, touched: touched as Touched }
  } catch (error) {
    throw plain(error)
  }
}

async function inTransaction<R>(
  database: Database,
  pool: pg.Pool,
  municipalityId: string,
  mode: string,
  run: (tx: Tx, session: Session) => Promise<R>,
  again = false,
): Promise<R> {
  if (!uuid.test(municipalityId)) throw new Error('a transaction needs a municipality')
  const client = await pool.connect()
  const session = sessionOf(client)
  session.touched = nothingTouched()
  session.held = []
  session.fault = undefined
  const hooks: (() => void)[] = []
  const erased: string[] = []
  const tx: Tx = {
    db: session.db,
    now: database.now(),
    municipalityId,
    keys: database.keys,
    site: database.site(municipalityId),
    afterCommit: hook => void hooks.push(hook),
    erases: thing => void erased.push(thing),
    again,
    memo: new Map(),
    hold: write => void session.held.push(write),
    recall: async (key, read) =>
      mode === '' ? await recall(database.recalled, municipalityId, session, key, () => read({ ...tx, memo: new Map() })) : await read(tx),
    copied: (ids, queries, into) =>
      session.copied(
        ids,
        queries.map(query => query.compile()),
        into,
      ),
    reads: (...tables) => {
      for (const table of tables) noteRead(session.touched, table)
    },
  }
  let broken: Error | undefined
  let value: R
  try {
    // The municipality is set for this transaction only, so a forgotten one raises instead of leaking. What is asked first begins it, and the
    // commit stands behind the last write: nobody waits for either. A commit after a fault is a rollback.
    session.opening = { begin: `begin ${mode}`.trim(), municipality: `set local app.municipality = '${municipalityId}'` }
    sendTogether(client)
    value = await run(tx, session)
    sendTogether(client)
    const ended = await session.finish()
    // A deed that swallowed a fault of the database comes this far, and PostgreSQL answers its commit with a rollback.
    if (ended !== 'COMMIT') throw new Error(`nothing was kept: the commit was answered with ${ended}`)
  } catch (error) {
    try {
      if (!session.opening) await client.query('rollback')
    } catch (rollbackError) {
      broken = rollbackError as Error
    }
    // 25P02: refused because of what went wrong before, which is what must be told.
    throw code(error) === '25P02' ? (session.fault ?? error) : error
  } finally {
    // What a deed asks and does not wait for may come later still: it begins nothing on a connection that serves somebody else.
    session.opening = undefined
    client.release(broken)
  }
  if (session.touched.written.size > 0) database.changed(municipalityId, session.touched.written)
  if (erased.length > 0) database.erased?.(municipalityId, erased)
  for (const hook of hooks) hook()
  return value
}

const code = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')
/** The one key that is written in good faith: see `takeNewForm`. */
const takenBefore = (error: unknown) => code(error) === '23505' && (error as { constraint?: string }).constraint === 'accepted_form_pkey'
const collided = (error: unknown) => code(error) === '40001' || code(error) === '40P01'

/** PostgreSQL's own words become ours where a person can do something about it. */
function plain(error: unknown): unknown {
  const sqlState = code(error)
  const message = error instanceof Error ? error.message : ''
  const away =
    /^(08|57P0[1-3]|53|58|ECONN|ENOENT|EPIPE|ETIMEDOUT)/.test(sqlState) ||
    /timeout exceeded when trying to connect|Connection terminated|not queryable/.test(message)
  if (away || sqlState === '57014' || sqlState === '55P03') return new Unavailable('the store cannot take it now', { cause: error })
  return error
}
