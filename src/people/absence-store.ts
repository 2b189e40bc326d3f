// The SQL on absences: who is away, and who stands in.
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { uuid7 } from '../platform/ids.ts'
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
