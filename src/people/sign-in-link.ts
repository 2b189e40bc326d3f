// One-time sign-in links: made for a person, good once and for fifteen minutes, stored as a hash.
import { newToken, tokenHash } from '../platform/crypto/token.ts'
import type { Tx } from '../platform/db/act.ts'
import type { PeopleTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<PeopleTables>()
export const linkMinutes = 15
export const hashOf = (token: string) => tokenHash(token) ?? Buffer.alloc(0)

/** Makes a link for the person and returns its path. */
export async function makeSignInLink(tx: Tx, personId: string, backTo: string | null = null): Promise<string> {
  const { token } = newToken()
  await mine(tx)
    .insertInto('sign_in_link')
    .values({
      municipality_id: tx.municipalityId,
      token_hash: hashOf(token),
      person_id: personId,
      created_at: tx.now,
      expires_at: new Date(tx.now.getTime() + linkMinutes * 60_000),
      back_to: backTo,
    })
    .execute()
  return `/log-ind/${token}`
}

/** Uses a link up; the person it was made for, or null when it is unknown, used or too old. The update itself is the test, so two presses cannot both win. */
export async function useSignInLink(tx: Tx, token: string): Promise<{ personId: string; backTo: string | null } | null> {
  const row = await mine(tx)
    .updateTable('sign_in_link')
    .set({ used_at: tx.now })
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .returning(['person_id', 'back_to'])
    .executeTakeFirst()
  return row ? { personId: row.person_id, backTo: row.back_to } : null
}
