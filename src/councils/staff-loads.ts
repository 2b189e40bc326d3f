// What the staff's pages of this room load.
import { atLocal, isLocalDate, type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Asked } from '../platform/http/route.ts'
import { isId } from '../platform/ids.ts'
import type { Principal } from '../platform/principal.ts'
import { mayKeepSeats, maySeeSeats } from './access.ts'
import { type SubstituteOffer, substituteOffers } from './call-in.ts'
import type { Reason } from './charters/index.ts'
import { brokenNow, type Council, councilHistory, councilOf, councilsOf, type HistoryLine, type Seat, seatsOf } from './councils.ts'
import { mayDraft } from './drafts/access.ts'
import { openDrafts } from './drafts/store.ts'
import type { Previewed } from './import-members.ts'
import { againstLaws, type LawBreach } from './laws.ts'
import { loginsOf } from './link-person.ts'
import { type MemberFacts, openMembers } from './member-store.ts'
import { type OnRecord, seatsOnRecord } from './on-record.ts'
import type { NamedSeating } from './seating.ts'
import { allSeatings, namedSeatings, seatingOf } from './store.ts'
import type { EndReason } from './tables.ts'

export interface StaffCouncil {
  readonly council: Council
  readonly today: LocalDate
  readonly seats: readonly Seat[]
  readonly sitting: readonly NamedSeating[]
  readonly members: ReadonlyMap<string, MemberFacts>
  readonly broken: readonly Reason[]
  readonly offers: readonly SubstituteOffer[]
  /** Where the charter misses what the law demands of such a council. */
  readonly law: readonly LawBreach[]
  readonly past: readonly (NamedSeating & { reason: EndReason | null })[]
  readonly history: readonly HistoryLine[]
  /** The answer to "who sat here", when somebody asked. */
  readonly record: OnRecord | null
  readonly asked: { readonly on: string; readonly known: string }
  readonly mayKeep: boolean
  readonly mayDraft: boolean
}

export async function loadStaffCouncil(tx: Tx, who: Principal, { params, query }: Asked): Promise<StaffCouncil | null> {
  const slug = params.raad ?? ''
  const council = await councilOf(tx, slug)
  if (!council || !maySeeSeats(who)) return null
  const today = localDate(tx.now)
  const sitting = await namedSeatings(tx, slug, today)
  const members = await openMembers(
    tx,
    sitting.map(one => one.memberId),
  )
  const on = query.get('den') ?? ''
  const known = query.get('kendt') ?? ''
  return {
    council,
    today,
    seats: await seatsOf(tx, slug),
    sitting,
    members: new Map(members.map(one => [one.id, one])),
    broken: await brokenNow(tx, slug),
    offers: await substituteOffers(tx, slug, today),
    law: council.charter ? againstLaws(council.facts.type, council.charter.charter) : [],
    past: (await allSeatings(tx, slug)).filter(one => one.endedOn !== null && one.endedOn <= today),
    history: await councilHistory(tx, slug),
    record: isLocalDate(on) ? await seatsOnRecord(tx, who, slug, on, isLocalDate(known) && known < today ? endOf(known) : tx.now) : null,
    asked: { on, known },
    mayKeep: mayKeepSeats(who),
    mayDraft: mayDraft(who),
  }
}
/** What was known at the end of that day, whatever the clock of the year. A day that is not over knows what is known now. */
const endOf = (day: LocalDate) => new Date(atLocal(day, '24:00').getTime() - 1)

export interface StaffCouncils {
  /** Councils that are only being prepared, for those who prepare them. */
  readonly coming: readonly { readonly slug: string; readonly name: string }[] | null
  readonly rows: readonly { readonly council: Council; readonly filled: number; readonly total: number; readonly broken: boolean }[]
}
export async function loadStaffCouncils(tx: Tx, who: Principal): Promise<StaffCouncils> {
  const rows = []
  for (const council of await councilsOf(tx)) {
    const seats = (await seatsOf(tx, council.slug)).filter(seat => seat.voting)
    const broken = seats.some(seat => seat.filled) && (await brokenNow(tx, council.slug)).some(reason => reason.strength === 'must')
    rows.push({ council, filled: seats.filter(seat => seat.filled).length, total: seats.length, broken })
  }
  const drafts = mayDraft(who) ? await openDrafts(tx) : null
  return { rows, coming: drafts?.flatMap(one => (one.founding ? [{ slug: one.council, name: one.founding.name }] : [])) ?? null }
}

export interface OneSeating {
  readonly council: Council
  readonly seating: NamedSeating
}
/** Somebody who sits there, also when it is written down that they leave on a day to come. */
export async function loadSeating(tx: Tx, who: Principal, asked: Asked): Promise<OneSeating | null> {
  const one = await loadRecorded(tx, who, asked)
  return one && (one.seating.endedOn === null || one.seating.endedOn > localDate(tx.now)) ? one : null
}
/** Any seating that stands: what is over can be wrong as well. */
export async function loadRecorded(tx: Tx, who: Principal, { params }: Asked): Promise<OneSeating | null> {
  if (!maySeeSeats(who) || !isId(params.seating)) return null
  const council = await councilOf(tx, params.raad ?? '')
  const seating = await seatingOf(tx, params.seating)
  return council && seating && seating.council === council.slug ? { council, seating } : null
}

export interface SeatLogin extends OneSeating {
  readonly logins: readonly { readonly id: string; readonly name: string; readonly email: string }[]
}
export async function loadSeatLogin(tx: Tx, who: Principal, asked: Asked): Promise<SeatLogin | null> {
  const one = await loadSeating(tx, who, asked)
  return one && { ...one, logins: await loginsOf(tx) }
}

export interface ForCouncil {
  readonly council: Council
  /** What a list would bring in; null before one was given. */
  readonly preview: (Previewed & { readonly text: string; readonly asOf: LocalDate }) | null
}
export async function loadForCouncil(tx: Tx, _who: Principal, { params }: Asked): Promise<ForCouncil | null> {
  const council = await councilOf(tx, params.raad ?? '')
  return council ? { council, preview: null } : null
}
