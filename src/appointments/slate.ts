// The life of a slate: its states, what leads from one to the next, and that nobody is ever left without a way on.
import { addMonths, type LocalDate } from '../platform/clock.ts'

export type SlateState = 'open' | 'proposed' | 'decided' | 'closed'
export const slateVerbs = ['change', 'propose', 'take_back', 'decide', 'close', 'follow_up'] as const
export type SlateVerb = (typeof slateVerbs)[number]

const ways: Record<SlateState, Partial<Record<SlateVerb, SlateState>>> = {
  open: { change: 'open', propose: 'proposed', decide: 'decided', close: 'closed' },
  // What the body decides may differ from the proposal, and is written down as it was minuted.
  proposed: { change: 'proposed', take_back: 'open', decide: 'decided', close: 'closed' },
  // Decided and closed slates are never changed; the way on is a new one for what is still missing.
  decided: { follow_up: 'open' },
  closed: { follow_up: 'open' },
}

/** Where the verb leads; null when it leads nowhere. `follow_up` leads to a new slate. */
export const afterVerb = (state: SlateState, verb: SlateVerb): SlateState | null => ways[state][verb] ?? null

/** What can be done from here. */
export const waysOn = (state: SlateState): SlateVerb[] => slateVerbs.filter(verb => afterVerb(state, verb) !== null)

/** The state follows from the records: a decision, a closing, a proposal not taken back. */
export function stateOf(records: { readonly decided: boolean; readonly closed: boolean; readonly proposed: boolean }): SlateState {
  if (records.decided) return 'decided'
  if (records.closed) return 'closed'
  return records.proposed ? 'proposed' : 'open'
}

/** A day more than five years back or ahead is a slip of the pen: a seat from 2006 would be empty again, and a review long overdue. */
export const isFarAway = (day: LocalDate, today: LocalDate): boolean => day < addMonths(today, -60) || day > addMonths(today, 60)
