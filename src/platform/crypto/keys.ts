// Keeps the one secret of an installation: 32 random bytes in a file of their own, and the keys each municipality gets from them.
import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** The keys of one municipality; none of them can be turned back into the key file or into another. */
export type MunicipalityKeys = {
  readonly municipality: string
  /** Wraps the data keys of voices, candidates, letters and files. */
  readonly kek: KeyObject
  /** Makes a receipt code from a form key, so that a retry shows the same code. */
  readonly receiptMaker: KeyObject
  /** Turns a receipt code into the index it is found by. */
  readonly receiptPepper: KeyObject
  /** Turns an e-mail address into the index it is found by. */
  readonly emailIndex: KeyObject
  /** Signs the short tokens in our e-mail addresses. */
  readonly token: KeyObject
  /** Signs what a form carries from being shown to being sent. */
  readonly form: KeyObject
}

/** The opened key file. It shows nothing of itself in logs and JSON. */
export interface Keys {
  /** The keys of the municipality with this id. */
  of(municipalityId: string): MunicipalityKeys
  /** Uses these keys for a municipality that came from another installation, instead of the ones made here. */
  adopt(carried: MunicipalityKeys): void
  /** Names the key without telling it; the database remembers it and refuses to start with another one. */
  fingerprint(): string
}

/** What is wrong with a key file; the message is one line that says what to do. */
export class KeyFileFault extends Error {
  override readonly name = 'KeyFileFault'
  readonly fault: 'missing' | 'exists' | 'mode' | 'size' | 'damaged' | 'unreadable' | 'other-key' | 'changing'
  constructor(fault: KeyFileFault['fault'], message: string) {
    super(message)
    this.fault = fault
  }
}

const SIZE = 32
// Changing this line makes everything written before unreadable.
const SALT = 'raadslag keys 1'
const PURPOSES = {
  kek: 'wrap data keys',
  receiptMaker: 'make receipt codes',
  receiptPepper: 'find receipt codes',
  emailIndex: 'find e-mail addresses',
  token: 'sign tokens in addresses',
  form: 'sign forms',
} as const

class OpenedKeys implements Keys {
  readonly #root: KeyObject
  readonly #known = new Map<string, MunicipalityKeys>()

  constructor(secret: Uint8Array) {
    this.#root = createSecretKey(secret)
  }

  #derive(purpose: string): Uint8Array {
    return new Uint8Array(hkdfSync('sha256', this.#root, SALT, purpose, SIZE))
  }

  of(municipalityId: string): MunicipalityKeys {
    const known = this.#known.get(municipalityId)
    if (known) return known
    if (municipalityId === '') throw new RangeError('keys belong to a municipality')
    const key = (purpose: string) => createSecretKey(this.#derive(JSON.stringify([purpose, municipalityId])))
    const keys: MunicipalityKeys = Object.freeze({
      municipality: municipalityId,
      kek: key(PURPOSES.kek),
      receiptMaker: key(PURPOSES.receiptMaker),
      receiptPepper: key(PURPOSES.receiptPepper),
      emailIndex: key(PURPOSES.emailIndex),
      token: key(PURPOSES.token),
      form: key(PURPOSES.form),
    })
    this.#known.set(municipalityId, keys)
    return keys
  }

  adopt(carried: MunicipalityKeys): void {
    this.#known.set(carried.municipality, carried)
  }

  fingerprint(): string {
    return Buffer.from(this.#derive('fingerprint')).toString('hex').slice(0, 32)
  }
}

/** Keys from 32 bytes in memory; for tests and for reading a backup, not for production. */
export function keysFrom(secret: Uint8Array): Keys {
  if (secret.length !== SIZE) throw new RangeError(`a key has ${SIZE} bytes`)
  return new OpenedKeys(secret)
}

/** Where the next key stands from the moment keys are being changed until the old one is retired. While it stands, nothing else opens the keys. */
export const nextKeyFile = (path: string): string => `${path}.next`

/**
 * Makes a new key file (mode 0600, its folder 0700 when it is new) and opens it. It stands on the disk before this returns.
 * An existing file is never touched. `secret` is given only when a key comes back from the parts it was split into.
 * @throws KeyFileFault `exists`, or `unreadable` when the folder cannot be written
 */
export function initKeys(path: string, secret: Uint8Array = randomBytes(SIZE)): Keys {
  if (secret.length !== SIZE) throw new RangeError(`a key has ${SIZE} bytes`)
  const folder = dirname(path)
  const draft = `${path}.${randomBytes(6).toString('hex')}.new`
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const file = openSync(draft, 'wx', 0o600)
    try {
      fchmodSync(file, 0o600)
      writeSync(file, secret)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    // A link fails when the name is taken, and the file behind it is whole: no crash leaves half a key.
    try {
      linkSync(draft, path)
    } finally {
      unlinkSync(draft)
    }
    syncFolder(folder)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new KeyFileFault('exists', `The key file ${path} exists already and is left as it is.`)
    throw new KeyFileFault(
      'unreadable',
      `The key file ${path} cannot be made (${codeOf(error)}). Give this user write access to its folder.`,
    )
  }
  return new OpenedKeys(secret)
}

/**
 * Opens the key file. A group may read it only where root owns it and we are somebody else (systemd credentials, container secrets).
 * @throws KeyFileFault with one line that says what is wrong and what to do
 */
export function loadKeys(path: string): Keys {
  if (existsSync(nextKeyFile(path)))
    throw new KeyFileFault('changing', 'The key is being changed, and that is not finished. Run "raadslag keys rotate" to go on.')
  return new OpenedKeys(readKeyFile(path))
}

/** The bytes of the key file, for changing it and for splitting it into parts. Throws as `loadKeys` does. */
export function readKeyFile(path: string): Buffer {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      const advice = 'Put back the copy you keep, or make a new one with "raadslag keys init" if nothing has been stored yet.'
      throw new KeyFileFault('missing', `The key file ${path} is missing. ${advice}`)
    }
    throw new KeyFileFault('unreadable', `The key file ${path} cannot be read (${codeOf(error)}). Give this user read access to it.`)
  }
  try {
    const stat = fstatSync(file)
    if (!stat.isFile())
      throw new KeyFileFault('unreadable', `The key file ${path} is not a file. Set RAADSLAG_KEY_FILE to the file itself.`)
    const lent = stat.uid === 0 && process.getuid?.() !== 0
    if (process.platform !== 'win32' && (stat.mode & (lent ? 0o027 : 0o077)) !== 0)
      throw new KeyFileFault(
        'mode',
        `The key file ${path} is open to others (mode ${(stat.mode & 0o777).toString(8)}). Run: chmod 600 '${path}'`,
      )
    if (stat.size !== SIZE)
      throw new KeyFileFault('size', `The key file ${path} holds ${stat.size} bytes and must hold ${SIZE}. Put back the copy you keep.`)
    const secret = Buffer.alloc(SIZE)
    if (readSync(file, secret) !== SIZE || secret.every(byte => byte === secret[0]))
      throw new KeyFileFault('damaged', `The key file ${path} is damaged. Put back the copy you keep.`)
    return secret
  } finally {
    closeSync(file)
  }
}

/** Puts the next key in the place of the old one, which stays beside it under a name of its own: older copies of the database need it. Returns that name. */
export function retireKeyFile(path: string, fingerprint: string): string {
  const retired = `${path}.retired-${fingerprint.slice(0, 8)}`
  if (existsSync(path)) renameSync(path, retired)
  renameSync(nextKeyFile(path), path)
  syncFolder(dirname(path))
  return retired
}

/**
 * Stops a start with the wrong key: what is stored needs the key it was written with.
 * @param remembered the fingerprint the database keeps, null when nothing is encrypted yet
 * @throws KeyFileFault `other-key`
 */
export function assertKeyFits(keys: Keys, remembered: string | null): void {
  if (remembered === null || remembered === keys.fingerprint()) return
  throw new KeyFileFault(
    'other-key',
    `What is stored was written with the key ${remembered.slice(0, 8)}…, but the key file is ${keys.fingerprint().slice(0, 8)}…. Put back the right key file.`,
  )
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
