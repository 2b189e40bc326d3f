// Answering: the words stand in the talk, and reach the teller in the way they asked for.
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { type Lang, learn } from '../platform/i18n.ts'
import { tell } from '../platform/mail/outbox.ts'
import type { Principal } from '../platform/principal.ts'
import { receiptPath } from '../receipts/index.ts'
import { wayOf } from './own-steps.ts'
import { beginStep, endStep } from './staff-step.ts'
import { addLine } from './store.ts'
import { byHuman } from './voice.ts'
import { voiceWords as w } from './words.ts'

export interface Answering {
  readonly voiceId: string
  readonly text: string
}

/** Signed by whoever writes it. By e-mail goes only that there is an answer; who posts the answer prints it from the page of the voice. */
export async function answerVoice(tx: Tx, who: Principal, { voiceId, text }: Answering): Promise<void> {
  const { voice, who: me } = await beginStep(tx, who, voiceId, 'answer')
  const { row, details } = voice
  const way = wayOf(voice, localDate(tx.now))
  const how = way === 'none' ? 'code' : way
  await addLine(tx, { voice_id: voiceId, kind: 'answer', by_person: me.personId, on_day: localDate(tx.now), language: 'da', how, text })
  if (how === 'email' && details.email) {
    const language = row.language as Lang
    await learn(language)
    await tell(tx, {
      about: voiceId,
      to: details.email,
      subject: w(language, 'letter.answer.subject'),
      text: w(language, 'letter.answer', { link: `${tx.site.baseUrl}${receiptPath}` }),
      language,
      signedBy: me.name,
      writtenBy: me.personId,
    })
  }
  await endStep(tx, who, voice, 'answer', { byHuman: byHuman(how) }, 'voice.next')
}
