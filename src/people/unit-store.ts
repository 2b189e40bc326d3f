// The SQL on units: their names come from the municipality's data, their leaders from here.
import { itemsOfKind } from '../municipalities/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { newThing } from '../platform/journal.ts'
import { said } from '../platform/refusal.ts'
import type { PeopleTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<PeopleTables>()

export interface Unit {
  readonly slug: string
  readonly name: string
  /** Null until somebody belongs to it or leads it. */
  readonly id: string | null
  readonly leaderId: string | null
  readonly deputyId: string | null
}
/** The units of the data, and those of earlier data that people still belong to. */
export async function allUnits(tx: Tx, lang = 'da'): Promise<Unit[]> {
  const items = await itemsOfKind(tx, 'unit')
  const rows = await mine(tx).selectFrom('unit').selectAll().orderBy('name').execute()
  const known = new Map(rows.map(row => [row.slug, row]))
  const units = items.map(item => {
    const row = known.get(item.slug)
    known.delete(item.slug)
    const name = item.name ? said(item.name as never, lang) : (row?.name ?? item.slug)
    return { slug: item.slug, name, id: row?.id ?? null, leaderId: row?.leader_id ?? null, deputyId: row?.deputy_id ?? null }
  })
  const older = [...known.values()].map(row => ({
    slug: row.slug,
    name: row.name,
    id: row.id,
    leaderId: row.leader_id,
    deputyId: row.deputy_id,
  }))
  return [...units, ...older]
}
/** The id of the unit; its row is made when this is the first use of it. Null when no unit is called so. */
export async function unitIdOf(tx: Tx, slug: string): Promise<string | null> {
  const unit = (await allUnits(tx)).find(one => one.slug === slug)
  if (!unit) return null
  if (unit.id) return unit.id
  const id = await newThing(tx, 'unit')
  await mine(tx).insertInto('unit').values({ municipality_id: tx.municipalityId, id, slug, name: unit.name }).execute()
  return id
}
export async function setLeaders(tx: Tx, id: string, leaderId: string | null, deputyId: string | null): Promise<void> {
  await mine(tx).updateTable('unit').set({ leader_id: leaderId, deputy_id: deputyId }).where('id', '=', id).execute()
}
/** Takes a person who has left out of the lead of every unit. */
export async function leadNothing(tx: Tx, personId: string): Promise<void> {
  await mine(tx).updateTable('unit').set({ leader_id: null }).where('leader_id', '=', personId).execute()
  await mine(tx).updateTable('unit').set({ deputy_id: null }).where('deputy_id', '=', personId).execute()
}
