// Whether a council's charter asks that its members live in the municipality.
import type { Charter, Predicate } from './charters/index.ts'

/** Somebody who moves out loses the seat, or nobody may sit there who does not live here. */
export function asksResidence(charter: Charter): boolean {
  if (charter.loses_seat?.moving_out) return true
  const everyone = charter.rules.flatMap(rule => (rule.kind === 'every' && rule.strength === 'must' ? [rule.who] : []))
  const seats = charter.groups.flatMap(group => (group.eligible && group.voting ? [group.eligible] : []))
  return [...everyone, ...seats].some(asks)
}

const asks = (one: Predicate): boolean =>
  'all' in one ? one.all.some(asks) : 'attr' in one && one.attr === 'resident' && 'eq' in one && one.eq === true
