// Recusal (inhabilitet): whoever is too near to the matter gives it away and never sees it again; a human has it all the time.
import { colleaguesOf, handOver, nextInLine, openDues } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal } from '../platform/refusal.ts'
import { ownerOf } from './closed-to.ts'
import { eraseDue } from './erase-ask.ts'
import { eraseAskOf } from './erase-store.ts'
import { groundFor, standingOf } from './ground.ts'
import { waits } from './hand-over.ts'
import { tellRecused } from './parts.ts'
import { quiet } from './quiet.ts'
import { type Voice, voiceOf } from './read-voice.ts'
import { secondHuman } from './second-human.ts'
import { beginStep, endStep } from './staff-step.ts'
import { addLine, endHandOver, promiseBy, updateVoice } from './store.ts'
import { tellUrgent } from './urgent.ts'
import { after } from './voice.ts'
import { canHave } from './who-takes.ts'
import { voiceWords as w } from './words.ts'

/** The grounds of the Public Administration Act (forvaltningsloven § 3), in the words of a form: no story is asked for. */
export const recusals = ['related', 'party', 'interest', 'other'] as const
export interface Recusing {
  readonly voiceId: string
  readonly why: (typeof recusals)[number]
}
/**
 * Closes it to whoever says so, for good. Their part of it goes to somebody who may read it, with every day that was promised.
 * @throws Refusal where nobody else may read it: then a leader must find somebody first
 */
export async function recuseVoice(tx: Tx, who: Principal, { voiceId, why }: Recusing): Promise<void> {
  const { voice, who: me } = await beginStep(tx, who, voiceId, 'recuse')
  const closed = [...voice.near.closedTo, me.personId]
  const owner = voice.near.ownerId
  const stays = owner !== null && owner !== me.personId && (await isLookedAfter(tx, owner, closed))
  const announced = voice.handOvers.find(waits)
  // What is on its way to them stays where it is; what is on its way from them arrives now.
  const back = announced?.to_person === me.personId
  const taker = announced && !back && !stays && (await canHave(tx, announced.to_person!, closed)) ? announced.to_person : null
  const next = stays ? owner : (taker ?? (await nextFor(tx, voice, closed, owner)))
  if (!next) throw new Refusal([{ field: 'why', message: { da: w('da', 'staff.recuse.nobody'), en: w('en', 'staff.recuse.nobody') } }])
  const kept = next === owner
  const today = localDate(tx.now)
  // A day that was said holds, also when somebody else than was announced has it: only where it stays with its owner is it called off.
  const ended = announced && (back || !kept)
  if (ended) await endHandOver(tx, announced.id, kept ? { back_on: today } : { taken_on: today })
  const stands = ended ? after(voice.stands, kept ? 'takeBack' : 'takeOver') : voice.stands
  const unread = voice.row.urgent && !voice.stands.answered
  const change = {
    closed_to: [...voice.row.closed_to, me.personId],
    owner_id: next,
    // That it was opened by somebody who may not have it says nothing about whether a human has read it.
    ...(unread && { opened_on: null, arrived_at: tx.now, deputy_told: false, leader_told: false }),
  }
  await updateVoice(tx, voiceId, change)
  const from = kept ? [me.personId] : [me.personId, owner]
  await giveDues(tx, voiceId, { me: me.personId, from, next, closed })
  if (!kept && !taker) await sayWhoHasIt(tx, voiceId, [...from, announced?.to_person], next)
  await record(quiet(tx), who, { kind: 'voice.recusal', about: voiceId, facts: { why } })
  await endStep(tx, who, { ...voice, stands, row: { ...voice.row, ...change } }, 'recuse')
  await tellRecused(tx, who, (await voiceOf(tx, voiceId))!)
  if (unread) await tellUrgent(tx, (await isHere(tx, next)) ? next : null, closed)
}

/** Whoever has it is here, or somebody else than who may not have it stands in for them. */
async function isLookedAfter(tx: Tx, owner: string, closed: readonly string[]): Promise<boolean> {
  if (await isHere(tx, owner)) return true
  const standIn = (await nextInLine(tx, owner)).deputyId
  return standIn !== null && (await canHave(tx, standIn, closed))
}
/** Somebody who may read it; the owner who is away only when nobody else is left. */
async function nextFor(tx: Tx, { row }: Voice, closed: readonly string[], owner: string | null): Promise<string | null> {
  const not = owner ? [...closed, owner] : closed
  const { personId } = await ownerOf(tx, groundFor(await standingOf(tx), row.kind), not)
  const one = personId && (await canHave(tx, personId, not)) ? personId : await secondHuman(tx, not)
  return one ?? (owner && !closed.includes(owner) ? owner : null)
}
const isHere = async (tx: Tx, id: string) => (await colleaguesOf(tx)).some(one => one.id === id && !one.away)

interface Giving {
  readonly me: string
  /** Whose it was: theirs, an absent owner's, or an office's. */
  readonly from: readonly (string | null)[]
  readonly next: string
  readonly closed: readonly string[]
}
/** What they owed, and what had been passed on to them; who looks at an erasing is never who asked for it. */
async function giveDues(tx: Tx, voiceId: string, { me, from, next, closed }: Giving): Promise<void> {
  for (const due of await openDues(tx, { abouts: [voiceId] })) {
    const theirs = [due.ownerId, due.deputyId, due.leaderId].includes(me)
    if (due.kind === eraseDue) {
      if (theirs) await handOver(tx, voiceId, due.ownerId === me ? await whoLooks(tx, voiceId, closed) : due.ownerId, due.kind)
      continue
    }
    const moves = from.includes(due.ownerId)
    if (moves || theirs) await handOver(tx, voiceId, moves ? next : (due.ownerId ?? next), due.kind)
  }
}
/** Nobody looks at what they asked for themself: without a second human it waits at the secretariat. */
async function whoLooks(tx: Tx, voiceId: string, closed: readonly string[]): Promise<string | null> {
  const asker = (await eraseAskOf(tx, voiceId))?.asked_by
  return await secondHuman(tx, asker ? [asker, ...closed] : closed)
}
/** The one who told reads that another one has it, and who; never why. A contact that was promised is theirs too. */
async function sayWhoHasIt(tx: Tx, voiceId: string, from: readonly (string | null | undefined)[], next: string): Promise<void> {
  const text = (await colleaguesOf(tx)).find(one => one.id === next)!.name
  const position = await addLine(tx, {
    voice_id: voiceId,
    kind: 'handed',
    by_person: null,
    on_day: localDate(tx.now),
    language: 'da',
    text,
  })
  await promiseBy(tx, voiceId, { from: from.filter(id => typeof id === 'string'), to: next, position })
}
