// A warm hand-over: who takes over, and by which day they get in touch. The one who told sees it first, on their own page.
import { colleaguesOf, deadlineAfter } from '../people/index.ts'
import { addDays, type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal } from '../platform/refusal.ts'
import { waitsUntil } from './hand-over.ts'
import { wayOf } from './own-steps.ts'
import type { Voice } from './read-voice.ts'
import { beginStep, endStep } from './staff-step.ts'
import { addLine, insertHandOver, keepHandOvers, markPassedOn, updateVoice } from './store.ts'
import { giveAll, giveUp } from './take-over.ts'
import { tellUrgent } from './urgent.ts'
import { canHave, unitsToTake } from './who-takes.ts'

/** How a form names a unit, where it may also name a colleague. */
export const unitPrefix = 'unit:'
export interface HandingOver {
  readonly voiceId: string
  /** A colleague, or a unit by its name in the data; or null with the place outside in `words`. */
  readonly to: string | null
  readonly words: string
  readonly by: LocalDate
}
/** True when it waits to be seen first; false when it has gone. */
export async function handOverVoice(tx: Tx, who: Principal, { voiceId, to, words, by }: HandingOver): Promise<boolean> {
  const { voice, who: me } = await beginStep(tx, who, voiceId, 'handOver')
  const today = localDate(tx.now)
  const taker = to === null ? null : await takerOf(tx, voice, to)
  if (to === null && words === '') throw new Refusal([{ field: 'words', message: where }])
  if (by < today || by > addDays(today, 60)) throw new Refusal([{ field: 'by', message: when }])
  const until = taker && (await waiting(tx, voice, { by, today, toSelf: taker.id === me.personId }))
  const position = await addLine(tx, {
    voice_id: voiceId,
    kind: 'handed',
    by_person: me.personId,
    on_day: today,
    language: 'da',
    text: [taker && (taker.unit ? `${taker.name} (${taker.unit})` : taker.name), words].filter(Boolean).join(': '),
  })
  const atOnce = taker !== null && until === null
  await insertHandOver(tx, {
    voice_id: voiceId,
    position,
    to_person: taker?.id ?? null,
    on_day: today,
    promised_on: by,
    takes_on: until,
    taken_on: atOnce ? today : null,
  })
  if (atOnce) {
    await updateVoice(tx, voiceId, { owner_id: taker.id })
    await giveAll(tx, voiceId, taker.id)
    if (voice.row.urgent && !voice.stands.answered && taker.id !== me.personId) await tellUrgent(tx, taker.id, voice.near.closedTo)
  }
  const row = atOnce ? { ...voice.row, owner_id: taker.id } : voice.row
  await endStep(tx, who, { ...voice, row }, 'handOver', { on: by, waits: until !== null })
  return until !== null
}
/** @throws Refusal where nobody there may have it */
async function takerOf(tx: Tx, voice: Voice, to: string): Promise<{ id: string; name: string; unit: string | null }> {
  const closed = voice.near.closedTo
  if (to.startsWith(unitPrefix)) {
    const unit = (await unitsToTake(tx, { closed, but: voice.near.ownerId })).find(one => one.slug === to.slice(unitPrefix.length))
    if (unit) return unit
    throw new Refusal([{ field: 'receiver', message: nobodyThere }])
  }
  const one = (await colleaguesOf(tx)).find(each => each.id === to)
  if (!one || !(await canHave(tx, to, closed))) throw new Refusal([{ field: 'receiver', message: nobody }])
  return { id: one.id, name: one.name, unit: null }
}
async function waiting(tx: Tx, voice: Voice, { by, today, toSelf }: { by: LocalDate; today: LocalDate; toSelf: boolean }) {
  return waitsUntil({
    urgent: voice.row.urgent,
    ownerHere: voice.owner !== null && !voice.owner.away,
    toSelf,
    way: wayOf(voice, today),
    today,
    by,
    nextWorkingDay: (await deadlineAfter(tx, today, 1)).date,
  })
}
/** Before it is carried out, whoever has it can keep it. */
export async function takeBackVoice(tx: Tx, who: Principal, { voiceId }: { voiceId: string }): Promise<void> {
  const { voice } = await beginStep(tx, who, voiceId, 'takeBack')
  await giveUp(tx, who, voice)
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
const nobodyThere = {
  da: 'Ingen i den enhed kan få den nu. Vælg en kollega.',
  en: 'Nobody in that unit can have it now. Choose a colleague.',
}
const where = { da: 'Skriv, hvem eller hvor den går videre til.', en: 'Write to whom or where it goes on.' }
const when = {
  da: 'Vælg en dag inden for 60 dage. Personen ser den.',
  en: 'Choose a day within 60 days. The person sees it.',
}
