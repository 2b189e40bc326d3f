// Reads what `packed` put together.
import { copiedRows } from './copied-rows.ts'
import type { Copied } from './copy.ts'

/** One row: its bytes, and the piece in which its ids stand, 16 bytes each from `at` on. Nothing is copied. */
export interface PackedRow {
  readonly piece: Buffer
  readonly at: number
  readonly value: Buffer
}

/** The rows of one of the queries, each with so many ids; in no order. */
export function* packedRows(copied: Copied, query: number, ids: number): Generator<PackedRow> {
  for (const piece of copiedRows(copied, query)) {
    if (!piece) continue
    for (let at = 0; at < piece.length; ) {
      const begins = at + 16 * ids + 4
      const ends = begins + piece.readInt32BE(begins - 4)
      yield { piece, at, value: piece.subarray(begins, ends) }
      at = ends
    }
  }
}

/** An id that stands in bytes, as text. */
export function idAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
