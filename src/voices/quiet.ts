// Days instead of times: what is written about a voice shows the day it happened, not the hour.
import { atLocal, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'

/** The same transaction at the beginning of its day: journal, promises and ids made with it say the day only. */
export function quiet(tx: Tx): Tx {
  return { ...tx, now: atLocal(localDate(tx.now), '00:00') }
}
