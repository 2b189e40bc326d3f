// The people a council can be made of now: those who sit keep their seats, those who said yes can take the others.
import type { Charter, Person, Predicate } from '../councils/charters/index.ts'

/** Somebody on a seat, as the charter sees them. */
export interface Sitting {
  readonly person: Person
  readonly group: string
}
export interface Pool {
  /** The charter in which whoever sits may be in their own group only, and has to be in it. */
  readonly charter: Charter
  readonly people: readonly Person[]
}

const stays = { da: 'de, der sidder i rådet, bliver siddende', en: 'those who sit in the council stay' }
/** Where somebody sits, as an attribute; no charter uses this name. */
const seat = 'sits in'

/**
 * The question "what is still missing, when nobody who sits has to move?" as a charter and people. Every rule of the charter stays as it
 * is. Somebody on a seat of a group the charter no longer has is left out.
 */
export function poolOf(charter: Charter, sitting: readonly Sitting[], candidates: readonly Person[]): Pool {
  const groups = new Set(charter.groups.map(group => group.id))
  const seated = sitting.filter(one => groups.has(one.group))
  const ids = new Set(seated.map(one => one.person.id))
  return {
    people: [...seated.map(one => ({ ...one.person, [seat]: one.group })), ...candidates.filter(one => !ids.has(one.id))],
    charter: {
      ...charter,
      groups: charter.groups.map(group => ({ ...group, eligible: fits(group.id, group.eligible, [...groups]) })),
      rules: [
        ...charter.rules,
        ...charter.groups.flatMap(({ id }): Charter['rules'] => {
          const min = seated.filter(one => one.group === id).length
          const who: Predicate = { attr: seat, eq: id }
          return min === 0 ? [] : [{ id: `sits:${id}`, kind: 'count', in: [id], who, min, strength: 'must', text: stays }]
        }),
      ],
    },
  }
}

function fits(id: string, eligible: Predicate | undefined, groups: readonly string[]): Predicate {
  const free: Predicate = { not: { any: groups.map(group => ({ attr: seat, eq: group })) } }
  const place: Predicate = { any: [{ attr: seat, eq: id }, free] }
  return eligible ? { all: [place, eligible] } : place
}
