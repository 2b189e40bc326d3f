// Brings a municipality's files into the database: three ways by content hash, never over what was edited here.
import { act, type Database, type Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import type { ItemContent, Kind } from './item-types.ts'
import { contentHash, type Item, itemsOf } from './items.ts'
import type { MunicipalityData } from './read.ts'
import { heldItems, newMunicipalityId, register, shortAddresses, writeItem } from './store.ts'

export type Step = {
  readonly key: string
  readonly does:
    | 'add'
    | 'change'
    | 'same'
    | 'kept, edited here'
    | 'gone from the files'
    | 'left without its short address, which belongs to another council'
}

/** What applying the files would do to each item. An item edited here and changed in the files stays as it was edited. */
export async function plan(tx: Tx, data: MunicipalityData): Promise<Step[]> {
  const held = new Map((await heldItems(tx)).map(item => [`${item.kind}:${item.slug}`, item]))
  const steps: Step[] = []
  const { items: wanted, without } = await withOwnAddresses(tx, data)
  for (const key of without) steps.push({ key, does: 'left without its short address, which belongs to another council' })
  for (const { key, hash } of wanted) {
    const now = held.get(key)
    if (!now) steps.push({ key, does: 'add' })
    else if (now.hash === hash) steps.push({ key, does: 'same' })
    // What was made here and never came from the files is as much ours as what was edited here.
    else if (now.appliedHash !== now.hash) steps.push({ key, does: now.appliedHash === hash ? 'same' : 'kept, edited here' })
    else steps.push({ key, does: 'change' })
  }
  const keys = new Set(wanted.map(item => item.key))
  for (const key of held.keys()) if (!keys.has(key)) steps.push({ key, does: 'gone from the files' })
  return steps
}

/** Carries the plan out; returns what it did. */
export async function applyFiles(tx: Tx, who: Principal, { data, demo }: { data: MunicipalityData; demo: boolean }): Promise<Step[]> {
  await register(tx, { id: tx.municipalityId, slug: data.municipality.slug, hosts: data.municipality.hosts, demo })
  const steps = await plan(tx, data)
  const written = new Set(steps.flatMap(step => (step.does === 'add' || step.does === 'change' ? [step.key] : [])))
  const { items } = await withOwnAddresses(tx, data)
  for (const [position, item] of items.entries()) if (written.has(item.key)) await writeOne(tx, who, item, position)
  return steps
}

/**
 * The items of the files. A short address stands on posters for years: one that another council has or once had is left out, whatever
 * the files say.
 */
async function withOwnAddresses(tx: Tx, data: MunicipalityData): Promise<{ items: Item[]; without: string[] }> {
  const owners = await shortAddresses(tx)
  const without: string[] = []
  const items = itemsOf(data).map(item => {
    const short = item.kind === 'council' ? (item.content as ItemContent['council']).short : null
    if (!short || (owners.get(short) ?? item.slug) === item.slug) return item
    without.push(item.key)
    const content = { ...(item.content as ItemContent['council']), short: null }
    return { ...item, content, hash: contentHash(content) }
  })
  return { items, without }
}

async function writeOne(tx: Tx, who: Principal, item: Item, position: number): Promise<void> {
  await writeItem(tx, who, {
    kind: item.kind as Kind,
    slug: item.slug,
    content: item.content as ItemContent[Kind],
    position,
    applied: true,
  })
}

/** Enters the municipality when it is new, and applies its files. Returns its id and what was done. */
export async function applyMunicipality(
  database: Database,
  data: MunicipalityData,
  demo: boolean,
  knownId: string | null,
): Promise<{ id: string; steps: Step[] }> {
  const id = knownId ?? newMunicipalityId(database.now())
  const steps = await act(database, { kind: 'system', municipalityId: id, job: 'municipality apply' }, applyFiles, { data, demo })
  return { id, steps }
}
