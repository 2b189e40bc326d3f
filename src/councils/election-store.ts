// The only SQL on elections and who stood in them.
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { newThing } from '../platform/journal.ts'
import { actorOf, type Principal } from '../platform/principal.ts'
import type { ElectionKind, ElectionOutcome, Placed } from './election.ts'
import type { CouncilsTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<CouncilsTables>()

export interface NewElection {
  readonly council: string
  readonly group: string
  readonly kind: ElectionKind
  readonly outcome: ElectionOutcome
  readonly heldOn: LocalDate
  /** The first day of those elected; needed when the vote is binding. */
  readonly seatsFrom: LocalDate | null
  readonly seats: number
  readonly votesCast: number | null
  readonly body: string
  readonly minuteRef: string | null
  /** Why it was cancelled. */
  readonly reason: string | null
  readonly seed: string | null
}
export type Stood = Placed & { readonly memberId: string | null }
export interface Election extends NewElection {
  readonly id: string
  readonly recordedAt: Date
  /** In the order of the result. */
  readonly stood: readonly Stood[]
}

/** Writes an election with who stood. Returns its id. */
export async function writeElection(tx: Tx, who: Principal, one: NewElection, stood: readonly Stood[], id: string): Promise<void> {
  await mine(tx)
    .insertInto('election')
    .values({
      municipality_id: tx.municipalityId,
      id,
      council: one.council,
      seat_group: one.group,
      kind: one.kind,
      outcome: one.outcome,
      held_on: one.heldOn,
      seats_from: one.seatsFrom,
      seats: one.seats,
      votes_cast: one.votesCast,
      body: one.body,
      minute_ref: one.minuteRef,
      reason: one.reason,
      seed: one.seed,
      recorded_at: tx.now,
      recorded_by: actorOf(who),
    })
    .execute()
  if (stood.length === 0) return
  await mine(tx)
    .insertInto('election_candidate')
    .values(
      stood.map(({ name, votes, elected, byLot, memberId }, at) => ({
        municipality_id: tx.municipalityId,
        election_id: id,
        position: at + 1,
        name,
        votes,
        elected,
        by_lot: byLot,
        member_id: memberId,
      })),
    )
    .execute()
}

/** A new election's thing. */
export const newElection = (tx: Tx): Promise<string> => newThing(tx, 'election')

/** The elections of a council, the latest first. Two statements. */
export async function electionsOf(tx: Tx, council: string): Promise<Election[]> {
  const rows = await mine(tx)
    .selectFrom('election')
    .selectAll()
    .where('council', '=', council)
    .orderBy('held_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute()
  if (rows.length === 0) return []
  const stood = await mine(tx)
    .selectFrom('election_candidate')
    .selectAll()
    .where(
      'election_id',
      'in',
      rows.map(row => row.id),
    )
    .orderBy('position')
    .execute()
  return rows.map(row => ({
    id: row.id,
    council: row.council,
    group: row.seat_group,
    kind: row.kind,
    outcome: row.outcome,
    heldOn: row.held_on,
    seatsFrom: row.seats_from,
    seats: row.seats,
    votesCast: row.votes_cast,
    body: row.body,
    minuteRef: row.minute_ref,
    reason: row.reason,
    seed: row.seed,
    recordedAt: row.recorded_at,
    stood: stood
      .filter(one => one.election_id === row.id)
      .map(one => ({ name: one.name, votes: one.votes, elected: one.elected, byLot: one.by_lot, memberId: one.member_id })),
  }))
}
