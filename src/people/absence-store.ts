// The SQL on absences: who is away, and who stands in.
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { uuid7 } from '../platform/ids.ts'
import type { Due } from './due.ts'
import type { PeopleTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<PeopleTables>()

export interface Absence {
  readonly id: string
  readonly personId: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly deputyId: string | null
}
/** Absences that have not ended before the day, the earliest first. */
export async function absencesFrom(tx: Tx, day: LocalDate, personIds?: readonly string[]): Promise<Absence[]> {
  let query = mine(tx).selectFrom('absence').selectAll().where('to_date', '>=', day)
  if (personIds) query = query.where('person_id', 'in', [...personIds])
  const rows = await query.orderBy('from_date').orderBy('id').execute()
  return rows.map(row => ({ id: row.id, personId: row.person_id, from: row.from_date, to: row.to_date, deputyId: row.deputy_id }))
}
/** The people this person stands in for on the day. */
export async function deputisedFor(tx: Tx, personId: string, day: LocalDate): Promise<string[]> {
  const rows = await mine(tx)
    .selectFrom('absence')
    .select('person_id')
    .where('deputy_id', '=', personId)
    .where('from_date', '<=', day)
    .where('to_date', '>=', day)
    .execute()
  return rows.map(row => row.person_id)
}
/** Who stands in for whom of these people today. One statement, none for nobody. */
async function standInsFor(
  tx: Tx,
  personIds: readonly string[],
  day: LocalDate,
): Promise<{ person_id: string; deputy_id: string | null }[]> {
  if (personIds.length === 0) return []
  return await mine(tx)
    .selectFrom('absence')
    .select(['person_id', 'deputy_id'])
    .where('person_id', 'in', [...new Set(personIds)])
    .where('from_date', '<=', day)
    .where('to_date', '>=', day)
    .execute()
}
/** By what it is about, everybody whose work list has it today: whoever owes it, who was called when it was late, and who stands in for the owner. */
export async function calledTo(
  tx: Tx,
  dues: readonly Pick<Due, 'about' | 'ownerId' | 'deputyId' | 'leaderId'>[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const standIns = await standInsFor(
    tx,
    dues.flatMap(due => due.ownerId ?? []),
    localDate(tx.now),
  )
  const called = new Map<string, string[]>()
  for (const { about, ownerId, deputyId, leaderId } of dues) {
    const ids = [ownerId, deputyId, leaderId, ...standIns.filter(one => one.person_id === ownerId).map(one => one.deputy_id)]
    called.set(about, [...new Set([...(called.get(about) ?? []), ...ids.filter(id => id !== null)])])
  }
  return called
}
export async function addAbsence(tx: Tx, absence: Omit<Absence, 'id'>): Promise<string> {
  const id = uuid7(tx.now)
  await mine(tx)
    .insertInto('absence')
    .values({
      municipality_id: tx.municipalityId,
      id,
      person_id: absence.personId,
      from_date: absence.from,
      to_date: absence.to,
      deputy_id: absence.deputyId,
    })
    .execute()
  return id
}
/** Takes an absence away: they came back earlier, or never left. */
export async function removeAbsence(tx: Tx, id: string): Promise<void> {
  await mine(tx).deleteFrom('absence').where('id', '=', id).execute()
}
