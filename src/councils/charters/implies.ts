// Whether whoever satisfies one condition surely satisfies another, as far as their wording shows.
import type { Predicate } from './charter.ts'

/** True only when it is sure; false also means "their wording does not show it". */
export function implies(first: Predicate, second: Predicate): boolean {
  if (JSON.stringify(first) === JSON.stringify(second)) return true
  if ('all' in second) return second.all.every(part => implies(first, part))
  if ('any' in first) return first.any.every(part => implies(part, second))
  if ('all' in first && first.all.some(part => implies(part, second))) return true
  if ('any' in second) return second.any.some(part => implies(first, part))
  if ('not' in first && 'not' in second) return implies(second.not, first.not)
  return plainly(first, second)
}

/** One test against another of the same attribute. A missing attribute satisfies neither. */
function plainly(first: Predicate, second: Predicate): boolean {
  if (!('attr' in first) || !('attr' in second) || first.attr !== second.attr) return false
  if ('hasAny' in second) {
    if ('hasAny' in first) return first.hasAny.every(value => second.hasAny.includes(value))
    const one = 'has' in first ? first.has : 'eq' in first ? first.eq : null
    return one !== null && second.hasAny.includes(one)
  }
  if ('has' in second && 'eq' in first) return first.eq === second.has
  if ('has' in second && 'hasAny' in first) return first.hasAny.every(value => value === second.has)
  if ('gte' in first && 'gte' in second) return typeof first.gte === 'number' && typeof second.gte === 'number' && first.gte >= second.gte
  const most = 'lte' in second ? second.lte : 'lt' in second ? second.lt : null
  if (typeof most !== 'number') return false
  if ('lt' in first && typeof first.lt === 'number') return first.lt <= most
  return 'lte' in first && typeof first.lte === 'number' && ('lte' in second ? first.lte <= most : first.lte < most)
}
