// Things, what happened to them (journal) and who read them (access log): written in the deed's own transaction.

import type { Tx } from './db/act.ts'
import { inserting } from './db/held.ts'
import type { Reading } from './http/route.ts'
import { uuid4, uuid7 } from './ids.ts'
import { actorOf, type Principal } from './principal.ts'

/** Makes the row that everything about a thing points to; it outlives the thing's erasure. `chance` hides when it was made. */
export async function newThing(tx: Tx, kind: string, chance = false): Promise<string> {
  const id = chance ? uuid4() : uuid7(tx.now)
  tx.hold(inserting('thing', [{ municipality_id: tx.municipalityId, id, kind, created_at: tx.now }]))
  return id
}

/** The same for something that has its id already; twice makes one. */
export async function asThing(tx: Tx, id: string, kind: string): Promise<string> {
  await tx.db
    .insertInto('thing')
    .values({ municipality_id: tx.municipalityId, id, kind, created_at: tx.now })
    .onConflict(conflict => conflict.columns(['municipality_id', 'id']).doNothing())
    .execute()
  return id
}

export interface Event {
  /** What happened, in the domain's words: `nomination.received`, `slate.decided`. */
  readonly kind: string
  readonly about: string
  /** Ids of the things this came of; "what came of it" follows them. */
  readonly because?: readonly string[]
  /** Facts without personal data: ids, dates, codes, counts. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
}

/** Writes down that something happened. */
export async function record(tx: Tx, who: Principal, event: Event): Promise<string> {
  const id = uuid7(tx.now)
  tx.hold(
    inserting('journal', [
      {
        municipality_id: tx.municipalityId,
        id,
        at: tx.now,
        actor: actorOf(who),
        kind: event.kind,
        about: event.about,
        because: [...(event.because ?? [])],
        facts: JSON.stringify(event.facts ?? {}),
      },
    ]),
  )
  return id
}

export interface Happened {
  readonly id: string
  readonly at: Date
  readonly actor: string
  readonly kind: string
  readonly about: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** Everything that happened to a thing, oldest first. */
export async function historyOf(tx: Tx, about: string): Promise<Happened[]> {
  return await tx.db
    .selectFrom('journal')
    .select(['id', 'at', 'actor', 'kind', 'about', 'facts'])
    .where('about', '=', about)
    .orderBy('id')
    .execute()
}

/** Writes down that somebody read something; a search names its criterion in `reason`, never what it found. */
export async function readThing(tx: Tx, who: Principal, { about, action, reason }: Reading): Promise<void> {
  await tx.db
    .insertInto('access_log')
    .values({
      municipality_id: tx.municipalityId,
      id: uuid7(tx.now),
      at: tx.now,
      actor: actorOf(who),
      about,
      action,
      reason: reason ?? null,
    })
    .execute()
}

/** Writes down what a page shows of somebody to whoever is signed in; null when it shows nobody. */
export async function readThings(tx: Tx, who: Principal, readings: Reading | readonly Reading[] | null | undefined): Promise<void> {
  if (readings && who.kind !== 'anyone') for (const reading of [readings].flat()) await readThing(tx, who, reading)
}

/** Everybody who read this thing, newest first. */
export async function readersOf(tx: Tx, about: string) {
  return await tx.db
    .selectFrom('access_log')
    .select(['at', 'actor', 'action', 'reason'])
    .where('about', '=', about)
    .orderBy('at', 'desc')
    .limit(500)
    .execute()
}
