// A warm hand-over: who takes over, and by which day they get in touch. The teller reads it first, on their own page.
import { colleaguesOf, handOver } from '../people/index.ts'
import { addDays, type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal } from '../platform/refusal.ts'
import { readerRoles } from './access.ts'
import { beginStep, endStep } from './staff-step.ts'
import { addLine, insertHandOver, keepHandOvers, markPassedOn, updateVoice } from './store.ts'

export interface HandingOver {
  readonly voiceId: string
  /** A colleague, who then owns it; or null with the place outside in `words`. */
  readonly to: string | null
  readonly words: string
  readonly by: LocalDate
}
export async function handOverVoice(tx: Tx, who: Principal, { voiceId, to, words, by }: HandingOver): Promise<void> {
  const { voice, who: me } = await beginStep(tx, who, voiceId, 'handOver')
  const today = localDate(tx.now)
  const colleague = (await colleaguesOf(tx)).find(one => one.id === to) ?? null
  const mayRead = colleague?.roles.some(role => readerRoles.includes(role)) ?? false
  if (to !== null && (!mayRead || voice.near.closedTo.includes(to))) throw new Refusal([{ field: 'to', message: nobody }])
  if (to === null && words === '') throw new Refusal([{ field: 'words', message: where }])
  if (by < today || by > addDays(today, 60)) throw new Refusal([{ field: 'by', message: when }])
  const position = await addLine(tx, {
    voice_id: voiceId,
    kind: 'handed',
    by_person: me.personId,
    on_day: today,
    language: 'da',
    text: words || colleague!.name,
  })
  await insertHandOver(tx, { voice_id: voiceId, position, to_person: to, on_day: today, promised_on: by, kept_on: null })
  if (to) {
    await updateVoice(tx, voiceId, { owner_id: to })
    await handOver(tx, voiceId, to)
  }
  await endStep(tx, who, { ...voice, row: { ...voice.row, owner_id: to ?? voice.row.owner_id } }, 'handOver', { on: by })
}
/** They have been in touch. */
export async function keepHandOver(tx: Tx, who: Principal, { voiceId }: { voiceId: string }): Promise<void> {
  const { voice } = await beginStep(tx, who, voiceId, 'keepHandOver')
  await keepHandOvers(tx, voiceId, localDate(tx.now))
  await endStep(tx, who, voice, 'keepHandOver')
}
/** The answer has been said, posted, or left where it was asked for. */
export async function passOnAnswer(tx: Tx, who: Principal, { voiceId }: { voiceId: string }): Promise<void> {
  const { voice } = await beginStep(tx, who, voiceId, 'passOn')
  await markPassedOn(tx, voiceId, localDate(tx.now))
  await endStep(tx, who, voice, 'passOn')
}
const nobody = { da: 'Vælg en kollega.', en: 'Choose a colleague.' }
const where = { da: 'Skriv, hvem eller hvor den går videre til.', en: 'Write to whom or where it goes on.' }
const when = {
  da: 'Vælg en dag inden for 60 dage. Personen ser den.',
  en: 'Choose a day within 60 days. The person sees it.',
}
