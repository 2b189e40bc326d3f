// Seals batches of log rows into a chain of hashes: changing, removing or adding a sealed row shows from there on.
import { createHash } from 'node:crypto'

/** What a row may hold; dates as ISO text. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [field: string]: Plain | undefined }

/** A sealed batch as it is kept: its rows in order, each as canonical text, and the hash that closes it. */
export type Batch = { rows: readonly string[]; hash: Uint8Array }

/** Whether a chain is whole. `at` is the first batch (counted from 0) that does not follow from the ones before it. */
export type ChainVerdict = { ok: true; head: Buffer } | { ok: false; at: number }

const GENESIS = createHash('sha256').update('raadslag chain 1').digest()

/** One text for one row, whatever the order of its fields: sorted names, no white space. Fields that are undefined are left out. */
export function canonicalRow(row: Plain): string {
  if (typeof row === 'number' && !Number.isFinite(row)) throw new RangeError('a row holds finite numbers')
  if (row === null || typeof row !== 'object') return JSON.stringify(row)
  if (isList(row)) return `[${row.map(canonicalRow).join(',')}]`
  const fields = Object.entries(row).filter(([, value]) => value !== undefined)
  const sorted = fields.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${sorted.map(([name, value]) => `${JSON.stringify(name)}:${canonicalRow(value!)}`).join(',')}}`
}

function isList(row: Plain): row is readonly Plain[] {
  return Array.isArray(row)
}

/**
 * The hash that closes a batch.
 * @param previous the hash of the batch before, null for the first one
 * @param rows the rows in order, each as `canonicalRow` writes it
 */
export function sealBatch(previous: Uint8Array | null, rows: readonly string[]): Buffer {
  const hash = createHash('sha256').update(previous ?? GENESIS)
  hash.update(`${rows.length}\n`)
  for (const row of rows) {
    const bytes = Buffer.from(row, 'utf8')
    // The length before each row keeps two rows from being read as one.
    hash.update(`${bytes.length}:`).update(bytes)
  }
  return hash.digest()
}

/**
 * Follows the chain from its start. The end can only be cut off unseen if nobody kept the head: give the head that was printed or
 * sent last, and a chain that does not reach it fails after its last batch.
 */
export function verifyChain(batches: Iterable<Batch>, head?: Uint8Array): ChainVerdict {
  let previous = GENESIS
  let passedHead = head === undefined || previous.equals(head)
  let at = 0
  for (const batch of batches) {
    const hash = sealBatch(previous, batch.rows)
    if (!hash.equals(batch.hash)) return { ok: false, at }
    if (head !== undefined && hash.equals(head)) passedHead = true
    previous = hash
    at++
  }
  return passedHead ? { ok: true, head: previous } : { ok: false, at }
}
