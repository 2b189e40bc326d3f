// What came in before anybody was there to answer goes to the first human who is: nothing stays with an office that may not open it.
import type { Tx } from '../platform/db/act.ts'
import { findHumans } from './pass-on.ts'
import { failedLetter } from './post.ts'

/** Called whenever somebody may have come who answers; and by the clock, for roles that begin on a later day. */
export const toHumans = async (tx: Tx): Promise<number> => await findHumans(tx, [failedLetter])
