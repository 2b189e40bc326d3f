// Inviting somebody of the network into a talk, letting them in once, taking it back at once; or noting why nobody can take part.
import { createHash } from 'node:crypto'
import { localDate } from '../platform/clock.ts'
import { makeReceipt, type ReceiptCode, receiptIndex } from '../platform/crypto/receipt.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal, type Said } from '../platform/refusal.ts'
import { carriesCodeOf, codeInText } from './code-in-text.ts'
import type { How } from './erase-ask.ts'
import { canWithdraw, daysFrom, type GuestCovers, type GuestDays, guestState, linkOpens, mostGuests, type NoNetwork } from './guest.ts'
import { type Guest, guestOfLink, guestsOf, insertGuest, markOpened, withdrawGuestRow } from './guest-store.ts'
import { quiet } from './quiet.ts'
import { beginStep, endStep } from './staff-step.ts'
import { addCode, addLine, codesOf, lockVoice } from './store.ts'
import { voiceWords as w } from './words.ts'

export interface Inviting {
  readonly voiceId: string
  readonly name: string
  readonly covers: GuestCovers | null
  readonly days: GuestDays | null
  /** The secret key of the form: sent again, it makes the same link. */
  readonly form: string
}
type Inviter = { readonly by: 'teller' | 'person' } | { readonly by: 'staff'; readonly personId: string; readonly saidHow: How }

/** The link of an invitation, from the key of its form: kept nowhere, and the same when the press comes twice. */
export const linkToken = (voiceId: string, form: string): string =>
  createHash('sha256').update(`guest ${voiceId} ${form}`, 'utf8').digest().subarray(0, 24).toString('base64url')

/** @throws Refusal without a name, without saying what they may see and how long, or when enough take part */
export async function inviteGuest(
  tx: Tx,
  who: Principal,
  { voiceId, name, covers, days, form, ...inviter }: Inviting & Inviter,
): Promise<string> {
  await lockVoice(tx, voiceId)
  const token = linkToken(voiceId, form)
  const today = localDate(tx.now)
  const faults = [
    ...(name.trim() === '' ? [{ field: 'guestName', message: say.name }] : []),
    ...(covers ? [] : [{ field: 'guestCovers', message: say.covers }]),
    ...(days ? [] : [{ field: 'guestDays', message: say.days }]),
  ]
  if (!covers || !days || faults.length > 0) throw new Refusal(faults)
  const codes = (await codesOf(tx, voiceId)).map(code => code.index)
  if (carriesCodeOf(tx.keys.of(tx.municipalityId), name, codes)) throw new Refusal([{ field: 'guestName', message: codeInText }])
  const there = (await guestsOf(tx, voiceId)).filter(one => canWithdraw(guestState(one, today)))
  if (there.length >= mostGuests) throw new Refusal([{ field: 'guestName', message: say.many }])
  const { linkUntil, until } = daysFrom(today, days)
  const made = await insertGuest(tx, token, {
    voice_id: voiceId,
    name: name.trim(),
    covers,
    link_until: linkUntil,
    until_day: until,
    invited_by: inviter.by,
    by_person: inviter.by === 'staff' ? inviter.personId : null,
    said_how: inviter.by === 'staff' ? inviter.saidHow : null,
    invited_on: today,
  })
  if (made) await record(quiet(tx), who, { kind: 'voice.guest-invited', about: voiceId, facts: { by: inviter.by, covers } })
  return token
}

export interface StaffInviting extends Inviting {
  /** The teller has said yes, and in which way. */
  readonly saidHow: How | null
  readonly sure: boolean
}
/** The named human invites for a teller who has said yes. @throws Refusal without that yes */
export async function inviteForTeller(tx: Tx, who: Principal, { saidHow, sure, ...inviting }: StaffInviting): Promise<string> {
  const { who: me } = await beginStep(tx, who, inviting.voiceId, 'note')
  if (!saidHow || !sure) throw new Refusal([{ field: saidHow ? 'sure' : 'saidHow', message: both('staff.network.yes.needed') }])
  return await inviteGuest(tx, who, { ...inviting, by: 'staff', personId: me.personId, saidHow })
}

/** Takes an invitation back: whoever invited, or the human for them. It holds at once. */
export async function withdrawGuest(tx: Tx, who: Principal, { voiceId, guestId }: { voiceId: string; guestId: string }): Promise<void> {
  await lockVoice(tx, voiceId)
  const today = localDate(tx.now)
  const guest = (await guestsOf(tx, voiceId)).find(one => one.id === guestId)
  if (!guest || !canWithdraw(guestState(guest, today))) return
  await withdrawGuestRow(tx, guest, today)
  await record(quiet(tx), who, { kind: 'voice.guest-withdrawn', about: voiceId })
}
export async function withdrawForTeller(tx: Tx, who: Principal, { voiceId, guestId }: { voiceId: string; guestId: string }): Promise<void> {
  await beginStep(tx, who, voiceId, 'note')
  await withdrawGuest(tx, who, { voiceId, guestId })
}

/** Lets the one who was invited in: once, within its days, with a code of their own. The same form shows the same code. Null for every other link. */
export async function openInvitation(
  tx: Tx,
  who: Principal,
  { token, form }: { token: string; form: string },
): Promise<{ readonly guest: Guest; readonly code: ReceiptCode } | null> {
  const guest = await guestOfLink(tx, token)
  if (!guest) return null
  const keys = tx.keys.of(tx.municipalityId)
  const code = makeReceipt(keys, form)
  const index = receiptIndex(keys, code)
  const today = localDate(tx.now)
  if (guest.code_index) return guestState(guest, today) === 'with-us' && index.equals(guest.code_index) ? { guest, code } : null
  if (!linkOpens(guest, today)) return null
  await addCode(tx, guest.voice_id, index, 'guest')
  await markOpened(tx, guest.id, index, today)
  await record(quiet(tx), who, { kind: 'voice.guest-came', about: guest.voice_id })
  return { guest: { ...guest, code_index: index, opened_on: today, opened: true }, code }
}

/** Why nobody of the network takes part, in one of few words. */
export async function noteNoNetwork(tx: Tx, who: Principal, { voiceId, reason }: { voiceId: string; reason: NoNetwork }): Promise<void> {
  const { voice, who: me } = await beginStep(tx, who, voiceId, 'note')
  if (voice.guests.some(one => canWithdraw(guestState(one, localDate(tx.now)))))
    throw new Refusal([{ field: 'noNetwork', message: both('staff.network.there') }])
  await addLine(tx, { voice_id: voiceId, kind: 'network', by_person: me.personId, on_day: localDate(tx.now), language: 'da', text: reason })
  await endStep(tx, who, voice, 'note')
}

const both = (key: 'staff.network.yes.needed' | 'staff.network.there'): Said => ({ da: w('da', key), en: w('en', key) })
const say = {
  name: {
    da: 'Skriv, hvad du kalder den, du vil have med.',
    en: 'Write what you call the person you want with you.',
    ar: 'اكتب ما تنادي به الشخص الذي تريده معك.',
    tr: 'Yanınızda olmasını istediğiniz kişiye ne dediğinizi yazın.',
    ur: 'لکھیں کہ جسے آپ ساتھ چاہتے ہیں اسے کیا کہتے ہیں۔',
  },
  covers: {
    da: 'Vælg, hvad den anden må se.',
    en: 'Choose what the other person may see.',
    ar: 'اختر ما يمكن للشخص الآخر أن يراه.',
    tr: 'Diğer kişinin neyi görebileceğini seçin.',
    ur: 'چنیں کہ دوسرا شخص کیا دیکھ سکتا ہے۔',
  },
  days: {
    da: 'Vælg, hvor længe den anden må være med.',
    en: 'Choose how long the other person may take part.',
    ar: 'اختر المدة التي يشارك فيها الشخص الآخر.',
    tr: 'Diğer kişinin ne kadar süre katılacağını seçin.',
    ur: 'چنیں کہ دوسرا شخص کب تک شامل رہے۔',
  },
  many: {
    da: 'Der er allerede fem med. Fjern en, før du inviterer en ny.',
    en: 'Five people take part already. Remove one before you invite another.',
    ar: 'يشارك خمسة أشخاص بالفعل. أزل واحدًا قبل أن تدعو غيره.',
    tr: 'Şimdiden beş kişi katılıyor. Yenisini davet etmeden önce birini çıkarın.',
    ur: 'پانچ لوگ پہلے سے شامل ہیں۔ نیا بلانے سے پہلے کسی ایک کو ہٹائیں۔',
  },
} satisfies Record<string, Said>
