// Which charter a council had on a day.
import { type ItemContent, itemsOfKind } from '../municipalities/index.ts'
import { addDays, type LocalDate } from '../platform/clock.ts'
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

/** One version among all of its council's, with the last day it was in force. */
export const versionAs = (one: Version, among: readonly Version[]): InForce => ({
  version: one.version,
  validFrom: one.validFrom,
  validTo: lastDayOf(one, among),
  adopted: one.adopted,
  charter: charterFrom(one.document),
})

/** The last day of a version: its own, or the day before a later version takes over; null while it goes on. */
function lastDayOf(one: Version, among: readonly Version[]): LocalDate | null {
  const next = among.filter(other => other.version > one.version).map(other => other.validFrom)
  const ends = [...(one.validTo ? [one.validTo] : []), ...next.map(from => addDays(from, -1))]
  return ends.sort()[0] ?? null
}

/** `never`: a later version took over before it began. */
type Standing = 'in_force' | 'coming' | 'past' | 'never'
export interface VersionStanding {
  readonly version: number
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly standing: Standing
  readonly adopted: Version['adopted']
}

/** Every version of a charter with the days it was or will be in force, newest first. */
export function standingsOn(versions: readonly Version[], on: LocalDate): VersionStanding[] {
  return [...versions]
    .sort((a, b) => b.version - a.version)
    .map(one => {
      const validTo = lastDayOf(one, versions)
      const standing: Standing =
        validTo !== null && validTo < one.validFrom
          ? 'never'
          : one.validFrom > on
            ? 'coming'
            : validTo !== null && validTo < on
              ? 'past'
              : 'in_force'
      return { version: one.version, validFrom: one.validFrom, validTo, standing, adopted: one.adopted }
    })
}

/** Of these versions the one valid on the day; before the first one, the first, since seats are offered before a charter begins. */
export function versionOn(versions: readonly Version[], on: LocalDate): InForce | null {
  const sorted = [...versions].sort((a, b) => b.version - a.version)
  const found = sorted.find(one => one.validFrom <= on && (one.validTo === null || one.validTo >= on)) ?? sorted.at(-1)
  return found ? versionAs(found, versions) : null
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
  const versions = (await charterVersions(tx)).get(slug) ?? []
  const found = versions.find(one => one.version === version)
  return found ? versionAs(found, versions) : null
}
