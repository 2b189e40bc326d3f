// The SQL that reads one candidate or many with their nominations and ties.
import type { Selectable } from 'kysely'
import { calledTo, openDues } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Ended } from './retention.ts'
import { mine } from './store.ts'
import type { CandidateTable, NominationTable, TieTable } from './tables.ts'

export type CandidateRow = Selectable<CandidateTable>
export type NominationRow = Selectable<NominationTable>
export type TieRow = Selectable<TieTable>

export async function candidateRow(tx: Tx, id: string): Promise<CandidateRow | null> {
  return (await mine(tx).selectFrom('candidate').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}
/** Candidates with this e-mail address, by what it is found by; the newest first. */
export async function candidatesAt(tx: Tx, emailIndex: Buffer): Promise<{ id: string; name: string }[]> {
  return await mine(tx)
    .selectFrom('candidate')
    .select(['id', 'name'])
    .where('email_index', '=', emailIndex)
    .orderBy('id', 'desc')
    .limit(10)
    .execute()
}
/** Which of these addresses a candidate has, in hex. */
export async function emailsKnown(tx: Tx, indexes: readonly Buffer[]): Promise<ReadonlySet<string>> {
  if (indexes.length === 0) return new Set()
  const rows = await mine(tx)
    .selectFrom('candidate')
    .select('email_index')
    .where('email_index', 'in', [...indexes])
    .execute()
  return new Set(rows.map(row => row.email_index!.toString('hex')))
}
export async function candidateRows(tx: Tx, ids: readonly string[]): Promise<CandidateRow[]> {
  return ids.length === 0
    ? []
    : await mine(tx)
        .selectFrom('candidate')
        .selectAll()
        .where('id', 'in', [...ids])
        .execute()
}
/** The nominations of these candidates, the oldest first. */
export async function nominationsOf(tx: Tx, candidateIds: readonly string[]): Promise<NominationRow[]> {
  if (candidateIds.length === 0) return []
  return await mine(tx)
    .selectFrom('nomination')
    .selectAll()
    .where('candidate_id', 'in', [...candidateIds])
    .orderBy('received_at')
    .orderBy('id')
    .execute()
}
export async function nominationRow(tx: Tx, id: string): Promise<NominationRow | null> {
  return (await mine(tx).selectFrom('nomination').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}
/** The ties of these candidates, in the order they were told. */
export async function tiesOf(tx: Tx, candidateIds: readonly string[]): Promise<TieRow[]> {
  if (candidateIds.length === 0) return []
  return await mine(tx)
    .selectFrom('tie')
    .selectAll()
    .where('candidate_id', 'in', [...candidateIds])
    .orderBy('id')
    .execute()
}
/** The people whose work list has one of these nominations: who owes the next step, was called because it is late, or stands in. */
export async function ownersOf(tx: Tx, nominationIds: readonly string[]): Promise<string[]> {
  const called = await calledTo(tx, await openDues(tx, { abouts: nominationIds }))
  return [...new Set([...called.values()].flat())]
}
export async function nominationsById(tx: Tx, ids: readonly string[]): Promise<NominationRow[]> {
  return ids.length === 0
    ? []
    : await mine(tx)
        .selectFrom('nomination')
        .selectAll()
        .where('id', 'in', [...ids])
        .execute()
}

/** How a nomination ended, as the rule of keeping asks. */
export const endedOf = (row: Pick<NominationRow, 'state' | 'closed_on' | 'answered_at'>): Ended => ({
  state: row.state,
  closedOn: row.closed_on,
  answered: row.answered_at !== null,
})
