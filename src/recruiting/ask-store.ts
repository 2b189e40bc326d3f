// The only SQL on asks: who was asked for which council, by whom and when, and the links on which organisations answer.
import type { Tx } from '../platform/db/act.ts'
import { uuid7 } from '../platform/ids.ts'
import { newThing } from '../platform/journal.ts'
import { actorOf, type Principal } from '../platform/principal.ts'
import { type AskState, type How, type StepVerb, stateOf } from './ask.ts'
import { mine } from './organisation-store.ts'

interface Step {
  readonly step: StepVerb
  readonly how: How | null
  readonly at: Date
  readonly by: string
}
export interface Ask {
  readonly id: string
  readonly organisationId: string
  readonly council: string
  /** The oldest first. */
  readonly steps: readonly Step[]
  readonly state: AskState
}

/** The ask of this organisation for this council, made when there is none, and held until the transaction ends. */
export async function holdAsk(tx: Tx, organisationId: string, council: string): Promise<Ask> {
  const known = await heldAsk(tx, organisationId, council)
  if (known) return known
  const id = await newThing(tx, 'ask')
  await mine(tx)
    .insertInto('ask')
    .values({ municipality_id: tx.municipalityId, id, organisation_id: organisationId, council, opened_at: tx.now })
    .onConflict(conflict => conflict.columns(['municipality_id', 'organisation_id', 'council']).doNothing())
    .execute()
  return (await heldAsk(tx, organisationId, council))!
}
async function heldAsk(tx: Tx, organisationId: string, council: string): Promise<Ask | null> {
  const row = await mine(tx)
    .selectFrom('ask')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('council', '=', council)
    .forUpdate()
    .executeTakeFirst()
  return row ? ((await asksOf(tx, { ids: [row.id] }))[0] ?? null) : null
}

export interface AskFilter {
  readonly ids?: readonly string[]
  readonly council?: string
  readonly organisationId?: string
}
/** Asks with their steps. Two statements. */
export async function asksOf(tx: Tx, filter: AskFilter): Promise<Ask[]> {
  if (filter.ids?.length === 0) return []
  let query = mine(tx).selectFrom('ask').selectAll()
  if (filter.ids) query = query.where('id', 'in', [...filter.ids])
  if (filter.council) query = query.where('council', '=', filter.council)
  if (filter.organisationId) query = query.where('organisation_id', '=', filter.organisationId)
  const rows = await query.orderBy('id').execute()
  if (rows.length === 0) return []
  const steps = new Map<string, Step[]>()
  for (const one of await mine(tx)
    .selectFrom('ask_step')
    .selectAll()
    .where(
      'ask_id',
      'in',
      rows.map(row => row.id),
    )
    .orderBy('at')
    .orderBy('id')
    .execute())
    steps.set(one.ask_id, [...(steps.get(one.ask_id) ?? []), { step: one.step, how: one.how, at: one.at, by: one.by_actor }])
  return rows.map(row => {
    const own = steps.get(row.id) ?? []
    return { id: row.id, organisationId: row.organisation_id, council: row.council, steps: own, state: stateOf(own) }
  })
}

export async function writeStep(tx: Tx, who: Principal, askId: string, step: StepVerb, how: How | null): Promise<void> {
  await mine(tx)
    .insertInto('ask_step')
    .values({ municipality_id: tx.municipalityId, id: uuid7(tx.now), ask_id: askId, step, how, at: tx.now, by_actor: actorOf(who) })
    .execute()
}

export async function insertAskLink(tx: Tx, askId: string, tokenHash: Buffer, expiresAt: Date): Promise<void> {
  await mine(tx)
    .insertInto('ask_link')
    .values({ municipality_id: tx.municipalityId, token_hash: tokenHash, ask_id: askId, created_at: tx.now, expires_at: expiresAt })
    .execute()
}
/** The ask a link leads to, while it works and the organisation is in the register. */
export async function askOfLink(tx: Tx, tokenHash: Buffer): Promise<string | null> {
  const row = await mine(tx)
    .selectFrom('ask_link')
    .innerJoin('ask', join => join.onRef('ask.id', '=', 'ask_link.ask_id').onRef('ask.municipality_id', '=', 'ask_link.municipality_id'))
    .innerJoin('organisation', join =>
      join.onRef('organisation.id', '=', 'ask.organisation_id').onRef('organisation.municipality_id', '=', 'ask.municipality_id'),
    )
    .select('ask_link.ask_id')
    .where('ask_link.token_hash', '=', tokenHash)
    .where('ask_link.expires_at', '>', tx.now)
    .where('organisation.retired_at', 'is', null)
    .executeTakeFirst()
  return row?.ask_id ?? null
}
