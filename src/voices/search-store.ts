// The SQL of searching: which voices somebody may read at once, and their sealed texts, many in one statement.
import { sql } from 'kysely'
import type { Tx } from '../platform/db/act.ts'
import { anyOf } from '../platform/db/any-of.ts'
import { copiedKeys } from '../platform/sealed.ts'
import type { SealedTexts } from './look-through.ts'
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

/** Their sealed texts and keys; not the details of those that have only so many bytes, in which nothing is said. */
export async function sealedTexts(tx: Tx, ids: readonly string[], nothingSaid: number): Promise<SealedTexts> {
  const details = mine(tx)
    .selectFrom('voice')
    .select([eb => eb.cast('id', 'text').as('voice'), 'details_sealed'])
    .where('id', '=', anyOf(ids))
    .where(sql<boolean>`octet_length(details_sealed) <> ${sql.lit(nothingSaid)}`)
  const lines = mine(tx)
    .selectFrom('voice_line')
    .select([eb => eb.cast('id', 'text').as('line'), eb => eb.cast('voice_id', 'text').as('voice'), 'text_sealed'])
    .where('voice_id', '=', anyOf(ids))
    .where('kind', '<>', sql.lit('paused'))
  const copied = await Promise.all([copiedKeys(tx, ids), tx.copied(details), tx.copied(lines)])
  return { keys: copied[0], details: copied[1], lines: copied[2] }
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
