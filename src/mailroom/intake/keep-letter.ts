// Keeps a letter as it came, before anybody looks into it: the bytes, sealed, once however often they arrive.
import { createHash, webcrypto } from 'node:crypto'
import type { Tx } from '../../platform/db/act.ts'
import { uuid7 } from '../../platform/ids.ts'
import type { Principal } from '../../platform/principal.ts'
import { NotAllowed } from '../../platform/refusal.ts'
import { insertLetter, type Source } from './store.ts'

export interface ArrivedLetter {
  /** The name of the mailbox in the municipality's data. */
  readonly mailbox: string
  /** Where it stands on an IMAP server; null for a pipe or a listener. */
  readonly source: Source | null
  readonly bytes: Uint8Array
}
export interface KeptLetter {
  readonly id: string
  /** The mailbox had these bytes before: nothing new was made. */
  readonly already: boolean
}

/**
 * The letter is safe when the transaction of this deed has committed; only then may a server be told so, and only then is it certain
 * whether it was new. Nothing is parsed here.
 * Only the house itself brings letters in.
 */
export async function keepLetter(tx: Tx, who: Principal, { mailbox, source, bytes }: ArrivedLetter): Promise<KeptLetter> {
  if (who.kind !== 'system') throw new NotAllowed()
  return await insertLetter(tx, { id: uuid7(tx.now), mailbox, sha256: await hashOf(bytes), bytes }, source)
}

/** Letters of one pile, all or none; each answer in its letter's place. The disk is waited for once. */
export async function keepLetters(tx: Tx, who: Principal, letters: readonly ArrivedLetter[]): Promise<KeptLetter[]> {
  const kept: KeptLetter[] = []
  for (const letter of letters) kept.push(await keepLetter(tx, who, letter))
  return kept
}
/** How many letters are kept in one transaction where many come at once, and how many bytes. */
export const pile = { letters: 10, bytes: 1_000_000 } as const

/** A large letter is hashed beside the program's own thread, which has others to serve. */
async function hashOf(bytes: Uint8Array): Promise<Buffer> {
  if (bytes.length < 1_000_000) return createHash('sha256').update(bytes).digest()
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
}
