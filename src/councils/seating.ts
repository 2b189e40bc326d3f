// What a seating is: one person on one seat for a time, as it is read back.
import type { LocalDate } from '../platform/clock.ts'

export interface Seating {
  readonly id: string
  readonly council: string
  readonly group: string
  /** Counted within the group. */
  readonly seat: number
  readonly memberId: string
  readonly from: LocalDate
  /** The last day of the term; null when it has none. */
  readonly termTo: LocalDate | null
  /** Sits on after the term until somebody follows. */
  readonly staysOn: boolean
  readonly decisionId: string | null
  readonly recordedAt: Date
  /** The first day without the seat. */
  readonly endedOn: LocalDate | null
}
/** A seating with what the public may know of who sits there; null: does not want to be shown by name. */
export interface PublicSeating extends Seating {
  readonly shownName: string | null
}
/** A seating with the name, for the staff. */
export interface NamedSeating extends Seating {
  readonly name: string
  readonly shown: 'named' | 'unnamed'
  readonly protectedAddress: boolean
  readonly candidateId: string | null
  readonly personId: string | null
}
