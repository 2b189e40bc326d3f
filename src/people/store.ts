// The SQL on people and the roles they hold.
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { uuid7 } from '../platform/ids.ts'
import type { Role } from '../platform/principal.ts'
import type { PeopleTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<PeopleTables>()

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly helpsWith: string | null
  readonly unitId: string | null
  readonly shown: boolean
  readonly invented: boolean
  readonly from: LocalDate
  readonly to: LocalDate | null
}
const columns = ['id', 'name', 'email', 'phone', 'helps_with', 'unit_id', 'shown', 'invented', 'from_date', 'to_date'] as const
interface Row {
  id: string
  name: string
  email: string
  phone: string | null
  helps_with: string | null
  unit_id: string | null
  shown: boolean
  invented: boolean
  from_date: string
  to_date: string | null
}
const asPerson = (row: Row): Person => ({
  id: row.id,
  name: row.name,
  email: row.email,
  phone: row.phone,
  helpsWith: row.helps_with,
  unitId: row.unit_id,
  shown: row.shown,
  invented: row.invented,
  from: row.from_date,
  to: row.to_date,
})

/** Everybody, also those who have left, by name in Danish order. */
export async function allPeople(tx: Tx): Promise<Person[]> {
  const rows = await mine(tx).selectFrom('person').select(columns).orderBy('name').orderBy('id').execute()
  return rows.map(asPerson)
}
export async function personById(tx: Tx, id: string): Promise<Person | null> {
  const row = await mine(tx).selectFrom('person').select(columns).where('id', '=', id).executeTakeFirst()
  return row ? asPerson(row) : null
}
export async function personByEmail(tx: Tx, email: string): Promise<Person | null> {
  const row = await mine(tx)
    .selectFrom('person')
    .select(columns)
    .where(eb => eb(eb.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst()
  return row ? asPerson(row) : null
}
/** The address somebody signs in with. */
export const addressOf = async (tx: Tx, personId: string): Promise<string | null> => (await personById(tx, personId))?.email ?? null

/** Names by id, for lists of things that people own. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await mine(tx)
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}
export async function changePerson(tx: Tx, id: string, change: Partial<Omit<Person, 'id' | 'from' | 'invented'>>): Promise<void> {
  await mine(tx)
    .updateTable('person')
    .set({
      ...(change.name !== undefined && { name: change.name }),
      ...(change.email !== undefined && { email: change.email }),
      ...(change.phone !== undefined && { phone: change.phone }),
      ...(change.helpsWith !== undefined && { helps_with: change.helpsWith }),
      ...(change.unitId !== undefined && { unit_id: change.unitId }),
      ...(change.shown !== undefined && { shown: change.shown }),
      ...(change.to !== undefined && { to_date: change.to }),
    })
    .where('id', '=', id)
    .execute()
}

export interface HeldRole {
  readonly id: string
  readonly personId: string
  readonly role: Role
  readonly from: LocalDate
  readonly to: LocalDate | null
}
/** Roles held on the day by people employed on it, the oldest grant first. */
export async function heldRoles(tx: Tx, on: LocalDate): Promise<HeldRole[]> {
  const rows = await tx.recall(`held roles ${on}`, fresh =>
    mine(fresh)
      .selectFrom('role_grant')
      .innerJoin('person', join =>
        join.onRef('person.id', '=', 'role_grant.person_id').onRef('person.municipality_id', '=', 'role_grant.municipality_id'),
      )
      .select(['role_grant.id', 'role_grant.person_id', 'role_grant.role', 'role_grant.from_date', 'role_grant.to_date'])
      .where('role_grant.from_date', '<=', on)
      .where(eb => eb.or([eb('role_grant.to_date', 'is', null), eb('role_grant.to_date', '>=', on)]))
      .where(eb => eb.or([eb('person.to_date', 'is', null), eb('person.to_date', '>=', on)]))
      .orderBy('role_grant.id')
      .execute(),
  )
  return rows.map(asHeld)
}
/** Every role these people have or have had. */
export async function rolesEver(tx: Tx, personIds: readonly string[]): Promise<HeldRole[]> {
  if (personIds.length === 0) return []
  const rows = await mine(tx)
    .selectFrom('role_grant')
    .select(['id', 'person_id', 'role', 'from_date', 'to_date'])
    .where('person_id', 'in', [...personIds])
    .orderBy('id')
    .execute()
  return rows.map(asHeld)
}
/** Every role the person has or has had, the newest first. */
export async function grantsOf(tx: Tx, personId: string): Promise<HeldRole[]> {
  const rows = await mine(tx)
    .selectFrom('role_grant')
    .select(['id', 'person_id', 'role', 'from_date', 'to_date'])
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(asHeld)
}
const asHeld = (row: { id: string; person_id: string; role: Role; from_date: string; to_date: string | null }): HeldRole => ({
  id: row.id,
  personId: row.person_id,
  role: row.role,
  from: row.from_date,
  to: row.to_date,
})
export async function grant(
  tx: Tx,
  given: { personId: string; role: Role; from: LocalDate; to: LocalDate | null; grantedBy: string },
): Promise<string> {
  const id = uuid7(tx.now)
  await mine(tx)
    .insertInto('role_grant')
    .values({
      municipality_id: tx.municipalityId,
      id,
      person_id: given.personId,
      role: given.role,
      from_date: given.from,
      to_date: given.to,
      granted_by: given.grantedBy,
    })
    .execute()
  return id
}
/** Lets a role end with the day. */
export async function endGrant(tx: Tx, id: string, on: LocalDate): Promise<void> {
  await mine(tx).updateTable('role_grant').set({ to_date: on }).where('id', '=', id).execute()
}
