// A substitute is called in by the charter's rule and takes the empty seat.
import { itemOf } from '../municipalities/index.ts'
import type { LocalDate } from '../platform/clock.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { Conflict, NotAllowed, Refusal } from '../platform/refusal.ts'
import { mayKeepSeats } from './access.ts'
import { charterInForce } from './charter-in-force.ts'
import { type Charter, check, holdsSubstitutes, type Reason } from './charters/index.ts'
import { openMembers } from './member-store.ts'
import { seatMember } from './seat-member.ts'
import { type SeatPlace, seatPlan } from './seat-plan.ts'
import type { NamedSeating } from './seating.ts'
import { allSeatings, namedSeatings } from './store.ts'
import { substituteRule, turns, usualSeat, type Way } from './substitute-line.ts'
import { standInsOf, writeCallIn } from './substitute-store.ts'

export interface CallIn {
  readonly council: string
  readonly member: string
  readonly group: string
  readonly seat: number
  /** Why not whoever is first in line; needed when it is somebody else. Only staff read it. */
  readonly outOfTurn?: string | null
}

/**
 * Puts the substitute on the seat from today, by the way the charter says; their place among the substitutes is free again. Where there is
 * a line, somebody further back is called in only with a reason.
 */
export async function callIn(tx: Tx, who: Principal, input: CallIn): Promise<void> {
  if (!mayKeepSeats(who)) throw new NotAllowed()
  const offer = (await substituteOffers(tx, input.council, localDate(tx.now))).find(
    one => one.substitute.memberId === input.member && one.place.group === input.group && one.place.seat === input.seat,
  )
  if (!offer)
    throw new Conflict({
      da: 'Det kan ikke gøres nu. Pladsen er besat, eller personen er ikke suppleant for den.',
      en: 'This cannot be done now. The seat is taken, or the person is no substitute for it.',
    })
  const reason = input.outOfTurn?.trim() || null
  if (offer.turn > 1 && !reason)
    throw new Refusal([
      {
        field: 'outOfTurn',
        message: {
          da: `${offer.substitute.name} er nummer ${offer.turn} i rækken. Skriv, hvorfor den, der står før, ikke træder ind.`,
          en: `${offer.substitute.name} is number ${offer.turn} in line. Write why whoever stands before does not step in.`,
        },
      },
    ])
  const { council, member, group, seat } = input
  const { seating } = await seatMember(tx, who, { council, group, seat, from: localDate(tx.now), member: { id: member } })
  await writeCallIn(tx, who, {
    seating,
    substitute: offer.substitute.id,
    way: offer.way,
    outOfTurn: offer.turn > 1 ? reason : null,
  })
}

export interface SubstituteOffer {
  readonly substitute: NamedSeating
  readonly place: SeatPlace
  readonly way: 'personal' | 'ordered' | 'group'
  /** 1 is whose turn it is. */
  readonly turn: number
  /** The requirements that would break with them on the seat. */
  readonly breaks: readonly Reason[]
}

/** Who among the substitutes could take which empty seat, in the order of the charter's own rule. */
export async function substituteOffers(tx: Tx, council: string, on: LocalDate): Promise<SubstituteOffer[]> {
  const known = await waitingIn(tx, council, on)
  if (!known || known.substitutes.length === 0) return []
  const { charter, sitting, substitutes: waiting, otherwise } = known
  const left = new Set((await allSeatings(tx, council)).filter(one => one.endedOn !== null && one.endedOn <= on).map(seatName))
  const empty = seatPlan(charter, sitting).filter(
    place => place.voting && (place.needed || left.has(seatName(place))) && !sitting.some(one => seatName(one) === seatName(place)),
  )
  const people = (
    await openMembers(
      tx,
      sitting.map(one => one.memberId),
    )
  ).map(({ id, attributes }) => ({ ...attributes, id }))
  const served = new Set<string>()
  return empty.flatMap(place => {
    const rule = substituteRule(charter, place.group, otherwise)
    if (rule.way === 'none') return []
    const { way } = rule
    // One empty seat of a group is as good as another, unless each has a substitute of its own.
    if (way !== 'personal' && served.has(place.group)) return []
    served.add(place.group)
    return turns(rule, place, waiting).map(({ one, place: turn }) => ({
      substitute: one,
      place,
      way,
      turn,
      breaks: breaking(charter, people, sitting, sitting.find(each => each.id === one.id)!, place),
    }))
  })
}

/** Who would step in if this seat fell empty today, in the order of the charter's rule. */
export async function lineFor(
  tx: Tx,
  council: string,
  seat: { readonly group: string; readonly seat: number },
): Promise<{ readonly name: string; readonly turn: number }[]> {
  const waiting = await waitingIn(tx, council, localDate(tx.now))
  if (!waiting) return []
  return turns(substituteRule(waiting.charter, seat.group, waiting.otherwise), seat, waiting.substitutes).map(({ one, place }) => ({
    name: one.name,
    turn: place,
  }))
}

/** The substitutes of a council with the seat each stands in for, and what the council's procedure says of them. */
async function waitingIn(tx: Tx, council: string, on: LocalDate) {
  const inForce = await charterInForce(tx, council, on)
  if (!inForce) return null
  const { charter } = inForce
  const sitting = await namedSeatings(tx, council, on)
  const groups = new Set(charter.groups.filter(holdsSubstitutes).map(group => group.id))
  const them = sitting.filter(one => groups.has(one.group))
  const standsFor = await standInsOf(
    tx,
    them.map(one => one.id),
  )
  const said = (await itemOf(tx, 'council', council))?.procedure.substitutes.value ?? null
  const otherwise: Way | null = said === 'per_group' ? 'group' : said
  const substitutes = them.map(one => ({ ...one, standsFor: standsFor.get(one.id) ?? usualSeat(charter, one) }))
  return { charter, sitting, substitutes, otherwise }
}

const seatName = (one: { readonly group: string; readonly seat: number }) => `${one.group} ${one.seat}`

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
