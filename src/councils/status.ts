// Where a council stands: what its data say, and what has been recorded here since.
import type { ItemContent } from '../municipalities/index.ts'
import type { LocalDate } from '../platform/clock.ts'
import { type CallEntry, callOn, type OpenCall, takesNominations } from './open-call.ts'
import type { CouncilEvent } from './tables.ts'

type CouncilState = ItemContent['council']['status']['state']

export interface RecordedEvent {
  readonly id: string
  readonly event: CouncilEvent
  readonly on: LocalDate
  readonly body: string
  readonly minuteRef: string | null
  readonly reason: string | null
  readonly recordedAt: Date
}
export interface CouncilStatus {
  readonly state: CouncilState
  /** As exactly as it is known: a year, a month or a day. */
  readonly asOf: string
  /** Citations of the data; empty when the status was recorded here. */
  readonly sources: readonly string[]
  /** The event it follows from, when it was recorded here. */
  readonly recorded: RecordedEvent | null
  /** The public call, as the secretary set it. */
  readonly call: OpenCall
  /** It looks for members now. */
  readonly open: boolean
}

/** The status on a day: the last recorded event that is not older than what the data say. */
export function statusOn(
  council: ItemContent['council'],
  { events, calls }: { readonly events: readonly RecordedEvent[]; readonly calls: readonly CallEntry[] },
  on: LocalDate,
): CouncilStatus {
  const call = callOn(calls, on)
  const known = events
    .filter(one => one.on <= on && one.on >= council.status.asOf)
    .sort((a, b) => (a.on === b.on ? a.recordedAt.getTime() - b.recordedAt.getTime() : a.on < b.on ? -1 : 1))
  const recorded = known.at(-1) ?? null
  const state = recorded?.event ?? council.status.state
  const said = known.filter(one => one.event === 'recruiting' || one.event === 'in_function').at(-1)
  return {
    state,
    asOf: recorded?.on ?? council.status.asOf,
    sources: recorded ? [] : council.status.sources,
    recorded,
    call,
    open:
      state !== 'abolished' && state !== 'paused' && (takesNominations(call) ?? (said?.event === 'recruiting' || council.nominations.open)),
  }
}
