// The SQL that writes candidates and nominations, and finds them by code or link.
import type { Insertable, Updateable } from 'kysely'
import type { Tx } from '../platform/db/act.ts'
import { type HeldWrite, inserting } from '../platform/db/held.ts'
import type { State } from './nomination.ts'
import type { CandidateTable, NominationsTables, NominationTable, TieTable } from './tables.ts'

export const mine = (tx: Tx) => tx.db.withTables<NominationsTables>()
type Row<T> = Omit<Insertable<T>, 'municipality_id'>

export interface NewCandidate {
  readonly candidate: Row<CandidateTable>
  /** The candidate's new key (`mintKey`). */
  readonly key: { readonly municipality_id: string; readonly thing_id: string; readonly wrapped: Buffer }
  readonly nominations: readonly Row<NominationTable>[]
  readonly ties: readonly Row<TieTable>[]
  readonly receipt: Buffer | null
  readonly words: Words
}
/** What a candidate is found by: names as they are, organisations also by their Danish stem. */
interface Words {
  readonly names: readonly string[]
  readonly organisations: readonly string[]
}

/** The words a candidate is found by, as one insert; `param` gives the place of each value. Who named no organisation has no stem to be looked up. */
const wordsInsert = (tx: Tx, candidateId: string, { names, organisations }: Words): HeldWrite => ({
  table: 'candidate_word',
  text(param) {
    const [of, whose] = [`${param(tx.municipalityId)}::uuid`, `${param(candidateId)}::uuid`]
    const named = `select ${of}, word, ${whose}, true from unnest(${param([...new Set(names)])}::text[]) as given(word)`
    const tied =
      organisations.length > 0 &&
      `select distinct ${of}, stem, ${whose}, false from unnest(${param([...organisations])}::text[]) as given(word),
        unnest(array[word] || coalesce(ts_lexize('danish_stem', word), '{}')) as stem where stem <> ''`
    return `insert into candidate_word (municipality_id, word, candidate_id, of_name) ${tied ? `${named} union all ${tied}` : named}`
  },
})

/** Writes a candidate with everything that hangs on them, their key and the rows in `thing`: held, so that it is one statement with what follows. */
export function holdCandidate(tx: Tx, { candidate, key, nominations, ties, receipt, words }: NewCandidate): void {
  const own = { municipality_id: tx.municipalityId }
  const thing = (id: string, kind: string) => ({ ...own, id, kind, created_at: tx.now })
  tx.hold(inserting('thing', [thing(candidate.id, 'candidate'), ...nominations.map(one => thing(one.id, 'nomination'))]))
  tx.hold(inserting('keys.data_key', [key]))
  tx.hold(inserting('candidate', [{ ...own, ...candidate }]))
  tx.hold(
    inserting(
      'nomination',
      nominations.map(one => ({ ...own, ...one })),
    ),
  )
  tx.hold(wordsInsert(tx, candidate.id, words))
  if (ties.length > 0)
    tx.hold(
      inserting(
        'tie',
        ties.map(tie => ({ ...own, ...tie })),
      ),
    )
  if (receipt) tx.hold(inserting('receipt', [{ ...own, code_index: receipt, about: candidate.id, made_at: tx.now }]))
}

/** Enters the words anew after a name or a tie has changed. */
export async function replaceWords(tx: Tx, candidateId: string, names: readonly string[], organisations: readonly string[]): Promise<void> {
  await mine(tx).deleteFrom('candidate_word').where('candidate_id', '=', candidateId).execute()
  tx.hold(wordsInsert(tx, candidateId, { names, organisations }))
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
export async function insertReceipt(tx: Tx, codeIndex: Buffer, about: string): Promise<void> {
  await mine(tx)
    .insertInto('receipt')
    .values({ municipality_id: tx.municipalityId, code_index: codeIndex, about, made_at: tx.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
/** The person has been told how it ended; that is a contact too. */
export async function markAnswered(tx: Tx, nominationId: string): Promise<void> {
  await mine(tx)
    .updateTable('nomination')
    .set(eb => ({ answered_at: tx.now, contacted_at: eb.fn.coalesce('contacted_at', eb.val(tx.now)) }))
    .where('id', '=', nominationId)
    .execute()
}
export async function markContacted(tx: Tx, nominationId: string, state: State): Promise<void> {
  await mine(tx).updateTable('nomination').set({ contacted_at: tx.now, state }).where('id', '=', nominationId).execute()
}
/** Holds a candidate, their nominations and their letters until the transaction ends: nothing happens to them meanwhile. */
export async function holdWhole(tx: Tx, id: string): Promise<void> {
  await mine(tx).selectFrom('candidate').select('id').where('id', '=', id).forUpdate().execute()
  await mine(tx).selectFrom('nomination').select('id').where('candidate_id', '=', id).orderBy('id').forUpdate().execute()
  await tx.db.selectFrom('letter').select('id').where('about', '=', id).orderBy('id').forUpdate().execute()
}
/** Deletes everything that hangs on a candidate, letters and codes included. */
export async function deleteCandidate(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('letter').where('about', '=', id).execute()
  await mine(tx).deleteFrom('receipt').where('about', '=', id).execute()
  await mine(tx).deleteFrom('candidate').where('id', '=', id).execute()
}
export async function deleteTies(tx: Tx, candidateId: string): Promise<void> {
  await mine(tx).deleteFrom('tie').where('candidate_id', '=', candidateId).execute()
}
export async function insertTies(tx: Tx, ties: readonly Row<TieTable>[]): Promise<void> {
  if (ties.length > 0)
    await mine(tx)
      .insertInto('tie')
      .values(ties.map(tie => ({ ...tie, municipality_id: tx.municipalityId })))
      .execute()
}
export async function setTieConfirmed(
  tx: Tx,
  tieId: string,
  confirmed: { confirmed_on: string; confirmed_how: string; confirmed_by: string },
): Promise<void> {
  await mine(tx).updateTable('tie').set(confirmed).where('id', '=', tieId).execute()
}
export async function deleteNomination(tx: Tx, id: string): Promise<void> {
  await mine(tx).deleteFrom('nomination').where('id', '=', id).execute()
}
/** Nominations, ties and ways back in of one candidate become another's. What is sealed with their key does not come along. */
export async function moveBelongings(tx: Tx, from: string, to: string): Promise<void> {
  for (const table of ['nomination', 'tie', 'personal_link'] as const)
    await mine(tx).updateTable(table).set({ candidate_id: to }).where('candidate_id', '=', from).execute()
  await mine(tx).updateTable('receipt').set({ about: to }).where('about', '=', from).execute()
}
/** Writes down that two candidates are two people. */
export async function partTwo(tx: Tx, one: string, other: string, byPerson: string): Promise<void> {
  const [one_id, other_id] = [one, other].sort() as [string, string]
  await mine(tx)
    .insertInto('not_the_same')
    .values({ municipality_id: tx.municipalityId, one_id, other_id, by_person: byPerson, at: tx.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
/** Replaces the sealed reason of a nomination that got another candidate's key. */
export async function setReason(tx: Tx, nominationId: string, reason: Buffer): Promise<void> {
  await mine(tx).updateTable('nomination').set({ reason_sealed: reason }).where('id', '=', nominationId).execute()
}
