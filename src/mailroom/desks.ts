// The desks of the post room: downstream rooms register theirs, and say which letters are theirs and what becomes of them.

import type { Tx } from '../platform/db/act.ts'
import type { Bounce } from '../platform/mail/bounce.ts'
import type { Principal } from '../platform/principal.ts'
import type { Said } from '../platform/refusal.ts'
import type { LetterFacts } from './reading/facts.ts'

/** A letter as a desk is handed it. */
export interface DeskLetter {
  readonly id: string
  readonly mailbox: string
  readonly thread: string
  readonly arrivedAt: Date
  readonly facts: LetterFacts
}
export interface Desk {
  readonly name: string
  /** What the municipality's data call it in a mailbox's `receives`; null when no mailbox is meant for it. */
  readonly receives: 'nominations' | 'voices' | 'advice' | null
  /** The desk in the menu of the post room. */
  readonly label: Said
  /** Whether the words of the letter speak of what this desk does. A hint is no reason: answer true only for what fits plainly. */
  words(tx: Tx, facts: LetterFacts): Promise<boolean>
  /** Which of these senders are known here, in hex; a sender is only claimed, so this never opens anything. */
  senders(tx: Tx, indexes: readonly Buffer[]): Promise<ReadonlySet<string>>
  /** Whether the matter is kept here. */
  keeps(tx: Tx, thread: string): Promise<boolean>
  /** The letter has come to this desk. */
  take(tx: Tx, who: Principal, letter: DeskLetter): Promise<void>
  /** The letter is moved away. False when something has been made of it that stands. */
  leave(tx: Tx, who: Principal, letter: DeskLetter): Promise<boolean>
  /** Where somebody works on it; null when it is read in the post room only. */
  place(letterId: string): string | null
  /** What has been made of the letter and stands, so that it cannot just be moved any more. */
  made?(tx: Tx, who: Principal, letter: OfMatter): Promise<Made | null>
  /** Takes back what was made: the letter lies on this desk again as it did before. Refuses when something has happened since. */
  takeBack?(tx: Tx, who: Principal, letter: OfMatter): Promise<void>
  /** What is to be known of a letter here that once lay on this desk. */
  told?(tx: Tx, letter: OfMatter): Promise<readonly Said[]>
}
type OfMatter = { readonly id: string; readonly thread: string }
export interface Made {
  /** Where it is changed. */
  readonly href: string
  readonly text: Said
  readonly label: Said
  /** What is to be known before it is taken back; null when it cannot be. */
  readonly back: { readonly said: readonly Said[]; readonly sure: Said; readonly submit: Said } | null
  /** Why it cannot be taken back, and who decides. */
  readonly why: { readonly lead: Said; readonly list: readonly Said[]; readonly next: Said | null } | null
}

const desks = new Map<string, Desk>()

/** Called once, when the house is put together. */
export function registerDesk(desk: Desk): void {
  const known = desks.get(desk.name)
  if (known && known !== desk) throw new Error(`the desk ${desk.name} is registered twice`)
  desks.set(desk.name, desk)
}
export const allDesks = (): readonly Desk[] => [...desks.values()]
export const deskNamed = (name: string): Desk | null => desks.get(name) ?? null

/** A letter that has been read and laid on its desk, for those who act on every one: receipts, bounces. */
export interface Arrival extends DeskLetter {
  readonly desk: string
  /** The letter of ours that this one reports on, by the address it came to; null otherwise. */
  readonly bounceOf: string | null
  readonly bounce: Bounce | null
}
type OnArrival = (tx: Tx, who: Principal, arrival: Arrival) => Promise<void>
const listeners: OnArrival[] = []

/** Hears of each letter once, in the transaction that lays it on its desk. */
export function registerArrival(heard: OnArrival): void {
  if (!listeners.includes(heard)) listeners.push(heard)
}
export async function tellArrival(tx: Tx, who: Principal, arrival: Arrival): Promise<void> {
  for (const heard of listeners) await heard(tx, who, arrival)
}
