// The SQL that finds what was erased since the key was made.
import { sql } from 'kysely'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'

/** The day of the first erasing since the key was made; null when there was none. */
export async function erasedSinceKey(tx: Tx): Promise<LocalDate | null> {
  const { rows } = await sql<{ at: Date | null }>`select min(t.erased_at) as at from thing t, key_fingerprint k
    where t.municipality_id = ${tx.municipalityId} and t.erased_at > k.made_at`.execute(tx.db)
  const at = rows[0]?.at
  return at ? localDate(at) : null
}
