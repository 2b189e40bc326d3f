// The SQL on the two logs and their seals: what happened (journal) and who read what (access_log).
import { sql } from 'kysely'
import { canonicalRow } from '../platform/crypto/chain.ts'
import type { Tx } from '../platform/db/act.ts'
import { anyOf } from '../platform/db/wanted.ts'
import { uuid7 } from '../platform/ids.ts'

export type Chain = 'journal' | 'access_log'
export const chains: readonly Chain[] = ['journal', 'access_log']

export interface LogRow {
  readonly id: string
  readonly seal: string | null
  /** The row as one canonical text: what the seal is made over. */
  readonly text: string
}
export interface Seal {
  readonly id: string
  readonly at: Date
  readonly previous: string
  readonly hash: string
  readonly rows: number
}

/** Rows after an id in the order of ids; only those without a seal when `unsealed`. */
export async function logRows(tx: Tx, chain: Chain, after: string | null, most: number, unsealed: boolean): Promise<LogRow[]> {
  if (chain === 'journal') {
    let query = tx.db.selectFrom('journal').select(['id', 'at', 'actor', 'kind', 'about', 'because', 'facts', 'seal'])
    if (unsealed) query = query.where('seal', 'is', null)
    if (after) query = query.where('id', '>', after)
    const rows = await query.orderBy('id').limit(most).execute()
    return rows.map(({ seal, at, facts, ...row }) => ({
      id: row.id,
      seal,
      text: canonicalRow({ ...row, at: at.toISOString(), facts: facts as Record<string, string> }),
    }))
  }
  let query = tx.db.selectFrom('access_log').select(['id', 'at', 'actor', 'about', 'action', 'reason', 'seal'])
  if (unsealed) query = query.where('seal', 'is', null)
  if (after) query = query.where('id', '>', after)
  const rows = await query.orderBy('id').limit(most).execute()
  return rows.map(({ seal, at, ...row }) => ({ id: row.id, seal, text: canonicalRow({ ...row, at: at.toISOString() }) }))
}

/** The seal nothing follows; null for a chain that has not begun. */
export async function headOf(tx: Tx, chain: Chain): Promise<Seal | null> {
  const newest = await tx.db.selectFrom('seal').selectAll().where('chain', '=', chain).orderBy('id', 'desc').limit(1).executeTakeFirst()
  let head = newest ?? null
  // A clock set back gives a later seal an earlier id: follow the chain to its end.
  while (head) {
    const next = await tx.db.selectFrom('seal').selectAll().where('chain', '=', chain).where('previous', '=', head.hash).executeTakeFirst()
    if (!next) break
    head = next
  }
  return head
}
export async function addSeal(tx: Tx, chain: Chain, seal: Omit<Seal, 'id'>, rowIds: readonly string[]): Promise<void> {
  const id = uuid7(tx.now)
  await tx.db
    .insertInto('seal')
    .values({ municipality_id: tx.municipalityId, id, chain, ...seal })
    .execute()
  await tx.db.updateTable(chain).set({ seal: id }).where('id', '=', anyOf(rowIds)).execute()
}
/** Every seal of a chain. */
export async function sealsOf(tx: Tx, chain: Chain): Promise<Seal[]> {
  return await tx.db.selectFrom('seal').select(['id', 'at', 'previous', 'hash', 'rows']).where('chain', '=', chain).orderBy('id').execute()
}

/** Erases readings in whole sealed batches, the oldest first, until `most` rows are gone; the seals stay. Returns how many rows went. */
export async function eraseReadings(tx: Tx, before: Date, most: number): Promise<number> {
  tx.reads('access_log', 'seal')
  // Ids begin with their time, so the oldest rows are found without looking at the rest.
  const bound = `${before
    .getTime()
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})/, '$1-')}-7000-8000-000000000000`
  const { rows } = await sql<{ id: string; rows: number }>`
    select distinct seal.id, seal.rows from access_log join seal on seal.id = access_log.seal
    where access_log.id < ${bound}::uuid and seal.at < ${before} order by seal.id limit 1000`.execute(tx.db)
  let gone = 0
  for (const seal of rows) {
    if (gone > 0 && gone + seal.rows > most) break
    const done = await tx.db.deleteFrom('access_log').where('seal', '=', seal.id).where('id', '<', bound).executeTakeFirst()
    gone += Number(done.numDeletedRows)
  }
  return gone
}
export async function countReadings(tx: Tx): Promise<number> {
  const row = await tx.db
    .selectFrom('access_log')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
