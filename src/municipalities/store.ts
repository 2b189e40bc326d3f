// The only SQL on municipalities and their items.
import { sql } from 'kysely'
import type { Tx } from '../platform/db/act.ts'
import { uuid7 } from '../platform/ids.ts'
import { actorOf, type Principal } from '../platform/principal.ts'
import type { ItemContent, Kind } from './item-types.ts'
import { contentHash } from './items.ts'
import type { MunicipalitiesTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<MunicipalitiesTables>()

interface Read {
  readonly kind: string
  readonly slug: string
  readonly content: unknown
}
/** The items of these kinds in the order of the files: one statement for the kinds this transaction has not read yet. */
async function read(tx: Tx, kinds: readonly Kind[]): Promise<(kind: Kind) => readonly Read[]> {
  const known = (tx.memo.get('items') as Map<Kind, readonly Read[]> | undefined) ?? new Map<Kind, readonly Read[]>()
  tx.memo.set('items', known)
  const missing = kinds.filter(kind => !known.has(kind))
  if (missing.length > 0) {
    const rows = await tx.recall(`items ${missing}`, fresh =>
      mine(fresh).selectFrom('item').select(['kind', 'slug', 'content']).where('kind', 'in', missing).orderBy('position').execute(),
    )
    for (const kind of missing)
      known.set(
        kind,
        rows.filter(row => row.kind === kind),
      )
  }
  return kind => known.get(kind)!
}
/** What was read of this kind is out of date. */
function forgetItems(tx: Tx, kind: Kind): void {
  const known = tx.memo.get('items') as Map<Kind, readonly Read[]> | undefined
  known?.delete(kind)
}

/** All items of the kind, in the order of the files. */
export async function itemsOfKind<K extends Kind>(tx: Tx, kind: K): Promise<ItemContent[K][]> {
  return (await read(tx, [kind]))(kind).map(row => row.content as ItemContent[K])
}

/** All items of the kind with their keys: for kinds whose content does not name itself (promises, retention rules, charters). */
export async function keyedItems<K extends Kind>(tx: Tx, kind: K): Promise<{ slug: string; content: ItemContent[K] }[]> {
  return (await read(tx, [kind]))(kind).map(row => ({ slug: row.slug, content: row.content as ItemContent[K] }))
}

/** Items of several kinds by kind: one statement, and what is asked for again in this transaction costs none. */
export async function itemsOfKinds<K extends Kind>(tx: Tx, kinds: readonly K[]): Promise<{ [P in K]: ItemContent[P][] }> {
  const all = await read(tx, kinds)
  return Object.fromEntries(kinds.map(kind => [kind, all(kind).map(row => row.content)])) as { [P in K]: ItemContent[P][] }
}

/** One item, or null. */
export async function itemOf<K extends Kind>(tx: Tx, kind: K, slug: string): Promise<ItemContent[K] | null> {
  const row = await mine(tx).selectFrom('item').select('content').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirst()
  return (row?.content as ItemContent[K] | undefined) ?? null
}

export interface Held {
  readonly kind: string
  readonly slug: string
  readonly hash: string
  readonly appliedHash: string | null
}
/** Every item's hashes, for the three-way comparison. */
export async function heldItems(tx: Tx): Promise<Held[]> {
  const rows = await mine(tx).selectFrom('item').select(['kind', 'slug', 'hash', 'applied_hash']).execute()
  return rows.map(row => ({ kind: row.kind, slug: row.slug, hash: row.hash, appliedHash: row.applied_hash }))
}

/** Makes or replaces an item and keeps the old content as a version. `applied` says that it comes from the files. */
export async function writeItem<K extends Kind>(
  tx: Tx,
  who: Principal,
  item: {
    readonly kind: K
    readonly slug: string
    readonly content: ItemContent[K]
    readonly position?: number
    readonly applied?: boolean
  },
): Promise<void> {
  const hash = contentHash(item.content)
  const content = JSON.stringify(item.content)
  const applied = item.applied ? hash : null
  await mine(tx)
    .insertInto('item')
    .values({
      municipality_id: tx.municipalityId,
      kind: item.kind,
      slug: item.slug,
      position: item.position ?? 0,
      content,
      hash,
      applied_hash: applied,
      changed_at: tx.now,
    })
    .onConflict(conflict =>
      conflict.columns(['municipality_id', 'kind', 'slug']).doUpdateSet(eb => ({
        content,
        hash,
        changed_at: tx.now,
        applied_hash: applied ?? eb.ref('item.applied_hash'),
        position: item.position === undefined ? eb.ref('item.position') : item.position,
      })),
    )
    .execute()
  forgetItems(tx, item.kind)
  await sql`insert into item_version (municipality_id, kind, slug, version, content, recorded_at, recorded_by)
    select ${tx.municipalityId}, ${item.kind}, ${item.slug}, coalesce(max(version), 0) + 1, ${content}::jsonb, ${tx.now}, ${actorOf(who)}
    from item_version where kind = ${item.kind} and slug = ${item.slug}`.execute(tx.db)
}

export interface Version<K extends Kind> {
  readonly version: number
  readonly recordedAt: Date
  readonly content: ItemContent[K]
}
/** Every content the item has had, newest first. */
export async function versionsOf<K extends Kind>(tx: Tx, kind: K, slug: string): Promise<Version<K>[]> {
  const rows = await mine(tx)
    .selectFrom('item_version')
    .select(['version', 'recorded_at', 'content'])
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(row => ({ version: row.version, recordedAt: row.recorded_at, content: row.content as ItemContent[K] }))
}

/** Every short address a council has or has had, and the council that had it first: it is never given to another. */
export async function shortAddresses(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await mine(tx)
    .selectFrom('item_version')
    .select(['slug', sql<string | null>`content->>'short'`.as('short')])
    .where('kind', '=', 'council')
    .orderBy('recorded_at')
    .orderBy('slug')
    .orderBy('version')
    .execute()
  const owners = new Map<string, string>()
  for (const { short, slug } of rows) if (short && !owners.has(short)) owners.set(short, slug)
  return owners
}

export interface Registered {
  readonly id: string
  readonly slug: string
  readonly demo: boolean
  readonly practiceOf: string | null
}
/** The row of the municipality of this transaction. */
export async function registered(tx: Tx): Promise<Registered> {
  const row = await mine(tx)
    .selectFrom('municipality')
    .select(['id', 'slug', 'demo', 'practice_of'])
    .where('id', '=', tx.municipalityId)
    .executeTakeFirstOrThrow()
  return { id: row.id, slug: row.slug, demo: row.demo, practiceOf: row.practice_of }
}
/** Enters a municipality in the register, or brings its hosts up to date; returns its id. */
export async function register(
  tx: Tx,
  entry: { id: string; slug: string; hosts: readonly string[]; demo: boolean; practiceOf?: string | null },
): Promise<void> {
  const values = { hosts: [...entry.hosts], demo: entry.demo, updated_at: tx.now }
  await mine(tx)
    .insertInto('municipality')
    .values({ id: entry.id, slug: entry.slug, practice_of: entry.practiceOf ?? null, ...values })
    .onConflict(conflict => conflict.column('id').doUpdateSet(values))
    .execute()
}
/** A new municipality's id. */
export const newMunicipalityId = (now: Date): string => uuid7(now)
