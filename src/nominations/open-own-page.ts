// Opens a short session on somebody's own page: by receipt code, or by the button behind a personal link.
import { openSession } from '../people/index.ts'
import { parseReceipt, receiptIndex } from '../platform/crypto/receipt.ts'
import { tokenHash } from '../platform/crypto/token.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { aboutOfCode, candidateOfLink } from './store.ts'

/** The token of the session, or why there is none. Unknown, expired and erased are one and the same. */
export type Opened = { readonly token: string } | { readonly token: null; readonly fault: 'format' | 'unknown' }

/** Looks for the code. The same statement whether it exists or not. */
export async function openByCode(tx: Tx, who: Principal, { code }: { code: string }): Promise<Opened> {
  const parsed = parseReceipt(code)
  if (!parsed.ok) return { token: null, fault: 'format' }
  const about = await aboutOfCode(tx, receiptIndex(tx.keys.of(tx.municipalityId), parsed.code))
  if (!about) return { token: null, fault: 'unknown' }
  await record(tx, who, { kind: 'candidate.opened-own-page', about, facts: { by: 'code' } })
  return { token: await openSession(tx, { kind: 'subject', about, strength: 'code' }) }
}

/** Opens behind a personal link; the link can be used again until it expires. */
export async function openByLink(tx: Tx, who: Principal, { key }: { key: string }): Promise<Opened> {
  const hash = tokenHash(key)
  const about = hash ? await candidateOfLink(tx, hash) : null
  if (!about) return { token: null, fault: 'unknown' }
  await record(tx, who, { kind: 'candidate.opened-own-page', about, facts: { by: 'link' } })
  return { token: await openSession(tx, { kind: 'subject', about, strength: 'link' }) }
}
