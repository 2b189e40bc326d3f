// What a body decided about a council as a whole: founded, looking for members, in function, on hold, abolished.
import { itemOf } from '../municipalities/index.ts'
import type { LocalDate } from '../platform/clock.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal, type Shortcoming } from '../platform/refusal.ts'
import { endEverything } from './abolition.ts'
import { mayRecordEvents } from './access.ts'
import { councilThing, recordedOf, writeEvent } from './council-store.ts'
import { endSeating } from './leaving-store.ts'
import { namedSeatings } from './store.ts'
import { type CouncilEvent, councilEvents } from './tables.ts'

export interface RecordEvent {
  readonly council: string
  readonly event: CouncilEvent
  readonly on: LocalDate
  readonly body: string
  readonly minuteRef: string | null
  /** Needed when the council is abolished or put on hold; the public reads it. */
  readonly reason: string | null
}
/** Adds an event to the council's history. Abolishing ends every seat, and whoever offered themself gets the reason as their answer. */
export async function recordEvent(tx: Tx, who: Principal, input: RecordEvent): Promise<string> {
  if (!mayRecordEvents(who)) throw new NotAllowed()
  if (!(await itemOf(tx, 'council', input.council))) throw new NotFound()
  const last = (await recordedOf(tx, input.council))(input.council).events.at(-1)
  const shortcomings = faultsOf(input, localDate(tx.now), last)
  if (shortcomings.length > 0) throw new Refusal(shortcomings)
  const thing = await councilThing(tx, input.council)
  const event = await writeEvent(tx, who, input.council, {
    event: input.event,
    on: input.on,
    body: input.body,
    minuteRef: input.minuteRef || null,
    reason: input.reason || null,
  })
  await record(tx, who, { kind: `council.${input.event}`, about: thing, because: [event], facts: { council: input.council, on: input.on } })
  if (input.event === 'abolished') await abolish(tx, who, input, event)
  return event
}

/** What stands in the way of writing the event down. */
function faultsOf(input: RecordEvent, today: LocalDate, last: { event: CouncilEvent; on: LocalDate } | undefined): Shortcoming[] {
  const faults: Shortcoming[] = []
  const say = (field: string, da: string, en: string) => faults.push({ field, message: { da, en } })
  if (!councilEvents.includes(input.event)) say('event', 'Vælg, hvad der er sket.', 'Choose what has happened.')
  if (input.on > today)
    say(
      'on',
      'Dagen er ikke kommet endnu. Skriv det ind, når det er sket.',
      'The day has not come yet. Write it down when it has happened.',
    )
  if (!input.body.trim()) say('body', 'Skriv, hvem der besluttede det.', 'Write who decided it.')
  if ((input.event === 'abolished' || input.event === 'paused') && !input.reason?.trim())
    say('reason', 'Skriv en grund. Den bliver vist på rådets side.', 'Write a reason. It is shown on the page of the council.')
  if (last && last.event === input.event && last.on === input.on) say('event', 'Det står der allerede.', 'It stands there already.')
  return faults
}

async function abolish(tx: Tx, who: Principal, { council, on, reason }: RecordEvent, event: string): Promise<void> {
  for (const seating of await namedSeatings(tx, council, on)) await endSeating(tx, who, seating, on, 'council_abolished')
  await endEverything(tx, who, { council, reason: reason!.trim(), event })
}
