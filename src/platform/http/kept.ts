// Public pages kept as bytes, with what they were made from; forgotten exactly when one of those tables changes.
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

export interface KeptPage {
  readonly headers: Readonly<Record<string, string>>
  readonly etag: string
  readonly plain: Buffer
  /** As squeezed so far: lightly for the first who asks, harder once the page has stood a while. */
  br: Promise<Buffer> | null
  gz: Promise<Buffer> | null
  readonly municipalityId: string
  readonly tables: ReadonlySet<string>
  readonly validUntil: number
}

export interface Kept {
  /** A number to hand back with `keep`: what changed after it was taken makes the page too old to keep. */
  begin(): number
  keep(key: string, page: Omit<KeptPage, 'etag' | 'br' | 'gz'>, begun: number): KeptPage
  find(key: string): KeptPage | undefined
  forget(municipalityId: string, tables: Iterable<string>): void
  /** Nothing is kept while we cannot hear of changes made by other processes. */
  pause(): void
  resume(): void
  size(): number
  /** Others who remember something made from tables hear of the same changes. */
  onForget(listener: (municipalityId: string, tables: ReadonlySet<string> | 'all') => void): void
  /** Whether one of the tables has changed since the number was taken. */
  changedSince(municipalityId: string, tables: Iterable<string>, begun: number): boolean
  /** False while nothing may be kept. */
  hears(): boolean
}

/** Keeps at most `maxBytes` (20 MB) of pages; the ones longest unused go first. */
export function createKept(now: () => number, maxBytes = 20_000_000): Kept {
  const pages = new Map<string, KeptPage>()
  const lastChange = new Map<string, number>()
  let sequence = 1
  let paused = 0
  /** What was begun before a pause was over may be older than a change nobody heard of. */
  let pausedAt = 0
  let bytes = 0
  const listeners: ((municipalityId: string, tables: ReadonlySet<string> | 'all') => void)[] = []
  const weight = (page: KeptPage) => page.plain.length * 1.6 + 500
  const drop = (key: string) => {
    const page = pages.get(key)
    if (!page) return
    bytes -= weight(page)
    pages.delete(key)
  }
  /** Pages that wait to be squeezed hard. One at a time, and only what still stands: pages of a busy hour are forgotten before it pays. */
  const standing: string[] = []
  function changedSince(municipalityId: string, tables: Iterable<string>, begun: number): boolean {
    if (begun < pausedAt) return true
    for (const table of tables)
      if ((lastChange.get(`${municipalityId}:${table}`) ?? 0) > begun || (lastChange.get(`:${table}`) ?? 0) > begun) return true
    return false
  }
  let squeezing = false
  function squeezeSoon(): void {
    if (squeezing || standing.length === 0) return
    squeezing = true
    setTimeout(async () => {
      const page = pages.get(standing.shift()!)
      try {
        if (page) {
          page.br = Promise.resolve(await brotli(page.plain, quality(11, page.plain)))
          page.gz = Promise.resolve(await zip(page.plain, { level: 9 }))
        }
      } catch {
        // It stays as lightly squeezed as it is.
      } finally {
        squeezing = false
        squeezeSoon()
      }
    }, 300).unref()
  }
  return {
    begin: () => sequence,
    keep(key, made, begun) {
      const page: KeptPage = {
        ...made,
        etag: `"${createHash('sha256').update(made.plain).digest('base64url').slice(0, 22)}"`,
        br: null,
        gz: null,
      }
      if (paused > 0 || changedSince(made.municipalityId, made.tables, begun) || made.validUntil <= now()) return page
      drop(key)
      pages.set(key, page)
      bytes += weight(page)
      for (const oldest of pages.keys()) {
        if (bytes <= maxBytes) break
        drop(oldest)
      }
      standing.push(key)
      squeezeSoon()
      return page
    },
    find(key) {
      if (paused > 0) return undefined
      const page = pages.get(key)
      if (!page) return undefined
      if (page.validUntil <= now()) {
        drop(key)
        return undefined
      }
      return page
    },
    forget(municipalityId, tables) {
      sequence++
      const changed = new Set(tables)
      for (const listener of listeners) listener(municipalityId, changed)
      for (const table of changed) lastChange.set(`${municipalityId}:${table}`, sequence)
      for (const [key, page] of pages) {
        if (municipalityId !== '' && page.municipalityId !== municipalityId) continue
        for (const table of page.tables) {
          if (!changed.has(table)) continue
          drop(key)
          break
        }
      }
    },
    pause() {
      paused = 1
      pausedAt = ++sequence
      pages.clear()
      bytes = 0
      for (const listener of listeners) listener('', 'all')
    },
    resume() {
      paused = 0
      pausedAt = ++sequence
    },
    changedSince,
    hears: () => paused === 0,
    size: () => bytes,
    onForget: listener => void listeners.push(listener),
  }
}

/** A window as large as the page: the usual one of 4 MB takes memory and time a page has no use for. */
const quality = (level: number, { length }: Buffer) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: level,
    [constants.BROTLI_PARAM_SIZE_HINT]: length,
    [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(length + 1)))),
  },
})

/** Sends a kept page: 304 when the reader has it, squeezed when the reader can take it. */
export async function sendKept(page: KeptPage, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const headers: Record<string, string | number> = { ...page.headers, etag: page.etag, vary: 'accept-encoding' }
  if (req.headers['if-none-match']?.includes(page.etag)) {
    res.writeHead(304, headers)
    res.end()
    return
  }
  const { body, encoding } = await squeezed(page, String(req.headers['accept-encoding'] ?? ''))
  if (encoding) headers['content-encoding'] = encoding
  headers['content-length'] = body.length
  res.writeHead(200, headers)
  res.end(req.method === 'HEAD' ? undefined : body)
}

/** The page as this reader can take it. */
export async function squeezed(page: KeptPage, accepts: string): Promise<{ body: Buffer; encoding: 'br' | 'gzip' | null }> {
  if (accepts.includes('br')) {
    page.br ??= brotli(page.plain, quality(4, page.plain))
    return { body: await page.br, encoding: 'br' }
  }
  if (accepts.includes('gzip')) {
    page.gz ??= zip(page.plain, { level: 4 })
    return { body: await page.gz, encoding: 'gzip' }
  }
  return { body: page.plain, encoding: null }
}
