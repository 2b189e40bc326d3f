// The only SQL on what organisations proposed. How many women and men is counted; who is what is written nowhere.
import type { Tx } from '../platform/db/act.ts'
import { newThing } from '../platform/journal.ts'
import { opened, sealed } from '../platform/sealed.ts'
import type { Count } from './balance.ts'
import { mine } from './organisation-store.ts'

interface ProposedPerson {
  readonly candidateId: string | null
  /** Agreed that the organisation may see how it goes. */
  readonly shared: boolean
}
export interface Proposal extends Count {
  readonly id: string
  readonly askId: string
  readonly at: Date
  readonly reason: string | null
  readonly people: readonly ProposedPerson[]
}
const place = (id: string) => ({ thing: id, table: 'organisation_proposal', column: 'reason_sealed', row: id })

export async function writeProposal(
  tx: Tx,
  given: Count & { readonly askId: string; readonly reason: string; readonly candidateIds: readonly string[] },
): Promise<string> {
  const id = await newThing(tx, 'organisation_proposal')
  const own = { municipality_id: tx.municipalityId }
  const { women, men, others } = given
  await mine(tx)
    .insertInto('organisation_proposal')
    .values({
      ...own,
      id,
      ask_id: given.askId,
      at: tx.now,
      women,
      men,
      others,
      reason_sealed: given.reason ? await sealed(tx, place(id), given.reason) : null,
    })
    .execute()
  await mine(tx)
    .insertInto('proposed_person')
    .values(given.candidateIds.map((candidate_id, position) => ({ ...own, proposal_id: id, position, candidate_id })))
    .execute()
  return id
}

/** Proposals of these asks, the oldest first. Two statements and the keys. */
export async function proposalsOf(tx: Tx, askIds: readonly string[]): Promise<Proposal[]> {
  if (askIds.length === 0) return []
  const rows = await mine(tx)
    .selectFrom('organisation_proposal')
    .selectAll()
    .where('ask_id', 'in', [...askIds])
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const people = await mine(tx)
    .selectFrom('proposed_person')
    .selectAll()
    .where(
      'proposal_id',
      'in',
      rows.map(row => row.id),
    )
    .orderBy('position')
    .execute()
  const list: Proposal[] = []
  for (const row of rows)
    list.push({
      id: row.id,
      askId: row.ask_id,
      at: row.at,
      women: row.women,
      men: row.men,
      others: row.others,
      reason: row.reason_sealed ? await opened(tx, place(row.id), row.reason_sealed) : null,
      people: people
        .filter(one => one.proposal_id === row.id)
        .map(one => ({ candidateId: one.candidate_id, shared: one.candidate_id !== null && one.shared_at !== null })),
    })
  return list
}

/** Which organisations proposed this person, and whether they may see how it goes. */
export async function proposersOf(tx: Tx, candidateId: string): Promise<{ organisation: string; shared: boolean }[]> {
  const rows = await mine(tx)
    .selectFrom('proposed_person')
    .innerJoin('organisation_proposal', join =>
      join
        .onRef('organisation_proposal.id', '=', 'proposed_person.proposal_id')
        .onRef('organisation_proposal.municipality_id', '=', 'proposed_person.municipality_id'),
    )
    .innerJoin('ask', join =>
      join.onRef('ask.id', '=', 'organisation_proposal.ask_id').onRef('ask.municipality_id', '=', 'organisation_proposal.municipality_id'),
    )
    .innerJoin('organisation', join =>
      join.onRef('organisation.id', '=', 'ask.organisation_id').onRef('organisation.municipality_id', '=', 'ask.municipality_id'),
    )
    .select(['organisation.name', 'proposed_person.shared_at'])
    .where('proposed_person.candidate_id', '=', candidateId)
    .execute()
  return rows.map(row => ({ organisation: row.name, shared: row.shared_at !== null }))
}
/** The person lets the organisations that proposed them see how it goes, or no longer. */
export async function setShared(tx: Tx, candidateId: string, shared: boolean): Promise<void> {
  await mine(tx)
    .updateTable('proposed_person')
    .set({ shared_at: shared ? tx.now : null })
    .where('candidate_id', '=', candidateId)
    .execute()
}
/** Two candidates were found to be one: what was proposed is now the one that is kept. */
export async function moveProposed(tx: Tx, keep: string, drop: string): Promise<void> {
  await mine(tx).updateTable('proposed_person').set({ candidate_id: keep }).where('candidate_id', '=', drop).execute()
}
