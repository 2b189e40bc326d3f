// The only SQL on members: who they are, how they are shown, how to reach them, and what the charter asks about.
import { sql } from 'kysely'
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { newThing } from '../platform/journal.ts'
import { fetchKeys, opened, sealed } from '../platform/sealed.ts'
import type { Attribute } from './charters/index.ts'
import type { CouncilsTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<CouncilsTables>()

/** How to reach a member; sealed. */
export interface MemberContact {
  readonly email?: string | null
  readonly phone?: string | null
  readonly language?: string | null
}
/** What a charter asks about a person; sealed, since it can tell that somebody is a service user. */
export type MemberAttributes = Readonly<Record<string, Attribute>>

export interface NewMember {
  readonly name: string
  /** Each member's own choice. A protected address is never shown by name, whatever was chosen. */
  readonly shown: 'named' | 'unnamed'
  readonly protectedAddress?: boolean
  readonly contact?: MemberContact
  readonly attributes?: MemberAttributes
  readonly candidateId?: string | null
  readonly personId?: string | null
  readonly residenceSeenOn?: LocalDate | null
}

const place = (member: string, column: string) => ({ thing: member, table: 'member_record', column, row: member })
const shownName = (one: Pick<NewMember, 'name' | 'shown' | 'protectedAddress'>) =>
  one.shown === 'named' && !one.protectedAddress ? one.name : null

/** Enters a member. Returns their id. */
export async function writeMember(tx: Tx, one: NewMember): Promise<string> {
  const id = await newThing(tx, 'member')
  await mine(tx)
    .insertInto('member')
    .values({ municipality_id: tx.municipalityId, id, shown_name: shownName(one), recorded_at: tx.now })
    .execute()
  await mine(tx)
    .insertInto('member_record')
    .values({
      municipality_id: tx.municipalityId,
      member_id: id,
      name: one.name,
      shown: one.shown,
      protected: one.protectedAddress ?? false,
      contact_sealed: one.contact ? await sealed(tx, place(id, 'contact_sealed'), JSON.stringify(one.contact)) : null,
      attributes_sealed: one.attributes ? await sealed(tx, place(id, 'attributes_sealed'), JSON.stringify(one.attributes)) : null,
      candidate_id: one.candidateId ?? null,
      person_id: one.personId ?? null,
      residence_seen_on: one.residenceSeenOn ?? null,
    })
    .execute()
  return id
}

export interface MemberFacts {
  readonly id: string
  readonly name: string
  readonly shown: 'named' | 'unnamed'
  readonly protectedAddress: boolean
  readonly personId: string | null
  readonly residenceSeenOn: LocalDate | null
  readonly contact: MemberContact
  readonly attributes: MemberAttributes
}

/** Members opened: with contact and attributes. A member whose key is erased has neither. */
export async function openMembers(tx: Tx, ids: readonly string[]): Promise<MemberFacts[]> {
  if (ids.length === 0) return []
  const rows = await mine(tx)
    .selectFrom('member_record')
    .selectAll()
    .where('member_id', 'in', [...ids])
    .execute()
  await fetchKeys(tx, ids)
  const members: MemberFacts[] = []
  for (const row of rows) {
    const read = async (column: 'contact_sealed' | 'attributes_sealed') => {
      const value = row[column]
      const text = value && (await opened(tx, place(row.member_id, column), value))
      return text ? JSON.parse(text) : {}
    }
    members.push({
      id: row.member_id,
      name: row.name,
      shown: row.shown,
      protectedAddress: row.protected,
      personId: row.person_id,
      residenceSeenOn: row.residence_seen_on,
      contact: await read('contact_sealed'),
      attributes: await read('attributes_sealed'),
    })
  }
  return members
}

/** How members can be reached, as it is sealed: the same bytes as long as nobody has written it anew. Without those who are erased. */
export async function sealedContacts(tx: Tx): Promise<{ id: string; sealed: Buffer }[]> {
  const rows = await mine(tx)
    .selectFrom('member_record')
    .innerJoin('thing', 'thing.id', 'member_record.member_id')
    .select(['member_record.member_id', 'member_record.contact_sealed'])
    .where('member_record.contact_sealed', 'is not', null)
    .where('thing.erased_at', 'is', null)
    .execute()
  return rows.map(row => ({ id: row.member_id, sealed: row.contact_sealed! }))
}
/** What was sealed of how a member can be reached. */
export async function openContact(tx: Tx, id: string, sealed: Buffer): Promise<MemberContact> {
  const text = await opened(tx, place(id, 'contact_sealed'), sealed)
  return text ? JSON.parse(text) : {}
}

/** The member a candidate became, or null. */
export async function memberOfCandidate(tx: Tx, candidateId: string): Promise<string | null> {
  const row = await mine(tx).selectFrom('member_record').select('member_id').where('candidate_id', '=', candidateId).executeTakeFirst()
  return row?.member_id ?? null
}

/** Members with exactly this name, so that an import does not enter somebody twice. */
export async function membersNamed(tx: Tx, name: string): Promise<{ id: string; personId: string | null }[]> {
  const rows = await mine(tx).selectFrom('member_record').select(['member_id', 'person_id']).where('name', '=', name).execute()
  return rows.map(row => ({ id: row.member_id, personId: row.person_id }))
}

/** Changes how a member is shown; a protected address takes the name away at once. */
export async function showMember(tx: Tx, id: string, how: Pick<NewMember, 'shown' | 'protectedAddress'>): Promise<void> {
  const row = await mine(tx).selectFrom('member_record').select('name').where('member_id', '=', id).executeTakeFirstOrThrow()
  await mine(tx)
    .updateTable('member_record')
    .set({ shown: how.shown, protected: how.protectedAddress ?? false })
    .where('member_id', '=', id)
    .execute()
  await mine(tx)
    .updateTable('member')
    .set({ shown_name: shownName({ ...how, name: row.name }) })
    .where('id', '=', id)
    .execute()
}

/** Who signs in as this member; null for nobody known. */
export async function memberOfPerson(tx: Tx, id: string, person: string | null): Promise<void> {
  await mine(tx).updateTable('member_record').set({ person_id: person }).where('member_id', '=', id).execute()
}

/** Writes what the charter asks about anew (a tie confirmed, an organisation left). */
export async function writeAttributes(tx: Tx, id: string, attributes: MemberAttributes, residenceSeenOn?: LocalDate): Promise<void> {
  await mine(tx)
    .updateTable('member_record')
    .set({
      attributes_sealed: await sealed(tx, place(id, 'attributes_sealed'), JSON.stringify(attributes)),
      ...(residenceSeenOn ? { residence_seen_on: residenceSeenOn } : {}),
    })
    .where('member_id', '=', id)
    .execute()
}

/** Members who sit in one of these councils and whose residence was last seen before the day, or never. */
export async function residencesSeenBefore(tx: Tx, councils: readonly string[], before: LocalDate, today: LocalDate): Promise<string[]> {
  if (councils.length === 0) return []
  const rows = await mine(tx)
    .selectFrom('seating')
    .innerJoin('member_record', 'member_record.member_id', 'seating.member_id')
    .select('member_record.member_id')
    .distinct()
    .where('council', 'in', [...councils])
    .where('replaced_at', 'is', null)
    .where(sql<boolean>`seat_span(from_date, term_to, stays_on, ended_on) @> ${today}::date`)
    .where(eb => eb.or([eb('residence_seen_on', 'is', null), eb('residence_seen_on', '<', before)]))
    .execute()
  return rows.map(row => row.member_id)
}

/** Takes the public name of members away whose last seat ended before the day. Returns how many. */
export async function forgetFormerNames(tx: Tx, endedBefore: LocalDate): Promise<number> {
  const done = await mine(tx)
    .updateTable('member')
    .set({ shown_name: null })
    .where('shown_name', 'is not', null)
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('seating')
            .select('seating.id')
            .whereRef('seating.member_id', '=', 'member.id')
            .where('replaced_at', 'is', null)
            .where(or => or.or([or('ended_on', 'is', null), or('ended_on', '>=', endedBefore)])),
        ),
      ),
    )
    .where('recorded_at', '<', new Date(`${endedBefore}T00:00:00Z`))
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
