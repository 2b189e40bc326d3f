// Who answers for a nomination and by which day: the human of the council's contact, counted in the municipality's working days.
import { deadlineAfter, defaultOwner, type Owner } from '../people/index.ts'
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'

/** The owner for a council's contact; asked once per contact and transaction. */
export async function ownerFor(tx: Tx, contact: string | undefined): Promise<Owner> {
  const memo = `nominations owner ${contact ?? ''}`
  const known = tx.memo.get(memo) as Owner | undefined
  if (known) return known
  const owner = await defaultOwner(tx, contact)
  tx.memo.set(memo, owner)
  return owner
}

/** The day so many working days after receipt. */
export async function contactDay(tx: Tx, receivedOn: LocalDate, days: number): Promise<LocalDate> {
  return (await deadlineAfter(tx, receivedOn, days)).date
}
