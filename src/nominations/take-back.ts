// Whether a nomination that was made of a letter can be taken back: as long as nothing else has happened on it. Pure.
import type { Channel, State } from './nomination.ts'

/** What has happened since, in one word of the catalogue. */
export type Stands = 'theirs' | 'contact' | 'note' | 'changed' | 'step' | 'page' | 'answer' | 'slate' | 'other'

export interface Since {
  /** What the journal says of the candidate and their nominations. */
  readonly kinds: readonly string[]
  readonly nominations: readonly {
    readonly state: State
    readonly channel: Channel
    /** Made when the candidate was. */
    readonly first: boolean
  }[]
  /** Letters on the matter that did not come with the first one. */
  readonly moreLetters: number
  /** A room downstream has begun something with them. */
  readonly begun: boolean
}

/** What making a nomination writes, and what our own letters do by themselves: none of it is somebody's doing. */
const quiet = new Set([
  'nomination.received',
  'nomination.suggested',
  'candidate.invited',
  'letter.sent',
  'letter.regretted',
  'letter.bounced',
  'letter.again',
  'due.escalated',
])
const told: Readonly<Record<string, Stands>> = {
  'candidate.contacted': 'contact',
  'candidate.written-to': 'contact',
  'candidate.link-made': 'contact',
  'letter.posted': 'contact',
  'letter.told-otherwise': 'contact',
  'candidate.reminded': 'contact',
  'candidate.noted': 'note',
  'candidate.changed': 'changed',
  'candidate.merged': 'changed',
  'candidate.tie-confirmed': 'changed',
  'candidate.residence-verified': 'changed',
  'candidate.opened-own-page': 'page',
  'candidate.answered-by-letter': 'answer',
  'candidate.claimed': 'answer',
}
const standsFor = (kind: string): Stands => told[kind] ?? (kind.startsWith('nomination.') ? 'step' : 'other')

/** What stands in the way; nothing when it can be taken back. What is unknown to this list stands in the way. */
export function whatStands({ kinds, nominations, moreLetters, begun }: Since): Stands[] {
  const found = new Set<Stands>()
  if (nominations.some(one => one.channel === 'web')) found.add('theirs')
  for (const kind of kinds) if (!quiet.has(kind)) found.add(standsFor(kind))
  if (nominations.some(one => !one.first || (one.state !== 'received' && one.state !== 'suggested'))) found.add('step')
  if (moreLetters > 0) found.add('answer')
  if (begun) found.add('slate')
  return [...found]
}

/** How our letters to the person stand when the nomination goes: the one that can least be called back decides. */
export type Ours = 'none' | 'stopped' | 'leaving' | 'left'
export function oursWhenTakenBack(letters: readonly { readonly state: string; readonly attempts: number }[]): Ours {
  const each = letters.map(({ state, attempts }): Ours => {
    if (state === 'sent' || state === 'bounced' || state === 'posted') return 'left'
    if (state === 'waiting' && attempts > 0) return 'leaving'
    return state === 'waiting' || state === 'kept' || state === 'to_post' ? 'stopped' : 'none'
  })
  return (['left', 'leaving', 'stopped'] as const).find(one => each.includes(one)) ?? 'none'
}
