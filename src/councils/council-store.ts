// The only SQL on councils as things, and on what has happened to them.
import type { Tx } from '../platform/db/act.ts'
import { newThing } from '../platform/journal.ts'
import { actorOf, type Principal } from '../platform/principal.ts'
import type { RecordedEvent } from './status.ts'
import type { CouncilsTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<CouncilsTables>()

/** The thing the journal and the work list point to; null before anything has happened to the council. */
export async function knownThing(tx: Tx, slug: string): Promise<string | null> {
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

/** Which council a thing is, by slug. */
export async function councilOfThing(tx: Tx, thing: string): Promise<string | null> {
  const row = await mine(tx).selectFrom('council').select('slug').where('thing_id', '=', thing).executeTakeFirst()
  return row?.slug ?? null
}

/** What has been recorded of the councils (of one, when named), by council. One statement. */
export async function recordedEvents(tx: Tx, slug?: string): Promise<Map<string, RecordedEvent[]>> {
  let query = mine(tx).selectFrom('council_event').selectAll().orderBy('on_date').orderBy('recorded_at')
  if (slug) query = query.where('council', '=', slug)
  const events = new Map<string, RecordedEvent[]>()
  for (const row of await query.execute()) {
    const list = events.get(row.council) ?? []
    list.push({
      id: row.id,
      event: row.event,
      on: row.on_date,
      body: row.body,
      minuteRef: row.minute_ref,
      reason: row.reason,
      recordedAt: row.recorded_at,
    })
    events.set(row.council, list)
  }
  return events
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
