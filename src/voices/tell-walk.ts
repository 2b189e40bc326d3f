// Walks through the form of a telling: which page comes next, and when it is sent. Nothing is kept on the way.

import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Asked } from '../platform/http/route.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Sent } from './form-input.ts'
import type { MadePicture } from './picture.ts'
import { keptReceipt, type Receipt, receiptOf, receiveVoice } from './receive-voice.ts'
import { type Step, shortcomings, steps, whos } from './telling.ts'
import { voiceWords as w } from './words.ts'

export type Walked =
  | { readonly show: Step; readonly flow: string; readonly change?: Readonly<Record<string, string>>; readonly not?: 'send.new' }
  | { readonly show: 'receipt' | 'lost'; readonly receipt: Receipt; readonly flow: string }
  | { readonly show: 'kept'; readonly receipt: Receipt }

const back: Readonly<Record<Step, Step>> = { start: 'start', more: 'start', reply: 'more', summary: 'reply' }
const next: Readonly<Record<Step, Step>> = { start: 'more', more: 'reply', reply: 'summary', summary: 'summary' }

export interface Walking {
  readonly sent: Sent
  readonly asked: Asked
  readonly shared: boolean
  readonly pictures?: readonly MadePicture[]
}

/** Takes one page of the form. */
export async function walk(tx: Tx, who: Principal, { sent, asked, shared, pictures }: Walking): Promise<Walked> {
  const { key, state } = asked.form!
  const flow = sent.flow ?? key
  if (sent.step === 'receipt') return await afterReceipt(tx, sent, flow)
  const { go, step } = sent
  // Who reads Arabic and sends from the first page has chosen nothing, and wants no answer in Danish.
  const telling = sent.languageChosen ? sent.telling : { ...sent.telling, language: asked.lang }
  const other = whos.find(one => go === `who:${one}`)
  if (other) return { show: 'start', flow, change: { who: other } }
  if (go === 'stay') return { show: step, flow }
  if (go === 'back') return { show: back[step], flow }
  const edit = steps.find(one => go === `edit:${one}`)
  if (edit) return { show: edit, flow }
  // Who cannot or will not write is called: the number is all that is asked for.
  if (go === 'call') {
    const words = telling.words === '' ? { words: w(asked.lang, 'call.words') } : {}
    return { show: 'reply', flow, change: { reply: 'phone', ...words } }
  }
  const faults = shortcomings(telling, localDate(tx.now))
  const here = (field: string | undefined) => step !== 'start' || ['words', 'consent', 'untilDay'].includes(field ?? '')
  if (faults.some(fault => here(fault.field))) throw new Refusal(faults.filter(fault => here(fault.field)))
  if (go === 'more' || (step !== 'start' && step !== 'summary')) return { show: next[step], flow }
  if ((sent.trapped || state === 'too-fast') && !sent.again) throw new Refusal([{ field: 'again', message: pressAgain(asked) }])
  const channel = shared ? 'shared' : 'web'
  const receipt = await receiveVoice(tx, who, { telling, channel, key: flow, ...(pictures ? { pictures } : {}) })
  // Its code was put away, and what was typed since is not lost: sent once more, it is a telling of its own.
  if (receipt.kept && receipt.changed) return { show: step, flow: '', not: 'send.new' }
  return receipt.kept ? { show: 'kept', receipt } : { show: 'receipt', receipt, flow }
}
const pressAgain = ({ lang }: Asked) => ({ da: w('da', 'press.again'), en: w('en', 'press.again'), [lang]: w(lang, 'press.again') })

/** On the receipt: kept, cannot be kept, or once more. */
async function afterReceipt(tx: Tx, sent: Sent, flow: string): Promise<Walked> {
  if (sent.go === 'kept') await keptReceipt(tx, flow)
  const receipt = await receiptOf(tx, flow)
  if (!receipt) return { show: 'start', flow }
  if (receipt.kept) return { show: 'kept', receipt }
  return { show: sent.go === 'lost' ? 'lost' : 'receipt', receipt, flow }
}
