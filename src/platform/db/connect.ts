// Pools of connections and a Kysely over one checked-out client that remembers which tables were touched.
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
  type RootOperationNode,
} from 'kysely'
import pg from 'pg'
import type { PlatformTables } from './tables.ts'

pg.types.setTypeParser(pg.types.builtins.DATE, text => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** Where a cluster answers: a URL for an external one, or socket folder, port, user and database for the embedded one. */
export type Connection =
  | { readonly url: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

export interface Pools {
  /** Everything the app does: role `raadslag_app`, row-level security forced. */
  readonly app: pg.Pool
  /** Public pages: role `raadslag_public`, which may not see voices, candidates or letters. */
  readonly public: pg.Pool
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
      options: `-c role=${role}`,
    })
    pool.on('error', onError)
    // A connection that breaks while lent out, between two statements, says so here; its next statement fails and is answered for.
    pool.on('connect', client => void client.on('error', () => {}))
    return pool
  }
  const app = make('raadslag_app', size)
  const publicPool = make('raadslag_public', Math.max(2, Math.ceil(size / 2)))
  return { app, public: publicPool, close: async () => void (await Promise.all([app.end(), publicPool.end()])) }
}

/** Tables read and written in the transaction under way. */
export interface Touched {
  readonly read: Set<string>
  readonly written: Set<string>
}
export interface Session {
  readonly client: pg.PoolClient
  readonly db: Kysely<PlatformTables>
  touched: Touched
}

const sessions = new WeakMap<pg.PoolClient, Session>()

/** The Kysely of this client; made once per client and kept with it. */
export function sessionOf(client: pg.PoolClient): Session {
  const known = sessions.get(client)
  if (known) return known
  const touched: Touched = { read: new Set(), written: new Set() }
  const session: Session = {
    client,
    touched,
    db: new Kysely<PlatformTables>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => oneClient(client),
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

function oneClient(client: pg.PoolClient): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const result = await client.query(query.sql, query.parameters as unknown[])
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

function note(root: RootOperationNode, touched: Touched): void {
  const kind = root.kind
  const writes = kind === 'InsertQueryNode' || kind === 'UpdateQueryNode' || kind === 'DeleteQueryNode'
  const stack: unknown[] = [root]
  let first = true
  while (stack.length > 0) {
    const node = stack.pop() as OperationNode
    if (node.kind === 'TableNode') {
      const name = (node as unknown as { table: { identifier: { name: string } } }).table.identifier.name
      if (writes && first) touched.written.add(name)
      touched.read.add(name)
      first = false
      continue
    }
    // The stack is walked depth-first from the target, so the first table of a writing query is the one written.
    const children = writes && node === root ? rootChildren(root) : Object.values(node)
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i]
      if (Array.isArray(child)) for (let j = child.length - 1; j >= 0; j--) push(child[j])
      else push(child)
    }
  }
  function push(value: unknown) {
    if (value !== null && typeof value === 'object' && 'kind' in value) stack.push(value)
  }
}

function rootChildren(root: RootOperationNode): unknown[] {
  const fields = root as unknown as Record<string, unknown>
  const target = fields.into ?? fields.table ?? fields.from
  return [target, ...Object.values(fields).filter(value => value !== target)]
}
