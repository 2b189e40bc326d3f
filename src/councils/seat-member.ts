// Somebody takes a seat: by a decision, by import, or a substitute who is called in.
import { itemOf, itemsOfKind } from '../municipalities/index.ts'
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { Conflict, NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { maySeat } from './access.ts'
import { charterInForce } from './charter-in-force.ts'
import { endSeating } from './leaving-store.ts'
import { memberOfCandidate, type NewMember, openMembers, writeMember } from './member-store.ts'
import { freeSeat, seatPlan } from './seat-plan.ts'
import { seatTerm } from './seat-term.ts'
import type { NamedSeating } from './seating.ts'
import { firstSeated, namedSeatings, writeSeating } from './store.ts'
import { settleVacancy } from './vacancy.ts'

export interface SeatMember {
  readonly council: string
  readonly group: string
  /** Counted within the group; null takes the first free one. */
  readonly seat: number | null
  /** Somebody known already, or somebody new. */
  readonly member: { readonly id: string } | NewMember
  readonly from: LocalDate
  /** The last day; left out, the charter's term counts. */
  readonly termTo?: LocalDate | null
  readonly decisionId?: string
  /** A decision is written as it was minuted, also when the group then has more people than seats. */
  readonly asMinuted?: boolean
}

/**
 * Puts a member on a seat with the term that follows from the charter. Whoever stayed on there after their term makes room; a
 * substitute of the same council gives up that place. Refuses a taken seat and a second seat for the same person.
 */
export async function seatMember(tx: Tx, who: Principal, input: SeatMember): Promise<{ seating: string; member: string }> {
  const inForce = await charterInForce(tx, input.council, input.from)
  const group = inForce?.charter.groups.find(one => one.id === input.group)
  if (!inForce || !group) throw new NotFound()
  const memberId = await knownMember(tx, input.member)
  const personId = memberId
    ? ((await openMembers(tx, [memberId]))[0]?.personId ?? null)
    : 'id' in input.member
      ? null
      : (input.member.personId ?? null)
  if (!maySeat(who, group.appointed_by ?? 'municipal_council', personId)) throw new NotAllowed()

  const sitting = await namedSeatings(tx, input.council, input.from)
  const seat = chooseSeat(input, sitting, inForce.charter)
  const there = sitting.find(one => one.group === input.group && one.seat === seat)
  if (there && there.memberId !== memberId) await makeRoom(tx, who, there, input.from)
  const already = memberId ? sitting.find(one => one.memberId === memberId) : undefined
  if (already) await leaveFor(tx, who, already, inForce.charter.groups.find(one => one.id === already.group)?.voting ?? true, input)

  const { termTo, staysOn } = await termOf(tx, input, group.id, seat)
  const member = memberId ?? (await writeMember(tx, input.member as NewMember))
  const seating = await writeSeating(tx, {
    council: input.council,
    group: input.group,
    seat,
    memberId: member,
    from: input.from,
    termTo,
    staysOn,
    decisionId: input.decisionId ?? null,
  }).catch(refuseTwice)
  await record(tx, who, {
    kind: 'seat.taken',
    about: member,
    because: input.decisionId ? [input.decisionId] : [],
    facts: { council: input.council, group: input.group, seat, from: input.from },
  })
  await settleVacancy(tx, who, input.council, input.group, seat, input.from)
  return { seating, member }
}

async function knownMember(tx: Tx, member: SeatMember['member']): Promise<string | null> {
  if ('id' in member) return member.id
  return member.candidateId ? await memberOfCandidate(tx, member.candidateId) : null
}

function chooseSeat(input: SeatMember, sitting: readonly NamedSeating[], charter: Parameters<typeof freeSeat>[0]): number {
  // Whoever stays on only until somebody follows leaves a free seat.
  const held = sitting.filter(one => !overstays(one, input.from))
  const free = freeSeat(charter, input.group, held)
  if (input.seat !== null) {
    const known = seatPlan(charter, held).some(place => place.group === input.group && place.seat === input.seat)
    if (known || input.asMinuted) return input.seat
    throw new Refusal({ da: 'Den plads findes ikke i rådets regler.', en: 'The rules of the council have no such seat.' })
  }
  if (free !== null) return free
  if (input.asMinuted) return held.filter(one => one.group === input.group).reduce((most, one) => Math.max(most, one.seat), 0) + 1
  throw new Refusal({ da: 'Alle pladser i gruppen er besat.', en: 'All seats of the group are taken.' })
}

const overstays = (one: NamedSeating, on: LocalDate) => one.staysOn && one.termTo !== null && one.termTo < on

async function makeRoom(tx: Tx, who: Principal, there: NamedSeating, from: LocalDate): Promise<void> {
  if (!overstays(there, from))
    throw new Conflict({
      da: 'Pladsen er besat. Skriv først ind, at den, der sidder der, er udtrådt.',
      en: 'The seat is taken. First write down that whoever sits there has left.',
    })
  await endSeating(tx, who, there, from, 'term_ended')
}

async function leaveFor(tx: Tx, who: Principal, already: NamedSeating, votes: boolean, input: SeatMember): Promise<void> {
  if (overstays(already, input.from)) {
    await endSeating(tx, who, already, input.from, 'term_ended')
  } else if (!votes) {
    await endSeating(tx, who, already, input.from, 'took_seat')
  } else throw new Conflict({ da: 'Personen sidder allerede i rådet.', en: 'The person sits in the council already.' })
}

async function termOf(tx: Tx, input: SeatMember, groupId: string, seat: number): Promise<{ termTo: LocalDate | null; staysOn: boolean }> {
  if (input.termTo !== undefined) return { termTo: input.termTo, staysOn: false }
  const facts = await itemOf(tx, 'council', input.council)
  const inForce = await charterInForce(tx, input.council, input.from)
  const group = inForce?.charter.groups.find(one => one.id === groupId)
  if (!facts || !inForce || !group) throw new NotFound()
  const { to, staysOn } = seatTerm(group, inForce.charter, facts.procedure, await itemsOfKind(tx, 'term'), input.from, {
    seat,
    since: (await firstSeated(tx, input.council, groupId)) ?? input.from,
  })
  return { termTo: to, staysOn }
}

/** What the store's own constraints say when two people were on their way to one seat. */
export function refuseTwice(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code !== '23P01') throw error
  throw constraint === 'one_seat_each'
    ? new Conflict({ da: 'Personen sidder allerede i rådet på den tid.', en: 'The person sits in the council at that time already.' })
    : new Conflict({ da: 'Pladsen blev besat af en anden lige før.', en: 'Somebody else took the seat a moment ago.' })
}
