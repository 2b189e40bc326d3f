// Opens the organisation's own page behind its link: by a press of the button, for a short while.
import { openSession } from '../people/index.ts'
import { tokenHash } from '../platform/crypto/token.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { askOfLink } from './ask-store.ts'

/** The token of the session; null when the link is unknown or no longer works: the two look the same. */
export async function openProposing(tx: Tx, who: Principal, { key }: { key: string }): Promise<string | null> {
  const hash = tokenHash(key)
  const about = hash ? await askOfLink(tx, hash) : null
  if (!about) return null
  await record(tx, who, { kind: 'ask.opened', about })
  return await openSession(tx, { kind: 'subject', about, strength: 'link' })
}
