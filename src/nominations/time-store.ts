// The SQL that finds candidates for whom time has run: suggested and silent, or ended long ago.
import { sql } from 'kysely'
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { asking } from './nomination.ts'
import { mine } from './store.ts'

export interface Unanswered {
  readonly id: string
  readonly created_at: Date
  readonly reminded_at: Date | null
  /** Somebody here has asked them. */
  readonly asked: boolean
}

/** Those among the candidates whom somebody here has asked. */
export async function askedAmong(tx: Tx, candidateIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (candidateIds.length === 0) return new Set()
  const contacts = mine(tx).selectFrom('contact_made').select('candidate_id').distinct()
  const rows = await contacts
    .where('candidate_id', 'in', [...candidateIds])
    .where('result', 'in', asking)
    .execute()
  return new Set(rows.map(row => row.candidate_id))
}

/** Suggested before this moment and not answered, the oldest first. */
export async function unanswered(tx: Tx, before: Date, most: number): Promise<Unanswered[]> {
  return await mine(tx)
    .selectFrom('candidate as c')
    .select(eb => [
      'c.id',
      'c.created_at',
      'c.reminded_at',
      eb
        .exists(
          eb
            .selectFrom('contact_made as m')
            .select(sql`1`.as('one'))
            .whereRef('m.municipality_id', '=', 'c.municipality_id')
            .whereRef('m.candidate_id', '=', 'c.id')
            .where('m.result', 'in', asking),
        )
        .$castTo<boolean>()
        .as('asked'),
    ])
    .where('c.suggested', '=', true)
    .where('c.said_yes_at', 'is', null)
    .where('c.created_at', '<', before)
    .orderBy('c.created_at')
    .limit(most)
    .execute()
}

/** Candidates with nothing open whose last answer lies at least a month back, the oldest first. */
export async function endedCandidates(tx: Tx, today: LocalDate, most: number): Promise<{ id: string; warned_at: Date | null }[]> {
  const { rows } = await sql<{ id: string; warned_at: Date | null }>`
    select c.id, c.warned_at from candidate c
    join (
      select candidate_id, max(closed_on) as last from nomination
      group by candidate_id having bool_and(closed_on is not null) and max(closed_on) <= ${today}::date - 30
    ) n on n.candidate_id = c.id
    order by n.last, c.id limit ${most}`.execute(tx.db)
  return rows
}
