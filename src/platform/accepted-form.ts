// Forms that were accepted, by the hash of their key: a retry finds what the first one made.
import { sql } from 'kysely'
import type { Tx } from './db/act.ts'
import { inserting } from './db/held.ts'

/** Takes the key of a form; false when a form with it was accepted before. Waits for one that is under way. */
export async function takeForm(tx: Tx, keyHash: Buffer, result: Record<string, unknown>): Promise<boolean> {
  const { rows } = await sql`insert into accepted_form (municipality_id, key_hash, result, at)
    values (${tx.municipalityId}, ${keyHash}, ${JSON.stringify(result)}::jsonb, ${tx.now})
    on conflict do nothing returning 1 as taken`.execute(tx.db)
  return rows.length > 0
}
/**
 * Takes the key of a form in good faith: nearly every form is new, so the key is written with everything else the deed writes and nobody
 * waits for it. When it was taken before, nothing of the deed is kept and it runs once more; then this waits and says so.
 */
export async function takeNewForm(tx: Tx, keyHash: Buffer, result: Record<string, unknown>): Promise<boolean> {
  if (tx.again) return await takeForm(tx, keyHash, result)
  const row = { municipality_id: tx.municipalityId, key_hash: keyHash, result: JSON.stringify(result), at: tx.now }
  // Of all that a form repeats, its key is what must be told.
  tx.hold({ ...inserting('accepted_form', [row]), first: true })
  return true
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
