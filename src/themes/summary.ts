// What can happen to a summary without persons, and what is owed then: no state from which nothing follows before it is out or has ended.
export const summaryStates = ['draft', 'asked', 'confirmed', 'approved', 'gathered', 'published', 'ended'] as const
export type SummaryState = (typeof summaryStates)[number]
const saidHows = ['page', 'phone', 'counter', 'through', 'not_reached', 'no_answer'] as const
export type SaidHow = (typeof saidHows)[number]
/** By a human's voice; the page is the teller's own. */
export const spokenHows = ['phone', 'counter', 'through'] as const
export type EndedHow = 'refused' | 'withdrawn' | 'dropped'

export interface SummaryStands {
  readonly state: SummaryState
  /** What the teller has said of sharing; `no` means never. */
  readonly share: 'yes' | 'ask' | 'no'
  /** There is a way to ask: a code somebody who may see everything holds, or a human who meets them. */
  readonly reachable: boolean
  /** The days to answer in have passed. */
  readonly waitedOut: boolean
}
export type Owed = 'summary.write' | 'summary.answer' | 'summary.approve' | 'summary.gather'
export const owedKinds: readonly Owed[] = ['summary.write', 'summary.answer', 'summary.approve', 'summary.gather']
/** Working days until each is late. A gathered one is owed with its theme. */
export const owedDays: Readonly<Record<Owed, number>> = {
  'summary.write': 5,
  'summary.answer': 20,
  'summary.approve': 5,
  'summary.gather': 10,
}
export function owedNow(state: SummaryState): Owed | null {
  switch (state) {
    case 'draft':
      return 'summary.write'
    case 'asked':
      return 'summary.answer'
    case 'confirmed':
      return 'summary.approve'
    case 'approved':
      return 'summary.gather'
    default:
      return null
  }
}

export const verbs = [
  'write',
  'ask',
  'goOn',
  'sayYes',
  'sayChange',
  'sayNo',
  'approve',
  'giveBack',
  'gather',
  'take',
  'publish',
  'drop',
] as const
export type Verb = (typeof verbs)[number]
export type Not =
  | 'no-share'
  | 'ended'
  | 'published'
  | 'asked'
  | 'not-asked'
  | 'not-reachable'
  | 'reachable'
  | 'must-ask'
  | 'too-early'
  | 'not-yet'
  | 'gathered'

/** Why this cannot be done now; null when it can. */
export function whyNot(now: SummaryStands, verb: Verb): Not | null {
  if (now.state === 'ended') return 'ended'
  if (verb === 'sayNo') return now.state === 'published' ? 'published' : null
  if (verb === 'drop') return now.state === 'published' ? 'published' : null
  if (now.share === 'no') return 'no-share'
  if (now.state === 'published') return 'published'
  switch (verb) {
    case 'write':
      return now.state === 'draft' ? null : now.state === 'gathered' ? 'gathered' : 'asked'
    case 'ask':
      return now.state !== 'draft' ? 'asked' : now.reachable ? null : 'not-reachable'
    case 'goOn':
      // Without the teller's own yes only where they said yes when they told, and either cannot be reached or have let the days pass.
      if (now.share !== 'yes') return 'must-ask'
      if (now.state === 'draft') return now.reachable ? 'reachable' : null
      return now.state !== 'asked' ? 'not-yet' : now.waitedOut ? null : 'too-early'
    case 'sayYes':
    case 'sayChange':
      return now.state === 'asked' ? null : 'not-asked'
    case 'approve':
    case 'giveBack':
      return now.state === 'confirmed' ? null : 'not-yet'
    case 'gather':
      return now.state === 'approved' ? null : now.state === 'gathered' ? 'gathered' : 'not-yet'
    case 'take':
    case 'publish':
      return now.state === 'gathered' ? null : 'not-yet'
  }
}

/** The state afterwards. Ask `whyNot` first. */
export function after(verb: Verb, state: SummaryState): SummaryState {
  switch (verb) {
    case 'write':
    case 'sayChange':
    case 'giveBack':
      return 'draft'
    case 'ask':
      return 'asked'
    case 'goOn':
    case 'sayYes':
      return 'confirmed'
    case 'approve':
    case 'take':
      return 'approved'
    case 'gather':
      return 'gathered'
    case 'publish':
      return 'published'
    case 'sayNo':
    case 'drop':
      return 'ended'
    default:
      return state
  }
}
