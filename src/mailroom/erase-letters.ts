// Letters that belong to nothing are erased on their day: bytes, words and key; the hash stays, so that they do not come in anew.
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal, System } from '../platform/principal.ts'
import { eraseThing } from '../platform/sealed.ts'
import { deletePieces } from './intake/index.ts'
import { dueForErasing, forgetRead, idsOnThread } from './sort-store.ts'

const mostAtOnce = 200

export async function eraseDueLetters(tx: Tx, who: System): Promise<void> {
  for (const id of await dueForErasing(tx, localDate(tx.now), mostAtOnce)) {
    await record(tx, who, { kind: 'letter.erased', about: id })
    await eraseLetter(tx, id)
  }
}

async function eraseLetter(tx: Tx, id: string): Promise<void> {
  await deletePieces(tx, id)
  await forgetRead(tx, id)
  await eraseThing(tx, id)
}

/** What the matter was about is erased, and every letter on it with it. */
export async function eraseThread(tx: Tx, who: Principal, thread: string): Promise<void> {
  for (const id of await idsOnThread(tx, thread)) {
    await record(tx, who, { kind: 'letter.erased', about: id })
    await eraseLetter(tx, id)
  }
}
