// Erases what has been kept long enough: ended sign-ins, old letters, old readings.
import { itemOf } from '../municipalities/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { eraseOldLetters } from './letter-store.ts'
import { countReadings, eraseReadings } from './log-store.ts'
import type { PeopleTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<PeopleTables>()
const day = 24 * 60 * 60_000

/** The moment before which things of this class are erased; null when they are kept for good. Without a rule of the municipality, the standard. */
export async function keptFrom(tx: Tx, retention: 'access_log' | 'session' | 'letter_sent', standardDays: number): Promise<Date | null> {
  const rule = await itemOf(tx, 'retention', retention)
  if (rule && (rule.afterwards === 'preserve' || rule.keepDays === null)) return null
  return new Date(tx.now.getTime() - (rule?.keepDays ?? standardDays) * day)
}

/** No round erases more than this share of the readings: a clock that jumps ahead must not take the log with it. */
const share = 0.02
const atLeast = 500

export async function cleanUp(tx: Tx): Promise<void> {
  const sessions = await keptFrom(tx, 'session', 30)
  if (sessions) {
    await mine(tx).deleteFrom('session').where('ends_at', '<', sessions).execute()
    await mine(tx).deleteFrom('sign_in_link').where('expires_at', '<', sessions).execute()
  }
  await mine(tx)
    .deleteFrom('sign_in_request')
    .where('at', '<', new Date(tx.now.getTime() - day))
    .execute()
  // A form key is good for a day; a week later nobody sends the same form again.
  await tx.db
    .deleteFrom('accepted_form')
    .where('at', '<', new Date(tx.now.getTime() - 7 * day))
    .execute()
  const letters = await keptFrom(tx, 'letter_sent', 365)
  if (letters) await eraseOldLetters(tx, letters, atLeast)
  const readings = await keptFrom(tx, 'access_log', 396)
  if (readings) await eraseReadings(tx, readings, Math.max(atLeast, Math.floor((await countReadings(tx)) * share)))
}
