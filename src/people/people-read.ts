// What the pages about people are made from.
import { type ItemContent, itemsOfKind } from '../municipalities/index.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { isId } from '../platform/ids.ts'
import type { Role } from '../platform/principal.ts'
import { type Absence, absencesFrom } from './absence-store.ts'
import { allPeople, grantsOf, type HeldRole, heldRoles, type Person } from './store.ts'
import type { PeopleTables } from './tables.ts'
import { allUnits, type Unit } from './unit-store.ts'

type Contact = ItemContent['contact']
export interface ContactLine {
  readonly contact: Contact
  readonly personId: string | null
  readonly deputyId: string | null
}
export interface Everybody {
  readonly today: LocalDate
  /** Those who work here today, by name. */
  readonly people: readonly Person[]
  readonly left: readonly Person[]
  readonly roles: ReadonlyMap<string, readonly Role[]>
  readonly absences: readonly Absence[]
  readonly units: readonly Unit[]
  readonly contacts: readonly ContactLine[]
}

/** Everything the page of people shows, in six statements. */
export async function everybody(tx: Tx): Promise<Everybody> {
  const today = localDate(tx.now)
  const all = await allPeople(tx)
  const roles = new Map<string, Role[]>()
  for (const { personId, role } of await heldRoles(tx, today)) roles.set(personId, [...(roles.get(personId) ?? []), role])
  return {
    today,
    people: all.filter(one => one.to === null || one.to >= today),
    left: all.filter(one => one.to !== null && one.to < today),
    roles,
    absences: await absencesFrom(tx, today),
    units: await allUnits(tx),
    contacts: await contactLines(tx),
  }
}

/** Every contact of the data, with who answers it. */
export async function contactLines(tx: Tx): Promise<ContactLine[]> {
  const held = await tx.db.withTables<PeopleTables>().selectFrom('contact_holder').select(['contact', 'person_id', 'deputy_id']).execute()
  const by = new Map(held.map(row => [row.contact, row]))
  return (await itemsOfKind(tx, 'contact')).map(contact => ({
    contact,
    personId: by.get(contact.slug)?.person_id ?? null,
    deputyId: by.get(contact.slug)?.deputy_id ?? null,
  }))
}

export interface OnePerson {
  readonly person: Person
  readonly grants: readonly HeldRole[]
  readonly everybody: Everybody
  readonly unit: Unit | null
}
/** One person with their roles; null when there is nobody with this id. */
export async function onePerson(tx: Tx, id: string): Promise<OnePerson | null> {
  if (!isId(id)) return null
  const all = await everybody(tx)
  const person = [...all.people, ...all.left].find(one => one.id === id)
  if (!person) return null
  const unit = all.units.find(one => one.id !== null && one.id === person.unitId) ?? null
  return { person, grants: await grantsOf(tx, id), everybody: all, unit }
}
