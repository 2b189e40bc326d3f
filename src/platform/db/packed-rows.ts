// Reads what `packed` put together.
import { copiedRows } from './copied-rows.ts'
import type { Copied } from './copy.ts'

/** One row: its ids, and its bytes, which are not copied. */
export interface PackedRow {
  readonly ids: readonly string[]
  readonly value: Buffer
}

/** The rows of one of the queries, each with so many ids; in no order. */
export function* packedRows(copied: Copied, query: number, ids: number): Generator<PackedRow> {
  for (const piece of copiedRows(copied, query)) {
    if (!piece) continue
    for (let at = 0; at < piece.length; ) {
      const found: string[] = []
      for (let n = 0; n < ids; n++) found.push(idAt(piece, at + 16 * n))
      const begins = at + 16 * ids + 4
      const ends = begins + piece.readInt32BE(begins - 4)
      yield { ids: found, value: piece.subarray(begins, ends) }
      at = ends
    }
  }
}

function idAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
