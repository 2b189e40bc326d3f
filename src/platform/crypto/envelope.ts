// Encrypts single fields: one data key per person's case, wrapped by the municipality's key and bound to the place of the field.
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'
import { chance } from './chance.ts'
import type { MunicipalityKeys } from './keys.ts'

/** The data key of one case (a voice, a candidate, a letter). Erasing its wrapped form erases everything sealed with it. */
export type Dek = KeyObject & { readonly dataKey?: true }

/** What data keys are wrapped with. */
export type WrappingKey = Pick<MunicipalityKeys, 'municipality' | 'kek'>

/** Where a sealed value stands. It opens nowhere else: not in another row, column, table or municipality. */
export type SealedAt = { municipality: string; table: string; column: string; row: string; version: number }

/** What was sealed does not open: it was changed, stands in another place, or belongs to another key. Names the column, never the row. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
  readonly place: string
  constructor(place: string) {
    super(`What is stored in ${place} does not open with this key in this place`)
    this.place = place
  }
}

const CIPHER = 'aes-256-gcm'
const FORM = 1
const IV = 12
const TAG = 16
const DEK_SIZE = 32
export const WRAPPED = 'wrapped data key'
/** By so many bytes a sealed value is longer than what is in it. */
export const sealedBytes = 1 + IV + TAG

/** A new data key of 256 random bits. */
export function newDek(): Dek {
  return createSecretKey(chance(DEK_SIZE))
}

/**
 * The data key as it is stored, readable only with this municipality's key and only for this owner.
 * @param owner the id of the thing the key belongs to
 */
export function wrapDek(keys: MunicipalityKeys, owner: string, dek: Dek): Buffer {
  return encrypt(keys.kek, ownerPlace(keys, owner), dek.export())
}

/**
 * The data key again.
 * @throws SealBroken when it was wrapped for another owner or municipality, by another key file, or changed
 */
export function unwrapDek(keys: WrappingKey, owner: string, wrapped: Uint8Array): Dek {
  return createSecretKey(decrypt(keys.kek, Buffer.from(ownerPlace(keys, owner)), wrapped, WRAPPED))
}

/** Encrypts a value for one place. The same value never looks the same twice. */
export function seal(dek: Dek, at: SealedAt, plaintext: string | Uint8Array): Buffer {
  return encrypt(dek, placeOf(at), typeof plaintext === 'string' ? Buffer.from(plaintext, 'utf8') : plaintext)
}

/**
 * The bytes that were sealed in this place.
 * @throws SealBroken when the value was changed, moved to another row, column, table, municipality or version, or the key is another
 */
export function open(dek: Dek, at: SealedAt, sealed: Uint8Array): Buffer {
  return decrypt(dek, Buffer.from(placeOf(at)), sealed, `${at.table}.${at.column}`)
}

/** The text that was sealed in this place; throws as `open` does. */
export function openText(dek: Dek, at: SealedAt, sealed: Uint8Array): string {
  return open(dek, at, sealed).toString('utf8')
}

/** What a value is bound to. A list in JSON has one reading only, so no two places give the same text. */
export function placeOf(at: SealedAt): string {
  return JSON.stringify([at.municipality, at.table, at.column, at.row, at.version])
}
/** What a wrapped data key is bound to. */
export function ownerPlace(keys: WrappingKey, owner: string): string {
  return JSON.stringify([WRAPPED, keys.municipality, owner])
}

function encrypt(key: KeyObject, place: string, plaintext: Uint8Array): Buffer {
  const iv = chance(IV)
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG })
  cipher.setAAD(Buffer.from(place, 'utf8'))
  return Buffer.concat([Buffer.from([FORM]), iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
}

/**
 * What was sealed for this place (its text as bytes), for whoever opens many thousands with one and the same place rewritten.
 * @param name what `SealBroken` says the place is
 */
export function decrypt(key: KeyObject | Buffer, place: Buffer, sealed: Uint8Array, name: string): Buffer {
  if (sealed.length < 1 + IV + TAG || sealed[0] !== FORM) throw new SealBroken(name)
  const cipher = createDecipheriv(CIPHER, key, sealed.subarray(1, 1 + IV), { authTagLength: TAG })
  cipher.setAAD(place)
  cipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  const plain = cipher.update(sealed.subarray(1 + IV, sealed.length - TAG))
  try {
    // Checks the tag. In this mode nothing is held back for the end, so there is nothing to add.
    cipher.final()
    return plain
  } catch {
    throw new SealBroken(name)
  }
}
