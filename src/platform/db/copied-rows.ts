// Reads the binary form of COPY: rows of fields, each a piece of the bytes that came.
import type { Copied } from './copy.ts'

const signature = 'PGCOPY\n\xff\r\n\0'
/** After the signature stand the flags and the length of what may follow. */
const head = signature.length + 8

/** The rows one of the queries found, one after the other; a field is null where the database has nothing. The pieces are not copied. */
export function* copiedRows({ buffer, ends }: Copied, query: number): Generator<(Buffer | null)[]> {
  const start = query === 0 ? 0 : ends[query - 1]!
  const bytes = Buffer.from(buffer, start, ends[query]! - start)
  if (bytes.toString('latin1', 0, signature.length) !== signature) throw new Error('this is no copy in binary form')
  let at = head + bytes.readInt32BE(head - 4)
  for (;;) {
    const fields = bytes.readInt16BE(at)
    at += 2
    if (fields === -1) return
    const row = new Array<Buffer | null>(fields)
    for (let n = 0; n < fields; n++) {
      const length = bytes.readInt32BE(at)
      at += 4
      row[n] = length === -1 ? null : bytes.subarray(at, at + length)
      if (length > 0) at += length
    }
    yield row
  }
}
