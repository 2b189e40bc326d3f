// The secretary opens, moves and closes a council's call; each is a new entry, and no state is an end.
import { itemOf } from '../municipalities/index.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal, type Shortcoming } from '../platform/refusal.ts'
import { mayRecordEvents } from './access.ts'
import { councilThing, recordedCalls, writeCall } from './council-store.ts'
import { callOn, type OpenCall } from './open-call.ts'

export interface SetCall {
  readonly council: string
  readonly startsOn: LocalDate
  readonly deadlineOn: LocalDate | null
}

/** Plans or opens a call, or moves its days. After a deadline this opens it again. */
export async function setCall(tx: Tx, who: Principal, input: SetCall): Promise<void> {
  const now = await callNow(tx, who, input.council)
  const faults = callFaults(input, localDate(tx.now), now)
  if (faults.length > 0) throw new Refusal(faults)
  await write(tx, who, input.council, { ...input, closed: false }, 'call.set')
}

/** Closes the call today, before its deadline. */
export async function closeCall(tx: Tx, who: Principal, { council }: { council: string }): Promise<void> {
  const now = await callNow(tx, who, council)
  if (now.state === 'none' || now.state === 'closed')
    throw new Refusal({ da: 'Opslaget er allerede lukket.', en: 'The call is closed already.' })
  await write(tx, who, council, { startsOn: now.startsOn!, deadlineOn: now.deadlineOn, closed: true }, 'call.closed')
}

async function callNow(tx: Tx, who: Principal, council: string): Promise<OpenCall> {
  if (!mayRecordEvents(who)) throw new NotAllowed()
  if (!(await itemOf(tx, 'council', council))) throw new NotFound()
  return callOn(await recordedCalls(tx, council), localDate(tx.now))
}

async function write(tx: Tx, who: Principal, council: string, entry: Parameters<typeof writeCall>[3], kind: string): Promise<void> {
  const about = await councilThing(tx, council)
  const event = await writeCall(tx, who, council, entry)
  await record(tx, who, { kind, about, because: [event], facts: { council, on: entry.startsOn } })
}

/** What stands in the way of the days. */
function callFaults({ startsOn, deadlineOn }: Omit<SetCall, 'council'>, today: LocalDate, now: OpenCall): Shortcoming[] {
  const faults: Shortcoming[] = []
  const say = (field: string, da: string, en: string) => faults.push({ field, message: { da, en } })
  if (deadlineOn !== null && deadlineOn < startsOn)
    say(
      'deadlineOn',
      'Fristen ligger før den første dag. Vælg en senere frist.',
      'The deadline lies before the first day. Choose a later one.',
    )
  else if (deadlineOn !== null && deadlineOn < today)
    say(
      'deadlineOn',
      'Fristen er allerede gået. Vælg i dag eller en senere dag.',
      'The deadline has passed already. Choose today or a later day.',
    )
  if (now.state !== 'none' && now.state !== 'closed' && now.startsOn === startsOn && now.deadlineOn === deadlineOn)
    say('deadlineOn', 'Sådan står det allerede. Ret en af dagene.', 'That is how it stands already. Change one of the days.')
  return faults
}
