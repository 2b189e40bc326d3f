// The SQL that finds candidates for whom time has run: suggested and silent, or ended long ago.
import { sql } from 'kysely'
import { addDays, atLocal, type LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { asking } from './nomination.ts'
import type { KeptFor } from './retention.ts'
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

export interface EndedCandidate {
  readonly id: string
  readonly warned_at: Date | null
  readonly kept_on: LocalDate | null
}
/**
 * Candidates about whom there may be something to announce or erase on the day, the longest ended first: everything is answered, no seat
 * hangs on it, and the period less the warning is over. Whoever was told and still has time is not among them, so that they hold nobody up.
 */
export async function endedCandidates(
  tx: Tx,
  today: LocalDate,
  most: number,
  { reserve, others }: { readonly reserve: KeptFor; readonly others: KeptFor },
): Promise<EndedCandidate[]> {
  const days = sql`case when n.state = 'reserve' then ${reserve.keepDays}::int else ${others.keepDays}::int end`
  const { rows } = await sql<EndedCandidate>`
    select c.id, c.warned_at, c.kept_on::text
    from candidate c join nomination n on n.municipality_id = c.municipality_id and n.candidate_id = c.id
    where c.warned_at is null or c.warned_at < ${atLocal(addDays(today, 1 - Math.min(reserve.warnDays, others.warnDays)), '00:00')}
    group by c.municipality_id, c.id
    having bool_and(n.closed_on is not null and n.state <> 'appointed' and (n.answered_at is not null or n.state = 'withdrawn'))
      and bool_and(${days} is not null)
      and max(greatest(n.closed_on, c.kept_on) + ${days}) - ${Math.max(reserve.warnDays, others.warnDays)}::int <= ${today}::date
    order by max(n.closed_on), c.id limit ${most}`.execute(tx.db)
  return rows
}
