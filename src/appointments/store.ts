// The SQL that writes slates: who is put where, why wishes are not followed, and what was proposed.
import type { MemberContact } from '../councils/index.ts'
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { uuid7 } from '../platform/ids.ts'
import { newThing } from '../platform/journal.ts'
import { actorOf, type Principal } from '../platform/principal.ts'
import { opened, sealed } from '../platform/sealed.ts'
import { mine, type NamedPerson, type OnSeat, type Slate } from './read-slate.ts'
import type { Closing } from './tables.ts'
import type { StoredVerdict } from './verdict.ts'

/** Opens a slate; its number counts within the council. */
export async function writeSlate(
  tx: Tx,
  who: Principal,
  one: { council: string; body: string; startsOn: LocalDate; charterVersion: number },
): Promise<string> {
  const id = await newThing(tx, 'slate')
  const last = await mine(tx)
    .selectFrom('slate')
    .select('number')
    .where('council', '=', one.council)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  await mine(tx)
    .insertInto('slate')
    .values({
      municipality_id: tx.municipalityId,
      id,
      council: one.council,
      body: one.body,
      number: (last?.number ?? 0) + 1,
      starts_on: one.startsOn,
      charter_version: one.charterVersion,
      revision: 0,
      opened_at: tx.now,
      opened_by: actorOf(who),
    })
    .execute()
  return id
}

/** Puts somebody on a seat; a place they had on this slate before is given up. */
export async function writePlace(tx: Tx, who: Principal, slate: string, place: OnSeat): Promise<void> {
  await takePerson(tx, slate, place.person)
  await mine(tx)
    .insertInto('slate_seat')
    .values({
      municipality_id: tx.municipalityId,
      slate_id: slate,
      person_id: place.person,
      seat_group: place.group,
      seat: place.seat,
      placed_at: tx.now,
      placed_by: actorOf(who),
    })
    .execute()
}

/** Takes somebody off; false when they were not on. */
export async function takePerson(tx: Tx, slate: string, person: string): Promise<boolean> {
  const done = await mine(tx).deleteFrom('slate_seat').where('slate_id', '=', slate).where('person_id', '=', person).executeTakeFirst()
  return done.numDeletedRows > 0n
}

/** Counts a change. */
export async function countChange(tx: Tx, slate: string, charterVersion: number): Promise<void> {
  await mine(tx)
    .updateTable('slate')
    .set(eb => ({ revision: eb('revision', '+', 1), charter_version: charterVersion }))
    .where('id', '=', slate)
    .execute()
}

const contactPlace = (id: string) => ({ thing: id, table: 'slate_person', column: 'contact_sealed', row: id })

/** Enters somebody who is on the slate by virtue of their work. Returns their id. */
export async function writeNamed(tx: Tx, slate: string, one: Omit<NamedPerson, 'id'>, contact: MemberContact | null): Promise<string> {
  const id = await newThing(tx, 'slate_person')
  await mine(tx)
    .insertInto('slate_person')
    .values({
      municipality_id: tx.municipalityId,
      id,
      slate_id: slate,
      name: one.name,
      role: one.role,
      need: one.need,
      until: one.until,
      covers: [...one.covers],
      contact_sealed: contact ? await sealed(tx, contactPlace(id), JSON.stringify(contact)) : null,
    })
    .execute()
  return id
}
/** How somebody entered by name is reached; null when nobody wrote it. */
export async function contactOfNamed(tx: Tx, id: string): Promise<MemberContact | null> {
  const row = await mine(tx).selectFrom('slate_person').select('contact_sealed').where('id', '=', id).executeTakeFirst()
  const text = row?.contact_sealed ? await opened(tx, contactPlace(id), row.contact_sealed) : null
  return text === null ? null : (JSON.parse(text) as MemberContact)
}

/** Writes why a wish is not followed; an empty reason takes it away. */
export async function writeDeviation(tx: Tx, who: Principal, slate: string, atom: string, reason: string): Promise<void> {
  await mine(tx).deleteFrom('slate_deviation').where('slate_id', '=', slate).where('atom', '=', atom).execute()
  if (reason.trim() === '') return
  await mine(tx)
    .insertInto('slate_deviation')
    .values({ municipality_id: tx.municipalityId, slate_id: slate, atom, reason, written_at: tx.now, written_by: actorOf(who) })
    .execute()
}

/** Writes the proposal with its verdict as it is now. */
export async function writeProposal(tx: Tx, who: Principal, slate: Slate, engineVersion: string, verdict: StoredVerdict): Promise<void> {
  await mine(tx)
    .insertInto('proposal')
    .values({
      municipality_id: tx.municipalityId,
      id: uuid7(tx.now),
      slate_id: slate.id,
      proposed_at: tx.now,
      proposed_by: actorOf(who),
      revision: slate.revision,
      charter_version: slate.charterVersion,
      engine_version: engineVersion,
      verdict: JSON.stringify(verdict),
    })
    .execute()
}
export async function takeProposalBack(tx: Tx, slate: string): Promise<void> {
  await mine(tx)
    .updateTable('proposal')
    .set({ taken_back_at: tx.now })
    .where('slate_id', '=', slate)
    .where('taken_back_at', 'is', null)
    .execute()
}
export async function writeClosing(tx: Tx, who: Principal, slate: string, why: Closing): Promise<void> {
  await mine(tx)
    .updateTable('slate')
    .set({ closed_at: tx.now, closed_by: actorOf(who), closed_why: why })
    .where('id', '=', slate)
    .execute()
}
