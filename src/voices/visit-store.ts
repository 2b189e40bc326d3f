// Visits: the short-lived tokens that stand in a page instead of a cookie.
import { newToken, tokenHash } from '../platform/crypto/token.ts'
import type { Tx } from '../platform/db/act.ts'
import { mine } from './store.ts'
import type { Holder } from './tables.ts'

/** Minutes without a step after which the page no longer opens anything. */
const visitMinutes = 20

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
/** Seconds in which the same press, sent twice, is one press. */
const pressSeconds = 5

export interface Taken extends Visit {
  /** This press came a moment ago and its step was done: nothing is done again, the page it led to is shown. */
  readonly again: boolean
}
/** The visit behind a token, taken up: the token is good once, the next page carries a new one. */
export async function takeVisit(tx: Tx, token: string): Promise<Taken | null> {
  const hash = tokenHash(token)
  if (!hash) return null
  const row = await mine(tx)
    .updateTable('voice_visit')
    .set({ taken_at: tx.now })
    .where('token_hash', '=', hash)
    .where('until', '>', tx.now)
    .where('taken_at', 'is', null)
    .returning(['voice_id', 'holder', 'code_index'])
    .executeTakeFirst()
  if (row) return { voiceId: row.voice_id, holder: row.holder, codeIndex: row.code_index, again: false }
  const twice = await mine(tx)
    .selectFrom('voice_visit as v')
    .leftJoin('voice_visit as n', join =>
      join.onRef('n.municipality_id', '=', 'v.municipality_id').onRef('n.token_hash', '=', 'v.next_hash'),
    )
    .select(['v.voice_id', 'v.holder', 'v.code_index', 'v.did'])
    .where('v.token_hash', '=', hash)
    .where('v.taken_at', '>', new Date(tx.now.getTime() - pressSeconds * 1_000))
    .where('v.next_hash', 'is not', null)
    .where('n.token_hash', 'is not', null)
    .where('n.taken_at', 'is', null)
    .executeTakeFirst()
  return twice ? { voiceId: twice.voice_id, holder: twice.holder, codeIndex: twice.code_index, again: twice.did } : null
}
/** Notes which page a press led to, and whether its step was done. */
export async function noteNext(tx: Tx, token: string, next: string, did: boolean): Promise<void> {
  await mine(tx)
    .updateTable('voice_visit')
    .set({ next_hash: tokenHash(next)!, did })
    .where('token_hash', '=', tokenHash(token)!)
    .execute()
}
/** Every page that was opened with this code, the one just left included. */
export async function endVisits(tx: Tx, { codeIndex }: Visit): Promise<void> {
  await mine(tx).deleteFrom('voice_visit').where('code_index', '=', codeIndex).execute()
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
    .where('taken_at', 'is', null)
    .executeTakeFirst()
  return row ? { voiceId: row.voice_id, holder: row.holder, codeIndex: row.code_index } : null
}
export async function dropOldVisits(tx: Tx): Promise<void> {
  await mine(tx).deleteFrom('voice_visit').where('until', '<=', tx.now).execute()
}
