// Whom a personal substitute stands in for.
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayKeepSeats } from './access.ts'
import { charterInForce } from './charter-in-force.ts'
import { holdsSubstitutes } from './charters/index.ts'
import { seatPlan } from './seat-plan.ts'
import { namedSeatings, seatingOf } from './store.ts'
import { standInsOf, writeStandIn } from './substitute-store.ts'

export interface StandFor {
  /** The substitute's own seating. */
  readonly seating: string
  readonly group: string
  readonly seat: number
}

/** Writes down which seat the substitute stands in for. One seat has one personal substitute. */
export async function standFor(tx: Tx, who: Principal, { seating: id, group, seat }: StandFor): Promise<void> {
  if (!mayKeepSeats(who)) throw new NotAllowed()
  const seating = await seatingOf(tx, id)
  if (!seating || seating.endedOn !== null) throw new NotFound()
  if (who.kind === 'staff' && seating.personId === who.personId) throw new NotAllowed()
  const inForce = await charterInForce(tx, seating.council, seating.from)
  const own = inForce?.charter.groups.find(one => one.id === seating.group)
  const place = inForce && seatPlan(inForce.charter).find(one => one.group === group && one.seat === seat && one.voting)
  if (!inForce || !own || !holdsSubstitutes(own) || !place || (own.substitutes?.for && !own.substitutes.for.includes(group)))
    throw new Refusal([
      { field: 'standsFor', message: { da: 'Vælg en plads, personen kan træde ind på.', en: 'Choose a seat the person can step in for.' } },
    ])
  const others = (await namedSeatings(tx, seating.council, seating.from)).filter(one => one.id !== id)
  const taken = await standInsOf(
    tx,
    others.map(one => one.id),
  )
  const other = others.find(one => taken.get(one.id)?.group === group && taken.get(one.id)?.seat === seat)
  if (other)
    throw new Refusal([
      {
        field: 'standsFor',
        message: { da: `${other.name} er allerede suppleant for den plads.`, en: `${other.name} is the substitute for that seat already.` },
      },
    ])
  await writeStandIn(tx, who, id, { group, seat })
  await record(tx, who, { kind: 'substitute.stands-for', about: seating.memberId, facts: { council: seating.council, group, seat } })
}
