// Lines staff write that are no answer: a note for colleagues, and a translation beside the words as they came.
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Lang } from '../platform/i18n.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal } from '../platform/refusal.ts'
import { beginStep, endStep } from './staff-step.ts'
import { addLine } from './store.ts'
import { inner } from './voice.ts'

/** A note the teller does not see on the page; they get it with everything they ask for. */
export async function noteVoice(tx: Tx, who: Principal, { voiceId, text }: { voiceId: string; text: string }): Promise<void> {
  const { voice, who: me } = await beginStep(tx, who, voiceId, 'note')
  await addLine(tx, { voice_id: voiceId, kind: 'note', by_person: me.personId, on_day: localDate(tx.now), language: 'da', text })
  await endStep(tx, who, voice, 'note')
}

export interface Translating {
  readonly voiceId: string
  readonly of: number
  readonly language: Lang
  readonly text: string
}
/** A translation by a named human beside a line; the line itself is never changed. */
export async function translateLine(tx: Tx, who: Principal, { voiceId, of, language, text }: Translating): Promise<void> {
  const { voice, who: me } = await beginStep(tx, who, voiceId, 'note')
  const line = voice.lines.find(one => one.position === of && !inner.has(one.kind) && one.kind !== 'translation')
  if (!line) throw new Refusal([{ field: 'of', message: { da: 'Vælg, hvad du oversætter.', en: 'Choose what you translate.' } }])
  await addLine(tx, {
    voice_id: voiceId,
    kind: 'translation',
    by_person: me.personId,
    on_day: localDate(tx.now),
    language,
    of_position: of,
    text,
  })
  await endStep(tx, who, voice, 'note')
}
