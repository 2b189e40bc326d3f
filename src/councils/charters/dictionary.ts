// A charter that lists its attributes is held to its own list.
import type { Charter, Predicate, Scalar } from './charter.ts'
import type { Fault, Path } from './fault.ts'
import { nearest } from './nearest.ts'

/** Attributes and values that rules ask about but `attributes` does not list; nothing when there is no list. */
export function outsideDictionary(charter: Charter): Fault[] {
  const listed = charter.attributes
  if (!listed) return []
  const faults: Fault[] = []
  const asks = (attr: string, values: readonly Scalar[], path: Path) => {
    const allowed = Object.hasOwn(listed, attr) ? listed[attr]! : null
    if (!allowed) {
      faults.push({ path, message: `"${attr}" is not among the charter's attributes; ${meant(attr, Object.keys(listed))}` })
      return
    }
    if (allowed.length === 0) return
    for (const value of values) {
      if (!allowed.includes(value))
        faults.push({ path, message: `"${value}" is not a value of "${attr}"; ${meant(String(value), allowed.map(String))}` })
    }
  }
  const walk = (predicate: Predicate, path: Path): void => {
    if ('all' in predicate) for (const part of predicate.all) walk(part, path)
    else if ('any' in predicate) for (const part of predicate.any) walk(part, path)
    else if ('not' in predicate) walk(predicate.not, path)
    else
      asks(
        predicate.attr,
        'eq' in predicate ? [predicate.eq] : 'has' in predicate ? [predicate.has] : 'hasAny' in predicate ? predicate.hasAny : [],
        path,
      )
  }
  for (const [at, group] of charter.groups.entries()) if (group.eligible) walk(group.eligible, ['groups', at, 'eligible'])
  for (const [at, rule] of charter.rules.entries()) {
    if ('who' in rule) walk(rule.who, ['rules', at, 'who'])
    else if ('attr' in rule) asks(rule.attr, 'values' in rule ? rule.values : [], ['rules', at, 'attr'])
  }
  return faults
}

function meant(word: string, known: string[]): string {
  const near = nearest(word, known)
  return near ? `did you mean "${near}"?` : `listed: ${known.join(', ')}`
}
