// One candidate with everything we have, opened for whoever may read it.
import { calledTo, openDues, withRoles } from '../people/index.ts'
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { type Happened, historyOf, pageOf, readersOf } from '../platform/journal.ts'
import type { Role } from '../platform/principal.ts'
import { opened } from '../platform/sealed.ts'
import { type Contact, contactsOf, type NoteRow, notesOf } from './contact-store.ts'
import { owedKinds } from './nomination.ts'
import { type CandidateRow, candidateRow, type NominationRow, nominationsOf, type TieRow, tiesOf } from './read-store.ts'
import { reasonPlace } from './reason-place.ts'
import { type ContactDetails, type Declared, openField, type Wishes } from './sealed-fields.ts'

export interface OneNomination {
  readonly row: NominationRow
  readonly reason: string | null
  /** The open promise: what, by which day, by whom (null: the office that runs the site). */
  readonly due: { readonly kind: string; readonly on: LocalDate; readonly owner: string | null } | null
}
export interface Candidate {
  readonly row: CandidateRow
  readonly contact: ContactDetails | null
  readonly wishes: Wishes | null
  readonly motivation: string | null
  readonly declared: Declared | null
  readonly suggestedBy: string | null
  readonly nominations: readonly OneNomination[]
  readonly ties: readonly TieRow[]
  readonly contacts: readonly Contact[]
  readonly notes: readonly NoteRow[]
  /** People here who owe something about them, were called because it is late, or stand in today for whoever owes it. */
  readonly owners: readonly string[]
}

/** Everything about one candidate, or null. */
export async function candidateOf(tx: Tx, id: string): Promise<Candidate | null> {
  const row = await candidateRow(tx, id)
  if (!row) return null
  const nominations = await nominationsOf(tx, [id])
  const dues = await openDues(tx, { abouts: nominations.map(one => one.id), kinds: owedKinds })
  const ones: OneNomination[] = []
  for (const one of nominations) {
    const due = dues.find(each => each.about === one.id)
    const reason = one.reason_sealed ? await opened(tx, reasonPlace(id, one.id), one.reason_sealed) : null
    ones.push({ row: one, reason, due: due ? { kind: due.kind, on: due.dueOn, owner: due.ownerId } : null })
  }
  return {
    row,
    contact: await openField(tx, id, 'contact_sealed', row.contact_sealed),
    wishes: await openField(tx, id, 'wishes_sealed', row.wishes_sealed),
    motivation: await openField(tx, id, 'motivation_sealed', row.motivation_sealed),
    declared: await openField(tx, id, 'declared_sealed', row.declared_sealed),
    suggestedBy: await openField(tx, id, 'suggested_by_sealed', row.suggested_by_sealed),
    nominations: ones,
    ties: await tiesOf(tx, [id]),
    contacts: await contactsOf(tx, id),
    notes: await notesOf(tx, id),
    owners: [...new Set([...(await calledTo(tx, dues)).values()].flat())],
  }
}

export interface Reader {
  readonly at: Date
  readonly actor: string
  /** What the reader did here that day. */
  readonly roles: readonly Role[]
  readonly action: string
  readonly reason: string | null
}
export interface Trace {
  readonly happened: readonly Happened[]
  readonly readers: readonly Reader[]
}
/** What has happened to a candidate and their nominations, oldest first. */
export async function happenedTo(tx: Tx, candidate: Candidate): Promise<Happened[]> {
  const happened: Happened[] = []
  for (const about of aboutsOf(candidate)) happened.push(...(await historyOf(tx, about)))
  return happened.sort((a, b) => (a.id < b.id ? -1 : 1))
}
const aboutsOf = ({ row, nominations }: Candidate) => [row.id, ...nominations.map(one => one.row.id)]

/** The same, and who has read about them, newest first: also about one that a human found to be them. */
export async function traceOf(tx: Tx, candidate: Candidate, mostReaders: number): Promise<Trace> {
  const happened = await happenedTo(tx, candidate)
  const merged = happened.filter(one => one.kind === 'candidate.merged').flatMap(one => one.because)
  const readers = await withRoles(tx, await readersOf(tx, [...aboutsOf(candidate), ...merged], mostReaders))
  return { happened, readers: readers.map(one => ({ ...one, action: pageOf(one.action) })) }
}
