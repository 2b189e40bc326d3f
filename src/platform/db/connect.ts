// Pools of connections, and what one of them does in a transaction: a Kysely that remembers which tables were touched, writes held back, begin and commit.
import type { Writable } from 'node:stream'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import { type Copied, copyOut } from './copy.ts'
import { type HeldWrite, statements } from './held.ts'
import { momentOf } from './moments.ts'
import { streamOf } from './reading.ts'
import type { PlatformTables } from './tables.ts'
import { noteWritten, nothingTouched, type Touched, watchTables } from './touched.ts'
import { type Turnstile, turnstile } from './turnstile.ts'
import { type Opening, sendWhole } from './whole.ts'

pg.types.setTypeParser(pg.types.builtins.DATE, text => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, momentOf)

/** Where a cluster answers: a URL for an external one, or socket folder, port, user and database for the embedded one. */
export type Connection =
  | { readonly url: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

export interface Pools {
  /** Everything the app does: role `raadslag_app`, row-level security forced. */
  readonly app: pg.Pool
  /** Public pages: role `raadslag_public`, which may not see voices, candidates or letters. */
  readonly public: pg.Pool
  /** Where deeds wait for their turn. */
  readonly deeds: Turnstile
  close(): Promise<void>
}

/** Opens the two pools; `onError` hears of connections that break while idle. */
export function openPools(connection: Connection, onError: (e: Error) => void, size = 10): Pools {
  const base = 'url' in connection ? { connectionString: connection.url } : { ...connection }
  const make = (role: string, max: number) => {
    const pool = new pg.Pool({
      ...base,
      max,
      idleTimeoutMillis: 60_000,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 10_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 20_000,
      // Moments and days are read as written so, whatever a server of somebody else's has been told.
      options: `-c role=${role} -c datestyle=iso`,
      // What follows without waiting for an answer is sent at once; PostgreSQL takes it in order.
      pipeline: true,
      stream: streamOf,
    })
    pool.on('error', onError)
    // A connection that breaks while lent out, between two statements, says so here; its next statement fails and is answered for.
    pool.on('connect', client => void client.on('error', () => {}))
    return pool
  }
  const app = make('raadslag_app', size)
  const publicPool = make('raadslag_public', Math.max(2, Math.ceil(size / 2)))
  return { app, public: publicPool, deeds: turnstile(), close: async () => void (await Promise.all([app.end(), publicPool.end()])) }
}

/** What is asked of this client until the program waits for something leaves in one piece: one call of the system instead of one for each question. */
export function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  stream.cork()
  setImmediate(() => stream.uncork())
}

export interface Session {
  readonly client: pg.PoolClient
  readonly db: Kysely<PlatformTables>
  touched: Touched
  /** What begins the transaction under way, until it is sent with the first question. */
  opening: Opening | undefined
  /** Names of the writes PostgreSQL has prepared for this client. */
  readonly prepared: Set<string>
  /** Writes whose answers nobody waits for. They leave together, in one statement, before anything else is asked. */
  held: HeldWrite[]
  /**
   * The first fault of the transaction under way. What was asked behind it is refused because of it, and both refusals may arrive in one
   * piece: then whoever waits for the second hears of it first.
   */
  fault?: Error | undefined
  /** Begins if that is still to come, and sends what is held, at once: what is asked after it stands behind it in the queue. */
  flush(): Promise<unknown>
  /** Sends what is held and ends the transaction; the command PostgreSQL says it ended by. Nothing is sent for one that neither asked nor wrote. */
  finish(): Promise<string>
  /** What the queries find of these ids, as PostgreSQL's own bytes. */
  copied(ids: readonly string[], queries: readonly CompiledQuery[], into?: ArrayBuffer): Promise<Copied>
}

const sessions = new WeakMap<pg.PoolClient, Session>()

/** The Kysely of this client; made once per client and kept with it. */
export function sessionOf(client: pg.PoolClient): Session {
  const known = sessions.get(client)
  if (known) return known
  const session: Session = {
    client,
    touched: nothingTouched(),
    opening: undefined,
    held: [],
    prepared: new Set(),
    flush: () => leave(session, taken(session)),
    async finish() {
      if (session.opening && session.held.length === 0) {
        session.opening = undefined
        return 'COMMIT'
      }
      const made = taken(session)
      const whole = leaveWhole(session, made)
      if (whole) return await whole
      const [, ended] = await Promise.all([leave(session, made), client.query('commit')])
      return ended.command
    },
    async copied(ids, queries, into) {
      if (queries.some(({ parameters }) => parameters.length > 0)) throw new Error('COPY takes no parameters')
      const texts = queries.map(({ sql }) => sql)
      const [, copied] = await Promise.all([session.flush(), copyOut(client, ids, texts, into)])
      return copied
    },
    db: new Kysely<PlatformTables>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => oneClient(() => session),
        createIntrospector: db => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
      plugins: [watchTables(() => session.touched)],
    }),
  }
  // A room's tables are known to the types only: one Kysely serves them all, instead of a new one per question.
  session.db.withTables = () => session.db as never
  sessions.set(client, session)
  return session
}

const named = new Map<string, string>()
/**
 * Writes are few and asked again and again, so PostgreSQL keeps their plans under a name. What is read is planned each time: how depends
 * on what is asked for.
 */
function nameOfWrite(text: string): string | undefined {
  const known = named.get(text)
  if (known || named.size >= 100 || !/^(with "held_|with \w+ as \(insert |insert )/.test(text)) return known
  const name = `write ${named.size}`
  named.set(text, name)
  return name
}

/** What is held, as the statements it leaves in; nothing is held any more. */
function taken(session: Session): ReturnType<typeof statements> {
  const { held } = session
  session.held = []
  for (const { table } of held) noteWritten(session.touched, table)
  return statements(held)
}

/** Begins if that is still to come, and sends these statements, at once. */
async function leave(session: Session, made: ReturnType<typeof statements>): Promise<void> {
  const { client, opening } = session
  session.opening = undefined
  // Nobody waits for this answer: what follows stands behind it.
  if (opening) client.query(`${opening.begin}; ${opening.municipality}`).catch(() => {})
  const sent = made.map(async ({ text, values, heard }) => {
    const { rows } = await send(session, text, values)
    heard?.(rows)
  })
  await Promise.all(sent)
}

/** Sends a transaction whole, where nothing was asked and one prepared statement is all it writes; the command it ended by. */
function leaveWhole(session: Session, made: ReturnType<typeof statements>): Promise<string> | undefined {
  const { client, opening } = session
  const [one, more] = made
  const name = one && named.get(one.text)
  if (!opening || !name || more || one.heard || !session.prepared.has(name)) return undefined
  session.opening = undefined
  return heardOf(session, sendWhole(client, opening, name, one.values))
}

/** Keeps the first fault of what is asked. */
function heardOf<A>(session: Session, asked: Promise<A>): Promise<A> {
  asked.catch((error: Error) => (session.fault ??= error))
  return asked
}

function send(session: Session, text: string, values: unknown[]): Promise<pg.QueryResult> {
  const name = nameOfWrite(text)
  const asked = heardOf(session, session.client.query(name ? { name, text, values } : { text, values }))
  if (name && !session.prepared.has(name))
    asked.then(
      () => session.prepared.add(name),
      () => {},
    )
  return asked
}

function oneClient(current: () => Session): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const session = current()
      const [, result] = await Promise.all([session.flush(), send(session, query.sql, query.parameters as unknown[])])
      return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    // biome-ignore lint/correctness/useYield: streaming is not offered; a read is a page, never a cursor.
    async *streamQuery() {
      throw new Error('streaming is not offered')
    },
  }
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: async () => {
      throw new Error('act() opens the one transaction')
    },
    commitTransaction: async () => {},
    rollbackTransaction: async () => {},
    destroy: async () => {},
  }
}
