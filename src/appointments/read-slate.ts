// The SQL that reads slates, and what a slate is when it is read.
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { type SlateState, stateOf } from './slate.ts'
import type { AppointmentsTables, Closing, NamedRole } from './tables.ts'
import type { StoredVerdict } from './verdict.ts'

export const mine = (tx: Tx) => tx.db.withTables<AppointmentsTables>()

export interface OnSeat {
  readonly person: string
  readonly group: string
  readonly seat: number
}
interface Proposal {
  readonly at: Date
  readonly revision: number
  readonly charterVersion: number
  readonly verdict: StoredVerdict
}
export interface NamedPerson {
  readonly id: string
  readonly name: string
  readonly role: NamedRole
  readonly need: string | null
  readonly until: LocalDate | null
  /** The kinds of knowledge they bring, as the council calls them. */
  readonly covers: readonly string[]
}
export interface Slate {
  readonly id: string
  readonly council: string
  readonly body: string
  readonly number: number
  readonly startsOn: LocalDate
  readonly charterVersion: number
  readonly revision: number
  readonly openedAt: Date
  readonly state: SlateState
  readonly closedWhy: Closing | null
  readonly seats: readonly OnSeat[]
  readonly named: readonly NamedPerson[]
  /** Atom to the reason that will be published. */
  readonly deviations: ReadonlyMap<string, string>
  readonly proposal: Proposal | null
  readonly decisionId: string | null
}

/** The slate with everything on it, or null. `lock` holds it until the transaction ends, so that two people change it one after the other. */
export async function findSlate(tx: Tx, id: string, lock = false): Promise<Slate | null> {
  const query = mine(tx).selectFrom('slate').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return null
  const seats = await mine(tx)
    .selectFrom('slate_seat')
    .select(['person_id as person', 'seat_group as group', 'seat'])
    .where('slate_id', '=', id)
    .orderBy('seat_group')
    .orderBy('seat')
    .execute()
  const named = await mine(tx)
    .selectFrom('slate_person')
    .select(['id', 'name', 'role', 'need', 'until', 'covers'])
    .where('slate_id', '=', id)
    .execute()
  const deviations = await mine(tx).selectFrom('slate_deviation').select(['atom', 'reason']).where('slate_id', '=', id).execute()
  const proposal = await mine(tx)
    .selectFrom('proposal')
    .selectAll()
    .where('slate_id', '=', id)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  const decision = await mine(tx).selectFrom('decision').select('id').where('slate_id', '=', id).executeTakeFirst()
  return {
    id: row.id,
    council: row.council,
    body: row.body,
    number: row.number,
    startsOn: row.starts_on,
    charterVersion: row.charter_version,
    revision: row.revision,
    openedAt: row.opened_at,
    state: stateOf({ decided: decision !== undefined, closed: row.closed_at !== null, proposed: proposal !== undefined }),
    closedWhy: row.closed_why,
    seats,
    named,
    deviations: new Map(deviations.map(one => [one.atom, one.reason])),
    proposal: proposal
      ? { at: proposal.proposed_at, revision: proposal.revision, charterVersion: proposal.charter_version, verdict: proposal.verdict }
      : null,
    decisionId: decision?.id ?? null,
  }
}

export interface SlateLine {
  readonly id: string
  readonly council: string
  readonly body: string
  readonly number: number
  readonly startsOn: LocalDate
  readonly openedAt: Date
  readonly placed: number
  readonly state: SlateState
  readonly decidedOn: LocalDate | null
}
/** Slates of all councils (of one, when named), the newest first. */
export async function slateLines(tx: Tx, council?: string): Promise<SlateLine[]> {
  let query = mine(tx)
    .selectFrom('slate')
    .leftJoin('decision', 'decision.slate_id', 'slate.id')
    .leftJoin('proposal', join => join.onRef('proposal.slate_id', '=', 'slate.id').on('proposal.taken_back_at', 'is', null))
    .select(eb => [
      'slate.id',
      'slate.council',
      'slate.body',
      'slate.number',
      'slate.starts_on as startsOn',
      'slate.opened_at as openedAt',
      'slate.closed_at as closedAt',
      'decision.decided_on as decidedOn',
      'proposal.id as proposalId',
      eb
        .selectFrom('slate_seat')
        .select(eb2 => eb2.fn.countAll<number>().as('count'))
        .whereRef('slate_seat.slate_id', '=', 'slate.id')
        .as('placed'),
    ])
    .orderBy('slate.opened_at', 'desc')
    .orderBy('slate.id', 'desc')
    .limit(200)
  if (council) query = query.where('slate.council', '=', council)
  return (await query.execute()).map(({ closedAt, proposalId, ...row }) => ({
    ...row,
    placed: row.placed ?? 0,
    state: stateOf({ decided: row.decidedOn !== null, closed: closedAt !== null, proposed: proposalId !== null }),
  }))
}

/** Whether somebody has a seat on a slate that is not closed. */
export async function isOnSlate(tx: Tx, person: string): Promise<boolean> {
  const found = await mine(tx)
    .selectFrom('slate_seat')
    .innerJoin('slate', join =>
      join.onRef('slate.id', '=', 'slate_seat.slate_id').onRef('slate.municipality_id', '=', 'slate_seat.municipality_id'),
    )
    .select('slate.id')
    .where('slate_seat.person_id', '=', person)
    .where('slate.closed_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}
