// Reads the binary form of COPY: the number of a query and a value, a piece of the bytes that came.
import type { Copied } from './copy.ts'

const signature = 'PGCOPY\n\xff\r\n\0'
/** After the signature stand the flags and the length of what may follow. */
const head = signature.length + 8

/** The values one of the queries found, one after the other; null where the database has nothing. The pieces are not copied. */
export function* copiedRows({ buffer, size }: Copied, query: number): Generator<Buffer | null> {
  const bytes = Buffer.from(buffer, 0, size)
  if (bytes.toString('latin1', 0, signature.length) !== signature) throw new Error('this is no copy in binary form')
  // Each row is the number of its fields, and each field its length and its bytes; the first is the number of the query.
  for (let at = head + bytes.readInt32BE(head - 4); bytes.readInt16BE(at) !== -1; ) {
    const of = bytes.readInt16BE(at + 6)
    const length = bytes.readInt32BE(at + 8)
    at += 12
    if (of === query) yield length === -1 ? null : bytes.subarray(at, at + length)
    at += Math.max(0, length)
  }
}
