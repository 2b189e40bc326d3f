// What a human has made of a letter, as it stands now, by the journal.
import type { Tx } from '../platform/db/act.ts'
import { type Happened, historyOf } from '../platform/journal.ts'

export const madeFromLetter = 'nomination.from-letter'
export const partedLetter = 'nomination.letter-parted'
export const takenBack = 'nomination.taken-back'
const told = new Set([madeFromLetter, partedLetter, takenBack])

/** The last that was made of the letter, or taken back; null when nothing was. */
export async function lastMade(tx: Tx, letter: string): Promise<Happened | null> {
  return (await historyOf(tx, letter)).filter(event => told.has(event.kind)).at(-1) ?? null
}
/** `confirmed` or `attached`; null when nothing stands. */
export async function madeOf(tx: Tx, letter: string): Promise<string | null> {
  const last = await lastMade(tx, letter)
  return last?.kind === madeFromLetter ? String(last.facts.how ?? 'confirmed') : null
}
