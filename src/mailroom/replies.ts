// An answer that came by letter to a thread: the room that keeps the thread hears of it. A letter is a claim, never an identity.
import { letterAnswered } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'

export interface Reply {
  /** The thing whose thread it is. */
  readonly about: string
  /** The letter as it was kept. */
  readonly letterId: string
  /** What the writer wrote themselves, as plain text. */
  readonly text: string
  /** Where it says it comes from; anybody can write that. */
  readonly from: string | null
}
type Hear = (tx: Tx, who: Principal, reply: Reply) => Promise<void>

const ears: Hear[] = []

/** Hears of every answer, in the transaction that sorts it; whoever listens looks for what is theirs and changes nothing that needs a person. */
export function registerReplies(hear: Hear): void {
  ears.push(hear)
}
/** Tells of an answer once it lies on its thread: the letter it answers shows it, and its room hears. */
export async function tellReply(tx: Tx, who: Principal, reply: Reply): Promise<void> {
  await letterAnswered(tx, who, { about: reply.about, from: reply.from })
  for (const hear of ears) await hear(tx, who, reply)
}
