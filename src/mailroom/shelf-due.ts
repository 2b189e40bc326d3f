// The shelf owes one thing: that somebody looks at the oldest letter on it. Ten thousand letters are one line on the work list.
import { openDues, owe, settle } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { oldestOnShelf } from './sort-store.ts'

export const shelfDue = 'letter.shelf'
const workingDays = 2

/** A letter has come to the shelf. */
export async function keepShelfDue(tx: Tx, who: Principal, letter: string): Promise<void> {
  if (tx.memo.get(shelfDue)) return
  tx.memo.set(shelfDue, true)
  if ((await openDues(tx, { kinds: [shelfDue] })).length > 0) return
  await owe(tx, who, {
    kind: shelfDue,
    about: letter,
    owner: null,
    office: 'sekretariat',
    receivedOn: localDate(tx.now),
    workingDays,
    rule: { id: 'A35', force: 'must' },
  })
}

/** A letter has left the shelf: the next oldest is looked at within the same time. */
export async function passShelfDue(tx: Tx, who: Principal, letter: string, how: string): Promise<void> {
  const open = await openDues(tx, { kinds: [shelfDue], abouts: [letter] })
  if (open.length === 0) return
  await settle(tx, who, letter, shelfDue, how)
  tx.memo.delete(shelfDue)
  const next = await oldestOnShelf(tx)
  if (next) await keepShelfDue(tx, who, next)
}
