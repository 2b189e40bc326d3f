// What every step of staff in a voice begins and ends with: found and locked, allowed, possible now; then written down and kept in step.
import { settle } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal, Staff } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal, type Said } from '../platform/refusal.ts'
import { mayAnswer, mayWork } from './access.ts'
import { keepInStep } from './in-step.ts'
import { quiet } from './quiet.ts'
import { type Voice, voiceOf } from './read-voice.ts'
import { lockVoice, updateVoice } from './store.ts'
import { after, type Given, type Not, type Owed, type Verb, whyNot } from './voice.ts'
import { voiceWords as w } from './words.ts'

export interface Step {
  readonly voice: Voice
  readonly who: Staff
}
/** The voice for a step of staff. @throws NotFound, NotAllowed, or Refusal when it cannot be done now */
export async function beginStep(tx: Tx, who: Principal, voiceId: string, verb: Verb): Promise<Step> {
  if (!(await lockVoice(tx, voiceId))) throw mayWork(who, true) ? new NotFound() : new NotAllowed()
  const voice = (await voiceOf(tx, voiceId))!
  if (!mayAnswer(who, voice.near)) throw new NotAllowed()
  const not = whyNot(voice.stands, verb)
  if (not) throw new Refusal(sayNot(not))
  return { voice, who }
}
export const sayNot = (not: Not): Said => ({ da: w('da', `staff.not.${not}`), en: w('en', `staff.not.${not}`) })

/** Writes the new standing, what happened, and what is owed now. */
export async function endStep(tx: Tx, who: Principal, voice: Voice, verb: Verb, given: Given = {}, again?: Owed): Promise<void> {
  const now = after(voice.stands, verb, given)
  const today = localDate(tx.now)
  const opened = now.opened && voice.row.opened_on === null
  await updateVoice(tx, voice.row.id, {
    ...(now.state !== voice.row.state ? { state: now.state, closed_on: now.state === 'closed' ? today : null } : {}),
    ...(now.state !== 'paused' && voice.row.paused_until ? { paused_until: null, pause_reason: null } : {}),
    ...(opened ? { opened_on: today, arrived_at: null } : {}),
    ...(verb === 'answer' ? { answered_on: today } : {}),
    ...(now.state !== 'closed' && voice.row.warned_on ? { warned_on: null } : {}),
  })
  if (now.state !== 'closed' && voice.row.warned_on) await settle(quiet(tx), who, voice.row.id, 'voice.expire', 'reopened')
  await record(quiet(tx), who, { kind: `voice.${happened[verb]}`, about: voice.row.id })
  await keepInStep(tx, who, voice.row, now, happened[verb], again)
}
const happened: Readonly<Record<Verb, string>> = {
  open: 'opened',
  answer: 'answered',
  passOn: 'answer-passed-on',
  note: 'noted',
  recuse: 'recused',
  pause: 'paused',
  resume: 'resumed',
  handOver: 'handed-over',
  takeOver: 'taken-over',
  takeBack: 'hand-over-taken-back',
  keepHandOver: 'hand-over-kept',
  close: 'closed',
  write: 'written',
  reopen: 'reopened',
}
