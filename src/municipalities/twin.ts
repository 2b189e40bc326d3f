// The practice municipality: the same data as the real one under an id of its own, so that nothing can cross between them.
import { sql } from 'kysely'
import type { Tx } from '../platform/db/act.ts'
import { actorOf, type Principal } from '../platform/principal.ts'
import { contentHash } from './items.ts'
import { register, registered } from './store.ts'
import type { MunicipalitiesTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<MunicipalitiesTables>()

interface CopiedItem {
  readonly kind: string
  readonly slug: string
  readonly position: number
  readonly content: unknown
}
/** What a practice municipality is made from. */
export interface Original {
  readonly id: string
  readonly slug: string
  readonly items: readonly CopiedItem[]
}

/** The data of this municipality as they stand now, to be copied. */
export async function originalOf(tx: Tx): Promise<Original> {
  const { id, slug } = await registered(tx)
  const items = await mine(tx)
    .selectFrom('item')
    .select(['kind', 'slug', 'position', 'content'])
    .orderBy('kind')
    .orderBy('position')
    .orderBy('slug')
    .execute()
  return { id, slug, items }
}

/** The practice municipality of this one, or null. */
export async function twinOf(tx: Tx): Promise<string | null> {
  const row = await mine(tx).selectFrom('municipality').select('id').where('practice_of', '=', tx.municipalityId).executeTakeFirst()
  return row?.id ?? null
}

/** Enters the municipality of this transaction as the practice of another, with a copy of its data. It has no host of its own. */
export async function foundTwin(tx: Tx, who: Principal, of: Original): Promise<void> {
  await register(tx, { id: tx.municipalityId, slug: `${of.slug}-oevelse`, hosts: [], demo: true, practiceOf: of.id })
  const rows = of.items.map(item => ({ ...item, content: JSON.stringify(item.content), hash: contentHash(item.content) }))
  await mine(tx)
    .insertInto('item')
    .values(rows.map(row => ({ municipality_id: tx.municipalityId, ...row, applied_hash: row.hash, changed_at: tx.now })))
    .execute()
  const { municipalityId: id, now } = tx
  await sql`insert into item_version (municipality_id, kind, slug, version, content, recorded_at, recorded_by)
    select municipality_id, kind, slug, 1, content, ${now}, ${actorOf(who)} from item where municipality_id = ${id}`.execute(tx.db)
}

/** Erases the practice municipality of this one with everything in it. The database itself refuses any other. */
export async function eraseTwin(tx: Tx, _who: Principal, { twin }: { twin: string }): Promise<void> {
  await sql`select erase_practice(${twin})`.execute(tx.db)
}
