// The only SQL on decisions: what the public may read of them, and what stays with the staff.
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { newThing } from '../platform/journal.ts'
import { actorOf, type Principal } from '../platform/principal.ts'
import { mine, type OnSeat, type Slate } from './read-slate.ts'
import type { StoredVerdict } from './verdict.ts'

export interface Note {
  readonly atom: string
  readonly strength: 'must' | 'should'
  readonly state: 'broken' | 'open'
  /** The rule's own sentence. */
  readonly sentence: string
  readonly reason: string | null
}
export interface Decision {
  readonly id: string
  readonly council: string
  readonly body: string
  readonly decidedOn: LocalDate
  readonly minuteRef: string
  readonly charterVersion: number
  readonly notes: readonly Note[]
}

/** Writes down what a body decided. A slate is decided once: the store itself refuses a second time. */
export async function writeDecision(
  tx: Tx,
  who: Principal,
  slate: Slate,
  one: {
    decidedOn: LocalDate
    minuteRef: string
    engineVersion: string
    verdict: StoredVerdict
    notes: readonly Note[]
    seats: readonly OnSeat[]
  },
): Promise<string> {
  const id = await newThing(tx, 'decision')
  const home = { municipality_id: tx.municipalityId }
  await mine(tx)
    .insertInto('decision')
    .values({
      ...home,
      id,
      slate_id: slate.id,
      council: slate.council,
      body: slate.body,
      decided_on: one.decidedOn,
      minute_ref: one.minuteRef,
      charter_version: slate.charterVersion,
      recorded_at: tx.now,
    })
    .execute()
  await mine(tx)
    .insertInto('decision_record')
    .values({
      ...home,
      decision_id: id,
      engine_version: one.engineVersion,
      verdict: JSON.stringify(one.verdict),
      seats: JSON.stringify(one.seats),
      recorded_by: actorOf(who),
    })
    .execute()
  for (const [position, note] of one.notes.entries())
    await mine(tx)
      .insertInto('decision_note')
      .values({ ...home, decision_id: id, position, ...note })
      .execute()
  return id
}

/** The decisions about a council that the public may read, the newest first. Two statements. */
export async function decisionsOf(tx: Tx, council: string): Promise<Decision[]> {
  const rows = await mine(tx)
    .selectFrom('decision')
    .selectAll()
    .where('council', '=', council)
    .orderBy('decided_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  if (rows.length === 0) return []
  const notes = await mine(tx)
    .selectFrom('decision_note')
    .selectAll()
    .where(
      'decision_id',
      'in',
      rows.map(row => row.id),
    )
    .orderBy('position')
    .execute()
  return rows.map(row => ({
    id: row.id,
    council: row.council,
    body: row.body,
    decidedOn: row.decided_on,
    minuteRef: row.minute_ref,
    charterVersion: row.charter_version,
    notes: notes
      .filter(note => note.decision_id === row.id)
      .map(({ atom, strength, state, sentence, reason }) => ({ atom, strength, state, sentence, reason })),
  }))
}

/** What was published with one decision, in the charter's order. */
export async function notesOfDecision(tx: Tx, decisionId: string): Promise<Note[]> {
  return await mine(tx)
    .selectFrom('decision_note')
    .select(['atom', 'strength', 'state', 'sentence', 'reason'])
    .where('decision_id', '=', decisionId)
    .orderBy('position')
    .execute()
}

/** One line of a council's decisions as its public page shows them: a decision, and one rule it departs from, if it does. */
export interface PublicLine {
  readonly id: string
  readonly body: string
  readonly decided_on: LocalDate
  readonly minute_ref: string
  readonly strength: 'must' | 'should' | null
  readonly sentence: string | null
  readonly reason: string | null
}
/** The decisions on a council with what each departs from, the newest first, as a query: the council's page asks it with its own. */
export const publicLines = (tx: Tx, council: string) =>
  mine(tx)
    .selectFrom('decision')
    .leftJoin('decision_note', join =>
      join
        .onRef('decision_note.municipality_id', '=', 'decision.municipality_id')
        .onRef('decision_note.decision_id', '=', 'decision.id')
        .on('decision_note.state', '=', 'broken'),
    )
    .select(['decision.id', 'body', 'decided_on', 'minute_ref', 'strength', 'sentence', 'reason'])
    .where('council', '=', council)
    .orderBy('decided_on', 'desc')
    .orderBy('decision.id', 'desc')
    .orderBy('position')

/** A decision as it was judged and recorded; for the staff. */
export async function decisionRecord(
  tx: Tx,
  id: string,
): Promise<{ verdict: StoredVerdict; engineVersion: string; seats: readonly OnSeat[] } | null> {
  const row = await mine(tx).selectFrom('decision_record').selectAll().where('decision_id', '=', id).executeTakeFirst()
  return row ? { verdict: row.verdict, engineVersion: row.engine_version, seats: row.seats } : null
}

/** Which slate each of these decisions decided. */
export async function decidedSlates(tx: Tx, ids: readonly string[]): Promise<{ decision: string; slate: string; body: string }[]> {
  if (ids.length === 0) return []
  return await mine(tx)
    .selectFrom('decision')
    .select(['id as decision', 'slate_id as slate', 'body'])
    .where('id', 'in', [...ids])
    .execute()
}

/** Which slate each of these advisers stands on. */
export async function adviserSlates(tx: Tx, ids: readonly string[]): Promise<{ person: string; slate: string; name: string }[]> {
  if (ids.length === 0) return []
  return await mine(tx)
    .selectFrom('slate_person')
    .select(['id as person', 'slate_id as slate', 'name'])
    .where('id', 'in', [...ids])
    .execute()
}
