// Pausing with a reason and a day, and going on: the teller sees both.
import { addDays, type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal } from '../platform/refusal.ts'
import { beginStep, endStep } from './staff-step.ts'
import { addLine, updateVoice } from './store.ts'
import { longestPause, type PauseReason } from './voice.ts'
import { voiceWords as w } from './words.ts'

export interface Pausing {
  readonly voiceId: string
  readonly reason: PauseReason
  readonly until: LocalDate
}
/** At most two months; then a human looks again. */
export async function pauseVoice(tx: Tx, who: Principal, { voiceId, reason, until }: Pausing): Promise<void> {
  const { voice, who: me } = await beginStep(tx, who, voiceId, 'pause')
  const today = localDate(tx.now)
  if (until <= today || until > addDays(today, longestPause)) throw new Refusal([{ field: 'until', message: tooLong }])
  await updateVoice(tx, voiceId, { state: 'paused', paused_until: until, pause_reason: reason })
  const paused = { ...voice, row: { ...voice.row, state: 'paused' as const } }
  await addLine(tx, { voice_id: voiceId, kind: 'paused', by_person: me.personId, on_day: today, language: 'da', text: reason })
  await endStep(tx, who, paused, 'pause', { on: until })
}
/** Goes on before the day. */
export async function resumeVoice(tx: Tx, who: Principal, { voiceId }: { voiceId: string }): Promise<void> {
  const { voice } = await beginStep(tx, who, voiceId, 'resume')
  await endStep(tx, who, voice, 'resume')
}
const tooLong = {
  da: w('da', 'staff.pause.until.wrong'),
  en: w('en', 'staff.pause.until.wrong'),
}
