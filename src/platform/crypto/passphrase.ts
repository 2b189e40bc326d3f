// Puts a municipality's keys under a passphrase for the road, and takes them out again.
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'

const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

/** Encrypts bytes under a passphrase (scrypt, AES-256-GCM). */
export function wrapUnder(passphrase: string, plain: Uint8Array): string {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase.normalize('NFC'), salt, 32, cost), iv)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([salt, iv, cipher.getAuthTag(), body]).toString('base64')
}

/** The bytes again; throws one line when the passphrase is another or the text was changed. */
export function unwrapUnder(passphrase: string, wrapped: string): Buffer {
  const bytes = Buffer.from(wrapped, 'base64')
  const decipher = createDecipheriv(
    'aes-256-gcm',
    scryptSync(passphrase.normalize('NFC'), bytes.subarray(0, 16), 32, cost),
    bytes.subarray(16, 28),
  )
  decipher.setAuthTag(bytes.subarray(28, 44))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(44)), decipher.final()])
  } catch {
    throw new Error('The passphrase does not open the keys of this export.')
  }
}
