// Closing: only after an answer, and the teller can always open it again.
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { beginStep, endStep } from './staff-step.ts'
import { insertNotified } from './store.ts'
import type { RouteOfNotice } from './tables.ts'

export async function closeVoice(tx: Tx, who: Principal, { voiceId }: { voiceId: string }): Promise<void> {
  const { voice } = await beginStep(tx, who, voiceId, 'close')
  await endStep(tx, who, voice, 'close')
}

/** Notes that whoever reads has told the authorities of a child, as their own duty is: when and by which way, never what. */
export async function noteNotified(tx: Tx, who: Principal, { voiceId, route }: { voiceId: string; route: RouteOfNotice }): Promise<void> {
  const { voice, who: me } = await beginStep(tx, who, voiceId, 'note')
  await insertNotified(tx, { voice_id: voiceId, by_person: me.personId, at: tx.now, route })
  await endStep(tx, who, voice, 'note')
}
