// A seating was written down wrong: the old row stays to be read, a new one stands in its place.
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { Conflict, NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayKeepSeats } from './access.ts'
import { replaceSeating, seatingOf, writeSeating } from './store.ts'

export interface CorrectSeating {
  readonly seating: string
  readonly from: LocalDate
  readonly termTo: LocalDate | null
  /** The person never sat there at all. */
  readonly never?: boolean
}

/** Replaces a seating by a right one, or by none. "Who sat here?" asked as of before the correction still gives the old answer. */
export async function correctSeating(tx: Tx, who: Principal, input: CorrectSeating): Promise<string | null> {
  if (!mayKeepSeats(who)) throw new NotAllowed()
  const wrong = await seatingOf(tx, input.seating)
  if (!wrong) throw new NotFound()
  if (who.kind === 'staff' && wrong.personId === who.personId) throw new NotAllowed()
  if (input.termTo !== null && input.termTo < input.from)
    throw new Refusal([
      { field: 'termTo', message: { da: 'Den sidste dag ligger før den første.', en: 'The last day is before the first.' } },
    ])
  if (!(await replaceSeating(tx, wrong.id)))
    throw new Conflict({ da: 'En anden har lige rettet det.', en: 'Somebody else has just corrected it.' })
  await record(tx, who, {
    kind: 'seat.corrected',
    about: wrong.memberId,
    facts: { council: wrong.council, group: wrong.group, seat: wrong.seat },
  })
  if (input.never) return null
  return await writeSeating(tx, { ...wrong, from: input.from, termTo: input.termTo, corrects: wrong.id })
}
