// Somebody leaves a seat: the seat is empty, the rule it breaks is shown, and somebody has to find the next one.
import type { LocalDate } from '../platform/clock.ts'
import { addMonths, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { Conflict, NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayDecideFor, mayKeepSeats } from './access.ts'
import { charterInForce } from './charter-in-force.ts'
import type { Reason } from './charters/index.ts'
import { endSeating } from './leaving-store.ts'
import type { NamedSeating } from './seating.ts'
import { seatingOf } from './store.ts'
import { type EndReason, type LeavingReason, leavingReasons } from './tables.ts'
import { tellLeft } from './tell-member.ts'
import { oweForVacancy } from './vacancy.ts'

export interface Vacate {
  readonly seating: string
  /** The first day without the seat. */
  readonly on: LocalDate
  readonly reason: LeavingReason
}
export interface Vacated {
  readonly seating: NamedSeating
  /** The rules the empty seat breaks. */
  readonly broken: readonly Reason[]
}

/** Ends a seating. The seat is empty from the day on; the work list asks for the substitute, and for more when the council is now too small. */
export async function vacate(tx: Tx, who: Principal, { seating: id, on, reason }: Vacate): Promise<Vacated> {
  const seating = await seatingOf(tx, id)
  if (!seating) throw new NotFound()
  if (!(await mayVacate(tx, who, seating))) throw new NotAllowed()
  if (!leavingReasons.includes(reason)) throw new Refusal([{ field: 'reason', message: { da: 'Vælg en grund.', en: 'Choose a reason.' } }])
  if (on < seating.from)
    throw new Refusal([
      { field: 'on', message: { da: 'Dagen ligger før den dag, pladsen blev besat.', en: 'The day is before the seat was taken.' } },
    ])
  if (on > addMonths(localDate(tx.now), 60))
    throw new Refusal([
      {
        field: 'on',
        message: {
          da: 'Dagen ligger mere end fem år fremme. Se efter, om året er rigtigt.',
          en: 'The day is more than five years ahead. See whether the year is right.',
        },
      },
    ])
  return await leaveSeat(tx, who, seating, on, reason)
}

async function mayVacate(tx: Tx, who: Principal, seating: NamedSeating): Promise<boolean> {
  if (who.kind === 'system' || mayKeepSeats(who)) return true
  const group = (await charterInForce(tx, seating.council, seating.from))?.charter.groups.find(one => one.id === seating.group)
  return mayDecideFor(who, group?.appointed_by ?? 'municipal_council')
}

/** The same for a job of the house, which has asked nobody. */
export async function leaveSeat(tx: Tx, who: Principal, seating: NamedSeating, on: LocalDate, reason: EndReason): Promise<Vacated> {
  if (!(await endSeating(tx, who, seating, on, reason)))
    throw new Conflict({
      da: 'Det er allerede skrevet ind, at personen er udtrådt.',
      en: 'It is written down already that the person has left.',
    })
  await record(tx, who, {
    kind: 'seat.left',
    about: seating.memberId,
    facts: { council: seating.council, group: seating.group, seat: seating.seat, on },
  })
  const goneBy = on <= localDate(tx.now)
  const broken = goneBy && reason !== 'council_abolished' ? await oweForVacancy(tx, who, { ...seating, endedOn: on }) : []
  if (reason !== 'death') await tellLeft(tx, who, seating.memberId, on)
  return { seating: { ...seating, endedOn: on }, broken }
}
