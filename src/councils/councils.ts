// The councils of a municipality as everybody may know them: facts, charter, status, seats, history.
import { type ItemContent, itemOf, itemsOfKinds } from '../municipalities/index.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Said } from '../platform/refusal.ts'
import { brokenBySize } from './broken.ts'
import { charterInForce, groupByCouncil, type InForce, versionOn } from './charter-in-force.ts'
import type { Charter, Reason, Words } from './charters/index.ts'
import { type Recorded, recordedOf } from './council-store.ts'
import { type SeatPlace, seatPlan } from './seat-plan.ts'
import type { PublicSeating } from './seating.ts'
import { type CouncilStatus, type RecordedEvent, statusOn } from './status.ts'
import { publicSeatings } from './store.ts'

export interface Council {
  readonly slug: string
  readonly name: Said
  /** Everything its data say. */
  readonly facts: ItemContent['council']
  readonly status: CouncilStatus
  /** The charter in force on the day asked for; null when the data have none. */
  readonly charter: InForce | null
}

/** A name of the charter as a text in the reader's languages. */
export const saidWords = (words: Words | undefined, otherwise: string): Said =>
  words ? { ...words, da: words.da ?? otherwise } : otherwise

/** A text of the data as a text in the reader's language. */
export const asSaid = (text: { readonly da: string }): Said => text as unknown as Said

/** All councils in the order of the data, with their status on a day (today unless told). Two statements. */
export async function councilsOf(tx: Tx, on: LocalDate = localDate(tx.now)): Promise<Council[]> {
  const { council, charter } = await itemsOfKinds(tx, ['council', 'charter'])
  const recorded = await recordedOf(tx)
  const versions = groupByCouncil(charter)
  return council.map(facts => asCouncil(facts, recorded(facts.slug), versionOn(versions.get(facts.slug) ?? [], on), on))
}

/** One council, or null. */
export async function councilOf(tx: Tx, slug: string, on: LocalDate = localDate(tx.now)): Promise<Council | null> {
  const facts = await itemOf(tx, 'council', slug)
  if (!facts) return null
  return asCouncil(facts, (await recordedOf(tx, slug))(slug), await charterInForce(tx, slug, on), on)
}

function asCouncil(facts: ItemContent['council'], recorded: Recorded, charter: InForce | null, on: LocalDate): Council {
  return { slug: facts.slug, name: asSaid(facts.name), facts, status: statusOn(facts, recorded, on), charter }
}

/** The councils that look for members now. */
export async function openCouncils(tx: Tx): Promise<Council[]> {
  return (await councilsOf(tx)).filter(council => council.status.open)
}

export interface Seat extends SeatPlace {
  readonly groupName: Said
  readonly filled: boolean
  /** The name, when the one who sits there wants to be shown by name. */
  readonly name: string | null
  readonly since: LocalDate | null
  /** The last day of the term. */
  readonly until: LocalDate | null
  readonly seatingId: string | null
  readonly appointedBy: string | null
}

/** The seats of a council on a day as the public may see them: group, number, filled or vacant, the name if it is shown. Never why somebody qualifies. */
export async function seatsOf(tx: Tx, slug: string, on: LocalDate = localDate(tx.now)): Promise<Seat[]> {
  const inForce = await charterInForce(tx, slug, on)
  return inForce ? seatsFrom(inForce.charter, await publicSeatings(tx, slug, on)) : []
}

/** The seats a charter has, with who sits on them. */
export function seatsFrom(charter: Charter, sitting: readonly PublicSeating[]): Seat[] {
  const groups = new Map(charter.groups.map(group => [group.id, group]))
  return seatPlan(charter, sitting).map(place => {
    const one = sitting.find(each => each.group === place.group && each.seat === place.seat)
    const group = groups.get(place.group)
    return {
      ...place,
      groupName: saidWords(group?.name, place.group),
      appointedBy: group?.appointed_by ?? null,
      filled: one !== undefined,
      name: one?.shownName ?? null,
      since: one?.from ?? null,
      until: one?.termTo ?? null,
      seatingId: one?.id ?? null,
    }
  })
}

/** Which rules the empty seats of a council break on a day, each with its sentence and strength. */
export async function brokenNow(tx: Tx, slug: string, on: LocalDate = localDate(tx.now)): Promise<Reason[]> {
  const inForce = await charterInForce(tx, slug, on)
  return inForce ? brokenBySize(inForce.charter, await publicSeatings(tx, slug, on)) : []
}

export interface HistoryLine {
  readonly event: ItemContent['council']['history'][number]['event'] | RecordedEvent['event']
  /** As exactly as it is known; null when the data do not say. */
  readonly on: string | null
  /** What the data tell; null for an event recorded here. */
  readonly text: Said | null
  readonly sources: readonly string[]
  /** Body, minute reference and reason, when it was recorded here. */
  readonly recorded: RecordedEvent | null
}

/** What has happened to a council, oldest first: what its data tell and what was recorded here. */
export async function councilHistory(tx: Tx, slug: string): Promise<HistoryLine[]> {
  const facts = await itemOf(tx, 'council', slug)
  return facts ? historyFrom(facts, (await recordedOf(tx, slug))(slug).events) : []
}

/** The same, from facts and events already read. */
export function historyFrom(facts: ItemContent['council'], events: readonly RecordedEvent[]): HistoryLine[] {
  const told: HistoryLine[] = facts.history.map(({ event, on, text, sources }) => ({
    event,
    on,
    text: asSaid(text),
    sources,
    recorded: null,
  }))
  const recorded = events.map(one => ({ event: one.event, on: one.on, text: null, sources: [], recorded: one }))
  return [...told, ...recorded].sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0))
}
