// A letter as another room works with it: what it says, on which matter, and whether it has been dealt with.
import type { Tx } from '../platform/db/act.ts'
import { isId } from '../platform/ids.ts'
import type { LetterFacts } from './reading/facts.ts'
import { factsOf, letterRow, lettersToMatter, moveThread, partThread, writeFinished } from './sort-store.ts'

export interface WorkLetter {
  readonly id: string
  readonly mailbox: string
  readonly desk: string
  readonly thread: string
  readonly arrivedAt: Date
  readonly finished: boolean
  readonly facts: LetterFacts
}

/** The letter, locked until the transaction ends when it is to be worked on; null when it is not there, unreadable or erased. */
export async function letterToWork(tx: Tx, id: string, lock = false): Promise<WorkLetter | null> {
  const row = isId(id) ? await letterRow(tx, id, lock) : null
  const facts = row && (await factsOf(tx, row))
  if (!row || !facts) return null
  return {
    id,
    mailbox: row.mailbox,
    desk: row.desk,
    thread: row.thread,
    arrivedAt: row.arrived_at,
    finished: row.finished_at !== null,
    facts,
  }
}

/** The matter a letter opened has become another thing: everything on it goes there, and the letter is dealt with. */
export async function moveThreadTo(tx: Tx, letter: string, to: string, by: string | null): Promise<void> {
  const row = await letterRow(tx, letter)
  await moveThread(tx, row?.thread ?? letter, to)
  await writeFinished(tx, letter, tx.now, by)
}

/** The letter lies on a matter it has nothing to do with: it is one of its own again. */
export async function partLetter(tx: Tx, letter: string): Promise<void> {
  await partThread(tx, letter)
}

/** What a letter had become is taken back: it and those that came with it are a matter of their own again, and it is open. */
export async function partFromMatter(
  tx: Tx,
  { letter, letters }: { readonly letter: string; readonly letters: readonly string[] },
): Promise<void> {
  await lettersToMatter(tx, letters, letter)
  await writeFinished(tx, letter, null, null)
}
