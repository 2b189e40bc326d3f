// What everybody may know of a council's call: what it is, until when, and which seats nobody sits on. Never who or how many came forward.
import { byMandate, type Council, councilOf, seatsOf } from '../councils/index.ts'
import { itemOf } from '../municipalities/index.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Words } from './offer.ts'

interface OpenSeats {
  readonly group: string
  readonly name: Words
  /** What the charter says of who can sit there. */
  readonly says: Words | null
  readonly count: number
}
/** A source the facts rest on. */
interface CallSource {
  readonly title: string
  readonly url: string | null
}
export interface PublicCall {
  readonly council: Council
  /** Seats for people who come forward; those of the municipal council and of the administration are not asked for here. */
  readonly seats: readonly OpenSeats[]
  /** The last day, from the secretary or from the data; null when there is none. */
  readonly deadline: LocalDate | null
  readonly paySources: readonly CallSource[]
}

/** The call of a council, or null when there is no such council. */
export async function publicCallOf(tx: Tx, slug: string): Promise<PublicCall | null> {
  const council = await councilOf(tx, slug)
  if (!council) return null
  const { factBox } = council.facts
  const { call } = council.status
  const paySources: CallSource[] = []
  for (const name of factBox.pay.sources) {
    const page = await itemOf(tx, 'page', name)
    paySources.push({ title: page?.title ?? name, url: page?.url ?? null })
  }
  return {
    council,
    seats: await openSeats(tx, council),
    deadline: call.state === 'none' ? factBox.deadline.on : call.deadlineOn,
    paySources,
  }
}

async function openSeats(tx: Tx, council: Council): Promise<OpenSeats[]> {
  const groups = council.charter?.charter.groups ?? []
  const seats = await seatsOf(tx, council.slug, localDate(tx.now))
  return groups
    .filter(group => group.voting && group.appointed_by !== 'administration' && !byMandate(group))
    .map(group => ({
      group: group.id,
      name: (group.name ?? { da: group.id }) as Words,
      says: (group.text as Words | undefined) ?? null,
      count: seats.filter(seat => seat.group === group.id && seat.voting && seat.needed && !seat.filled).length,
    }))
    .filter(({ count }) => count > 0)
}
