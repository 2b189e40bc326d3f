// The SQL of searching: which voices somebody may read at once, and their sealed texts, many in one statement.
import type { Tx } from '../platform/db/act.ts'
import { wrappedKeysOf } from '../platform/sealed.ts'
import { type Listed, listed } from './read-store.ts'
import { mine } from './store.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** The ids of these people's voices and of those named, the newest first; never those a unit's leader must not know of. */
export async function idsWithin(
  tx: Tx,
  { owners, ids, notUnits }: { owners: readonly string[]; ids: readonly string[]; notUnits: readonly string[] },
  most: number,
): Promise<string[]> {
  const rows = await mine(tx)
    .selectFrom('voice')
    .select('id')
    .where(eb => eb.or([eb('owner_id', 'in', [nobody, ...owners]), eb('id', 'in', [nobody, ...ids])]))
    .where(eb => eb.or([eb('not_unit', 'is', null), eb('not_unit', 'not in', ['', ...notUnits])]))
    .orderBy('received_on', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(row => row.id)
}

export interface SealedTexts {
  readonly keys: readonly { readonly thing_id: string; readonly wrapped: Buffer }[]
  readonly details: readonly { readonly id: string; readonly sealed: Buffer }[]
  readonly lines: readonly { readonly id: string; readonly voice_id: string; readonly sealed: Buffer }[]
}
export async function sealedTexts(tx: Tx, ids: readonly string[]): Promise<SealedTexts> {
  const details = await mine(tx).selectFrom('voice').select(['id', 'details_sealed as sealed']).where('id', 'in', ids).execute()
  const lines = await mine(tx)
    .selectFrom('voice_line')
    .select(['id', 'voice_id', 'text_sealed as sealed'])
    .where('voice_id', 'in', ids)
    .where('kind', '<>', 'paused')
    .execute()
  return { keys: await wrappedKeysOf(tx, ids), details: details.flatMap(({ id, sealed }) => (sealed ? [{ id, sealed }] : [])), lines }
}
/** Rows of the list, in the order of the ids. */
export async function listedOf(tx: Tx, ids: readonly string[]): Promise<Listed[]> {
  if (ids.length === 0) return []
  const rows = await mine(tx)
    .selectFrom('voice')
    .select([...listed])
    .where('id', 'in', ids)
    .execute()
  return ids.flatMap(id => rows.find(row => row.id === id) ?? [])
}
