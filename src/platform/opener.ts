// Opens many thousands of sealed values one after the other, outside a transaction: ids stay the bytes the database gave, and where a value stands is written into the same bytes each time.
import { decrypt, ownerPlace, placeOf, WRAPPED, type WrappingKey } from './crypto/envelope.ts'
import type { Place } from './sealed.ts'

/** Opens one value; its id stands in `ids`, 16 bytes from `at` on. Throws `SealBroken` for a value that stands elsewhere. */
export type Opener = (key: Buffer, ids: Buffer, at: number, value: Uint8Array) => Buffer

/** Unwraps data keys of things, as bytes: making a `Dek` of each takes longer than using it once. */
export function keyOpener(keys: WrappingKey): (ids: Buffer, at: number, wrapped: Uint8Array) => Buffer {
  const { bytes, write } = rewritten(row => ownerPlace(keys, row))
  return (ids, at, wrapped) => {
    write(ids, at)
    return decrypt(keys.kek, bytes, wrapped, WRAPPED)
  }
}

/** Opens values of one column, each with the data key of its thing. */
export function columnOpener({ municipality }: WrappingKey, { table, column }: Pick<Place, 'table' | 'column'>): Opener {
  const { bytes, write } = rewritten(row => placeOf({ municipality, table, column, row, version: 1 }))
  const name = `${table}.${column}`
  return (dek, ids, at, value) => {
    write(ids, at)
    return decrypt(dek, bytes, value, name)
  }
}

const digits = Buffer.from('0123456789abcdef')
const nobody = '00000000-0000-0000-0000-000000000000'

/** A place as bytes, in which the row is written anew each time: an id as text has one length and its hyphens always in the same places. */
function rewritten(place: (row: string) => string): { readonly bytes: Buffer; write(ids: Buffer, at: number): void } {
  const bytes = Buffer.from(place(nobody))
  const begins = bytes.lastIndexOf(nobody)
  return {
    bytes,
    write(ids, at) {
      let to = begins
      for (let n = 0; n < 16; n++) {
        if (n === 4 || n === 6 || n === 8 || n === 10) to++
        const byte = ids[at + n]!
        bytes[to++] = digits[byte >> 4]!
        bytes[to++] = digits[byte & 15]!
      }
    },
  }
}
