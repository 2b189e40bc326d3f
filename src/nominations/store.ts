// The SQL that writes candidates and nominations, and finds them by code or link.
import { type Insertable, sql, type Updateable } from 'kysely'
import type { Tx } from '../platform/db/act.ts'
import type { State } from './nomination.ts'
import type { CandidateTable, NominationsTables, NominationTable, TieTable } from './tables.ts'

export const mine = (tx: Tx) => tx.db.withTables<NominationsTables>()
type Row<T> = Omit<Insertable<T>, 'municipality_id'>

export interface NewCandidate {
  readonly candidate: Row<CandidateTable>
  readonly nominations: readonly Row<NominationTable>[]
  readonly ties: readonly Row<TieTable>[]
  readonly receipt: Buffer | null
}

/** Makes the rows in `thing` that the candidate and each nomination stand on. */
export async function newThings(tx: Tx, candidate: string, nominations: readonly string[]): Promise<void> {
  const row = (id: string, kind: string) => ({ municipality_id: tx.municipalityId, id, kind, created_at: tx.now })
  await mine(tx)
    .insertInto('thing')
    .values([row(candidate, 'candidate'), ...nominations.map(id => row(id, 'nomination'))])
    .execute()
}

/** Writes a candidate with everything that hangs on them in one statement. */
export async function insertCandidate(tx: Tx, { candidate, nominations, ties, receipt }: NewCandidate): Promise<void> {
  const own = { municipality_id: tx.municipalityId }
  let query = mine(tx)
    .with('made', db => db.insertInto('candidate').values({ ...own, ...candidate }))
    .with('wishes', db => db.insertInto('nomination').values(nominations.map(one => ({ ...own, ...one }))))
  if (ties.length > 0)
    query = query.with('tied', db => db.insertInto('tie').values(ties.map(tie => ({ ...own, ...tie })))) as unknown as typeof query
  if (receipt)
    query = query.with('coded', db =>
      db.insertInto('receipt').values({ ...own, code_index: receipt, about: candidate.id, made_at: tx.now }),
    ) as unknown as typeof query
  await query.selectNoFrom(sql<number>`1`.as('done')).execute()
}

/** Enters the words a candidate is found by: `names` as they are, `organisations` also by their Danish stem. */
export async function insertWords(tx: Tx, candidateId: string, names: readonly string[], organisations: readonly string[]): Promise<void> {
  await sql`insert into candidate_word (municipality_id, word, candidate_id, of_name)
    select distinct ${tx.municipalityId}::uuid, found.word, ${candidateId}::uuid, found.of_name from (
      select word, true as of_name from unnest(${[...names]}::text[]) as given(word)
      union all
      select stem, false from unnest(${[...organisations]}::text[]) as given(word),
        unnest(array[word] || coalesce(ts_lexize('danish_stem', word), '{}')) as stem
    ) as found where found.word <> ''`.execute(tx.db)
}
/** Enters the words anew after a name or a tie has changed. */
export async function replaceWords(tx: Tx, candidateId: string, names: readonly string[], organisations: readonly string[]): Promise<void> {
  await mine(tx).deleteFrom('candidate_word').where('candidate_id', '=', candidateId).execute()
  await insertWords(tx, candidateId, names, organisations)
}

/** Takes the form key for this nomination; false when a form with it was accepted before. Waits for one that is under way. */
export async function takeForm(tx: Tx, keyHash: Buffer, result: Record<string, unknown>): Promise<boolean> {
  const { rows } = await sql`insert into accepted_form (municipality_id, key_hash, result, at)
    values (${tx.municipalityId}, ${keyHash}, ${JSON.stringify(result)}::jsonb, ${tx.now})
    on conflict do nothing returning 1 as taken`.execute(tx.db)
  return rows.length > 0
}
/** What the accepted form with this key made. */
export async function formResult(tx: Tx, keyHash: Buffer): Promise<Record<string, unknown> | null> {
  const row = await tx.db.selectFrom('accepted_form').select('result').where('key_hash', '=', keyHash).executeTakeFirst()
  return row?.result ?? null
}

/** Changes a candidate; says when. */
export async function updateCandidate(
  tx: Tx,
  id: string,
  change: Updateable<Omit<CandidateTable, 'municipality_id' | 'id' | 'created_at'>>,
): Promise<void> {
  await mine(tx)
    .updateTable('candidate')
    .set({ ...change, changed_at: tx.now })
    .where('id', '=', id)
    .execute()
}
/** Moves a nomination from the state it was seen in; false when somebody was first. */
export async function moveNomination(
  tx: Tx,
  id: string,
  from: State,
  change: Updateable<Omit<NominationTable, 'municipality_id' | 'id'>>,
): Promise<boolean> {
  const done = await mine(tx).updateTable('nomination').set(change).where('id', '=', id).where('state', '=', from).executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The thing a receipt code leads to, if it is not erased. */
export async function aboutOfCode(tx: Tx, codeIndex: Buffer): Promise<string | null> {
  const row = await mine(tx)
    .selectFrom('receipt')
    .innerJoin('candidate', join =>
      join.onRef('candidate.id', '=', 'receipt.about').onRef('candidate.municipality_id', '=', 'receipt.municipality_id'),
    )
    .select('receipt.about')
    .where('code_index', '=', codeIndex)
    .executeTakeFirst()
  return row?.about ?? null
}
/** The candidate a personal link leads to, while it works. */
export async function candidateOfLink(tx: Tx, tokenHash: Buffer): Promise<string | null> {
  const row = await mine(tx)
    .selectFrom('personal_link')
    .select('candidate_id')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst()
  return row?.candidate_id ?? null
}
export async function insertLink(tx: Tx, candidateId: string, tokenHash: Buffer, expiresAt: Date): Promise<void> {
  await mine(tx)
    .insertInto('personal_link')
    .values({
      municipality_id: tx.municipalityId,
      token_hash: tokenHash,
      candidate_id: candidateId,
      created_at: tx.now,
      expires_at: expiresAt,
    })
    .execute()
}
