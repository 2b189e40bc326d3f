// A seating was written down wrong: the old row stays to be read, a new one stands in its place.
import { settle } from '../people/index.ts'
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { Conflict, NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayKeepSeats } from './access.ts'
import { brokenNow } from './councils.ts'
import { carryReason } from './leaving-store.ts'
import { refuseTwice } from './seat-member.ts'
import { replaceSeating, seatingOf, writeSeating } from './store.ts'
import { alertMinimum, vacancyDues } from './vacancy.ts'

export interface CorrectSeating {
  readonly seating: string
  readonly from: LocalDate
  readonly termTo: LocalDate | null
  /** The person never sat there at all. */
  readonly never?: boolean
  /** It was written down that the person leaves, and they do not. */
  readonly stays?: boolean
}

/** Replaces a seating by a right one, or by none. What is written down of the person leaving stays, unless that is the mistake. "Who sat here?" asked as of before the correction still gives the old answer. */
export async function correctSeating(tx: Tx, who: Principal, input: CorrectSeating): Promise<string | null> {
  if (!mayKeepSeats(who)) throw new NotAllowed()
  const wrong = await seatingOf(tx, input.seating)
  if (!wrong) throw new NotFound()
  if (who.kind === 'staff' && wrong.personId === who.personId) throw new NotAllowed()
  if (input.termTo !== null && input.termTo < input.from)
    throw new Refusal([
      { field: 'termTo', message: { da: 'Den sidste dag ligger før den første.', en: 'The last day is before the first.' } },
    ])
  const endedOn = input.stays ? null : wrong.endedOn
  if (endedOn !== null && endedOn < input.from && !input.never)
    throw new Refusal([
      {
        field: 'from',
        message: {
          da: 'Personen udtræder før den dag. Skriv en tidligere dag.',
          en: 'The person leaves before that day. Write an earlier one.',
        },
      },
    ])
  if (!(await replaceSeating(tx, wrong.id)))
    throw new Conflict({ da: 'En anden har lige rettet det.', en: 'Somebody else has just corrected it.' })
  await record(tx, who, {
    kind: 'seat.corrected',
    about: wrong.memberId,
    facts: { council: wrong.council, group: wrong.group, seat: wrong.seat },
  })
  if (input.never) return null
  const id = await writeSeating(tx, { ...wrong, from: input.from, termTo: input.termTo, endedOn, corrects: wrong.id }).catch(refuseTwice)
  if (endedOn !== null) await carryReason(tx, who, wrong.id, id)
  // Nobody has to be found for a seat that is held after all.
  if (wrong.endedOn !== null) {
    await settle(tx, who, wrong.id, vacancyDues.seat, 'no-longer')
    await alertMinimum(tx, who, wrong.council, await brokenNow(tx, wrong.council))
  }
  return id
}
