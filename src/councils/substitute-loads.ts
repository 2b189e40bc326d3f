// What the pages of elections and of one substitute load.
import type { LocalDate } from '../platform/clock.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Asked } from '../platform/http/route.ts'
import type { Principal } from '../platform/principal.ts'
import type { Said } from '../platform/refusal.ts'
import { maySeeSeats } from './access.ts'
import { lineFor, type SubstituteOffer, substituteOffers } from './call-in.ts'
import { holdsSubstitutes } from './charters/index.ts'
import { councilOf, saidWords, seatsOf } from './councils.ts'
import { type Election, electionsOf } from './election-store.ts'
import { loadSeating, type OneSeating } from './staff-loads.ts'
import { substituteRule, usualSeat } from './substitute-line.ts'
import { type StandsFor, standInsOf } from './substitute-store.ts'

export interface ForElection extends Omit<OneSeating, 'seating'> {
  readonly today: LocalDate
  /** The groups that vote, with how many seats and whether they are filled by election. */
  readonly groups: readonly { readonly id: string; readonly name: Said; readonly seats: number; readonly elected: boolean }[]
  readonly elections: readonly Election[]
}
export async function loadForElection(tx: Tx, who: Principal, { params }: Asked): Promise<ForElection | null> {
  const council = await councilOf(tx, params.raad ?? '')
  if (!council?.charter || !maySeeSeats(who)) return null
  const groups = council.charter.charter.groups
    .filter(group => group.voting)
    .map(group => ({
      id: group.id,
      name: saidWords(group.name, group.id),
      seats: group.max ?? Math.max(1, group.min),
      elected: group.filled_by === 'elected',
    }))
  return { council, today: localDate(tx.now), groups, elections: await electionsOf(tx, council.slug) }
}

export interface OneSubstitute extends OneSeating {
  /** A member's page shows who would step in for them; null on a substitute's. */
  readonly line: readonly { readonly name: string; readonly turn: number }[] | null
  readonly offers: readonly SubstituteOffer[]
  /** Where substitutes are personal: the seats this one can stand in for, and which one it is. */
  readonly places: readonly { readonly group: string; readonly seat: number; readonly number: number; readonly groupName: Said }[]
  readonly standsFor: StandsFor | null
}
export async function loadSubstitute(tx: Tx, who: Principal, asked: Asked): Promise<OneSubstitute | null> {
  const one = await loadSeating(tx, who, asked)
  const charter = one?.council.charter?.charter
  const own = charter?.groups.find(group => group.id === one?.seating.group)
  if (!one || !charter || !own) return null
  if (!holdsSubstitutes(own))
    return { ...one, line: await lineFor(tx, one.council.slug, one.seating), offers: [], places: [], standsFor: null }
  const { slug } = one.council
  const said = one.council.facts.procedure.substitutes.value
  const otherwise = said === 'per_group' ? 'group' : said
  const personal = (group: string) => {
    const rule = substituteRule(charter, group, otherwise)
    return rule.way === 'personal' && rule.from.includes(own.id)
  }
  const standsFor = (await standInsOf(tx, [one.seating.id])).get(one.seating.id) ?? usualSeat(charter, one.seating)
  const places = (await seatsOf(tx, slug)).filter(seat => seat.voting && personal(seat.group))
  return {
    ...one,
    line: null,
    offers: (await substituteOffers(tx, slug, localDate(tx.now))).filter(offer => offer.substitute.id === one.seating.id),
    places,
    standsFor: places.length > 0 ? standsFor : null,
  }
}
