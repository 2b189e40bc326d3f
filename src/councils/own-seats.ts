// What somebody who sits in a council sees of it: their seat, its term, whom they sit beside, and how they are shown.
import { addressOf } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { sameMailbox } from '../platform/mail/address.ts'
import type { Principal } from '../platform/principal.ts'
import { type Council, councilsOf, type Seat, seatsFrom } from './councils.ts'
import { openMembers } from './member-store.ts'
import type { NamedSeating } from './seating.ts'
import { publicSeatingsOfAll, sittingOn } from './store.ts'

export interface OwnSeat {
  readonly council: Council
  readonly seating: NamedSeating
  readonly seat: Seat
  /** Everybody else who sits there now, as the public may know them. */
  readonly beside: readonly Seat[]
}

/** The seats of whoever is signed in, today. Theirs by the link to their person, or by the address they sign in with standing at the seat. */
export async function ownSeats(tx: Tx, who: Principal): Promise<OwnSeat[]> {
  if (who.kind !== 'staff') return []
  const today = localDate(tx.now)
  const own = await ownOf(tx, who.personId, await sittingOn(tx, today))
  if (own.length === 0) return []
  const sitting = await publicSeatingsOfAll(tx, today)
  return (await councilsOf(tx)).flatMap(council => {
    const seats = council.charter ? seatsFrom(council.charter.charter, sitting.get(council.slug) ?? []) : []
    return own
      .filter(seating => seating.council === council.slug)
      .flatMap(seating => {
        const seat = seats.find(one => one.seatingId === seating.id)
        return seat ? [{ council, seating, seat, beside: seats.filter(one => one.filled && one !== seat) }] : []
      })
  })
}

async function ownOf(tx: Tx, personId: string, sitting: readonly NamedSeating[]): Promise<NamedSeating[]> {
  const address = await addressOf(tx, personId)
  const unclaimed = sitting.filter(one => one.personId === null)
  const members = await openMembers(tx, [...new Set(unclaimed.map(one => one.memberId))])
  const byAddress = new Set(
    members.filter(one => address && one.contact.email && sameMailbox(one.contact.email) === sameMailbox(address)).map(one => one.id),
  )
  return sitting.filter(one => one.personId === personId || (one.personId === null && byAddress.has(one.memberId)))
}
