// A substitute is called in and takes the empty seat.
import type { LocalDate } from '../platform/clock.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { Conflict, NotAllowed } from '../platform/refusal.ts'
import { mayKeepSeats } from './access.ts'
import { charterInForce } from './charter-in-force.ts'
import { type Charter, check, holdsSubstitutes, type Reason } from './charters/index.ts'
import { openMembers } from './member-store.ts'
import { seatMember } from './seat-member.ts'
import { type SeatPlace, seatPlan } from './seat-plan.ts'
import type { NamedSeating } from './seating.ts'
import { namedSeatings } from './store.ts'

export interface CallIn {
  readonly council: string
  readonly member: string
  readonly group: string
  readonly seat: number
}

/** Puts the substitute on the seat from today; their place among the substitutes is free again. */
export async function callIn(tx: Tx, who: Principal, input: CallIn): Promise<void> {
  if (!mayKeepSeats(who)) throw new NotAllowed()
  const offer = (await substituteOffers(tx, input.council, localDate(tx.now))).find(
    one => one.substitute.memberId === input.member && one.place.group === input.group && one.place.seat === input.seat,
  )
  if (!offer)
    throw new Conflict({
      da: 'Det kan ikke gøres nu. Pladsen er besat, eller personen er ikke suppleant længere.',
      en: 'This cannot be done now. The seat is taken, or the person is no substitute any more.',
    })
  await seatMember(tx, who, { ...input, from: localDate(tx.now), member: { id: input.member } })
}

export interface SubstituteOffer {
  readonly substitute: NamedSeating
  readonly place: SeatPlace
  /** The requirements that would break with them on the seat. */
  readonly breaks: readonly Reason[]
}

/** Who among the substitutes could take which empty seat that the charter asks for. */
export async function substituteOffers(tx: Tx, council: string, on: LocalDate): Promise<SubstituteOffer[]> {
  const inForce = await charterInForce(tx, council, on)
  if (!inForce) return []
  const sitting = await namedSeatings(tx, council, on)
  const waiting = new Set(inForce.charter.groups.filter(holdsSubstitutes).map(group => group.id))
  const substitutes = sitting.filter(one => waiting.has(one.group))
  const empty = seatPlan(inForce.charter, sitting).filter(
    place => place.voting && place.needed && !sitting.some(one => one.group === place.group && one.seat === place.seat),
  )
  const first = empty.filter((place, at) => empty.findIndex(one => one.group === place.group) === at)
  const people = (
    await openMembers(
      tx,
      sitting.map(one => one.memberId),
    )
  ).map(({ id, attributes }) => ({ ...attributes, id }))
  return substitutes.flatMap(substitute =>
    first.map(place => ({ substitute, place, breaks: breaking(inForce.charter, people, sitting, substitute, place) })),
  )
}

function breaking(
  charter: Charter,
  people: Parameters<typeof check>[1],
  sitting: readonly NamedSeating[],
  one: NamedSeating,
  place: SeatPlace,
): Reason[] {
  const seats = sitting.filter(each => each !== one).map(each => ({ id: each.memberId, seat: each.group }))
  const now = new Set(check(charter, people, [...seats, { id: one.memberId, seat: one.group }]).reasons.map(reason => reason.atom))
  const next = check(charter, people, [...seats, { id: one.memberId, seat: place.group }]).reasons
  return next.filter(
    reason => reason.strength === 'must' && reason.state !== 'open' && (!now.has(reason.atom) || reason.people.includes(one.memberId)),
  )
}
