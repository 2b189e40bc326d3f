// A telling that is sent again with other words than the first time: nothing that was typed is lost.
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { keepInStep } from './in-step.ts'
import { writeAgain } from './own-steps.ts'
import type { MadePicture } from './picture.ts'
import { voiceOf } from './read-voice.ts'
import { updateVoice } from './store.ts'
import type { Telling } from './telling.ts'
import { tellUrgent } from './urgent.ts'

export interface Changed {
  readonly telling: Telling
  readonly pictures: readonly MadePicture[]
  readonly voiceId: string
  readonly index: Buffer
}
/**
 * Somebody waited for an answer that was lost on the way, wrote more, and sent again: the new words come after the first ones. Words that
 * stand there already do not come twice.
 */
export async function addChanged(tx: Tx, who: Principal, { telling, pictures, voiceId, index }: Changed): Promise<void> {
  const voice = await voiceOf(tx, voiceId)
  if (!voice) return
  if (telling.urgent && !voice.row.urgent && !voice.stands.opened) {
    await updateVoice(tx, voiceId, { urgent: true, arrived_at: tx.now })
    await keepInStep(tx, who, { ...voice.row, urgent: true }, { ...voice.stands, urgent: true }, 'urgent')
    await tellUrgent(tx, voice.near.ownerId, voice.near.closedTo)
  }
  if (!voice.lines.some(line => line.text === telling.words))
    await writeAgain(tx, who, {
      visit: { voiceId, holder: 'teller', codeIndex: index },
      text: telling.words,
      language: telling.language,
      pictures,
    })
}
