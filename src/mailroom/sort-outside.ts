// Sorting what waits: claimed in one transaction, read in a process of its own outside of any, placed in another.
import { act, type Database, look } from '../platform/db/act.ts'
import type { System } from '../platform/principal.ts'
import { bytesOf } from './intake/index.ts'
import { placeLetter } from './place-letter.ts'
import { read } from './reading/reader.ts'
import { claimWaiting } from './sort-store.ts'

const atOnce = 20
/** A letter that took this process with it so many times is not read again: a human sees it. */
const mostTries = 3

/** Sorts letters until none waits or `seconds` are over. Returns how many were placed. */
export async function sortWaiting(
  database: Database,
  municipalityId: string,
  seconds: number,
  trustedServer: string | null,
): Promise<number> {
  const who: System = { kind: 'system', municipalityId, job: 'sort the post' }
  const until = performance.now() + seconds * 1_000
  let placed = 0
  for (;;) {
    const claimed = await act(database, who, tx => claimWaiting(tx, atOnce), undefined)
    for (const { id, tries } of claimed) {
      const { value: raw } = await look(database, who, tx => bytesOf(tx, id, 0))
      const found = tries > mostTries || raw === null ? { fault: 'ended' } : await readTwice(raw)
      if (await act(database, who, placeLetter, { id, read: found, trustedServer })) placed++
    }
    if (claimed.length === 0 || performance.now() > until) return placed
  }
}

/** A letter that ran out of time on a busy machine, or was in the reader when it ended, is read once more before a human is asked. */
async function readTwice(raw: Uint8Array) {
  const first = await read(raw)
  return 'fault' in first && first.fault !== 'form' ? await read(raw) : first
}
