// What can happen to a voice and what is owed then: always a human, a next step and a day, until it has been answered and closed.
import type { LocalDate } from '../platform/clock.ts'

const kinds = ['own', 'relative', 'behalf', 'foster', 'staff'] as const
export type Kind = (typeof kinds)[number]
/** That one of these wrote is for whoever has it: among colleagues a day and a kind can say who it was. */
export const hushed: ReadonlySet<Kind> = new Set<Kind>(['foster', 'staff'])
export const channels = ['web', 'shared', 'phone', 'counter', 'outreach', 'letter', 'email'] as const
export type Channel = (typeof channels)[number]
export const replies = ['code', 'phone', 'letter', 'email', 'through', 'visit', 'none'] as const
export type Reply = (typeof replies)[number]
export const states = ['received', 'talking', 'paused', 'closed'] as const
export type State = (typeof states)[number]
export const pauseReasons = ['teller_asked', 'waits_for_teller', 'waits_for_other', 'looked_into'] as const
export type PauseReason = (typeof pauseReasons)[number]

const lineKinds = ['told', 'wrote', 'answer', 'note', 'translation', 'handed', 'paused', 'reopened', 'network'] as const
export type LineKind = (typeof lineKinds)[number]
/** Lines that stand on no page of the talk: what staff write for each other. Whoever asks for everything gets them. */
export const inner: ReadonlySet<LineKind> = new Set(['note', 'network'])
const theirs: ReadonlySet<LineKind> = new Set(['told', 'wrote', 'reopened'])

/** Another one has it from here on, and nobody is named as having given it: the line says who has it. */
export const hasMoved = (line: { readonly kind: LineKind; readonly by_person: string | null }): boolean =>
  line.kind === 'handed' && line.by_person === null

/** How a voice stands, as far as rules care. */
export interface Stands {
  readonly state: State
  readonly urgent: boolean
  /** A human has opened it. */
  readonly opened: boolean
  readonly answered: boolean
  /** The last word that waits for an answer is the teller's. */
  readonly ourTurn: boolean
  /** An answer that must still be said, sent or handed over by a human. */
  readonly toPassOn: boolean
  readonly pausedUntil: LocalDate | null
  /** The day by which the one it was handed to gets in touch; null when nothing is open. */
  readonly promisedOn: LocalDate | null
  /** Announced to the one who told, and not yet the new one's. */
  readonly handing: boolean
}

export type Owed = 'voice.open' | 'voice.answer' | 'voice.next' | 'voice.pause' | 'voice.pass-on' | 'voice.hand-over'
export const owedKinds: readonly Owed[] = ['voice.open', 'voice.answer', 'voice.next', 'voice.pause', 'voice.pass-on', 'voice.hand-over']

/** What is owed now. Nothing only when it is closed. */
export function owedNow(now: Stands): readonly Owed[] {
  if (now.state === 'closed') return []
  const owed: Owed[] = []
  if (now.urgent && !now.opened) owed.push('voice.open')
  if (now.state === 'paused') owed.push('voice.pause')
  else if (now.ourTurn) owed.push('voice.answer')
  if (now.toPassOn) owed.push('voice.pass-on')
  if (now.promisedOn) owed.push('voice.hand-over')
  return owed.length > 0 ? owed : ['voice.next']
}

export const verbs = [
  'open',
  'answer',
  'passOn',
  'note',
  'recuse',
  'pause',
  'resume',
  'handOver',
  'takeOver',
  'takeBack',
  'keepHandOver',
  'close',
  'write',
  'reopen',
] as const
export type Verb = (typeof verbs)[number]
/** Why something cannot be done now. */
export type Not =
  | 'closed'
  | 'not-closed'
  | 'unanswered'
  | 'to-pass-on'
  | 'handed-over'
  | 'paused'
  | 'not-paused'
  | 'unopened'
  | 'nothing-to-pass-on'
  | 'not-handed'
  | 'handing'
  | 'not-handing'

/** Why this cannot be done now; null when it can. */
export function whyNot(now: Stands, verb: Verb): Not | null {
  if (verb === 'open' || verb === 'note' || verb === 'recuse' || verb === 'write') return null
  if (verb === 'reopen') return now.state === 'closed' ? null : 'not-closed'
  if (now.state === 'closed') return 'closed'
  switch (verb) {
    case 'answer':
      return null
    case 'passOn':
      return now.toPassOn ? null : 'nothing-to-pass-on'
    case 'pause':
      return now.urgent && !now.opened ? 'unopened' : now.state === 'paused' ? 'paused' : null
    case 'resume':
      return now.state === 'paused' ? null : 'not-paused'
    case 'handOver':
      return now.promisedOn ? 'handed-over' : null
    case 'takeOver':
    case 'takeBack':
      return now.handing ? null : 'not-handing'
    case 'keepHandOver':
      return now.handing ? 'handing' : now.promisedOn ? null : 'not-handed'
    case 'close':
      if (!now.answered || now.ourTurn) return 'unanswered'
      return now.toPassOn ? 'to-pass-on' : now.promisedOn ? 'handed-over' : null
  }
}

export interface Given {
  /** The day of a pause or a hand-over. */
  readonly on?: LocalDate
  /** The answer reaches the teller by a human, not by their code. */
  readonly byHuman?: boolean
  /** A hand-over waits until the one who told has seen it. */
  readonly waits?: boolean
}
/** How it stands afterwards. Ask `whyNot` first. */
export function after(now: Stands, verb: Verb, { on, byHuman = false, waits = false }: Given = {}): Stands {
  const talking = { state: 'talking' as const, pausedUntil: null }
  switch (verb) {
    case 'open':
      return { ...now, opened: true, ...(now.state === 'received' ? talking : {}) }
    case 'answer':
      return { ...now, ...talking, opened: true, answered: true, ourTurn: false, toPassOn: now.toPassOn || byHuman }
    case 'passOn':
      return { ...now, toPassOn: false }
    case 'note':
      return now
    // What is urgent has been opened by nobody until the next human opens it.
    case 'recuse':
      return now.urgent && !now.answered ? { ...now, opened: false } : now
    case 'pause':
      return { ...now, state: 'paused', pausedUntil: on! }
    case 'resume':
      return { ...now, ...talking }
    case 'handOver':
      return { ...now, opened: true, promisedOn: on!, handing: waits }
    case 'takeOver':
      return { ...now, handing: false }
    case 'takeBack':
      return { ...now, handing: false, promisedOn: null }
    case 'keepHandOver':
      return { ...now, promisedOn: null }
    case 'close':
      return { ...now, state: 'closed', pausedUntil: null }
    case 'write':
    case 'reopen':
      return { ...now, ourTurn: true, ...(now.state === 'received' ? {} : talking) }
  }
}

export interface Line {
  readonly kind: LineKind
  readonly how: Reply | null
  readonly passedOn: LocalDate | null
}
/** Whose turn it is and what still has to be passed on, from the lines in their order. */
export function readLines(lines: readonly Line[]): Pick<Stands, 'answered' | 'ourTurn' | 'toPassOn'> {
  const last = (test: (line: Line) => boolean) => lines.findLastIndex(test)
  const answers = lines.filter(line => line.kind === 'answer')
  return {
    answered: answers.length > 0,
    ourTurn: last(line => theirs.has(line.kind)) > last(line => line.kind === 'answer'),
    toPassOn: answers.some(line => byHuman(line.how) && line.passedOn === null),
  }
}
/** These answers reach nobody by themselves: somebody calls, posts them, or says them. */
export type ByHuman = Extract<Reply, 'phone' | 'letter' | 'through' | 'visit'>
export const byHuman = (how: Reply | null): how is ByHuman => how === 'phone' || how === 'letter' || how === 'through' || how === 'visit'

/** The longest pause, in days: after it a human looks again. */
export const longestPause = 60
