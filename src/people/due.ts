// What is owed: every clock of the house is a row here, with an owner, a date, the rule it comes from and how the date was found.
import type { Insertable } from 'kysely'
import { itemsOfKind } from '../municipalities/index.ts'
import { type Calculation, type Deadline, type LocalDate, workingDays } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { inserting } from '../platform/db/held.ts'
import { anyOf } from '../platform/db/wanted.ts'
import { uuid7 } from '../platform/ids.ts'
import { actorOf, type Principal, type Role } from '../platform/principal.ts'
import { defaultOwner } from './owner.ts'
import type { PeopleTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<PeopleTables>()

/** The rule something is due by. `id` names it (`A37`); `quote` is its sentence; `force` is a promise unless told. */
export interface Rule {
  readonly id: string
  readonly quote?: string
  readonly source?: string
  readonly force?: 'must' | 'should' | 'promise' | 'deadline'
}
/** Offices of the house that owe when no human is known, and the role that answers for each; `drift` runs the site. */
export const offices = {
  drift: 'operator',
  sekretariat: 'secretary',
  'politisk-sekretariat': 'politicalSecretariat',
  forvaltning: 'administration',
  databeskyttelse: 'auditor',
} as const satisfies Record<string, Role>
export type Office = keyof typeof offices

export interface Owed {
  /** What is owed, in the domain's words: `nomination.contact`. A thing owes each kind once at a time. */
  readonly kind: string
  readonly about: string
  /** The human who owes it; null leaves it with `office`, or with whoever `defaultOwner` names. */
  readonly owner: string | null
  readonly office?: Office | null
  readonly receivedOn: LocalDate
  /** Working days from the day after receipt; or the day itself in `dueOn`. Exactly one of the two. */
  readonly workingDays?: number
  readonly dueOn?: LocalDate
  readonly rule: Rule
  /** Id of the thing or event this came of. */
  readonly becauseOf?: string
}
/** How a date was found; null when the day was given. */
export type DueCalculation = (Calculation & { readonly workingDays: number }) | null

export interface Due {
  readonly id: string
  readonly kind: string
  readonly about: string
  readonly ownerId: string | null
  readonly office: Office | null
  readonly receivedOn: LocalDate
  readonly dueOn: LocalDate
  readonly rule: Rule
  readonly calculation: DueCalculation
  readonly escalatedToDeputyAt: Date | null
  readonly deputyId: string | null
  readonly escalatedToLeaderAt: Date | null
  readonly leaderId: string | null
}

/** The closing days of this municipality; read once per transaction. */
export async function closingDays(tx: Tx): Promise<readonly LocalDate[]> {
  const known = tx.memo.get('closing days') as readonly LocalDate[] | undefined
  if (known) return known
  const facts = (await itemsOfKind(tx, 'municipality'))[0]
  const days = (facts?.closingDays ?? []).map(day => day.on as LocalDate)
  tx.memo.set('closing days', days)
  return days
}

/** A date so many of the municipality's working days after receipt, with how it was found. Most who ask on one day ask the same. */
export async function deadlineAfter(tx: Tx, receivedOn: LocalDate, days: number): Promise<Deadline> {
  return await tx.recall(`deadline ${receivedOn} ${days}`, async fresh => workingDays(await closingDays(fresh)).deadline(receivedOn, days))
}

/**
 * Writes down that something is owed, by whom and by when. Owing the same kind about the same thing again, while it is open, changes
 * nothing: a promise is not moved by being given twice. Returns the date that holds.
 * @throws RangeError unless exactly one of `workingDays` (1 to 1000) and `dueOn` is given
 */
export async function owe(tx: Tx, _who: Principal, owed: Owed): Promise<{ dueOn: LocalDate; calculation: DueCalculation }> {
  const found = await rowOf(tx, owed)
  const written = await mine(tx)
    .insertInto('due')
    .values(found.row)
    .onConflict(conflict => conflict.columns(['municipality_id', 'about', 'kind']).where('settled_at', 'is', null).doNothing())
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows === 1n) return { dueOn: found.dueOn, calculation: found.calculation }
  const [open] = await openDues(tx, { abouts: [owed.about], kinds: [owed.kind] })
  return { dueOn: open!.dueOn, calculation: open!.calculation }
}
/** As `owe`, about a thing that is new in this transaction and owes nothing yet: there is nothing to ask, so the write is held. */
export async function oweNew(tx: Tx, _who: Principal, owed: Owed): Promise<void> {
  tx.hold(inserting('due', [(await rowOf(tx, owed)).row]))
}

async function rowOf(tx: Tx, owed: Owed) {
  const { dueOn, calculation } = await dateOf(tx, owed)
  const owner = owed.owner || owed.office ? { personId: owed.owner, office: owed.office ?? null } : await defaultOwner(tx)
  const row: Insertable<PeopleTables['due']> = {
    municipality_id: tx.municipalityId,
    id: uuid7(tx.now),
    kind: owed.kind,
    about: owed.about,
    owner_id: owner.personId,
    owner_office: owner.office,
    received_on: owed.receivedOn,
    due_on: dueOn,
    rule: JSON.stringify(owed.rule),
    calculation: calculation ? JSON.stringify(calculation) : null,
    because_of: owed.becauseOf ?? null,
    created_at: tx.now,
  }
  return { dueOn, calculation, row }
}

async function dateOf(tx: Tx, owed: Owed): Promise<{ dueOn: LocalDate; calculation: DueCalculation }> {
  if ((owed.workingDays === undefined) === (owed.dueOn === undefined)) throw new RangeError('give working days or a day, not both')
  if (owed.dueOn !== undefined) return { dueOn: owed.dueOn, calculation: null }
  const { date, calculation } = await deadlineAfter(tx, owed.receivedOn, owed.workingDays!)
  return { dueOn: date, calculation: { ...calculation, workingDays: owed.workingDays! } }
}

/** Marks what was owed as done. `how` is a short code (`contacted`), never somebody's words. False when nothing of the kind was open. */
export async function settle(tx: Tx, who: Principal, about: string, kind: string, how: string): Promise<boolean> {
  return (await close(tx, who, how, about, kind)) > 0
}
/** Marks everything a thing owes as done, because the thing is closed or erased. Returns how many. */
export async function settleAll(tx: Tx, who: Principal, about: string, how: string): Promise<number> {
  return await close(tx, who, how, about)
}
async function close(tx: Tx, who: Principal, how: string, about: string, kind?: string): Promise<number> {
  let query = mine(tx)
    .updateTable('due')
    .set({ settled_at: tx.now, settled_by: actorOf(who), settled_how: how })
    .where('about', '=', about)
    .where('settled_at', 'is', null)
  if (kind) query = query.where('kind', '=', kind)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

/** Gives what a thing owes (one kind, or all) to another human; null leaves it with the secretariat, when no human may have it. */
export async function handOver(tx: Tx, about: string, to: string | null, kind?: string): Promise<void> {
  let query = mine(tx)
    .updateTable('due')
    .set({
      owner_id: to,
      owner_office: to ? null : 'sekretariat',
      escalated_to_deputy_at: null,
      deputy_id: null,
      escalated_to_leader_at: null,
      leader_id: null,
    })
    .where('about', '=', about)
    .where('settled_at', 'is', null)
  if (kind) query = query.where('kind', '=', kind)
  await query.execute()
}

/** Notes that something late was passed on. Without a leader the office that runs the site sees it too. */
export async function markEscalated(tx: Tx, id: string, to: 'deputy' | 'leader', personId: string | null): Promise<void> {
  const change =
    to === 'deputy'
      ? { escalated_to_deputy_at: tx.now, deputy_id: personId }
      : { escalated_to_leader_at: tx.now, leader_id: personId, ...(personId === null && { owner_office: 'drift' }) }
  await mine(tx).updateTable('due').set(change).where('id', '=', id).execute()
}

export interface DueFilter {
  readonly abouts?: readonly string[]
  readonly kinds?: readonly string[]
  /** Owned by, or passed on to, one of these people … */
  readonly owners?: readonly string[]
  /** … or owned by one of these offices. Without both, everybody's. */
  readonly offices?: readonly Office[]
  /** Due before this day. */
  readonly late?: LocalDate
  readonly limit?: number
}
/** What is owed and not settled, the earliest first. */
export async function openDues(tx: Tx, filter: DueFilter = {}): Promise<Due[]> {
  let query = mine(tx).selectFrom('due').selectAll().where('settled_at', 'is', null)
  if (filter.abouts) query = query.where('about', '=', anyOf(filter.abouts))
  if (filter.kinds) query = query.where('kind', 'in', [...filter.kinds])
  if (filter.owners || filter.offices)
    query = query.where(eb =>
      eb.or([
        ...(['owner_id', 'deputy_id', 'leader_id'] as const).map(column => eb(column, '=', anyOf(filter.owners ?? []))),
        eb('owner_office', 'in', ['', ...(filter.offices ?? [])]),
      ]),
    )
  if (filter.late) query = query.where('due_on', '<', filter.late)
  const rows = await query
    .orderBy('due_on')
    .orderBy('id')
    .limit(filter.limit ?? 500)
    .execute()
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    about: row.about,
    ownerId: row.owner_id,
    office: row.owner_office as Office | null,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    rule: row.rule as unknown as Rule,
    calculation: row.calculation as DueCalculation,
    escalatedToDeputyAt: row.escalated_to_deputy_at,
    deputyId: row.deputy_id,
    escalatedToLeaderAt: row.escalated_to_leader_at,
    leaderId: row.leader_id,
  }))
}
/** The next thing owed about a thing; null when nothing is. */
export async function dueOn(tx: Tx, about: string): Promise<Due | null> {
  return (await openDues(tx, { abouts: [about], limit: 1 }))[0] ?? null
}
