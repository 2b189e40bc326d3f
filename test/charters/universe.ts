// Every council a small pool can make, tried one by one: the ground truth for explain, propose and replace.
import { createHash } from 'node:crypto'
import { type Assigned, atomNames, brokenBy, type Doc, type Folk, type Loose, satisfies } from './oracle.ts'

/** All ways to give each person no seat or one seat. */
export function* councils(doc: Doc, pool: Folk[]): Generator<Assigned> {
  if (pool.length === 0) {
    yield []
    return
  }
  const [first, ...rest] = pool
  for (const tail of councils(doc, rest)) {
    yield tail
    for (const g of doc.groups) yield [{ person: first!, group: g.id }, ...tail]
  }
}

/** As above, but a person may also sit in several groups at once, which breaks `unique`. */
export function looseCouncils(doc: Doc, pool: Folk[]): Assigned[] {
  const sets = Array.from({ length: 1 << doc.groups.length }, (_, mask) => doc.groups.filter((__, at) => mask & (1 << at)))
  let all: Assigned[] = [[]]
  for (const person of pool) all = all.flatMap(council => sets.map(set => [...council, ...set.map(g => ({ person, group: g.id }))]))
  return all
}

/** The different sets of atoms that councils of this pool break, as bit masks over the atoms in the charter's order. */
export function brokenMasks(doc: Doc, every: Iterable<Assigned>): Set<bigint> {
  const names = atomNames(doc).map(atom => atom.name)
  const different = new Map<string, Set<string>>()
  for (const council of every) {
    const broken = brokenBy(doc, council)
    different.set([...broken].join(), broken)
  }
  const maskOfSet = (broken: Set<string>) => names.reduce((mask, name, at) => (broken.has(name) ? mask | (1n << BigInt(at)) : mask), 0n)
  return new Set([...different.values()].map(maskOfSet))
}

export function maskOf(doc: Doc, atoms: Iterable<string>): bigint {
  const names = atomNames(doc).map(atom => atom.name)
  let mask = 0n
  for (const atom of atoms) mask |= 1n << BigInt(names.indexOf(atom))
  return mask
}

export const possible = (masks: Set<bigint>, active: bigint): boolean => {
  for (const mask of masks) if ((mask & active) === 0n) return true
  return false
}

/** Fewest atoms (never `elig` or `unique`) to give up; ties keep earlier atoms. */
export function fewestBroken(doc: Doc, masks: Set<bigint>): string[] {
  const atoms = atomNames(doc)
  let best: { key: string; names: string[] } | null = null
  for (const mask of masks) {
    const names = atoms.filter((a, at) => a.strength === 'must' && mask & (1n << BigInt(at))).map(a => a.name)
    if (names.some(n => n === 'unique' || n.startsWith('elig:'))) continue
    const key = String(names.length).padStart(3, '0') + atoms.map(a => (names.includes(a.name) ? '1' : '0')).join('')
    if (!best || key < best.key) best = { key, names }
  }
  return best!.names
}

/** All smallest multisets of archetypes (as sorted index lists) with which a council breaking none of `active` exists; up to `most`. */
export function recruitments(doc: Doc, pool: Folk[], archetypes: Folk[], active: bigint, most: number): number[][] | null {
  for (let size = 0; size <= most; size++) {
    const found = multisets(archetypes.length, size).filter(choice => {
      const people = [...pool, ...choice.map((at, i) => ({ ...archetypes[at]!, id: `new${i}` }))]
      for (const council of councils(doc, people)) {
        if (choice.some((_, i) => !council.some(s => s.person.id === `new${i}`))) continue
        if ((maskOf(doc, brokenBy(doc, council)) & active) === 0n) return true
      }
      return false
    })
    if (found.length > 0) return found
  }
  return null
}

function multisets(kinds: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]]
  const out: number[][] = []
  for (let kind = from; kind < kinds; kind++) for (const rest of multisets(kinds, size - 1, kind)) out.push([kind, ...rest])
  return out
}

/** Goals valued for one council, in the specification's words. */
export function worth(doc: Doc, goals: Loose[], council: Assigned): number {
  const reserve = new Set(doc.groups.filter(g => g.substitute).map(g => g.id))
  let total = 0
  for (const goal of goals) {
    const people = council.filter(s => (goal.in ? goal.in.includes(s.group) : !reserve.has(s.group))).map(s => s.person)
    const bag = (p: Folk) =>
      p[goal.attr] === undefined || p[goal.attr] === null ? [] : Array.isArray(p[goal.attr]) ? p[goal.attr] : [p[goal.attr]]
    const number = (v: Loose) => people.filter(p => bag(p).includes(v)).length
    let value = 0
    if (goal.kind === 'covered') value = goal.values.filter((v: Loose, at: number) => goal.values.indexOf(v) === at && number(v) > 0).length
    if (goal.kind === 'distinct') value = new Set(people.flatMap(bag)).size
    if (goal.kind === 'sum') for (const p of people) value += typeof p[goal.attr] === 'number' ? p[goal.attr] : 0
    if (goal.kind === 'count') value = people.filter(p => satisfies(goal.who, p)).length
    if (goal.kind === 'imbalance') value = Math.abs(number(goal.values[0]) - number(goal.values[1]))
    total += goal.weight * value
  }
  return total
}

/** Lawful slates with the best value each can be seated for: ids joined → value. */
export function lawfulSlates(doc: Doc, pool: Folk[], goals: Loose[]): Map<string, number> {
  const must = new Set(atomNames(doc).flatMap(a => (a.strength === 'must' ? [a.name] : [])))
  const found = new Map<string, number>()
  for (const council of councils(doc, pool)) {
    if ([...brokenBy(doc, council)].some(atom => must.has(atom))) continue
    const key = council
      .map(s => s.person.id)
      .sort()
      .join()
    const value = worth(doc, goals, council)
    if (!found.has(key) || value > found.get(key)!) found.set(key, value)
  }
  return found
}

/** The lottery as the specification words it. */
export function lots(seed: string, slates: string[][]): string[] {
  const hex = (id: string) => createHash('sha256').update(`${seed}|${id}`).digest('hex')
  const ids = [...new Set(slates.flat())].sort((a, b) => (hex(a) + a < hex(b) + b ? -1 : 1))
  let tied = slates
  for (const id of ids) if (tied.some(s => s.includes(id))) tied = tied.filter(s => s.includes(id))
  return tied[0]!
}
