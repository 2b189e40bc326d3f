// Carries out what was announced: when the one who told has seen it, or has not opened their page by the end of the next working day.
import { handOver, openDues } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal, System } from '../platform/principal.ts'
import { eraseDue } from './erase-ask.ts'
import { isTime, waits } from './hand-over.ts'
import { quiet } from './quiet.ts'
import { handOversWaiting } from './read-store.ts'
import { type Voice, voiceOf } from './read-voice.ts'
import { endStep } from './staff-step.ts'
import { codesOf, endHandOver, lockVoice, updateVoice } from './store.ts'
import type { Holder } from './tables.ts'
import { canHave } from './who-takes.ts'

/** It becomes theirs, with everything that is owed. Who may not have it any more does not get it: then it stays where it is. */
async function takeOver(tx: Tx, who: Principal, voice: Voice): Promise<void> {
  const { row, stands, near } = voice
  const waiting = voice.handOvers.find(waits)
  if (!waiting?.to_person) return
  if (!(await canHave(tx, waiting.to_person, near.closedTo))) {
    await giveUp(tx, who, voice)
    return
  }
  const to = waiting.to_person
  await endHandOver(tx, waiting.id, { taken_on: localDate(tx.now) })
  await updateVoice(tx, row.id, { owner_id: to })
  await giveAll(tx, row.id, to)
  await endStep(tx, who, { ...voice, row: { ...row, owner_id: to }, stands }, 'takeOver')
}
/** What is owed about it goes along; who looks at an erasing stays who was asked to. */
export async function giveAll(tx: Tx, voiceId: string, to: string): Promise<void> {
  for (const due of await openDues(tx, { abouts: [voiceId] })) if (due.kind !== eraseDue) await handOver(tx, voiceId, to, due.kind)
}
/** It stays where it is, and nobody else is said to get in touch. */
export async function giveUp(tx: Tx, who: Principal, voice: Voice): Promise<void> {
  const waiting = voice.handOvers.find(waits)
  if (waiting) await endHandOver(tx, waiting.id, { back_on: localDate(tx.now) })
  await endStep(tx, who, voice, 'takeBack')
}

/**
 * The one who told opens their page: from now on it is who they read there. True when something moved.
 * Told for somebody who has a code of their own, it is theirs to see first.
 */
export async function seenByTeller(tx: Tx, who: Principal, voice: Voice, holder: Holder): Promise<boolean> {
  if (!voice.stands.handing || holder === 'guest') return false
  if (holder === 'teller' && voice.consent && (await codesOf(tx, voice.row.id)).some(code => code.holder === 'person')) return false
  await lockVoice(tx, voice.row.id)
  const now = await voiceOf(tx, voice.row.id)
  if (!now?.stands.handing) return true
  await record(quiet(tx), who, { kind: 'voice.hand-over-seen', about: voice.row.id })
  await takeOver(tx, who, now)
  return true
}
/** Carries out what has waited long enough. */
export async function takeOvers(tx: Tx, who: System): Promise<void> {
  for (const one of await handOversWaiting(tx)) {
    if (!isTime(one, tx.now) || !(await lockVoice(tx, one.voice_id))) continue
    const voice = await voiceOf(tx, one.voice_id)
    if (voice?.stands.handing) await takeOver(tx, who, voice)
  }
}
