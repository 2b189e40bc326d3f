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
  readonly because: readonly string[]
  readonly facts: Readonly<Record<string, unknown>>
}

/** Everything that happened to a thing, oldest first. */
export async function historyOf(tx: Tx, about: string): Promise<Happened[]> {
  return await tx.db
    .selectFrom('journal')
    .select(['id', 'at', 'actor', 'kind', 'about', 'because', 'facts'])
    .where('about', '=', about)
    .orderBy('id')
    .execute()
}

/** Writes down that somebody read something. A search is a reading by its criterion, and one of each person it shows. */
export async function readThing(tx: Tx, who: Principal, reading: Reading): Promise<void> {
  await readThings(tx, who, [reading])
}

/** Writes down whose data a page shows to whoever is signed in, in one statement however many they are; null when it shows nobody. */
export async function readThings(tx: Tx, who: Principal, readings: Reading | readonly Reading[] | null | undefined): Promise<void> {
  const all = [readings ?? []].flat()
  if (all.length === 0 || who.kind === 'anyone') return
  const columns = [
    ['uuid', all.map(() => uuid7(tx.now))],
    ['uuid', all.map(one => one.about)],
    ['text', all.map(one => one.action)],
    ['text', all.map(one => one.reason ?? null)],
  ] as const
  tx.hold({
    table: 'access_log',
    text: param =>
      `insert into access_log (municipality_id, at, actor, id, about, action, reason)
       select ${param(tx.municipalityId)}::uuid, ${param(tx.now)}::timestamptz, ${param(actorOf(who))}::text, r.*
       from unnest(${columns.map(([type, values]) => `${param(values)}::${type}[]`).join(', ')}) r`,
  })
}

const onList = '.named'
/** What was read, of somebody named on a page that shows others too: their own line, beside the one of the page. */
export const namedOnPage = (abouts: Iterable<string>, action: string, reason?: string): Reading[] =>
  readingsOfAll(abouts, `${action}${onList}`, reason)
/** The page behind a line: the same for whoever is named on it. */
export const pageOf = (action: string): string => (action.endsWith(onList) ? action.slice(0, -onList.length) : action)
/** Lines of those who were named on a page of several; a page of the log tells of the page once. */
export const namedLines = `%${onList}`

/** The same reading of each of several things. */
export const readingsOfAll = (abouts: Iterable<string>, action: string, reason?: string): Reading[] =>
  [...new Set(abouts)].map(about => ({ about, action, ...(reason !== undefined && { reason }) }))

/** Everybody who read one of these things, newest first. */
export async function readersOf(tx: Tx, abouts: string | readonly string[], most = 500) {
  return await tx.db
    .selectFrom('access_log')
    .select(['at', 'actor', 'action', 'reason'])
    .where('about', 'in', [abouts].flat())
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}
