// How it stands with some candidates in one council, in words that tell nothing else: for whoever the person lets know.
import type { Tx } from '../platform/db/act.ts'
import { isOpen } from './nomination.ts'
import { candidateRows, nominationsOf } from './read-store.ts'

export interface Outcome {
  readonly name: string
  /** `open`: has said yes and waits. `over`: not this time, or withdrawn: the two look the same. */
  readonly state: 'open' | 'appointed' | 'reserve' | 'over'
}

/** By candidate; whoever has not said yes, or is erased, is not there. */
export async function outcomesOf(tx: Tx, candidateIds: readonly string[], council: string): Promise<ReadonlyMap<string, Outcome>> {
  const names = new Map((await candidateRows(tx, candidateIds)).filter(row => row.said_yes_at !== null).map(row => [row.id, row.name]))
  const found = new Map<string, Outcome>()
  for (const one of await nominationsOf(tx, [...names.keys()])) {
    if (one.council !== council) continue
    const state = one.state === 'appointed' || one.state === 'reserve' ? one.state : isOpen(one.state) ? 'open' : 'over'
    found.set(one.candidate_id, { name: names.get(one.candidate_id)!, state })
  }
  return found
}
