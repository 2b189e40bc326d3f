// Reading a colleague's voice: only with a reason, which is written down before anything is shown.
import type { Tx } from '../platform/db/act.ts'
import { readThing } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayWork, reachOf } from './access.ts'
import { type Voice, voiceOf } from './read-voice.ts'
import { voiceWords as w } from './words.ts'

/** @throws Refusal without a reason somebody else can understand */
export async function readOther(tx: Tx, who: Principal, { voiceId, reason }: { voiceId: string; reason: string }): Promise<Voice> {
  const voice = await voiceOf(tx, voiceId)
  if (!voice) throw mayWork(who, true) ? new NotFound() : new NotAllowed()
  if (reachOf(who, voice.near) === null) throw new NotAllowed()
  if (reason.replaceAll(/\s/g, '').length < 8)
    throw new Refusal([{ field: 'reason', message: { da: w('da', 'staff.reason.short'), en: w('en', 'staff.reason.short') } }])
  await readThing(tx, who, { about: voiceId, action: 'voice.read', reason })
  return voice
}
