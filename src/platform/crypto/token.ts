// Tokens that open something: long ones for links and sessions (kept as a hash), short signed ones inside our e-mail addresses.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { MunicipalityKeys } from './keys.ts'

/** A new token: `token` goes to the person and is kept nowhere, `hash` is what is stored and looked up. */
export type NewToken = { token: string; hash: Buffer }

const FORM = /^[A-Za-z0-9_-]{22,128}$/
const SHORT_BYTES = 10
// Mail addresses lose their case on the way, so short tokens use digits and lower-case letters only.
const SHORT_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A token of random bits in base64url. @param bits 128 or more, in whole bytes */
export function newToken(bits = 192): NewToken {
  if (bits < 128 || bits % 8 !== 0) throw new RangeError('a token has at least 128 bits, in whole bytes')
  const token = randomBytes(bits / 8).toString('base64url')
  return { token, hash: createHash('sha256').update(token, 'ascii').digest() }
}

/** The hash a token is found by, or null for a text that cannot be a token of ours. */
export function tokenHash(token: string): Buffer | null {
  return FORM.test(token) ? createHash('sha256').update(token, 'ascii').digest() : null
}

/** Compares two secrets without telling by its time how much of them agrees; how long ours are is no secret. */
export function sameSecret(a: string | Uint8Array, b: string | Uint8Array): boolean {
  const [x, y] = [bytes(a), bytes(b)]
  return x.byteLength === y.byteLength && timingSafeEqual(x, y)
}
const bytes = (secret: string | Uint8Array) => (typeof secret === 'string' ? Buffer.from(secret, 'utf8') : secret)

/**
 * A token of 80 bits that shows we wrote an address ourselves (`raad+<id>.<token>@…`, VERP): 16 lower-case letters and digits.
 * @param purpose what the address is for, so that a token for one is none for another
 */
export function shortToken(keys: MunicipalityKeys, purpose: string, about: string): string {
  const bytes = createHmac('sha256', keys.token)
    .update(JSON.stringify([purpose, about]), 'utf8')
    .digest()
  let bits = BigInt(`0x${bytes.toString('hex', 0, SHORT_BYTES)}`)
  let token = ''
  for (let at = 0; at < (SHORT_BYTES * 8) / 5; at++) {
    token = SHORT_ALPHABET[Number(bits & 31n)]! + token
    bits >>= 5n
  }
  return token
}

/** Whether the short token is ours for this purpose and thing; case does not matter. */
export function shortTokenFits(keys: MunicipalityKeys, purpose: string, about: string, token: string): boolean {
  return sameSecret(shortToken(keys, purpose, about), token.toLowerCase())
}
