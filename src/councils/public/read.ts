// What the public pages of a council show, read in three statements: the municipality's items, recorded events with what other rooms have, who sits.
import { type ItemContent, itemsOfKinds, type SourceBook, sourceBookOf } from '../../municipalities/index.ts'
import { type LocalDate, localDate } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db/act.ts'
import { brokenBySize } from '../broken.ts'
import { groupByCouncil, type InForce, standingsOn, type VersionStanding, versionAs, versionOn } from '../charter-in-force.ts'
import type { Charter, Reason } from '../charters/index.ts'
import { recordedBeside, recordedOf } from '../council-store.ts'
import { type HistoryLine, historyFrom, type Seat, seatsFrom } from '../councils.ts'
import { type CouncilStatus, statusOn } from '../status.ts'
import { publicSeatings, publicSeatingsOfAll } from '../store.ts'
import { type CouncilPart, partLists, partsFrom } from './parts.ts'

export interface ShownCouncil {
  readonly facts: ItemContent['council']
  readonly status: CouncilStatus
  readonly charter: InForce | null
  readonly versions: readonly VersionStanding[]
  /** What the shown version changed; null for the first. */
  readonly since: { readonly version: number; readonly charter: Charter } | null
  readonly seats: readonly Seat[]
  readonly broken: readonly Reason[]
  readonly history: readonly HistoryLine[]
  readonly offices: readonly ItemContent['office'][]
  readonly committees: readonly ItemContent['committee'][]
  readonly sources: SourceBook
  readonly contact: ItemContent['contact'] | null
  /** What other rooms have for the council's own page; none on the pages of its charter. */
  readonly parts: readonly CouncilPart[]
}

/** One council as everybody may see it today, or null. `version` asks for an older charter; `parts` brings what other rooms have for it. */
export async function shownCouncil(
  tx: Tx,
  slug: string,
  { version = null, parts = false }: { readonly version?: number | null; readonly parts?: boolean } = {},
): Promise<ShownCouncil | null> {
  const on: LocalDate = localDate(tx.now)
  const items = await itemsOfKinds(tx, ['council', 'charter', 'office', 'committee', 'page', 'text', 'news', 'policy', 'contact'])
  const facts = items.council.find(council => council.slug === slug)
  if (!facts) return null
  const versions = groupByCouncil(items.charter).get(slug) ?? []
  const asked = version === null ? null : versions.find(one => one.version === version)
  if (asked === undefined) return null
  const charter = asked ? versionAs(asked, versions) : versionOn(versions, on)
  const earlier = versions.filter(one => charter && one.version < charter.version).sort((a, b) => b.version - a.version)[0]
  const { recorded, lists } = await recordedBeside(tx, slug, parts ? partLists(tx, slug) : [])
  const sitting = await publicSeatings(tx, slug, on)
  return {
    facts,
    status: statusOn(facts, recorded, on),
    charter,
    versions: standingsOn(versions, on),
    since: earlier ? versionAs(earlier, versions) : null,
    seats: charter ? seatsFrom(charter.charter, sitting) : [],
    broken: charter ? brokenBySize(charter.charter, sitting) : [],
    history: historyFrom(facts, recorded.events),
    offices: items.office,
    committees: items.committee,
    sources: sourceBookOf(items),
    contact: items.contact.find(contact => contact.slug === facts.factBox.contact) ?? null,
    parts: parts ? partsFrom(lists) : [],
  }
}

export interface ListedCouncil {
  readonly facts: ItemContent['council']
  readonly status: CouncilStatus
  readonly seats: readonly Seat[]
}

/** All councils with their seats, in three statements however many there are. */
export async function listedCouncils(tx: Tx): Promise<ListedCouncil[]> {
  const on = localDate(tx.now)
  const { council, charter } = await itemsOfKinds(tx, ['council', 'charter'])
  const versions = groupByCouncil(charter)
  const recorded = await recordedOf(tx)
  const sitting = await publicSeatingsOfAll(tx, on)
  return council.map(facts => {
    const inForce = versionOn(versions.get(facts.slug) ?? [], on)
    return {
      facts,
      status: statusOn(facts, recorded(facts.slug), on),
      seats: inForce ? seatsFrom(inForce.charter, sitting.get(facts.slug) ?? []) : [],
    }
  })
}
