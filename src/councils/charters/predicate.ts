// Conditions on one person: a plain yes or no for the verdict, and a three-valued answer for the message.
import type { Attribute, Person, Predicate, Scalar } from './charter.ts'

export type Evidence = 'yes' | 'no' | 'unknown'

/** Whether the attribute carries the value: equal to it, or a list that holds it. Types are not converted. */
export function carries(attribute: Attribute, value: Scalar): boolean {
  return Array.isArray(attribute) ? attribute.includes(value) : attribute === value
}

/** The values an attribute carries, each once; null, missing and empty text carry none. */
export function valuesOf(attribute: Attribute): Scalar[] {
  const values = Array.isArray(attribute) ? [...new Set(attribute as Scalar[])] : [attribute as Scalar]
  return values.filter(value => value !== null && value !== undefined && value !== '')
}

function compares(attribute: Attribute, bound: number | string, holds: (sign: number) => boolean): boolean {
  if (typeof attribute === 'number' && typeof bound === 'number') return holds(attribute - bound)
  if (typeof attribute === 'string' && typeof bound === 'string') return holds(attribute < bound ? -1 : attribute > bound ? 1 : 0)
  return false
}

/** The predicate as a function; missing and null never satisfy a plain test, so `not` of one is true. */
export function predicateOf(predicate: Predicate): (person: Person) => boolean {
  if ('all' in predicate) {
    const parts = predicate.all.map(predicateOf)
    return person => {
      for (let at = 0; at < parts.length; at++) if (!parts[at]!(person)) return false
      return true
    }
  }
  if ('any' in predicate) {
    const parts = predicate.any.map(predicateOf)
    return person => {
      for (let at = 0; at < parts.length; at++) if (parts[at]!(person)) return true
      return false
    }
  }
  if ('not' in predicate) {
    const part = predicateOf(predicate.not)
    return person => !part(person)
  }
  const test = plainTest(predicate)
  const { attr } = predicate
  return person => test(own(person, attr))
}

function plainTest(predicate: Extract<Predicate, { attr: string }>): (attribute: Attribute) => boolean {
  if ('eq' in predicate) return attribute => attribute === predicate.eq
  if ('has' in predicate) return attribute => carries(attribute, predicate.has)
  if ('hasAny' in predicate) return attribute => predicate.hasAny.some(value => carries(attribute, value))
  if ('gte' in predicate) return attribute => compares(attribute, predicate.gte, sign => sign >= 0)
  if ('lte' in predicate) return attribute => compares(attribute, predicate.lte, sign => sign <= 0)
  return attribute => compares(attribute, predicate.lt, sign => sign < 0)
}

/** An attribute the person really has; nothing inherited. */
export function own(person: Person, attr: string): Attribute {
  return Object.hasOwn(person, attr) ? person[attr] : undefined
}

/** Yes, no, or not documented: what would change if missing attributes were filled in. */
export function evidence(predicate: Predicate, person: Person): Evidence {
  if ('all' in predicate) return weigh(predicate.all, person, 'no', 'yes')
  if ('any' in predicate) return weigh(predicate.any, person, 'yes', 'no')
  if ('not' in predicate) {
    const inner = evidence(predicate.not, person)
    return inner === 'unknown' ? 'unknown' : inner === 'yes' ? 'no' : 'yes'
  }
  const attribute = own(person, predicate.attr)
  if (attribute === null || attribute === undefined) return 'unknown'
  return plainTest(predicate)(attribute) ? 'yes' : 'no'
}

function weigh(parts: Predicate[], person: Person, decisive: Evidence, otherwise: Evidence): Evidence {
  const answers = parts.map(part => evidence(part, person))
  return answers.includes(decisive) ? decisive : answers.includes('unknown') ? 'unknown' : otherwise
}

/** Every attribute name the predicate asks about. */
export function attributesOf(predicate: Predicate): string[] {
  if ('all' in predicate) return predicate.all.flatMap(attributesOf)
  if ('any' in predicate) return predicate.any.flatMap(attributesOf)
  if ('not' in predicate) return attributesOf(predicate.not)
  return [predicate.attr]
}
