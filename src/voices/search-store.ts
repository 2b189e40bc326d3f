// The SQL of searching: which voices somebody may read at once, and their sealed texts, many in one statement.
import { sql } from 'kysely'
import type { Tx } from '../platform/db/act.ts'
import type { Copied } from '../platform/db/copy.ts'
import { packed } from '../platform/db/packed.ts'
import { anyWanted } from '../platform/db/wanted.ts'
import { wrappedKeys } from '../platform/sealed.ts'
import { type Listed, listed } from './read-store.ts'
import { mine } from './store.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** The ids of these people's voices and of those named, the newest first; never those a unit's leader, or somebody by name, must not know of. */
export async function idsWithin(
  tx: Tx,
  { owners, ids, notUnits, reader }: { owners: readonly string[]; ids: readonly string[]; notUnits: readonly string[]; reader: string },
  most: number,
): Promise<string[]> {
  const rows = await mine(tx)
    .selectFrom('voice')
    .select('id')
    .where(eb => eb.or([eb('owner_id', 'in', [nobody, ...owners]), eb('id', 'in', [nobody, ...ids])]))
    .where(eb => eb.or([eb('not_unit', 'is', null), eb('not_unit', 'not in', ['', ...notUnits])]))
    .where(sql<boolean>`not (${sql.ref('closed_to')} @> array[${reader}]::uuid[])`)
    .orderBy('received_on', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(row => row.id)
}

/**
 * What was told in these voices, sealed and packed: wrapped keys and details, each behind their voice, and texts, each behind voice and
 * line. Not the details of so many bytes, in which nothing is said.
 */
export async function sealedTexts(tx: Tx, ids: readonly string[], nothingSaid: number, into?: ArrayBuffer): Promise<Copied> {
  const ofVoice = packed(['id'], 'details_sealed')
  const details = mine(tx)
    .selectFrom('voice')
    .select(ofVoice.rows)
    .where('id', '=', anyWanted)
    .where(sql<boolean>`octet_length(details_sealed) <> ${sql.lit(nothingSaid)}`)
    .groupBy(ofVoice.piece)
  const ofLine = packed(['voice_id', 'id'], 'text_sealed')
  const lines = mine(tx)
    .selectFrom('voice_line')
    .select(ofLine.rows)
    .where('voice_id', '=', anyWanted)
    .where('kind', '<>', sql.lit('paused'))
    .groupBy(ofLine.piece)
  return await tx.copied(ids, [wrappedKeys(tx), details, lines], into)
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
