// How the filling of one council stands: its seats, what it lacks, and what hangs on each of its members.
import { type Council, charterInForce, type InForce, namedSeatings, openMembers, type Seat, seatsOf } from '../councils/index.ts'
import { candidatesFor } from '../nominations/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { pageUnderWay } from '../platform/http/asked.ts'
import type { Principal } from '../platform/principal.ts'
import type { Said } from '../platform/refusal.ts'
import { maySeeBoard } from './access.ts'
import { byOffice } from './by-office.ts'
import { asked, type Known, known } from './kept-answers.ts'
import { knownCouncil, knownCouncils } from './known-council.ts'
import { ifLeaves, type Leaving } from './leaving.ts'
import type { Brings, Question } from './missing.ts'
import type { Sitting } from './pool.ts'

/** A seat as it is drawn: taken, one who said yes can take it, or nobody yet. */
type SeatNow = 'filled' | 'candidate' | 'vacant' | 'allowed'
interface DrawnSeat extends Seat {
  readonly now: SeatNow
}
export interface BoardGroup {
  readonly id: string
  readonly name: Said
  readonly voting: boolean
  readonly substitute: boolean
  /** Filled by office, not by nominations. */
  readonly office: boolean
  readonly appointedBy: string | null
  readonly seats: readonly DrawnSeat[]
}
export interface Board {
  readonly council: Council
  readonly inForce: InForce
  readonly groups: readonly BoardGroup[]
  /** Who said yes and can be put on a slate. */
  readonly candidates: number
  readonly known: Known
}
export interface MemberNow extends Leaving {
  readonly memberId: string
  readonly name: string
  readonly group: string
  readonly seat: number
  readonly number: number
}
/** A board as it is read; the engine is asked afterwards, when no transaction is held. */
export interface BoardGround {
  readonly council: Council
  readonly inForce: InForce
  readonly seats: readonly Seat[]
  readonly sitting: readonly (Sitting & { readonly name: string; readonly seat: number })[]
  readonly candidates: readonly Sitting['person'][]
}

/** The grounds of every council that is not abolished and has a charter, those that look for members first. */
export async function boardGrounds(tx: Tx, who: Principal): Promise<BoardGround[]> {
  const grounds: BoardGround[] = []
  for (const council of await knownCouncils(tx)) {
    const ground = await groundOf(tx, who, council)
    if (ground) grounds.push(ground)
  }
  return grounds.sort((a, b) => Number(b.council.status.open) - Number(a.council.status.open))
}

/** The ground of one council; null when there is no such council, or no charter to ask. */
export async function boardGround(tx: Tx, who: Principal, slug: string): Promise<BoardGround | null> {
  const council = await knownCouncil(tx, slug)
  return council && (await groundOf(tx, who, council))
}

/** Asks the engine; `brings` adds which kinds of organisations help. */
export async function boardOf(ground: BoardGround, brings: readonly Brings[] = []): Promise<Board> {
  return boardFrom(ground, await known(questionOf(ground, brings)))
}

/** Whether the engine is at work on this ground already, or has answered. */
export const isWarm = (ground: BoardGround): boolean => asked(questionOf(ground, []))

const questionOf = ({ sitting, candidates, inForce }: BoardGround, brings: readonly Brings[]): Question => ({
  charter: inForce.charter,
  sitting: sitting.map(({ person, group }) => ({ person, group })),
  candidates,
  brings,
})

/** How many rounds in a row step aside for people who are waiting for a page: a minute's worth, in each municipality. */
const mostRoundsAside = 6
const aside = new Map<string, number>()

/**
 * Lets the engine begin on every council whose ground has changed since it was last asked, so that whoever opens a board finds the answer.
 * Costs nothing while nothing changes. Every candidate is opened for it, so it steps aside while a page is being made, for a minute at most.
 */
export async function keepWarm(tx: Tx, who: Principal): Promise<void> {
  const stepped = aside.get(tx.municipalityId) ?? 0
  const again = pageUnderWay() && stepped < mostRoundsAside
  aside.set(tx.municipalityId, again ? stepped + 1 : 0)
  if (again) return
  await tx.recall('recruiting: answers kept warm', async own => {
    for (const ground of await boardGrounds(own, who)) boardOf(ground).catch(() => {})
  })
}

/** What hangs on each of those who sit. */
export function membersOf({ inForce, seats, sitting, candidates }: BoardGround): MemberNow[] {
  const numbers = new Map(seats.map(seat => [`${seat.group}|${seat.seat}`, seat.number]))
  const members = sitting.map(one => ({
    memberId: one.person.id,
    name: one.name,
    group: one.group,
    seat: one.seat,
    number: numbers.get(`${one.group}|${one.seat}`) ?? one.seat,
    ...ifLeaves(inForce.charter, sitting, candidates, one.person.id),
  }))
  return members.sort((a, b) => a.number - b.number)
}

async function groundOf(tx: Tx, who: Principal, council: Council): Promise<BoardGround | null> {
  // The house itself reads it too, to ask the engine before anybody waits.
  const may = who.kind === 'system' || maySeeBoard(who)
  const today = localDate(tx.now)
  const inForce = await charterInForce(tx, council.slug, today)
  if (!inForce) return null
  // Whoever may not see the board is told so by the route; nobody's name is read for them.
  const seatings = may ? await namedSeatings(tx, council.slug, today) : []
  const members = new Map(
    (
      await openMembers(
        tx,
        seatings.map(one => one.memberId),
      )
    ).map(one => [one.id, one]),
  )
  return {
    council,
    inForce,
    seats: await seatsOf(tx, council.slug, today),
    sitting: seatings.map(one => ({
      person: { ...members.get(one.memberId)?.attributes, id: one.memberId },
      name: one.name,
      group: one.group,
      seat: one.seat,
    })),
    candidates: may ? (await candidatesFor(tx, who, council.slug)).map(one => one.person) : [],
  }
}

function boardFrom({ council, inForce, seats, candidates }: BoardGround, answer: Known): Board {
  const { charter } = inForce
  const ready = answer.is === 'known' ? answer.missing.candidates : new Map<string, number>()
  const closed = byOffice(charter)
  const groups = charter.groups.map((group): BoardGroup => {
    const own = seats.filter(seat => seat.group === group.id)
    const empty = own.filter(seat => !seat.filled)
    const taken = new Set(empty.slice(0, ready.get(group.id) ?? 0))
    const now = (seat: Seat): SeatNow => (seat.filled ? 'filled' : taken.has(seat) ? 'candidate' : seat.needed ? 'vacant' : 'allowed')
    return {
      id: group.id,
      name: own[0]?.groupName ?? (group.name as Said | undefined) ?? group.id,
      voting: group.voting,
      substitute: own[0]?.substitute ?? false,
      office: closed.has(group.id),
      appointedBy: group.appointed_by ?? null,
      seats: own.map(seat => ({ ...seat, now: now(seat) })),
    }
  })
  return { council, inForce, groups, candidates: candidates.length, known: answer }
}
