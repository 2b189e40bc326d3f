// The only SQL on who sits where.
import { sql } from 'kysely'
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { uuid7 } from '../platform/ids.ts'
import type { NamedSeating, PublicSeating } from './seating.ts'
import type { CouncilsTables, EndReason } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<CouncilsTables>()

const columns = [
  'seating.id',
  'seating.council',
  'seating.seat_group as group',
  'seating.seat',
  'seating.member_id as memberId',
  'seating.from_date as from',
  'seating.term_to as termTo',
  'seating.stays_on as staysOn',
  'seating.decision_id as decisionId',
  'seating.recorded_at as recordedAt',
  'seating.ended_on as endedOn',
] as const

/** Whose span holds the day: sits then, as we know it now. */
const sitsOn = (on: LocalDate) => sql<boolean>`seat_span(from_date, term_to, stays_on, ended_on) @> ${on}::date`

/** Who sits in the council on a day, for the public. One statement. */
export async function publicSeatings(tx: Tx, council: string, on: LocalDate): Promise<PublicSeating[]> {
  return await mine(tx)
    .selectFrom('seating')
    .innerJoin('member', 'member.id', 'seating.member_id')
    .select(columns)
    .select('member.shown_name as shownName')
    .where('council', '=', council)
    .where('replaced_at', 'is', null)
    .where(sitsOn(on))
    .orderBy('seat_group')
    .orderBy('seat')
    .execute()
}

/** Who sits in each council on a day, for the public. One statement for all of them. */
export async function publicSeatingsOfAll(tx: Tx, on: LocalDate): Promise<Map<string, PublicSeating[]>> {
  const rows = await mine(tx)
    .selectFrom('seating')
    .innerJoin('member', 'member.id', 'seating.member_id')
    .select(columns)
    .select(['member.shown_name as shownName', 'seating.council as council'])
    .where('replaced_at', 'is', null)
    .where(sitsOn(on))
    .orderBy('seat_group')
    .orderBy('seat')
    .execute()
  const by = new Map<string, PublicSeating[]>()
  for (const row of rows) by.set(row.council, [...(by.get(row.council) ?? []), row])
  return by
}

const named = (tx: Tx) =>
  mine(tx)
    .selectFrom('seating')
    .innerJoin('member_record', 'member_record.member_id', 'seating.member_id')
    .select(columns)
    .select([
      'member_record.name',
      'member_record.shown',
      'member_record.protected as protectedAddress',
      'member_record.candidate_id as candidateId',
      'member_record.person_id as personId',
    ])
    .orderBy('seating.from_date')
    .orderBy('seating.id')

/** Who sits on a day, in all councils, with names. */
export async function sittingOn(tx: Tx, on: LocalDate): Promise<NamedSeating[]> {
  return await named(tx).where('replaced_at', 'is', null).where(sitsOn(on)).execute()
}

/** Who sits on a day, with names; for the staff. */
export async function namedSeatings(tx: Tx, council: string, on: LocalDate): Promise<NamedSeating[]> {
  return await named(tx).where('council', '=', council).where('replaced_at', 'is', null).where(sitsOn(on)).execute()
}

/**
 * Who sat on a day, as it was known at a moment: rows recorded later do not count, endings recorded later had not happened,
 * and rows replaced later still stood.
 */
export async function seatingsKnown(tx: Tx, council: string, on: LocalDate, knownAt: Date): Promise<NamedSeating[]> {
  return await named(tx)
    .where('council', '=', council)
    .where('recorded_at', '<=', knownAt)
    .where(eb => eb.or([eb('replaced_at', 'is', null), eb('replaced_at', '>', knownAt)]))
    .where('from_date', '<=', on)
    .where(
      sql<boolean>`case when ended_recorded_at <= ${knownAt} then ended_on > ${on}::date else stays_on or term_to is null or term_to >= ${on}::date end`,
    )
    .execute()
}

/** Every seating of the council that stands, oldest first, with names and why it ended; for the staff. */
export async function allSeatings(tx: Tx, council: string): Promise<(NamedSeating & { reason: EndReason | null })[]> {
  return await named(tx)
    .leftJoin('seat_leaving', 'seat_leaving.seating_id', 'seating.id')
    .select('seat_leaving.reason')
    .where('council', '=', council)
    .where('replaced_at', 'is', null)
    .execute()
}

/** One seating with its name, or null. */
export async function seatingOf(tx: Tx, id: string): Promise<NamedSeating | null> {
  return (await named(tx).where('seating.id', '=', id).where('replaced_at', 'is', null).executeTakeFirst()) ?? null
}

/** Who had the seat last before a day; null when nobody did. */
export async function lastOnSeat(tx: Tx, council: string, group: string, seat: number, before: LocalDate): Promise<NamedSeating | null> {
  const rows = await named(tx)
    .where('council', '=', council)
    .where('seat_group', '=', group)
    .where('seat', '=', seat)
    .where('replaced_at', 'is', null)
    .where('ended_on', '<=', before)
    .execute()
  return rows.at(-1) ?? null
}

/** The first day anybody sat in the group; null when nobody has. */
export async function firstSeated(tx: Tx, council: string, group: string): Promise<LocalDate | null> {
  const row = await mine(tx)
    .selectFrom('seating')
    .select(eb => eb.fn.min('from_date').as('first'))
    .where('council', '=', council)
    .where('seat_group', '=', group)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  return row?.first ?? null
}

/** These seatings, as far as they stand. */
export async function seatingsById(tx: Tx, ids: readonly string[]): Promise<NamedSeating[]> {
  if (ids.length === 0) return []
  return await named(tx)
    .where('seating.id', 'in', [...ids])
    .where('replaced_at', 'is', null)
    .execute()
}

/** The latest seating of each of these members. */
export async function lastSeatings(tx: Tx, members: readonly string[]): Promise<NamedSeating[]> {
  if (members.length === 0) return []
  const rows = await named(tx)
    .where('seating.member_id', 'in', [...members])
    .where('replaced_at', 'is', null)
    .execute()
  return [...new Map(rows.map(row => [row.memberId, row])).values()]
}

/** Seatings that came of a decision. */
export async function seatingsDecided(tx: Tx, decisionId: string): Promise<NamedSeating[]> {
  return await named(tx).where('decision_id', '=', decisionId).where('replaced_at', 'is', null).execute()
}

/** Seats whose term is over, nobody sits on, and nobody has written down that they ended. */
export async function overdueTerms(tx: Tx, today: LocalDate): Promise<NamedSeating[]> {
  return await named(tx)
    .where('ended_on', 'is', null)
    .where('replaced_at', 'is', null)
    .where('stays_on', '=', false)
    .where('term_to', '<', today)
    .execute()
}

export interface NewSeating {
  readonly council: string
  readonly group: string
  readonly seat: number
  readonly memberId: string
  readonly from: LocalDate
  readonly termTo: LocalDate | null
  readonly staysOn: boolean
  readonly decisionId: string | null
  readonly corrects?: string
  /** The first day without the seat, where that is written down already. */
  readonly endedOn?: LocalDate | null
}
/** Writes a seating. The store's own constraints refuse two people on a seat and one person on two. */
export async function writeSeating(tx: Tx, one: NewSeating): Promise<string> {
  const id = uuid7(tx.now)
  await mine(tx)
    .insertInto('seating')
    .values({
      municipality_id: tx.municipalityId,
      id,
      council: one.council,
      seat_group: one.group,
      seat: one.seat,
      member_id: one.memberId,
      from_date: one.from,
      term_to: one.termTo,
      stays_on: one.staysOn,
      decision_id: one.decisionId,
      recorded_at: tx.now,
      corrects_id: one.corrects ?? null,
      ended_on: one.endedOn ?? null,
      ended_recorded_at: one.endedOn ? tx.now : null,
    })
    .execute()
  return id
}

/** Takes a mistaken row out of what counts; it stays to be read. */
export async function replaceSeating(tx: Tx, id: string): Promise<boolean> {
  const done = await mine(tx)
    .updateTable('seating')
    .set({ replaced_at: tx.now })
    .where('id', '=', id)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
