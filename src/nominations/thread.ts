// The thread of one person: everything said and written, in and out, by whatever channel, oldest first. Pure.
import type { Channel, ContactResult } from './nomination.ts'
import type { How } from './tables.ts'

/** How a letter of ours stands, in one word of the catalogue. */
export type LetterStanding =
  | 'regrettable'
  | 'leaving'
  | 'trying'
  | 'kept'
  | 'failed'
  | 'bounced'
  | 'withdrawn'
  | 'to_post'
  | 'posted'
  | 'answered'
  | 'delivered'
  | 'delayed'
  | 'sent'
export interface OurLetter {
  readonly state: 'waiting' | 'sent' | 'kept' | 'failed' | 'withdrawn' | 'bounced' | 'to_post' | 'posted'
  readonly notBefore: Date
  readonly attempts: number
  readonly deliveredAt: Date | null
  readonly delayedAt: Date | null
  readonly answeredAt: Date | null
}

/** What is told of a letter: the latest that is known. "Sent" says only that the next mail server took it; nobody can promise more. */
export function standingOfLetter(letter: OurLetter, now: Date): LetterStanding {
  if (letter.state === 'waiting') {
    if (letter.attempts > 0) return 'trying'
    return letter.notBefore > now ? 'regrettable' : 'leaving'
  }
  if (letter.answeredAt && (letter.state === 'sent' || letter.state === 'posted')) return 'answered'
  if (letter.state !== 'sent') return letter.state
  return letter.deliveredAt ? 'delivered' : letter.delayedAt ? 'delayed' : 'sent'
}
/** A letter that can still be taken back. */
export const canRegret = (standing: LetterStanding): boolean => standing === 'regrettable' || standing === 'kept' || standing === 'to_post'

export type Entry = { readonly id: string; readonly at: Date; readonly text: string | null } & (
  | {
      readonly kind: 'letter'
      readonly subject: string
      readonly language: string
      readonly standing: LetterStanding
      readonly until: Date
      readonly auto: boolean
      readonly by: string | null
      readonly postedOn: string | null
    }
  | { readonly kind: 'letter-in'; readonly subject: string | null }
  | { readonly kind: 'contact'; readonly how: How; readonly result: ContactResult; readonly by: string | null }
  | { readonly kind: 'received'; readonly channel: Channel; readonly council: string; readonly suggested: boolean }
  | { readonly kind: 'own-page'; readonly event: string }
)

/** One after the other, oldest first; what happened at the same moment keeps its order of making. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** Those in which every word of the search stands, in what is shown of them. No words: all. */
export function found(entries: readonly Entry[], shown: (entry: Entry) => string, words: string): Entry[] {
  const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const asked = fold(words).split(/\s+/).filter(Boolean).slice(0, 8)
  return entries.filter(entry => {
    const text = fold(shown(entry))
    return asked.every(word => text.includes(word))
  })
}
