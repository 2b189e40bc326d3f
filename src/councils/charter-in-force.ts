// Which charter a council had on a day.
import { type ItemContent, itemsOfKind } from '../municipalities/index.ts'
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { type Charter, parseCharter } from './charters/index.ts'

type Version = ItemContent['charter']

export interface InForce {
  readonly version: number
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly adopted: Version['adopted']
  readonly charter: Charter
}

/** Says which engine judged; stored with a verdict, because a verdict is never made again. */
export const engineVersion = '1'

// Charters are immutable versions, and parsing one costs more than reading it.
const parsed = new Map<string, Charter>()
const mostParsed = 2_000

function charterFrom(document: unknown): Charter {
  const key = JSON.stringify(document)
  const known = parsed.get(key)
  if (known) return known
  const charter = parseCharter(document)
  if (parsed.size >= mostParsed) parsed.clear()
  parsed.set(key, charter)
  return charter
}

const asInForce = (one: Version): InForce => ({
  version: one.version,
  validFrom: one.validFrom,
  validTo: one.validTo,
  adopted: one.adopted,
  charter: charterFrom(one.document),
})

/** Of these versions the one valid on the day; before the first one, the first, since seats are offered before a charter begins. */
export function versionOn(versions: readonly Version[], on: LocalDate): InForce | null {
  const sorted = [...versions].sort((a, b) => b.version - a.version)
  const found = sorted.find(one => one.validFrom <= on && (one.validTo === null || one.validTo >= on)) ?? sorted.at(-1)
  return found ? asInForce(found) : null
}

/** All charter versions of all councils, by council. One statement; read once per transaction. */
export async function charterVersions(tx: Tx): Promise<Map<string, Version[]>> {
  const known = tx.memo.get('charters') as Map<string, Version[]> | undefined
  if (known) return known
  const found = groupByCouncil(await itemsOfKind(tx, 'charter'))
  tx.memo.set('charters', found)
  return found
}

/** Charter versions by the council whose document they are. */
export function groupByCouncil(versions: readonly Version[]): Map<string, Version[]> {
  const by = new Map<string, Version[]>()
  for (const one of versions) by.set(one.document.id, [...(by.get(one.document.id) ?? []), one])
  return by
}

/** The charter in force in a council on a day, or null when it has none. */
export async function charterInForce(tx: Tx, slug: string, on: LocalDate): Promise<InForce | null> {
  return versionOn((await charterVersions(tx)).get(slug) ?? [], on)
}

/** One version of a council's charter, or null. */
export async function charterVersion(tx: Tx, slug: string, version: number): Promise<InForce | null> {
  const found = (await charterVersions(tx)).get(slug)?.find(one => one.version === version)
  return found ? asInForce(found) : null
}
