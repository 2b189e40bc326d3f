// Forms that were accepted, by the hash of their key: a retry finds what the first one made.
import { sql } from 'kysely'
import type { Tx } from './db/act.ts'

/** Takes the key of a form; false when a form with it was accepted before. Waits for one that is under way. */
export async function takeForm(tx: Tx, keyHash: Buffer, result: Record<string, unknown>): Promise<boolean> {
  const { rows } = await sql`insert into accepted_form (municipality_id, key_hash, result, at)
    values (${tx.municipalityId}, ${keyHash}, ${JSON.stringify(result)}::jsonb, ${tx.now})
    on conflict do nothing returning 1 as taken`.execute(tx.db)
  return rows.length > 0
}
/** What the accepted form with this key made. */
export async function formResult(tx: Tx, keyHash: Buffer): Promise<Record<string, unknown> | null> {
  const row = await tx.db.selectFrom('accepted_form').select('result').where('key_hash', '=', keyHash).executeTakeFirst()
  return row?.result ?? null
}
/** Whether the form with this key was accepted so few seconds ago that this is the same press, sent twice. */
export async function takenWithin(tx: Tx, keyHash: Buffer, seconds: number): Promise<boolean> {
  const since = new Date(tx.now.getTime() - seconds * 1_000)
  const row = await tx.db
    .selectFrom('accepted_form')
    .select('at')
    .where('key_hash', '=', keyHash)
    .where('at', '>', since)
    .executeTakeFirst()
  return row !== undefined
}
