// What would break if somebody who sits in a council left, and how many who said yes could take the seat. Pure.
import { type Charter, check, type Person, type Reason } from '../councils/charters/index.ts'
import type { Sitting } from './pool.ts'

export interface Leaving {
  /** Rules that hold now and would not, and rules that would be further from holding. */
  readonly breaks: readonly Reason[]
  /** How many candidates could take exactly this seat with no more broken than now. */
  readonly couldFollow: number
}

/** So many kinds of candidates are tried; those alike in everything the charter asks about are one kind. */
const mostKinds = 60

export function ifLeaves(charter: Charter, sitting: readonly Sitting[], candidates: readonly Person[], leaving: string): Leaving {
  const gone = sitting.find(one => one.person.id === leaving)
  if (!gone) return { breaks: [], couldFollow: 0 }
  const people = [...sitting.map(one => one.person), ...candidates]
  const rest = sitting.filter(one => one !== gone)
  const judge = (placed: readonly Sitting[]) =>
    check(
      charter,
      people,
      placed.map(one => ({ id: one.person.id, seat: one.group })),
    )
  const now = judge(sitting)
  const after = judge(rest)
  const before = new Map(now.reasons.map(reason => [reason.atom, reason.da]))
  const broken = new Set(now.broken)
  const follow = (person: Person) => judge([...rest, { person, group: gone.group }]).broken.every(atom => broken.has(atom))
  return {
    // A sentence that says something else than now ("4 of 7" instead of "5 of 7") is further from holding.
    breaks: after.reasons.filter(reason => before.get(reason.atom) !== reason.da && reason.strength !== 'hint'),
    couldFollow: kindsOf(candidates)
      .filter(([one]) => follow(one!))
      .reduce((sum, kind) => sum + kind.length, 0),
  }
}

function kindsOf(candidates: readonly Person[]): Person[][] {
  const kinds = new Map<string, Person[]>()
  for (const one of candidates) {
    const { id: _, ...attributes } = one
    const key = JSON.stringify(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)))
    kinds.set(key, [...(kinds.get(key) ?? []), one])
  }
  return [...kinds.values()].slice(0, mostKinds)
}
