// Opens a short session on somebody's own page: by receipt code, or by the button behind a personal link.
import { openSession } from '../people/index.ts'
import { tokenHash } from '../platform/crypto/token.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import type { CodeOwner } from '../receipts/index.ts'
import { paths } from './paths.ts'
import { aboutOfCode, candidateOfLink } from './store.ts'

/** The candidate's part of the door for receipt codes. */
export const candidateCodes: CodeOwner = {
  name: 'nominations',
  async open(tx, who, index) {
    const about = await aboutOfCode(tx, index)
    if (!about) return null
    await record(tx, who, { kind: 'candidate.opened-own-page', about, facts: { by: 'code' } })
    return { token: await openSession(tx, { kind: 'subject', about, strength: 'code' }), to: paths.own }
  },
}

/** The token of the session; null when the link is none of ours, or no longer works. */
export type Opened = { readonly token: string | null }

/** Opens behind a personal link; the link can be used again until it expires. */
export async function openByLink(tx: Tx, who: Principal, { key }: { key: string }): Promise<Opened> {
  const hash = tokenHash(key)
  const about = hash ? await candidateOfLink(tx, hash) : null
  if (!about) return { token: null }
  await record(tx, who, { kind: 'candidate.opened-own-page', about, facts: { by: 'link' } })
  return { token: await openSession(tx, { kind: 'subject', about, strength: 'link' }) }
}
