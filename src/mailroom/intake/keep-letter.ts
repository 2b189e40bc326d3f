// Keeps a letter as it came, before anybody looks into it: the bytes, sealed, once however often they arrive.
import { createHash } from 'node:crypto'
import type { Tx } from '../../platform/db/act.ts'
import { uuid7 } from '../../platform/ids.ts'
import type { Principal } from '../../platform/principal.ts'
import { NotAllowed } from '../../platform/refusal.ts'
import { insertLetter, insertPlace, letterWith, type Source } from './store.ts'

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
 * The letter is safe when the transaction of this deed has committed; only then may a server be told so. Nothing is parsed here.
 * Only the house itself brings letters in.
 */
export async function keepLetter(tx: Tx, who: Principal, { mailbox, source, bytes }: ArrivedLetter): Promise<KeptLetter> {
  if (who.kind !== 'system') throw new NotAllowed()
  const sha256 = createHash('sha256').update(bytes).digest()
  const id = uuid7(tx.now)
  const already = !(await insertLetter(tx, { id, mailbox, sha256, bytes }))
  const kept = already ? await letterWith(tx, mailbox, sha256) : id
  if (kept === null) throw new Error('a letter was neither new nor known')
  if (source) await insertPlace(tx, mailbox, source, kept)
  return { id: kept, already }
}
