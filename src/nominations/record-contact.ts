// Writes down that somebody got in touch with a candidate, or tried: how, when, and how it went.
import { calledInstead } from '../people/index.ts'
import { addDays, type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayWorkWith } from './access.ts'
import { insertContact, insertNote } from './contact-store.ts'
import { type contactResults, isOpen, keepsPromise } from './nomination.ts'
import { keepInStep } from './promise.ts'
import { candidateRow, type NominationRow, nominationsOf, ownersOf } from './read-store.ts'
import { markContacted } from './store.ts'
import type { How } from './tables.ts'

export interface ContactGiven {
  readonly candidateId: string
  readonly how: How
  readonly result: (typeof contactResults)[number]
  /** What was agreed; on `page` it is the message the person reads. */
  readonly text: string | null
  /** The day of the next step, for every nomination that is open. */
  readonly nextOn: LocalDate | null
}

/**
 * Keeps the promise of A37 for all open nominations of the person, unless nobody was reached; then the promise stands as it was.
 * A suggested person who was asked has until the day a suggestion without an answer is erased.
 */
export async function recordContact(tx: Tx, who: Principal, given: ContactGiven): Promise<void> {
  const candidate = await candidateRow(tx, given.candidateId)
  if (!candidate) throw new NotFound()
  const nominations = await nominationsOf(tx, [given.candidateId])
  if (
    who.kind !== 'staff' ||
    !mayWorkWith(who, {
      owners: await ownersOf(
        tx,
        nominations.map(one => one.id),
      ),
    })
  )
    throw new NotAllowed()
  const today = localDate(tx.now)
  if (given.nextOn && (given.nextOn < today || given.nextOn > addDays(today, 366)))
    throw new Refusal([
      {
        field: 'nextOn',
        message: { da: 'Vælg en dag fra i dag og højst et år frem.', en: 'Choose a day from today and at most a year ahead.' },
      },
    ])
  if (given.how === 'page' && !given.text)
    throw new Refusal([{ field: 'text', message: { da: 'Skriv beskeden til personen.', en: 'Write the message to the person.' } }])
  await insertContact(tx, {
    candidateId: given.candidateId,
    byPerson: who.personId,
    how: given.how,
    result: given.result,
    text: given.text,
  })
  await record(tx, who, { kind: 'candidate.contacted', about: given.candidateId, facts: { how: given.how, result: given.result } })
  if (!keepsPromise(given.result)) return
  // Who was reached needs no second try of a letter that did not arrive.
  if (given.how !== 'page') await calledInstead(tx, who, given.candidateId)
  await promiseKept(tx, who, nominations, given.nextOn)
}

/** The person was reached: what was owed for that is done, and the next step is owed. */
export async function promiseKept(tx: Tx, who: Principal, nominations: readonly NominationRow[], nextOn: LocalDate | null): Promise<void> {
  for (const one of nominations) {
    if (!isOpen(one.state)) continue
    if (one.state !== 'suggested') {
      const state = one.state === 'received' ? ('contacted' as const) : one.state
      await markContacted(tx, one.id, state)
      await keepInStep(tx, who, { ...one, state, contacted_at: tx.now }, { on: nextOn ?? undefined, kept: 'contacted' })
    } else await keepInStep(tx, who, one, { on: nextOn ?? undefined, kept: 'asked' })
  }
}

/** A note for the staff; the person sees it too when they ask what we have. */
export async function writeNote(tx: Tx, who: Principal, { candidateId, text }: { candidateId: string; text: string }): Promise<void> {
  if (!(await candidateRow(tx, candidateId))) throw new NotFound()
  const nominations = await nominationsOf(tx, [candidateId])
  if (
    who.kind !== 'staff' ||
    !mayWorkWith(who, {
      owners: await ownersOf(
        tx,
        nominations.map(one => one.id),
      ),
    })
  )
    throw new NotAllowed()
  await insertNote(tx, { candidateId, byPerson: who.personId, text })
  await record(tx, who, { kind: 'candidate.noted', about: candidateId })
}
