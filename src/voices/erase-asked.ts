// Erasing for somebody who has lost their code or never had one: one human sees who they are, another agrees, and then it goes as it goes by code.
import { openDues, owe, settle } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal, Staff, System } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal, type Said } from '../platform/refusal.ts'
import { mayWork, reachOf } from './access.ts'
import { askState, askSteps, eraseDay, eraseDue, type How, type Proof, proofsFor } from './erase-ask.ts'
import { changeEraseAsk, type EraseAsk, eraseAskOf, eraseAsksDue, hasCode, writeEraseAsk } from './erase-store.ts'
import { eraseVoice } from './own-steps.ts'
import { quiet } from './quiet.ts'
import { type Voice, voiceOf } from './read-voice.ts'
import { secondHuman } from './second-human.ts'
import { beginStep } from './staff-step.ts'
import { addLine, lockVoice } from './store.ts'
import { voiceWords as w } from './words.ts'

/** Working days until a second human has looked. */
const lookWithin = 2
/** At most so many a round. */
const most = 200

/** What this colleague can honestly have seen of who told. */
export async function proofsOf(tx: Tx, who: Staff, { row, details, consent }: Voice): Promise<readonly Proof[]> {
  const codes = await hasCode(tx, row.id)
  return proofsFor({ details, reply: row.reply, enteredBy: row.entered_by, codes, forSomebody: consent !== null }, who.personId)
}

export interface Asking {
  readonly voiceId: string
  readonly how: How
  readonly proof: Proof
  /** They were told what the municipality must keep by law, and that a published theme stays. */
  readonly said: boolean
}
/** @throws Refusal when this cannot have been seen, when they were not told what stays, or when it is asked already */
export async function askErasing(tx: Tx, who: Principal, { voiceId, how, proof, said }: Asking): Promise<void> {
  const { voice, who: me } = await beginStep(tx, who, voiceId, 'note')
  const before = await eraseAskOf(tx, voiceId)
  if (before && before.stopped_on === null) throw new Refusal(both('staff.erase.already'))
  if (!(await proofsOf(tx, me, voice)).includes(proof)) throw new Refusal([{ field: 'proof', message: both('staff.erase.proof.not') }])
  if (!said) throw new Refusal([{ field: 'said', message: both('staff.erase.said.needed') }])
  const today = localDate(tx.now)
  await writeEraseAsk(tx, { voice_id: voiceId, how, proof, asked_by: me.personId, asked_on: today })
  await record(quiet(tx), who, { kind: 'voice.erase-asked', about: voiceId, facts: { how, proof } })
  const other = await secondHuman(tx, [me.personId, ...voice.near.closedTo])
  await owe(quiet(tx), who, {
    kind: eraseDue,
    about: voiceId,
    owner: other,
    office: other ? null : 'sekretariat',
    receivedOn: today,
    workingDays: lookWithin,
    rule: { id: 'B2e', force: 'promise' },
  })
}

export interface Answering {
  readonly voiceId: string
  readonly agree: boolean
  readonly why: string
}
/** Agrees or stops it. True when it is erased now. Whoever asked can stop it, and cannot agree with themself. */
export async function answerErasing(tx: Tx, who: Principal, { voiceId, agree, why }: Answering): Promise<boolean> {
  if (!(await lockVoice(tx, voiceId))) throw mayWork(who, true) ? new NotFound() : new NotAllowed()
  const voice = (await voiceOf(tx, voiceId))!
  if (reachOf(who, voice.near) === null || who.kind !== 'staff') throw new NotAllowed()
  const ask = await eraseAskOf(tx, voiceId)
  if (!ask) throw new NotFound()
  const mine = ask.asked_by === who.personId
  const can = askSteps(stateOf(ask), mine ? 'asker' : 'colleague')
  if (!can.includes(agree ? 'agree' : 'stop')) throw new Refusal(both(agree && mine ? 'staff.erase.not.own' : 'staff.erase.not.open'))
  if (agree) return await agreed(tx, who, ask)
  if (!mine && why === '') throw new Refusal([{ field: 'why', message: both('staff.erase.why.needed') }])
  if (why !== '')
    await addLine(tx, { voice_id: voiceId, kind: 'note', by_person: who.personId, on_day: localDate(tx.now), language: 'da', text: why })
  await stop(tx, who, ask, mine ? 'asker' : 'colleague')
  return false
}
async function agreed(tx: Tx, who: Staff, ask: EraseAsk): Promise<boolean> {
  const today = localDate(tx.now)
  const on = eraseDay(ask.proof, today)
  await record(quiet(tx), who, { kind: 'voice.erase-agreed', about: ask.voice_id })
  if (on <= today) {
    await eraseVoice(tx, who, { voiceId: ask.voice_id, why: 'asked', seen: { how: ask.how, proof: ask.proof } })
    return true
  }
  await changeEraseAsk(tx, ask.voice_id, { agreed_by: who.personId, erase_on: on })
  await settle(quiet(tx), who, ask.voice_id, eraseDue, 'agreed')
  return false
}
async function stop(tx: Tx, who: Principal, ask: EraseAsk, by: 'asker' | 'colleague' | 'code'): Promise<void> {
  await changeEraseAsk(tx, ask.voice_id, { stopped_by: by, stopped_on: localDate(tx.now) })
  const open = await openDues(tx, { abouts: [ask.voice_id], kinds: [eraseDue] })
  if (open.length > 0) await settle(quiet(tx), who, ask.voice_id, eraseDue, 'stopped')
  await record(quiet(tx), who, { kind: 'voice.erase-stopped', about: ask.voice_id, facts: { by } })
}
/** Whoever holds the code says that it was not them. */
export async function keepVoice(tx: Tx, who: Principal, { voiceId }: { voiceId: string }): Promise<void> {
  await lockVoice(tx, voiceId)
  const ask = await eraseAskOf(tx, voiceId)
  if (ask && askSteps(stateOf(ask), 'code').includes('stop')) await stop(tx, who, ask, 'code')
}
/** For the page of whoever holds the code: what is asked and not stopped. */
export async function openEraseAsk(tx: Tx, voiceId: string): Promise<{ on: string; eraseOn: string | null } | null> {
  const ask = await eraseAskOf(tx, voiceId)
  return ask && ask.stopped_on === null ? { on: ask.asked_on, eraseOn: ask.erase_on } : null
}
export const stateOf = (ask: EraseAsk) => askState({ agreed: ask.agreed_by !== null, stopped: ask.stopped_on !== null })

/** Erases what was agreed to and nobody has said no to, once the day has come. */
export async function eraseAsked(tx: Tx, who: System): Promise<void> {
  for (const { voice_id, how, proof } of await eraseAsksDue(tx, localDate(tx.now), most))
    await eraseVoice(tx, who, { voiceId: voice_id, why: 'asked', seen: { how, proof } })
}

const both = (key: Parameters<typeof w>[1]): Said => ({ da: w('da', key), en: w('en', key as 'staff.erase') })
