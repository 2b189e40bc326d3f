// The life of one nomination: its states, what leads from one to the next, and what is always owed until a final answer.
import type { Shortcoming } from '../platform/refusal.ts'

export const states = [
  'suggested',
  'received',
  'contacted',
  'in_talk',
  'proposed',
  'appointed',
  'reserve',
  'not_this_time',
  'withdrawn',
] as const
export type State = (typeof states)[number]

/** What can be done to a nomination. `accept` is the yes of a person somebody else suggested. */
export const verbs = ['accept', 'contact', 'talk', 'propose', 'take_back', 'appoint', 'reserve', 'decline', 'withdraw', 'reopen'] as const
export type Verb = (typeof verbs)[number]

/** How a nomination came to us; every channel makes the same record. */
export const channels = ['web', 'email', 'phone', 'counter', 'letter', 'outreach'] as const
export type Channel = (typeof channels)[number]

const ways: Record<State, Partial<Record<Verb, State>>> = {
  suggested: { accept: 'received', withdraw: 'withdrawn' },
  received: { contact: 'contacted', propose: 'proposed', reserve: 'reserve', decline: 'not_this_time', withdraw: 'withdrawn' },
  contacted: { talk: 'in_talk', propose: 'proposed', reserve: 'reserve', decline: 'not_this_time', withdraw: 'withdrawn' },
  in_talk: { propose: 'proposed', reserve: 'reserve', decline: 'not_this_time', withdraw: 'withdrawn' },
  proposed: { take_back: 'in_talk', appoint: 'appointed', reserve: 'reserve', decline: 'not_this_time', withdraw: 'withdrawn' },
  reserve: { propose: 'proposed', appoint: 'appointed', decline: 'not_this_time', withdraw: 'withdrawn' },
  appointed: {},
  not_this_time: { reopen: 'in_talk' },
  withdrawn: { reopen: 'in_talk' },
}

/** Where the verb leads from this state; null when it leads nowhere. A body decides about whom it likes: `appoint` also without a proposal. */
export function after(state: State, verb: Verb): State | null {
  if (verb === 'appoint' && isOpen(state) && state !== 'suggested') return 'appointed'
  return ways[state][verb] ?? null
}
/** What can be done from here. */
export function possible(state: State): Verb[] {
  return verbs.filter(verb => after(state, verb) !== null)
}

/** The states with an answer; the row carries when and by whom. */
const closedStates = ['appointed', 'reserve', 'not_this_time', 'withdrawn'] as const
/** True until there is an answer. */
export function isOpen(state: State): boolean {
  return !(closedStates as readonly State[]).includes(state)
}
/** Nobody is put on a slate before they have said yes, nor after they took it back. A reserve can be asked again. */
export function onSlates(state: State): boolean {
  return state === 'received' || state === 'contacted' || state === 'in_talk' || state === 'proposed' || state === 'reserve'
}

/** What is owed to the person: to be asked, to be contacted (A37), the next step, the final answer, or nothing more. */
export type Owed = 'nomination.ask' | 'nomination.contact' | 'nomination.next' | 'nomination.answer'
export const owedKinds: readonly Owed[] = ['nomination.ask', 'nomination.contact', 'nomination.next', 'nomination.answer']

export interface Standing {
  readonly state: State
  /** Somebody here reached the person, or wrote to them. */
  readonly contacted: boolean
  /** The person has been told how it ended. */
  readonly answered: boolean
}
/** The one promise that is open now; null only when the person has their final answer. Every open promise has an owner and a date. */
export function owedNow({ state, contacted, answered }: Standing): Owed | null {
  if (state === 'suggested') return 'nomination.ask'
  if (state === 'withdrawn') return null
  if (!isOpen(state) && !answered) return 'nomination.answer'
  if (state === 'appointed' || state === 'not_this_time') return null
  return contacted ? 'nomination.next' : 'nomination.contact'
}

/**
 * What stands in the way of the verb. A no and a place on the waiting list need a contact that was recorded (A37) and a reason. The
 * person's own no needs nothing; where staff write that somebody withdrew, it is recorded how they heard it (`told`). What a body decided
 * is written as decided: the contact is then owed with the answer.
 */
export function obstacles(
  now: Standing,
  verb: Verb,
  reason: string | null,
  told: 'by the person' | 'by staff' = 'by the person',
): Shortcoming[] {
  if (after(now.state, verb) === null)
    return [
      {
        message: {
          da: 'Det kan ikke gøres herfra. Siden kan være ændret, siden du åbnede den.',
          en: 'This cannot be done from here. The page may have changed since you opened it.',
        },
      },
    ]
  const closes = verb === 'reserve' || verb === 'decline'
  const faults: Shortcoming[] = []
  if (closes && !now.contacted)
    faults.push({
      message: {
        da: 'Skriv først, hvornår og hvordan I har kontaktet personen. Vi har lovet at kontakte alle.',
        en: 'First write when and how you contacted the person. We have promised to contact everybody.',
      },
    })
  if (verb === 'withdraw' && told === 'by staff' && !now.contacted)
    faults.push({
      message: {
        da: 'Skriv først en kontakt ned: hvornår og hvordan personen sagde det. Har I ikke talt sammen, så kontakt personen først.',
        en: 'First write down a contact: when and how the person said so. If you have not been in touch, contact the person first.',
      },
    })
  if (closes && !reason?.trim())
    faults.push({
      field: 'reason',
      message: { da: 'Skriv en grund. Personen læser den.', en: 'Write a reason. The person will read it.' },
    })
  return faults
}

/** The results of trying to reach somebody. */
export const contactResults = ['talked', 'sent', 'no_answer'] as const
export type ContactResult = (typeof contactResults)[number] | 'invited' | 'said_yes' | 'answered'
/** What a contact came to when somebody who was suggested has been asked by it: by our letter, on the telephone, face to face, in writing. */
export const asking: readonly ContactResult[] = ['invited', 'talked', 'sent']
/** Whether the try keeps the promise of A37: the person was spoken with, or something was sent to them. */
export function keepsPromise(result: ContactResult): boolean {
  return result !== 'no_answer'
}
