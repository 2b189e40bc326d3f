// The councils an organisation can be asked for: those with a charter that are not abolished.
import { type Council, councilsOf } from '../councils/index.ts'
import type { Tx } from '../platform/db/act.ts'

/** In the order of the data. */
export async function knownCouncils(tx: Tx): Promise<Council[]> {
  return (await councilsOf(tx)).filter(one => one.status.state !== 'abolished' && one.charter)
}
export async function knownCouncil(tx: Tx, slug: string): Promise<Council | null> {
  return (await knownCouncils(tx)).find(one => one.slug === slug) ?? null
}
