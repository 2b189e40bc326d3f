// Keeps what is owed about a nomination in step with its state: one open promise with an owner and a day, until the final answer.
import { closingDays, openDues, owe, settle } from '../people/index.ts'
import { addDays, type LocalDate, localDate, workingDays } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { owedKinds, owedNow } from './nomination.ts'
import { groundOf, type Promises } from './open-councils.ts'
import { ownerFor } from './owner.ts'
import { candidateRow, type NominationRow } from './read-store.ts'
import { unansweredOn } from './retention.ts'

/** Working days until the next step when nobody names a day, and days until a reserve is asked again. */
const usual = { next: 20, reserveDays: 365 } as const

export type Stands = Pick<NominationRow, 'id' | 'candidate_id' | 'council' | 'state' | 'contacted_at' | 'answered_at'>
export interface Day {
  /** The day somebody named; the usual one otherwise. A promise that is open keeps its day unless a new one is named. */
  readonly on?: LocalDate | undefined
  /** Settled with this word, when the promise that was open has been kept. */
  readonly kept?: string
}

/** Settles what is no longer owed and owes what is. `kept` settles and owes anew even when the kind stays the same. */
export async function keepInStep(tx: Tx, who: Principal, now: Stands, { on, kept }: Day = {}): Promise<void> {
  const wanted = owedNow({ state: now.state, contacted: now.contacted_at !== null, answered: now.answered_at !== null })
  const open = await openDues(tx, { abouts: [now.id], kinds: owedKinds })
  for (const due of open)
    if (due.kind !== wanted || kept !== undefined || on !== undefined) await settle(tx, who, now.id, due.kind, kept ?? now.state)
  if (wanted === null) return
  if (open.some(due => due.kind === wanted) && kept === undefined && on === undefined) return
  const { promises, all } = await groundOf(tx)
  const owner = await ownerFor(tx, all.find(one => one.slug === now.council)?.contact)
  const today = localDate(tx.now)
  const held = open[0]
  await owe(tx, who, {
    kind: wanted,
    about: now.id,
    owner: held?.ownerId ?? owner.personId,
    office: held?.office ?? owner.office,
    receivedOn: today,
    ...(on !== undefined ? { dueOn: on } : await usualDay(tx, wanted, now, promises, today)),
    rule: { id: 'A37', force: 'promise', ...(promises.contactQuote ? { quote: promises.contactQuote } : {}) },
  })
}

async function usualDay(
  tx: Tx,
  wanted: NonNullable<ReturnType<typeof owedNow>>,
  now: Stands,
  promises: Promises,
  today: LocalDate,
): Promise<{ workingDays: number } | { dueOn: LocalDate }> {
  if (wanted === 'nomination.ask') {
    // Asked late, the person has what is left of the time.
    const row = await candidateRow(tx, now.candidate_id)
    const on = unansweredOn(row ? localDate(row.created_at) : today, promises)
    return { dueOn: on > today ? on : today }
  }
  if (wanted === 'nomination.contact') return { workingDays: promises.contact }
  if (wanted === 'nomination.answer') return { workingDays: promises.answer }
  if (now.state !== 'reserve') return { workingDays: usual.next }
  // A reserve is asked again after a year, on a day somebody is at work.
  const calendar = workingDays(await closingDays(tx))
  return { dueOn: calendar.deadline(addDays(today, usual.reserveDays), 1).date }
}
