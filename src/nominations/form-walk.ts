// Walks through the form of a nomination: which page comes next, and when everything is sent.
import type { Tx } from '../platform/db/act.ts'
import type { Asked } from '../platform/http/route.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Shown, type Step, shortcomings } from './answers.ts'
import type { Sent } from './form-input.ts'
import type { Channel } from './nomination.ts'
import { offerOf } from './offer.ts'
import { groundOf, type Keeping, retentionOf } from './open-councils.ts'
import { type Receipt, receiveNomination } from './receive-nomination.ts'

export type Walked =
  | { readonly show: Shown; readonly flow: string; readonly retention: ReadonlyMap<string, Keeping> }
  | { readonly show: 'receipt'; readonly receipt: Receipt }

const next: Record<'start' | Step, Shown> = { start: 'who', who: 'reach', reach: 'summary', summary: 'summary' }
const back: Record<'start' | Step, Shown> = { start: 'start', who: 'start', reach: 'who', summary: 'reach' }
const edits = new Map<string, Shown>([
  ['edit:start', 'start'],
  ['edit:who', 'who'],
  ['edit:reach', 'reach'],
])

/** Said when the form came faster than a human types or filled a trap: nobody is refused, one more press is enough. */
const pressAgain = {
  da: 'Din tilmelding er ikke sendt endnu. Se den igennem, og tryk send igen.',
  en: 'Your nomination has not been sent yet. Look it through and press send again.',
  ar: 'لم يُرسل طلبك بعد. راجعه واضغط أرسل مرة أخرى.',
  tr: 'Başvurunuz henüz gönderilmedi. Gözden geçirin ve yeniden gönder düğmesine basın.',
  ur: 'آپ کی درخواست ابھی نہیں بھیجی گئی۔ ایک نظر دیکھیں اور دوبارہ بھیجیں دبائیں۔',
}

/** Only the summary tells how long things are kept. */
const untold: ReadonlyMap<string, Keeping> = new Map()

/** Takes one page of the form. Nothing is kept on the way; only sending the summary writes. */
export async function walk(tx: Tx, who: Principal, { sent, asked }: { sent: Sent; asked: Asked }): Promise<Walked> {
  const { key, state } = asked.form!
  // The first page's key goes with the form to its end, so that going back and sending again finds the first nomination.
  const flow = sent.flow ?? key
  if (sent.go === 'back') return { show: back[sent.step], flow, retention: untold }
  const edited = edits.get(sent.go)
  if (edited) return { show: edited, flow, retention: untold }
  const channel: Channel = who.kind === 'staff' && sent.channel ? sent.channel : 'web'
  if (sent.step === 'summary') {
    // Who came by the pages before it may know at a glance that it is right.
    const tooFast = state === 'too-fast' && sent.flow === null
    if ((sent.trapped || tooFast) && !sent.again) throw new Refusal([{ field: 'again', message: pressAgain }])
    return { show: 'receipt', receipt: await receiveNomination(tx, who, { answers: sent.answers, channel, key: flow }) }
  }
  const ground = await groundOf(tx)
  const offer = offerOf(ground.open.filter(one => sent.answers.councils.includes(one.slug)))
  const faults = shortcomings(
    sent.step,
    sent.answers,
    offer,
    ground.open.map(one => one.slug),
  )
  if (faults.length > 0) throw new Refusal(faults)
  if (sent.step === 'start' && sent.answers.forWhom === 'link') return { show: 'pass-on', flow, retention: untold }
  const show = next[sent.step]
  return { show, flow, retention: show === 'summary' ? await retentionOf(tx) : untold }
}
