// Pools of connections and a Kysely over one checked-out client that remembers which tables were touched.
import type { Writable } from 'node:stream'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type KyselyPlugin,
  type OperationNode,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TableNode,
} from 'kysely'
import pg from 'pg'
import { type Copied, copyOut } from './copy.ts'
import { type HeldWrite, statements } from './held.ts'
import { momentOf } from './moments.ts'
import { streamOf } from './reading.ts'
import type { PlatformTables } from './tables.ts'
import { type Turnstile, turnstile } from './turnstile.ts'

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

/** Tables read and written in the transaction under way. */
export interface Touched {
  readonly read: Set<string>
  readonly written: Set<string>
  /** Further lists that what is read is noted in, for as long as they stand here. */
  readonly also: Set<Set<string>>
}
export const nothingTouched = (): Touched => ({ read: new Set(), written: new Set(), also: new Set() })
/** Notes that a table is read. */
export function noteRead({ read, also }: Touched, table: string): void {
  read.add(table)
  for (const list of also) list.add(table)
}
/** Notes that a table is written, and so read. */
function noteWritten(touched: Touched, table: string): void {
  const name = table.slice(table.lastIndexOf('.') + 1)
  noteRead(touched, name)
  touched.written.add(name)
}
export interface Session {
  readonly client: pg.PoolClient
  readonly db: Kysely<PlatformTables>
  touched: Touched
  /** Writes whose answers nobody waits for. They leave together, in one statement, before anything else is asked. */
  held: HeldWrite[]
  /**
   * The first fault of the transaction under way. What was asked behind it is refused because of it, and both refusals may arrive in one
   * piece: then whoever waits for the second hears of it first.
   */
  fault?: Error | undefined
  /** Sends what is held, at once: what is asked after it stands behind it in the queue. */
  flush(): Promise<unknown>
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
    held: [],
    async flush() {
      const held = session.held
      if (held.length === 0) return
      session.held = []
      for (const { table } of held) noteWritten(session.touched, table)
      const sent = statements(held).map(async ({ text, values, heard }) => {
        const { rows } = await send(client, text, values)
        heard?.(rows)
      })
      await Promise.all(sent)
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
        createDriver: () => oneClient(client, () => session.flush()),
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

function send(client: pg.PoolClient, text: string, values: unknown[]): Promise<pg.QueryResult> {
  const name = nameOfWrite(text)
  const asked = client.query(name ? { name, text, values } : { text, values })
  const session = sessions.get(client)
  asked.catch((error: Error) => {
    if (session) session.fault ??= error
  })
  return asked
}

function oneClient(client: pg.PoolClient, flush: () => Promise<unknown>): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const [, result] = await Promise.all([flush(), send(client, query.sql, query.parameters as unknown[])])
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

function watchTables(touched: () => Touched): KyselyPlugin {
  return {
    transformQuery({ node }) {
      note(node, touched())
      return node
    },
    transformResult: async ({ result }) => result,
  }
}

const writing = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode'])

/** Notes every table of a statement; those that it, or a part of it, writes are noted as written too. */
function note(node: OperationNode, touched: Touched): void {
  if (node.kind === 'TableNode') {
    noteRead(touched, nameOf(node))
    return
  }
  if (writing.has(node.kind)) touched.written.add(nameOf(targetOf(node)))
  for (const key in node) {
    const child = (node as unknown as Record<string, unknown>)[key]
    if (typeof child !== 'object' || child === null) continue
    if ('kind' in child) note(child as OperationNode, touched)
    else if (Array.isArray(child)) for (const one of child) if (typeof one === 'object' && one !== null && 'kind' in one) note(one, touched)
  }
}

const nameOf = (node: OperationNode): string => (node as TableNode).table.identifier.name
/** The table a writing part writes: the first one in its target. */
function targetOf(node: OperationNode): OperationNode {
  const { into, table, from } = node as unknown as Record<string, OperationNode>
  let target = into ?? table ?? from
  while (target && target.kind !== 'TableNode') target = firstNode(target)
  if (!target) throw new Error('a statement that writes names its table')
  return target
}
const firstNode = (node: OperationNode): OperationNode | undefined =>
  Object.values(node)
    .flat()
    .find(value => value !== null && typeof value === 'object' && 'kind' in value)
