// The SQL on people, roles, units and absences.
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Role } from '../platform/principal.ts'
import type { PeopleTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<PeopleTables>()

export interface HeldRole {
  readonly id: string
  readonly personId: string
  readonly role: Role
  readonly from: LocalDate
  readonly to: LocalDate | null
}
/** Roles held on the day by people employed on it, the oldest grant first. */
export async function heldRoles(tx: Tx, on: LocalDate): Promise<HeldRole[]> {
  const rows = await mine(tx)
    .selectFrom('role_grant')
    .innerJoin('person', join =>
      join.onRef('person.id', '=', 'role_grant.person_id').onRef('person.municipality_id', '=', 'role_grant.municipality_id'),
    )
    .select(['role_grant.id', 'role_grant.person_id', 'role_grant.role', 'role_grant.from_date', 'role_grant.to_date'])
    .where('role_grant.from_date', '<=', on)
    .where(eb => eb.or([eb('role_grant.to_date', 'is', null), eb('role_grant.to_date', '>=', on)]))
    .where(eb => eb.or([eb('person.to_date', 'is', null), eb('person.to_date', '>=', on)]))
    .orderBy('role_grant.id')
    .execute()
  return rows.map(row => ({ id: row.id, personId: row.person_id, role: row.role, from: row.from_date, to: row.to_date }))
}
