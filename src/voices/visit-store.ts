// Visits: the short-lived tokens that stand in a page instead of a cookie.
import { newToken, tokenHash } from '../platform/crypto/token.ts'
import type { Tx } from '../platform/db/act.ts'
import { mine } from './store.ts'
import type { Holder } from './tables.ts'

/** Minutes without a step after which the page no longer opens anything. */
export const visitMinutes = 20

export interface Visit {
  readonly voiceId: string
  readonly holder: Holder
  readonly codeIndex: Buffer
}
const until = (tx: Tx) => new Date(tx.now.getTime() + visitMinutes * 60_000)

/** Begins a visit; the token goes into the page and nowhere else. */
export async function beginVisit(tx: Tx, visit: Visit): Promise<string> {
  const { token, hash } = newToken()
  await mine(tx)
    .insertInto('voice_visit')
    .values({
      municipality_id: tx.municipalityId,
      token_hash: hash,
      voice_id: visit.voiceId,
      holder: visit.holder,
      code_index: visit.codeIndex,
      until: until(tx),
    })
    .execute()
  return token
}
/** The visit behind a token, taken up: the token is good once, the next page carries a new one. */
export async function takeVisit(tx: Tx, token: string): Promise<Visit | null> {
  const hash = tokenHash(token)
  if (!hash) return null
  const row = await mine(tx)
    .deleteFrom('voice_visit')
    .where('token_hash', '=', hash)
    .where('until', '>', tx.now)
    .returning(['voice_id', 'holder', 'code_index'])
    .executeTakeFirst()
  return row ? { voiceId: row.voice_id, holder: row.holder, codeIndex: row.code_index } : null
}
/** The visit behind a token, which stays good. */
export async function peekVisit(tx: Tx, token: string): Promise<Visit | null> {
  const hash = tokenHash(token)
  if (!hash) return null
  const row = await mine(tx)
    .selectFrom('voice_visit')
    .select(['voice_id', 'holder', 'code_index'])
    .where('token_hash', '=', hash)
    .where('until', '>', tx.now)
    .executeTakeFirst()
  return row ? { voiceId: row.voice_id, holder: row.holder, codeIndex: row.code_index } : null
}
export async function dropOldVisits(tx: Tx): Promise<void> {
  await mine(tx).deleteFrom('voice_visit').where('until', '<=', tx.now).execute()
}
