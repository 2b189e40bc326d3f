// A charter and a pool of candidates as a numeric problem: persons who are alike to the charter counted together, rules as sparse rows.
import { Alike, type Column } from './alike.ts'
import type { Person } from './charter.ts'
import { type Compiled, carriersOf, type Measure } from './compile.ts'

/** Persons the charter cannot tell apart: how many, and the groups they are eligible for, as bits. */
export type Bunch = { count: number; eligible: number }
/** lo ≤ sum of weight × seated-in-scope over the bunches in `on` ≤ hi. */
export type ProblemRow = { atom: number; scope: number; lo: number; hi: number; on: number[]; weights: number[] }
/** A row that can break only when somebody sits twice. `each`: `hi` is per person of the one bunch in `on`. */
export type TwiceRow = ProblemRow & { each: boolean }
export type ProblemAtom = { name: string; kind: string; strength: 'must' | 'should' | 'hint'; group: number }
/** Plain data, so that it can be sent to the solver's process. */
export type Problem = {
  groups: number
  atoms: ProblemAtom[]
  bunches: Bunch[]
  rows: ProblemRow[]
  /** Needed only while `unique` is given up. */
  twice: TwiceRow[]
  /** Bunches from here on are archetypes of people one could recruit. */
  recruitsFrom: number
  /** How much each archetype asks of a person: among equals the plainer is shown. */
  plainness: number[]
  /** No lawful council has more seats than this. */
  seats: number
}
/**
 * The problem, and who the bunches are: indices into the pool, or into the archetypes from `recruitsFrom` on. `classOf`: who is alike but
 * for the last thing told.
 */
export type Sorted = { problem: Problem; members: number[][]; archetypes: number[][]; bunchOf: Int32Array; classOf: Int32Array }

/** No council recruits more of one archetype than this; more means that numbers alone cannot help. */
export const plenty = 400

/** Further things that tell persons apart, such as goals; `last` only in the end, so that `classOf` knows who is alike but for that. */
export type Tell = { columns?: readonly Column[]; last?: Column | null }

/** Sorts the pool (and archetypes) into bunches and writes the rules as rows over them. */
export function problemOf(
  compiled: Compiled,
  pool: readonly Person[],
  archetypes: readonly Person[] = [],
  { columns = [], last = null }: Tell = {},
): Sorted {
  const everybody = [...pool, ...archetypes]
  const open = compiled.groups.reduce((sum, group) => sum + (group.max ?? Number.POSITIVE_INFINITY), 0)
  const seats = Math.min(open, pool.length + (archetypes.length > 0 ? plenty : 0))
  // When sizes are given up for the sake of an explanation, the whole pool may sit; and, when `unique` is, everybody in each group.
  const copies = (pool.length + (archetypes.length > 0 ? plenty : 0)) * compiled.groups.length
  const measures = compiled.measures(Math.min(copies, 20_000))
  const eligible = everybody.map(person => bitsOf(compiled, person))
  const nested = nestedScopes(measures.flatMap((measure, atom) => (measure && 'same' in measure ? [compiled.atoms[atom]!.scope] : [])))
  const read = measures.map((measure, atom) =>
    measure ? readMeasure(measure, everybody, pool.length, compiled.atoms[atom]!.scope, nested) : null,
  )
  const alike = new Alike(everybody.length)
  if (archetypes.length > 0) alike.split(everybody.map((_, at) => Math.max(0, at - pool.length + 1)))
  alike.split(eligible)
  for (const each of read) if (each) alike.split(each.tells)
  for (const column of columns) alike.split(column)
  const classOf = alike.of.slice()
  if (last) alike.split(last)
  // Bunches are numbered in the order of the persons, archetypes last.
  const number = new Int32Array(alike.classes).fill(-1)
  const bunches: Bunch[] = []
  const members: number[][] = []
  const first: number[] = []
  const bunchOf = new Int32Array(everybody.length)
  for (let at = 0; at < everybody.length; at++) {
    let bunch = number[alike.of[at]!]!
    if (bunch === -1) {
      bunch = bunches.length
      number[alike.of[at]!] = bunch
      bunches.push({ count: 0, eligible: eligible[at]! })
      members.push([])
      first.push(at)
    }
    if (at < pool.length) bunches[bunch]!.count++
    members[bunch]!.push(at < pool.length ? at : at - pool.length)
    bunchOf[at] = bunch
  }
  const recruitsFrom = bunches.length - archetypes.length
  const atoms = compiled.atoms.map(({ name, kind, strength, group }) => ({ name, kind, strength, group }))
  const problem = {
    groups: compiled.groups.length,
    atoms,
    bunches,
    rows: read.flatMap((each, atom) => each?.rows(atom, first) ?? []),
    twice: read.flatMap((each, atom) => each?.twice?.(atom, first) ?? []),
    recruitsFrom,
    plainness: archetypes.map(asks),
    seats,
  }
  return { problem, members, archetypes: members.slice(recruitsFrom), bunchOf, classOf }
}

function bitsOf({ eligible }: Compiled, person: Person): number {
  let bits = 0
  for (let g = 0; g < eligible.length; g++) if (eligible[g]!(person)) bits |= 1 << g
  return bits
}

function asks(archetype: Person): number {
  return Object.values(archetype).reduce<number>(
    (sum, value) => sum + (Array.isArray(value) ? value.length : value === null || value === undefined ? 0 : 1),
    0,
  )
}

/** What one measure sees in each person, and its rows over bunches given one member of each. */
type Read = {
  tells: Column
  rows: (atom: number, first: readonly number[]) => ProblemRow[]
  twice?: (atom: number, first: readonly number[]) => TwiceRow[]
}

function readMeasure(measure: Measure, everybody: readonly Person[], pool: number, scope: number, nested: boolean): Read {
  if ('same' in measure) return readSame(measure, everybody, pool, scope, nested)
  const weights = everybody.map(measure.weigh)
  return {
    tells: weights,
    rows: (atom, first) => {
      const row: ProblemRow = { atom, scope, lo: measure.lo, hi: measure.hi, on: [], weights: [] }
      for (let bunch = 0; bunch < first.length; bunch++) {
        const weight = weights[first[bunch]!]!
        if (weight === 0) continue
        row.on.push(bunch)
        row.weights.push(weight)
      }
      return [row]
    },
  }
}

/**
 * Values of a max_same rule that can collide at all, each a row of its own. A rarer value collides only with itself, when its
 * carrier sits twice: persons who alone carry theirs stay together, each with so many seats at most. Where the groups of several such
 * rules cross each other that is not exact for a whole bunch, and each value is a row of its own.
 */
function readSame(
  { same, max }: Extract<Measure, { same: string }>,
  everybody: readonly Person[],
  pool: number,
  scope: number,
  nested: boolean,
): Read {
  const of = new Map<number, number[]>()
  const rare: boolean[] = []
  const alone = new Set<number>()
  const seats = bitCount(scope)
  for (const list of carriersOf(everybody, same).values()) {
    const copies = list.reduce((sum, at) => sum + (at < pool ? 1 : plenty), 0)
    if (copies * seats <= max) continue
    if (nested && copies === 1 && copies <= max) {
      alone.add(list[0]!)
      continue
    }
    const number = rare.push(copies <= max) - 1
    for (const at of list) {
      const rows = of.get(at)
      if (rows) rows.push(number)
      else of.set(at, [number])
    }
  }
  const made = (atom: number, first: readonly number[], whether: boolean): ProblemRow[] => {
    const rows = rare.map((): ProblemRow => ({ atom, scope, lo: 0, hi: max, on: [], weights: [] }))
    for (const [bunch, at] of first.entries()) {
      for (const row of of.get(at) ?? []) {
        rows[row]!.on.push(bunch)
        rows[row]!.weights.push(1)
      }
    }
    return rows.filter((_, number) => rare[number] === whether)
  }
  return {
    tells: everybody.map((_, at) => `${of.get(at)?.join('.') ?? ''}${alone.has(at) ? '!' : ''}`),
    rows: (atom, first) => made(atom, first, false),
    twice: (atom, first) => [
      ...made(atom, first, true).map(row => ({ ...row, each: false })),
      ...first.flatMap((at, bunch) => (alone.has(at) ? [{ atom, scope, lo: 0, hi: max, on: [bunch], weights: [1], each: true }] : [])),
    ],
  }
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest; rest &= rest - 1) count++
  return count
}

/** Whether any two of these sets of groups lie one in the other or apart. */
function nestedScopes(scopes: readonly number[]): boolean {
  return scopes.every((a, at) => scopes.slice(at + 1).every(b => (a & b) === 0 || (a & ~b) === 0 || (b & ~a) === 0))
}
