// Tells the rooms downstream what became of a letter about something of theirs.
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'

/** `failed` and `bounced`: it will not arrive. `withdrawn`: somebody took it back before it left. `posted`: on paper, by hand. */
type News = 'sent' | 'failed' | 'bounced' | 'withdrawn' | 'posted'
export interface LetterNews {
  readonly id: string
  readonly about: string
  readonly news: News
}
type Hear = (tx: Tx, who: Principal, news: LetterNews) => Promise<void>

const ears: Hear[] = []

/** Hears of every letter, within the transaction in which it happens; whoever listens looks for what is theirs. */
export function registerLetterNews(hear: Hear): void {
  ears.push(hear)
}
export async function tellNews(tx: Tx, who: Principal, news: LetterNews): Promise<void> {
  for (const hear of ears) await hear(tx, who, news)
}

const threads = new Map<string, (about: string) => string>()

/** Where everything about a thing of this kind stands together, for whoever must call instead. */
export function registerThread(kind: string, at: (about: string) => string): void {
  threads.set(kind, at)
}
export const threadOf = (kind: string, about: string): string | null => threads.get(kind)?.(about) ?? null
