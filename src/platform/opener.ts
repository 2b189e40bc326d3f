// Opens sealed values outside a transaction, where many thousands are looked through.
import { open, unwrapBytes, type WrappingKey } from './crypto/envelope.ts'
import type { Place } from './sealed.ts'

/** Opens the values of one thing; its key is unwrapped once. Throws `SealBroken` for a value that stands elsewhere. */
export function openerOf(keys: WrappingKey, thing: string, wrapped: Uint8Array): (place: Place, value: Uint8Array) => Buffer {
  const dek = unwrapBytes(keys, thing, wrapped)
  return ({ table, column, row }, value) => open(dek, { municipality: keys.municipality, table, column, row, version: 1 }, value)
}
