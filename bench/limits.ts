// The limits our pages are held against, in a process of their own: bare `node:http`, a bare page with a transaction, a bare insert with and without the framework.
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'

/** What the parent sends first. */
export interface Limits {
  /** Bytes and headers of a page, as ours sends them. */
  readonly same: { readonly headers: Record<string, string>; readonly body: string; readonly encoding: 'base64' }
  /** Where the database is, and how a public page reads in it. */
  readonly connection: { readonly host: string; readonly port: number; readonly user: string; readonly database: string }
  readonly role: string
  readonly begin: string
  readonly statements: readonly { readonly text: string; readonly values: readonly unknown[] }[]
  /** How many bytes the page with a transaction has. */
  readonly pageBytes: number
}

/** Where one row is inserted: with the framework our pages are made with, and with nothing. */
export const insertPaths = { framework: '/insert', raw: '/insert-raw' } as const

pg.types.setTypeParser(pg.types.builtins.DATE, text => text)

process.once('message', (limits: Limits) => void serve(limits))

async function serve({ same, connection, role, begin, statements, pageBytes }: Limits): Promise<void> {
  const bytes = Buffer.from(same.body, same.encoding)
  const pool = (as: string, max: number) =>
    new pg.Pool({ ...connection, max, options: as ? `-c role=${as}` : '', idleTimeoutMillis: 60_000 })
  // As many connections as our own pools have.
  const readers = pool(role, 5)
  const writers = pool('', 10)
  await writers.query(
    'create table if not exists bench_bare (id uuid primary key, name text not null, body text not null, at timestamptz not null)',
  )

  async function page(): Promise<string> {
    const client = await readers.connect()
    try {
      await client.query(begin)
      const rows: unknown[] = []
      for (const { text, values } of statements) rows.push(...(await client.query(text, values as unknown[])).rows)
      await client.query('commit')
      const shown = rows.map(row => `<p>${escaped(JSON.stringify(row))}</p>`).join('')
      return `<!doctype html><title>x</title>${shown}`.slice(0, pageBytes).padEnd(pageBytes, ' ')
    } finally {
      client.release()
    }
  }
  async function insert(name: unknown, motivation: unknown): Promise<string> {
    const client = await writers.connect()
    try {
      await client.query('begin')
      await client.query('insert into bench_bare values ($1, $2, $3, $4)', [randomUUID(), name, motivation ?? '', new Date()])
      await client.query('commit')
    } finally {
      client.release()
    }
    return '<!doctype html><title>x</title><p>received</p>'
  }
  async function rawInsert(req: IncomingMessage): Promise<string> {
    const pieces: Buffer[] = []
    for await (const piece of req) pieces.push(piece as Buffer)
    const fields = new URLSearchParams(Buffer.concat(pieces).toString())
    return await insert(fields.get('name'), fields.get('motivation'))
  }
  const framework = new Hono()
  framework.post(insertPaths.framework, async c => {
    const fields = await c.req.parseBody()
    return c.html(await insert(fields.name, fields.motivation))
  })
  const inFramework = getRequestListener(framework.fetch)
  const html = (res: ServerResponse, text: string) => {
    const body = Buffer.from(text)
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length })
    res.end(body)
  }
  const server = createServer((req, res) => {
    const url = req.url ?? '/'
    if (url === '/same') {
      if (req.headers['if-none-match'] === same.headers.etag) {
        res.writeHead(304, same.headers)
        return res.end()
      }
      res.writeHead(200, { ...same.headers, 'content-length': bytes.length })
      return res.end(bytes)
    }
    if (url === insertPaths.framework) return inFramework(req, res)
    const answer = url === '/page' ? page() : rawInsert(req)
    answer.then(
      text => html(res, text),
      error => {
        console.error(`the limit ${url}: ${(error as Error).message}`)
        res.writeHead(500).end()
      },
    )
  })
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, sign => escapes[sign]!)
