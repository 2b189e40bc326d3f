// What whoever holds a code can do: write again, open it again, say whether the help was right, erase everything, take it over.
import { settleAll } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import { makeReceipt, type ReceiptCode, receiptIndex } from '../platform/crypto/receipt.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, Refusal } from '../platform/refusal.ts'
import { eraseThing } from '../platform/sealed.ts'
import { carriesCodeOf, codeInText } from './code-in-text.ts'
import type { How, Proof } from './erase-ask.ts'
import { reachOfGuest } from './guest.ts'
import { keepInStep } from './in-step.ts'
import { tellConsentBack, tellErasing } from './parts.ts'
import { type MadePicture, mostKept, noMorePictures } from './picture.ts'
import { quiet } from './quiet.ts'
import { type Voice, voiceOf } from './read-voice.ts'
import { endStep, sayNot } from './staff-step.ts'
import {
  addCode,
  addLine,
  addPictures,
  codesOf,
  deleteVoice,
  dropCodes,
  dropUnsent,
  lockVoice,
  markPassedOn,
  updateVoice,
  withdrawConsent,
} from './store.ts'
import type { Visit } from './visit-store.ts'
import { type Reply, whyNot } from './voice.ts'

/** A guest sees the whole talk at most, and nothing around it. */
export type Reach = 'all' | 'thread' | 'answers' | 'none'
type Held = Pick<Visit, 'holder' | 'codeIndex'>
export const guestOf = (voice: Pick<Voice, 'guests'>, { codeIndex }: Held) =>
  voice.guests.find(one => one.code_index?.equals(codeIndex)) ?? null
/** What whoever holds this code may see and do: as far as the person agreed, as long as it holds. */
export function reachOfHolder(voice: Pick<Voice, 'consent' | 'guests'>, held: Held, today: string): Reach {
  const { holder } = held
  if (holder === 'guest') return reachOfGuest(guestOf(voice, held), today)
  if (holder === 'person' || !voice.consent) return 'all'
  const { given, covers, until_day, withdrawn_on } = voice.consent
  if (withdrawn_on !== null || (until_day !== null && until_day < today) || given !== 'yes') return 'none'
  return covers === 'everything' ? 'all' : covers === 'answers' ? 'answers' : 'none'
}
/** What let them see it has ended: it was taken back, or its last day has passed. */
export function hasEnded(voice: Pick<Voice, 'consent' | 'guests'>, held: Held, today: string): boolean {
  const { holder } = held
  const { consent } = voice
  if (holder === 'guest') return reachOfGuest(guestOf(voice, held), today) === 'none'
  if (holder === 'person' || consent?.given !== 'yes') return false
  return consent.withdrawn_on !== null || (consent.until_day !== null && consent.until_day < today)
}

/**
 * How an answer comes: as it was asked for, unless somebody else asked who may not see it. Then nobody calls them and no letter goes out:
 * the answer stands here for the one it is about, who has a code or gets one.
 */
export function wayOf(voice: Pick<Voice, 'row' | 'consent' | 'guests'>, today: string): Reply {
  const theirs = reachOfHolder(voice, { holder: 'teller', codeIndex: noCode }, today)
  return theirs === 'none' ? 'code' : voice.row.reply
}
const noCode = Buffer.alloc(0)

/** Who told for somebody else neither erases it nor invites into it: that is for the one it is about. */
export const ownsIt = (voice: Voice, visit: Pick<Visit, 'holder'>, reach: Reach): boolean =>
  reach === 'all' && (visit.holder === 'person' || voice.consent === null)

async function begin(tx: Tx, visit: Visit): Promise<Voice> {
  await lockVoice(tx, visit.voiceId)
  const voice = await voiceOf(tx, visit.voiceId)
  if (!voice) throw new NotAllowed()
  return voice
}

/** @throws Refusal where a text brings a code that opens this voice: whoever reads it would hold it. */
export async function noCodeIn(tx: Tx, voiceId: string, field: string, text: string): Promise<void> {
  if (text === '') return
  const codes = (await codesOf(tx, voiceId)).map(code => code.index)
  if (carriesCodeOf(tx.keys.of(tx.municipalityId), text, codes)) throw new Refusal([{ field, message: codeInText }])
}

/** Writes again. A closed talk opens; a pause ends. */
export async function writeAgain(
  tx: Tx,
  who: Principal,
  { visit, text, language, pictures = [] }: { visit: Visit; text: string; language: string; pictures?: readonly MadePicture[] },
): Promise<void> {
  const voice = await begin(tx, visit)
  await noCodeIn(tx, visit.voiceId, 'text', text)
  if (voice.pictures.length + pictures.length > mostKept) throw new Refusal([{ field: 'pictures', message: noMorePictures }])
  const line = await addLine(tx, {
    voice_id: visit.voiceId,
    kind: 'wrote',
    by_code: visit.holder,
    by_guest: visit.holder === 'guest' ? (guestOf(voice, visit)?.id ?? null) : null,
    on_day: localDate(tx.now),
    language,
    text,
  })
  await addPictures(tx, visit.voiceId, line, pictures)
  await endStep(tx, who, voice, 'write', {}, 'voice.answer')
}
/** Opens a closed talk without a word. */
export async function reopen(tx: Tx, who: Principal, { visit }: { visit: Visit }): Promise<void> {
  const voice = await begin(tx, visit)
  const not = whyNot(voice.stands, 'reopen')
  if (not) throw new Refusal(sayNot(not))
  await addLine(tx, {
    voice_id: visit.voiceId,
    kind: 'reopened',
    by_code: visit.holder,
    on_day: localDate(tx.now),
    language: voice.row.language,
    text: '·',
  })
  await endStep(tx, who, voice, 'reopen')
}
/** Says anew whether a council may hear of it. */
export async function setShare(
  tx: Tx,
  who: Principal,
  { voiceId, share }: { voiceId: string; share: 'yes' | 'ask' | 'no' },
): Promise<void> {
  await updateVoice(tx, voiceId, { share })
  await record(quiet(tx), who, { kind: 'voice.share-said', about: voiceId })
}
/** Did you get the right help, in time? Asked once there is an answer; can be changed. */
export async function sayHelp(
  tx: Tx,
  _who: Principal,
  { visit, help, inTime }: { visit: Visit; help: 'yes' | 'partly' | 'no'; inTime: 'yes' | 'no' | null },
): Promise<void> {
  const voice = await begin(tx, visit)
  if (!voice.stands.answered) return
  await updateVoice(tx, visit.voiceId, { right_help: help, in_time: inTime })
}
/** Gives the person it is about a code of their own; made from the form's key, so that sending it again shows the same. */
export async function giveOwnCode(tx: Tx, who: Principal, { voiceId, key }: { voiceId: string; key: string }): Promise<ReceiptCode> {
  const keys = tx.keys.of(tx.municipalityId)
  const code = makeReceipt(keys, key)
  await addCode(tx, voiceId, receiptIndex(keys, code), 'person')
  await record(quiet(tx), who, { kind: 'voice.code-given', about: voiceId })
  return code
}
/**
 * The person takes back what they agreed to: the code of whoever told for them opens nothing from now on, and what was on its way to them
 * stays here. An answer that somebody was to say to them is no longer owed: the person has it before them.
 */
export async function takeBackConsent(tx: Tx, who: Principal, { voiceId }: { voiceId: string }): Promise<void> {
  await lockVoice(tx, voiceId)
  const today = localDate(tx.now)
  await withdrawConsent(tx, voiceId, today)
  await dropCodes(tx, voiceId, 'teller')
  await dropUnsent(tx, voiceId)
  await markPassedOn(tx, voiceId, today)
  const voice = await voiceOf(tx, voiceId)
  if (voice) await keepInStep(tx, who, voice.row, voice.stands, 'consent-withdrawn')
  await tellConsentBack(tx, who, voiceId)
  await record(quiet(tx), who, { kind: 'voice.consent-withdrawn', about: voiceId })
}

export interface Erasing {
  readonly voiceId: string
  readonly why: 'asked' | 'retention'
  /** Where staff erased it for somebody without their code: how they asked, and how it was seen who they are. */
  readonly seen?: { readonly how: How; readonly proof: Proof }
}
/** Everything, at once and for good. Only that something was there stays, with the day. */
export async function eraseVoice(tx: Tx, who: Principal, { voiceId, why, seen }: Erasing): Promise<void> {
  const now = quiet(tx)
  await tellErasing(now, who, voiceId)
  await settleAll(now, who, voiceId, 'erased')
  await deleteVoice(tx, voiceId)
  await eraseThing(now, voiceId)
  await record(now, who, { kind: 'voice.erased', about: voiceId, facts: { why, ...seen } })
}
