// What time does to voices: visits end, pauses run out, and what was closed long ago is announced and then erased.
import { owe } from '../people/index.ts'
import { addDays, type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { System } from '../platform/principal.ts'
import { standingOf } from './ground.ts'
import { dueNow, firstDay, periodOf } from './keep-period.ts'
import { eraseVoice } from './own-steps.ts'
import { quiet } from './quiet.ts'
import { closedBefore, pausesOver } from './read-store.ts'
import { voiceOf } from './read-voice.ts'
import { endStep } from './staff-step.ts'
import { updateVoice } from './store.ts'
import { dropOldVisits } from './visit-store.ts'

/** At most so many a round, so that a wrong clock does not empty the room before somebody sees it. */
const most = 200

export async function endPauses(tx: Tx, who: System): Promise<void> {
  await dropOldVisits(tx)
  for (const { id } of await pausesOver(tx, localDate(tx.now))) {
    const voice = await voiceOf(tx, id)
    if (voice) await endStep(tx, who, voice, 'resume')
  }
}

/** Announces on the teller's page and the work list, and erases after the announced time. */
export async function keepPeriods(tx: Tx, who: System): Promise<void> {
  const { periods } = await standingOf(tx)
  const today = localDate(tx.now)
  let done = 0
  for (const one of await closedBefore(tx, firstDay(periods, today))) {
    if (done === most) return
    const period = periodOf(periods, one)
    const due = dueNow(period, { closedOn: one.closed_on as LocalDate, warnedOn: one.warned_on as LocalDate | null }, today)
    if (due === null) continue
    done++
    if (due === 'warn') {
      await updateVoice(tx, one.id, { warned_on: today })
      await record(quiet(tx), who, { kind: 'voice.warned', about: one.id })
      await owe(quiet(tx), who, {
        kind: 'voice.expire',
        about: one.id,
        owner: one.owner_id,
        receivedOn: today,
        dueOn: addDays(today, period.warnDays),
        rule: { id: 'B2', force: 'deadline' },
      })
    } else await eraseVoice(tx, who, { voiceId: one.id, why: 'retention' })
  }
}
