// Writing down what somebody told a person who works here: their words, read back to them, and a slip with the code.
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, Refusal } from '../platform/refusal.ts'
import { mayEnter } from './access.ts'
import type { Sent } from './form-input.ts'
import { standingOf } from './ground.ts'
import { type Receipt, receiveVoice } from './receive-voice.ts'
import { voiceWords as w } from './words.ts'

/** What came in writing stands there as it was written: nobody has to read it aloud. */
const written: readonly (string | null)[] = ['letter', 'email']

/** @throws Refusal unless what was spoken was read back, and it is said how it came */
export async function enterVoice(tx: Tx, who: Principal, { sent, key }: { sent: Sent; key: string }): Promise<Receipt> {
  if (!mayEnter(who, (await standingOf(tx)).invented)) throw new NotAllowed()
  const { channel, readBack, telling } = sent
  if (!channel || channel === 'web' || channel === 'shared') throw new Refusal([{ field: 'channel', message: chosen }])
  if (!readBack && !written.includes(channel))
    throw new Refusal([{ field: 'readBack', message: { da: w('da', 'staff.enter.read.needed'), en: w('en', 'staff.enter.read.needed') } }])
  return await receiveVoice(tx, who, { telling, channel, key: sent.flow ?? key, readBack })
}
const chosen = { da: 'Vælg, hvordan det kom.', en: 'Choose how it came.' }
