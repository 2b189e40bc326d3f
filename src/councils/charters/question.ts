// The document of a question as typed data: charter, people, slate and the rest, every fault with its field.
import type { Charter, Person, Placed, Seating } from './charter.ts'
import type { Archetype } from './explain.ts'
import { type Goal, goalKinds, goalSchema } from './goals.ts'
import { misspeltAttributes } from './misspelt.ts'
import { nearest } from './nearest.ts'
import { type Fault, issueFaults, type Path, predicateFaults, readCharter } from './parse.ts'
import { groupFault, isRecord, readId, readIds, readPeople, readPersons, readSeed, readWhole } from './question-parts.ts'

export type Operation = 'check' | 'explain' | 'propose' | 'replace' | 'draw'
export const operations: readonly Operation[] = ['check', 'explain', 'propose', 'replace', 'draw']

/** Everything a document may hold; each operation reads its own part. */
export type Question = {
  charter: Charter
  people: Person[]
  slate: Placed[]
  archetypes: Archetype[] | undefined
  goals: Goal[]
  k: number
  seed: string | undefined
  seats: Seating
  leaving: string
  slates: string[][] | undefined
  ids: string[] | undefined
  n: number
}
const fields = ['charter', 'people', 'slate', 'archetypes', 'goals', 'k', 'seed', 'seats', 'leaving', 'slates', 'ids', 'n']
const needs: Record<Operation, string[]> = {
  check: ['charter', 'people', 'slate'],
  explain: ['charter', 'people'],
  propose: ['charter', 'people'],
  replace: ['charter', 'people', 'seats', 'leaving'],
  draw: ['seed'],
}
const reads: Record<Operation, string[]> = {
  check: ['charter', 'people', 'slate'],
  explain: ['charter', 'people', 'archetypes'],
  propose: ['charter', 'people', 'goals', 'k', 'seed'],
  replace: ['charter', 'people', 'seats', 'leaving'],
  draw: ['slates', 'ids', 'n', 'seed'],
}

export type Asked = { question: Question; notes: string[] } | { faults: Fault[] }

/** Reads the document for an operation; never throws. */
export function readQuestion(operation: Operation, data: unknown): Asked {
  if (!isRecord(data)) return { faults: [{ path: [], message: `the document must be an object with ${needs[operation].join(', ')}` }] }
  const alone = whatIsAlone(data)
  if (alone) return { faults: [{ path: [], message: `${alone}; ${operation} needs ${needs[operation].join(', ')}` }] }
  const faults: Fault[] = []
  const notes: string[] = []
  for (const key of Object.keys(data)) {
    if (fields.includes(key)) continue
    const meant = nearest(key, fields)
    if (meant && !Object.hasOwn(data, meant)) faults.push({ path: [key], message: `unknown field; did you mean "${meant}"?` })
    else notes.push(`"${key.slice(0, 40)}" is not read`)
  }
  for (const key of needs[operation]) {
    if (faults.length === 0 && (data[key] === undefined || data[key] === null))
      faults.push({ path: [key], message: `is missing; ${operation} needs ${needs[operation].join(', ')}` })
  }
  if (faults.length > 0) return { faults }
  const part = <T>(key: string, read: (value: unknown, faults: Fault[]) => T, otherwise: T): T =>
    reads[operation].includes(key) && data[key] !== undefined && data[key] !== null ? read(data[key], faults) : otherwise
  const charter = part('charter', readCharterPart, null as unknown as Charter)
  const people = part('people', readPeople, [])
  const groups = charter?.groups?.map(group => group.id) ?? null
  const question: Question = {
    charter,
    people,
    slate: part('slate', (value, out) => readSlate(value, groups, out), []),
    archetypes: part('archetypes', readArchetypes, undefined),
    goals: part('goals', (value, out) => readGoals(value, groups, out), []),
    k: part('k', (value, out) => readWhole(value, 'k', 1, 50, out), 3),
    seed: part('seed', readSeed, undefined),
    seats: part('seats', (value, out) => readSeats(value, groups, out), {}),
    leaving: part('leaving', (value, out) => readId(value, ['leaving'], out), ''),
    slates: part('slates', readSlates, undefined),
    ids: part('ids', (value, out) => readIds(value, ['ids'], out), undefined),
    n: part('n', (value, out) => readWhole(value, 'n', 0, 1_000_000, out), -1),
  }
  if (operation === 'draw') drawFaults(question, faults)
  if (faults.length === 0 && charter) faults.push(...misspeltAttributes(charter, question))
  return faults.length > 0 ? { faults } : { question, notes }
}

/** Files people have at hand and try first: a charter by itself, and a council of a municipality's data. */
function whatIsAlone(data: Record<string, unknown>): string | null {
  if ('charter' in data) return null
  if (Array.isArray(data.groups)) return 'this is a charter by itself: put it under "charter"'
  if (Array.isArray(data.charters)) return 'this is a council\'s file: put what stands under "charters", "document" under "charter"'
  return null
}

function readCharterPart(value: unknown, faults: Fault[]): Charter {
  const read = readCharter(value)
  if ('charter' in read) return read.charter
  faults.push(...read.faults.map(fault => ({ ...fault, path: ['charter', ...fault.path] })))
  return null as unknown as Charter
}

function readSlate(value: unknown, groups: string[] | null, faults: Fault[]): Placed[] {
  if (!Array.isArray(value)) {
    faults.push({ path: ['slate'], message: 'must be a list of ids, or of {id, seat}' })
    return []
  }
  if (groups?.length === 0 && value.length > 0)
    faults.push({ path: ['charter', 'groups'], message: 'is empty, so nobody on the slate can sit anywhere; write at least one group' })
  return value.map((item, at) => {
    if (faults.length > 0) return ''
    if (!isRecord(item)) return readId(item, ['slate', at], faults)
    const strange = Object.keys(item).find(key => key !== 'id' && key !== 'seat')
    if (strange !== undefined) {
      const meant = nearest(strange, ['id', 'seat'])
      faults.push({
        path: ['slate', at, strange],
        message: `unknown field; ${meant ? `did you mean "${meant}"?` : 'allowed here: id, seat'}`,
      })
    }
    const id = readId(item.id, ['slate', at, 'id'], faults)
    if (item.seat === undefined || item.seat === null) return id
    const seat = readId(item.seat, ['slate', at, 'seat'], faults)
    if (groups && !groups.includes(seat)) faults.push(groupFault(seat, groups, ['slate', at, 'seat']))
    return { id, seat }
  })
}

function readSeats(value: unknown, groups: string[] | null, faults: Fault[]): Seating {
  const seats: Seating = Object.create(null)
  if (!isRecord(value)) {
    faults.push({ path: ['seats'], message: 'must be an object {id: group}' })
    return seats
  }
  for (const [id, group] of Object.entries(value)) {
    const name = readId(group, ['seats', id], faults)
    if (groups && !groups.includes(name)) faults.push(groupFault(name, groups, ['seats', id]))
    seats[id] = name
  }
  return seats
}

function readArchetypes(value: unknown, faults: Fault[]): Archetype[] {
  if (!Array.isArray(value)) {
    faults.push({ path: ['archetypes'], message: 'must be a list of {archetype, …attributes}' })
    return []
  }
  if (value.length > 300) faults.push({ path: ['archetypes'], message: 'must not hold more than 300 archetypes' })
  return readPersons(value, 'archetypes', 'archetype', faults) as unknown as Archetype[]
}

function readGoals(value: unknown, groups: string[] | null, faults: Fault[]): Goal[] {
  if (!Array.isArray(value)) {
    faults.push({ path: ['goals'], message: 'must be a list of {kind, …, weight}' })
    return []
  }
  if (value.length > 50) faults.push({ path: ['goals'], message: 'must not hold more than 50 goals' })
  return value.flatMap((item, at): Goal[] => {
    const path: Path = ['goals', at]
    const kinds = Object.keys(goalKinds)
    const kind = isRecord(item) ? item.kind : undefined
    if (typeof kind !== 'string' || !kinds.includes(kind)) {
      const meant = typeof kind === 'string' ? nearest(kind, kinds) : undefined
      faults.push({
        path: [...path, 'kind'],
        message: meant ? `unknown kind; did you mean "${meant}"?` : `must be one of ${kinds.join(', ')}`,
      })
      return []
    }
    if (isRecord(item) && Object.hasOwn(item, 'who')) faults.push(...predicateFaults(item.who, [...path, 'who']))
    const parsed = goalSchema.safeParse(item)
    if (!parsed.success) {
      const known = Object.keys(goalKinds[kind as keyof typeof goalKinds].shape)
      faults.push(...parsed.error.issues.flatMap(issue => issueFaults({ ...issue, path: [...path, ...issue.path] }, known)))
      return []
    }
    for (const [g, name] of (parsed.data.in ?? []).entries())
      if (groups && !groups.includes(name)) faults.push(groupFault(name, groups, [...path, 'in', g]))
    if (Math.abs(parsed.data.weight) > 1e6) faults.push({ path: [...path, 'weight'], message: 'must lie between -1000000 and 1000000' })
    return [parsed.data]
  })
}

function readSlates(value: unknown, faults: Fault[]): string[][] {
  if (!Array.isArray(value)) {
    faults.push({ path: ['slates'], message: 'must be a list of slates, each a list of ids' })
    return []
  }
  return value.map((slate, at) => readIds(slate, ['slates', at], faults))
}

function drawFaults({ slates, ids, n }: Question, faults: Fault[]) {
  if (slates && ids) faults.push({ path: ['ids'], message: 'give either slates, or ids and n' })
  else if (slates) {
    if (slates.length === 0) faults.push({ path: ['slates'], message: 'must hold at least one slate' })
  } else if (!ids) faults.push({ path: ['slates'], message: 'is missing; draw needs slates, or ids and n' })
  else if (n < 0) faults.push({ path: ['n'], message: 'is missing; it says how many ids to draw' })
  else if (n > ids.length) faults.push({ path: ['n'], message: `cannot draw ${n} of ${ids.length} ids` })
  const seen = new Map<string, number>()
  for (const [at, id] of (ids ?? []).entries()) {
    if (faults.length === 0 && seen.has(id)) faults.push({ path: ['ids', at], message: `"${id}" is already ids[${seen.get(id)}]` })
    seen.set(id, at)
  }
}
