// What was made of a letter is taken back with it, and the letter goes where it belongs.
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayReadPost } from './access.ts'
import { deskNamed } from './desks.ts'
import { isDesk, moveLetter } from './move-letter.ts'
import { letterRow } from './sort-store.ts'

export interface UndoMade {
  readonly id: string
  /** Where the letter lies afterwards; the desk it lies on, to begin anew. */
  readonly desk: string
  readonly sure: boolean
}

/** @throws Refusal when nobody has said they are sure, or something has happened since */
export async function undoMade(tx: Tx, who: Principal, { id, desk, sure }: UndoMade): Promise<void> {
  if (!mayReadPost(who)) throw new NotAllowed()
  const row = await letterRow(tx, id, true)
  if (!row || !isDesk(desk)) throw new NotFound()
  const lies = deskNamed(row.desk)
  if (await lies?.made?.(tx, who, row)) {
    if (!sure) throw new Refusal([{ field: 'sure', message: sureNeeded }])
    await lies!.takeBack!(tx, who, row)
  }
  await moveLetter(tx, who, { id, desk })
}

const sureNeeded = {
  da: 'Sæt krydset, hvis det skal slettes. Det kan ikke fortrydes.',
  en: 'Tick the box if it is to be erased. That cannot be undone.',
}
