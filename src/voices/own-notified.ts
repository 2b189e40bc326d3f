// One's own notes that one has notified about a child: when and by which way. Theirs alone, and kept as long as what people tell.
// The journal has no word of them and no thing stands for them: both would outlive the note.
import { addDays, atLocal, type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { uuid4 } from '../platform/ids.ts'
import { hasRole, type Principal, roles, type Staff, type System } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal, type Shortcoming } from '../platform/refusal.ts'
import { danishTime } from '../platform/text/read-table.ts'
import { groundOf, standingOf } from './ground.ts'
import { type Periods, periodOf } from './keep-period.ts'
import { mine } from './store.ts'
import type { RouteOfNotice } from './tables.ts'
import { voiceWords as w } from './words.ts'

/** Whoever works here or sits in a council has the duty, and so a place to note that it was done. */
export const mayNoteNotified = (who: Principal): who is Staff => hasRole(who, ...roles)

export interface OwnNotified {
  readonly id: string
  readonly at: Date
  readonly route: RouteOfNotice
}
export interface OwnNotes {
  readonly notes: readonly OwnNotified[]
  readonly childChannel: string | null
  readonly keepDays: number | null
}
const keepDaysOf = (periods: Periods) => periodOf(periods, { kind: 'own', young: false }).keepDays

/** The notes of whoever asks, the newest first; there is no way to another's. */
export async function ownNotes(tx: Tx, who: Principal): Promise<OwnNotes> {
  const { childChannel, periods } = await groundOf(tx)
  const notes = mayNoteNotified(who)
    ? await mine(tx)
        .selectFrom('child_notified')
        .select(['id', 'at', 'route'])
        .where('by_person', '=', who.personId)
        .orderBy('at', 'desc')
        .execute()
    : []
  return { notes, childChannel, keepDays: keepDaysOf(periods) }
}
/** The last day a note stands. */
export const lastDayOf = ({ at }: OwnNotified, keepDays: number): LocalDate => addDays(localDate(at), keepDays)

/** The moment that was written down, or what is wrong with it. */
function notifiedAt(day: LocalDate, time: string, keepDays: number | null, now: Date): Date | Shortcoming {
  const wrong = (field: string, fault: 'time' | 'later' | 'long') => {
    const key = `staff.notified.not.${fault}` as const
    return { field, message: { da: w('da', key), en: w('en', key) } }
  }
  const read = danishTime(time)
  if (!read) return wrong('time', 'time')
  const at = atLocal(day, read)
  if (at > now) return wrong(day > localDate(now) ? 'day' : 'time', 'later')
  return keepDays !== null && day < addDays(localDate(now), -keepDays) ? wrong('day', 'long') : at
}

/** @throws NotAllowed, or Refusal when the moment cannot be */
export async function noteOwnNotified(
  tx: Tx,
  who: Principal,
  { day, time, route }: { day: LocalDate; time: string; route: RouteOfNotice },
): Promise<void> {
  if (!mayNoteNotified(who)) throw new NotAllowed()
  const at = notifiedAt(day, time, keepDaysOf((await standingOf(tx)).periods), tx.now)
  if (!(at instanceof Date)) throw new Refusal([at])
  await mine(tx)
    .insertInto('child_notified')
    .values({ municipality_id: tx.municipalityId, id: uuid4(), by_person: who.personId, at, route })
    .execute()
}

/** Takes one's own note away. @throws NotAllowed; NotFound also for another's */
export async function dropOwnNotified(tx: Tx, who: Principal, { id }: { id: string }): Promise<void> {
  if (!mayNoteNotified(who)) throw new NotAllowed()
  const gone = await mine(tx)
    .deleteFrom('child_notified')
    .where('id', '=', id)
    .where('by_person', '=', who.personId)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw new NotFound()
}

/** Erases what is older than the municipality keeps what people tell. The last day stands beside each note from the first. */
export async function dropOldNotified(tx: Tx, _who: System): Promise<void> {
  const keepDays = keepDaysOf((await standingOf(tx)).periods)
  if (keepDays === null) return
  await mine(tx)
    .deleteFrom('child_notified')
    .where('at', '<', atLocal(addDays(localDate(tx.now), -keepDays), '00:00'))
    .execute()
}
