// Encrypted columns: each thing has a data key of its own; deleting that key erases everything sealed with it.
import type { Compilable } from 'kysely'
import { type Dek, newDek, open, openText, seal, unwrapDek, wrapDek } from './crypto/envelope.ts'
import type { Tx } from './db/act.ts'
import { packed } from './db/packed.ts'
import { anyWanted } from './db/wanted.ts'

/** Where a sealed value stands; it opens nowhere else. `thing` owns the key. */
export interface Place {
  readonly thing: string
  readonly table: string
  readonly column: string
  readonly row: string
}

const keyTable = 'keys.data_key' as 'data_key'

/** The thing's data key; made when it has none. */
async function keyOf(tx: Tx, thing: string, make: boolean): Promise<Dek | null> {
  const memo = `dek ${thing}`
  const known = tx.memo.get(memo) as Dek | undefined
  if (known) return known
  const keys = tx.keys.of(tx.municipalityId)
  // Most things that are sealed for were made just now, so the key is made first and asked for only when there was one.
  const fresh = make ? newDek() : null
  const made = fresh && (await insertKey(tx, thing, wrapDek(keys, thing, fresh)))
  const row = made ? null : await tx.db.selectFrom(keyTable).select('wrapped').where('thing_id', '=', thing).executeTakeFirst()
  if (!made && !row) return null
  const dek = row ? unwrapDek(keys, thing, row.wrapped) : fresh!
  tx.memo.set(memo, dek)
  return dek
}

/** False when the thing has a key already; that one stays. */
async function insertKey(tx: Tx, thing: string, wrapped: Uint8Array): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto(keyTable)
    .values({ municipality_id: tx.municipalityId, thing_id: thing, wrapped })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Makes the key of a thing that is new in this transaction, for a store that writes everything about it in one statement. Returns the row to write. */
export function mintKey(tx: Tx, thing: string): { municipality_id: string; thing_id: string; wrapped: Buffer } {
  const dek = newDek()
  tx.memo.set(`dek ${thing}`, dek)
  return { municipality_id: tx.municipalityId, thing_id: thing, wrapped: wrapDek(tx.keys.of(tx.municipalityId), thing, dek) }
}

/** Fetches the keys of many things in one statement, so that opening a list costs one query. */
export async function fetchKeys(tx: Tx, things: readonly string[]): Promise<void> {
  const missing = [...new Set(things)].filter(thing => !tx.memo.has(`dek ${thing}`))
  if (missing.length === 0) return
  const rows = await tx.db.selectFrom(keyTable).select(['thing_id', 'wrapped']).where('thing_id', 'in', missing).execute()
  const keys = tx.keys.of(tx.municipalityId)
  for (const row of rows) tx.memo.set(`dek ${row.thing_id}`, unwrapDek(keys, row.thing_id, row.wrapped))
}

/** Asks for the wrapped keys of the things that are wanted, packed behind the thing's id, to be copied and opened outside a transaction with `openerOf`. */
export function wrappedKeys(tx: Tx): Compilable {
  const { rows, piece } = packed(['thing_id'], 'wrapped')
  return tx.db.selectFrom(keyTable).select(rows).where('thing_id', '=', anyWanted).groupBy(piece)
}

/** Encrypts a text or bytes for its place. */
export async function sealed(tx: Tx, place: Place, plain: string | Uint8Array): Promise<Buffer> {
  return seal((await keyOf(tx, place.thing, true))!, at(tx, place), plain)
}
/** The text of a sealed value; null when its key is erased. */
export async function opened(tx: Tx, place: Place, value: Uint8Array): Promise<string | null> {
  const dek = await keyOf(tx, place.thing, false)
  return dek ? openText(dek, at(tx, place), value) : null
}
/** The bytes of a sealed value; null when its key is erased. */
export async function openedBytes(tx: Tx, place: Place, value: Uint8Array): Promise<Buffer | null> {
  const dek = await keyOf(tx, place.thing, false)
  return dek ? open(dek, at(tx, place), value) : null
}
const at = (tx: Tx, { table, column, row }: Place) => ({ municipality: tx.municipalityId, table, column, row, version: 1 })

/** Erases a thing: its key goes, the row in `thing` stays with the time. What was sealed with the key can never be read again. */
export async function eraseThing(tx: Tx, thing: string): Promise<void> {
  await tx.db.deleteFrom(keyTable).where('thing_id', '=', thing).execute()
  await tx.db.updateTable('thing').set({ erased_at: tx.now }).where('id', '=', thing).where('erased_at', 'is', null).execute()
  tx.memo.delete(`dek ${thing}`)
  tx.erases(thing)
}
