// The only SQL on councils as things, and on what has happened to them.
import type { Selectable, SelectQueryBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '../platform/db/act.ts'
import { newThing } from '../platform/journal.ts'
import { actorOf, type Principal } from '../platform/principal.ts'
import type { CallEntry } from './open-call.ts'
import type { RecordedEvent } from './status.ts'
import type { CouncilsTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<CouncilsTables>()

/** The thing the journal and the work list point to; null before anything has happened to the council. */
async function knownThing(tx: Tx, slug: string): Promise<string | null> {
  const row = await mine(tx).selectFrom('council').select('thing_id').where('slug', '=', slug).executeTakeFirst()
  return row?.thing_id ?? null
}

/** The thing of the council; made when it has none. */
export async function councilThing(tx: Tx, slug: string): Promise<string> {
  const known = await knownThing(tx, slug)
  if (known) return known
  const thing = await newThing(tx, 'council')
  await mine(tx)
    .insertInto('council')
    .values({ municipality_id: tx.municipalityId, slug, thing_id: thing })
    .onConflict(conflict => conflict.columns(['municipality_id', 'slug']).doNothing())
    .execute()
  return (await knownThing(tx, slug)) ?? thing
}

/** Holds a council's charters until the transaction ends: nobody adopts another meanwhile, and one adopted meanwhile makes this one begin again. */
export async function holdCharter(tx: Tx, slug: string): Promise<void> {
  await councilThing(tx, slug)
  await mine(tx).selectFrom('council').select('slug').where('slug', '=', slug).forShare().execute()
}

/** Which council a thing is, by slug. */
export async function councilOfThing(tx: Tx, thing: string): Promise<string | null> {
  const row = await mine(tx).selectFrom('council').select('slug').where('thing_id', '=', thing).executeTakeFirst()
  return row?.slug ?? null
}

export interface Recorded {
  readonly events: RecordedEvent[]
  /** Entries of its public call, the oldest first. */
  readonly calls: CallEntry[]
}
const nothing: Recorded = { events: [], calls: [] }

/** What has been recorded of the councils (of one, when named). One statement. */
export async function recordedOf(tx: Tx, slug?: string): Promise<(council: string) => Recorded> {
  const query = events(tx)
  return gathered(await (slug ? query.where('council', '=', slug) : query).execute())
}

/** A list that another room has for a council. */
export type BesideList = SelectQueryBuilder<never, never, object>

/** What has been recorded of one council, with what other rooms have for it: one statement, however many they are. */
export async function recordedBeside(
  tx: Tx,
  slug: string,
  lists: readonly BesideList[],
): Promise<{ readonly recorded: Recorded; readonly lists: readonly (readonly unknown[])[] }> {
  const found = await mine(tx)
    .selectNoFrom([
      jsonArrayFrom(events(tx).where('council', '=', slug)).as('events'),
      ...lists.map((list, at) => jsonArrayFrom(list as never).as(`list${at}`)),
    ])
    .executeTakeFirstOrThrow()
  // JSON has no moments.
  const recorded = gathered(found.events.map(row => ({ ...row, recorded_at: new Date(row.recorded_at) })))(slug)
  return { recorded, lists: lists.map((_, at) => found[`list${at}`] ?? []) }
}

const events = (tx: Tx) => mine(tx).selectFrom('council_event').selectAll().orderBy('on_date').orderBy('recorded_at').orderBy('id')
type Written = Selectable<CouncilsTables['council_event']>

function gathered(rows: readonly Written[]): (council: string) => Recorded {
  const found = new Map<string, Recorded>()
  for (const row of rows) {
    const of = found.get(row.council) ?? { events: [], calls: [] }
    found.set(row.council, of)
    if (row.event === 'call' || row.event === 'call_closed')
      of.calls.push({
        startsOn: row.on_date,
        deadlineOn: row.deadline_on,
        closed: row.event === 'call_closed',
        recordedAt: row.recorded_at,
      })
    else
      of.events.push({
        id: row.id,
        event: row.event,
        on: row.on_date,
        body: row.body,
        minuteRef: row.minute_ref,
        reason: row.reason,
        recordedAt: row.recorded_at,
      })
  }
  for (const { calls } of found.values()) calls.sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime())
  return council => found.get(council) ?? nothing
}

/** The entries of a council's public call. */
export const recordedCalls = async (tx: Tx, slug: string): Promise<CallEntry[]> => (await recordedOf(tx, slug))(slug).calls

/** Writes an entry of the public call down. Returns its id. */
export async function writeCall(tx: Tx, who: Principal, council: string, entry: Omit<CallEntry, 'recordedAt'>): Promise<string> {
  const id = await newThing(tx, 'council_event')
  await mine(tx)
    .insertInto('council_event')
    .values({
      municipality_id: tx.municipalityId,
      id,
      council,
      event: entry.closed ? 'call_closed' : 'call',
      on_date: entry.startsOn,
      deadline_on: entry.deadlineOn,
      body: 'administration',
      recorded_at: tx.now,
      recorded_by: actorOf(who),
    })
    .execute()
  return id
}

/** Writes an event down. Returns its id. */
export async function writeEvent(
  tx: Tx,
  who: Principal,
  council: string,
  event: Omit<RecordedEvent, 'id' | 'recordedAt'>,
): Promise<string> {
  const id = await newThing(tx, 'council_event')
  await mine(tx)
    .insertInto('council_event')
    .values({
      municipality_id: tx.municipalityId,
      id,
      council,
      event: event.event,
      on_date: event.on,
      body: event.body,
      minute_ref: event.minuteRef,
      reason: event.reason,
      recorded_at: tx.now,
      recorded_by: actorOf(who),
    })
    .execute()
  return id
}
