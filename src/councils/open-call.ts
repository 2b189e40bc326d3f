// The public call of a council: planned, open, extended or closed, from what was written down.
import type { LocalDate } from '../platform/clock.ts'

/** One entry, as it was written down. A later one replaces what it says. */
export interface CallEntry {
  readonly startsOn: LocalDate
  /** The last day; null until further notice. */
  readonly deadlineOn: LocalDate | null
  readonly closed: boolean
  readonly recordedAt: Date
}
/** `none`: nothing was written down here, and the data of the municipality decide. */
type CallState = 'none' | 'planned' | 'open' | 'extended' | 'closed'
export interface OpenCall {
  readonly state: CallState
  readonly startsOn: LocalDate | null
  readonly deadlineOn: LocalDate | null
  /** Closed by somebody, before the deadline had passed. */
  readonly closedEarly: boolean
  readonly recordedAt: Date | null
}
const noCall: OpenCall = { state: 'none', startsOn: null, deadlineOn: null, closedEarly: false, recordedAt: null }

/** Where a call stands on a day; `entries` the oldest first. The deadline's own day still counts. */
export function callOn(entries: readonly CallEntry[], day: LocalDate): OpenCall {
  const last = entries.at(-1)
  if (!last) return noCall
  const { startsOn, deadlineOn, recordedAt } = last
  const stands = (state: CallState) => ({ state, startsOn, deadlineOn, closedEarly: last.closed, recordedAt })
  if (last.closed || (deadlineOn !== null && day > deadlineOn)) return stands('closed')
  if (day < startsOn) return stands('planned')
  const extended = entries.slice(0, -1).some(one => later(deadlineOn, one.deadlineOn) && one.startsOn === startsOn)
  return stands(extended ? 'extended' : 'open')
}

const later = (one: LocalDate | null, other: LocalDate | null) => other !== null && (one === null || one > other)

/** Whether somebody can put themselves forward while the call stands so; null when the call does not say. */
export const takesNominations = ({ state }: OpenCall): boolean | null =>
  state === 'none' ? null : state === 'open' || state === 'extended'
