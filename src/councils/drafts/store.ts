// The only SQL on drafts of charters and on what was asked about them.
import type { Tx } from '../../platform/db/act.ts'
import { newThing } from '../../platform/journal.ts'
import { actorOf, type Principal } from '../../platform/principal.ts'
import type { Person } from '../charters/index.ts'
import type { CouncilsTables } from '../tables.ts'
import type { Founding } from './founding.ts'
import type { DraftsTables, TrialEnd, TrialOperation } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<DraftsTables & CouncilsTables>()

export interface Draft {
  readonly id: string
  readonly council: string
  readonly basedOn: number | null
  readonly founding: Founding | null
  /** As it was written: the engine's own document. */
  readonly document: Record<string, unknown>
  readonly revision: number
  readonly pool: readonly Person[]
  readonly openedAt: Date
  readonly changedAt: Date
  readonly changedBy: string
  readonly settledAt: Date | null
  readonly outcome: 'adopted' | 'dropped' | null
  readonly version: number | null
}

const columns = [
  'id',
  'council',
  'based_on as basedOn',
  'founding',
  'document',
  'revision',
  'pool',
  'opened_at as openedAt',
  'changed_at as changedAt',
  'changed_by as changedBy',
  'settled_at as settledAt',
  'outcome',
  'version',
] as const

/** The open draft of a council, or null. `lock` holds it until the transaction ends, so that two people change it one after the other. */
export async function openDraftOf(tx: Tx, council: string, lock = false): Promise<Draft | null> {
  const query = mine(tx).selectFrom('charter_draft').select(columns).where('council', '=', council).where('settled_at', 'is', null)
  return ((await (lock ? query.forUpdate() : query).executeTakeFirst()) as Draft | undefined) ?? null
}

/** All open drafts, the oldest first. */
export async function openDrafts(tx: Tx): Promise<Draft[]> {
  return (await mine(tx)
    .selectFrom('charter_draft')
    .select(columns)
    .where('settled_at', 'is', null)
    .orderBy('opened_at')
    .execute()) as Draft[]
}

/** Begins a draft; null when the council has an open one already. */
export async function writeDraft(
  tx: Tx,
  who: Principal,
  one: { council: string; basedOn: number | null; founding: Founding | null; document: unknown },
): Promise<string | null> {
  const id = await newThing(tx, 'charter_draft')
  const written = await mine(tx)
    .insertInto('charter_draft')
    .values({
      municipality_id: tx.municipalityId,
      id,
      council: one.council,
      based_on: one.basedOn,
      founding: one.founding ? JSON.stringify(one.founding) : null,
      document: JSON.stringify(one.document),
      revision: 0,
      pool: '[]',
      opened_at: tx.now,
      opened_by: actorOf(who),
      changed_at: tx.now,
      changed_by: actorOf(who),
    })
    .onConflict(conflict => conflict.columns(['municipality_id', 'council']).where('settled_at', 'is', null).doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n ? id : null
}

/** Writes a changed document and counts the change. */
export async function writeDocument(tx: Tx, who: Principal, id: string, document: unknown): Promise<void> {
  await mine(tx)
    .updateTable('charter_draft')
    .set(eb => ({ document: JSON.stringify(document), revision: eb('revision', '+', 1), changed_at: tx.now, changed_by: actorOf(who) }))
    .where('id', '=', id)
    .execute()
}

/** The invented people a draft is tried on. */
export async function writePool(tx: Tx, id: string, pool: readonly Person[]): Promise<void> {
  await mine(tx)
    .updateTable('charter_draft')
    .set({ pool: JSON.stringify(pool) })
    .where('id', '=', id)
    .execute()
}

/** Ends a draft; its invented people go with it. */
export async function settleDraft(
  tx: Tx,
  who: Principal,
  id: string,
  outcome: 'adopted' | 'dropped',
  version: number | null,
): Promise<void> {
  await mine(tx)
    .updateTable('charter_draft')
    .set({ settled_at: tx.now, settled_by: actorOf(who), outcome, version, pool: '[]' })
    .where('id', '=', id)
    .execute()
}

/** Counts the new charter on the council's own row, which a decision under way holds on to. */
export async function countCharter(tx: Tx, council: string): Promise<void> {
  await mine(tx)
    .updateTable('council')
    .set(eb => ({ charter_count: eb('charter_count', '+', 1) }))
    .where('slug', '=', council)
    .execute()
}

export interface Trial {
  readonly id: string
  readonly draftId: string
  readonly revision: number
  readonly operation: TrialOperation
  readonly askedAt: Date
  readonly step: string | null
  readonly endedAt: Date | null
  readonly endedHow: TrialEnd | null
  readonly answer: unknown
}
const trialColumns = [
  'id',
  'draft_id as draftId',
  'revision',
  'operation',
  'asked_at as askedAt',
  'step',
  'ended_at as endedAt',
  'ended_how as endedHow',
  'answer',
] as const

/** What was asked about a draft, the newest first. */
export async function trialsOf(tx: Tx, draft: string): Promise<Trial[]> {
  return await mine(tx)
    .selectFrom('charter_trial')
    .select(trialColumns)
    .where('draft_id', '=', draft)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
}

export async function trialOf(tx: Tx, id: string): Promise<Trial | null> {
  return (await mine(tx).selectFrom('charter_trial').select(trialColumns).where('id', '=', id).executeTakeFirst()) ?? null
}

/** Writes down that something is asked. */
export async function writeTrial(
  tx: Tx,
  who: Principal,
  one: { id: string; draft: string; revision: number; operation: TrialOperation },
): Promise<void> {
  await mine(tx)
    .insertInto('charter_trial')
    .values({
      municipality_id: tx.municipalityId,
      id: one.id,
      draft_id: one.draft,
      revision: one.revision,
      operation: one.operation,
      asked_at: tx.now,
      asked_by: actorOf(who),
    })
    .execute()
}

/** Writes how far it is, while it goes on. */
export async function writeStep(tx: Tx, id: string, step: string): Promise<void> {
  await mine(tx).updateTable('charter_trial').set({ step }).where('id', '=', id).where('ended_at', 'is', null).execute()
}

/** Ends it once; false when it had ended. */
export async function endTrial(tx: Tx, id: string, how: TrialEnd, answer: unknown): Promise<boolean> {
  const done = await mine(tx)
    .updateTable('charter_trial')
    .set({ ended_at: tx.now, ended_how: how, answer: answer === null ? null : JSON.stringify(answer) })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
