// Parts of a question read one by one: ids, numbers, persons; each fault with its field.
import type { Attribute, Person } from './charter.ts'
import { nearest } from './nearest.ts'
import type { Fault, Path } from './parse.ts'

/** More people than any municipality's pool. */
const mostPeople = 200_000
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function readId(value: unknown, path: Path, faults: Fault[]): string {
  if (typeof value === 'string' && value !== '') return value
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  faults.push({ path, message: 'must be an id: a text or a whole number' })
  return ''
}

export function readIds(value: unknown, path: Path, faults: Fault[]): string[] {
  if (!Array.isArray(value)) {
    faults.push({ path, message: 'must be a list of ids' })
    return []
  }
  return value.map((each, at) => (faults.length > 0 ? '' : readId(each, [...path, at], faults)))
}

export function readWhole(value: unknown, key: string, least: number, most: number, faults: Fault[]): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
  faults.push({ path: [key], message: `must be a whole number from ${least} to ${most}` })
  return least
}

export function readSeed(value: unknown, faults: Fault[]): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  faults.push({ path: ['seed'], message: 'must be a text' })
  return ''
}

export function readPeople(value: unknown, faults: Fault[]): Person[] {
  if (!Array.isArray(value)) {
    faults.push({ path: ['people'], message: 'must be a list of persons, each with an id' })
    return []
  }
  if (value.length > mostPeople) faults.push({ path: ['people'], message: `must not hold more than ${mostPeople} persons` })
  return readPersons(value, 'people', 'id', faults)
}

export function readPersons(list: unknown[], key: string, idField: string, faults: Fault[]): Person[] {
  const seen = new Map<string, number>()
  const people: Person[] = []
  for (const [at, item] of list.entries()) {
    if (faults.length > 0) break
    if (!isRecord(item)) {
      faults.push({ path: [key, at], message: `must be an object with ${idField} and attributes` })
      break
    }
    const id = readId(item[idField], [key, at, idField], faults)
    const earlier = seen.get(id)
    if (earlier !== undefined) faults.push({ path: [key, at, idField], message: `"${id}" is already used by ${key}[${earlier}]` })
    seen.set(id, at)
    for (const attr in item)
      if (attr !== idField && !sound(item[attr]))
        faults.push({ path: [key, at, attr], message: 'must be a text, a number, true or false, null, or a list of these' })
    people.push((item[idField] === id && idField === 'id' ? item : { ...item, [idField]: id }) as unknown as Person)
  }
  return people
}

function sound(value: unknown): value is Attribute {
  const scalar = (each: unknown) =>
    typeof each === 'string' || typeof each === 'boolean' || (typeof each === 'number' && Number.isFinite(each))
  return value === null || value === undefined || scalar(value) || (Array.isArray(value) && value.every(each => scalar(each)))
}

export function groupFault(name: string, groups: string[], path: Path): Fault {
  const meant = nearest(name, groups)
  return { path, message: `no group "${name}"; ${meant ? `did you mean "${meant}"?` : `groups: ${groups.join(', ')}`}` }
}
