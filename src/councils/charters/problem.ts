// A charter and a pool of candidates as a numeric problem: persons who are alike to the charter counted together, rules as sparse rows.
import type { Person } from './charter.ts'
import { type Compiled, carriersOf } from './compile.ts'

/** Persons the charter cannot tell apart: how many, and the groups they are eligible for, as bits. */
export type Bunch = { count: number; eligible: number }
/** lo ≤ sum of weight × seated-in-scope over the bunches in `on` ≤ hi. */
export type ProblemRow = { atom: number; scope: number; lo: number; hi: number; on: number[]; weights: number[] }
export type ProblemAtom = { name: string; kind: string; strength: 'must' | 'should' | 'hint'; group: number }
/** Plain data, so that it can be sent to the solver's process. */
export type Problem = {
  groups: number
  atoms: ProblemAtom[]
  bunches: Bunch[]
  rows: ProblemRow[]
  /** Bunches from here on are archetypes of people one could recruit. */
  recruitsFrom: number
  /** How much each archetype asks of a person: among equals the plainer is shown. */
  plainness: number[]
  /** No lawful council has more seats than this. */
  seats: number
}
/** The problem, and who the bunches are: indices into the pool, or into the archetypes from `recruitsFrom` on. */
export type Sorted = { problem: Problem; members: number[][]; archetypes: number[][]; bunchOf: Int32Array }

/** No council recruits more of one archetype than this; more means that numbers alone cannot help. */
export const plenty = 400

/** Further things that tell persons apart, such as goals: one short text per person. */
export type Tell = (person: Person, at: number) => string

/** Sorts the pool (and archetypes) into bunches and writes the rules as rows over them. */
export function problemOf(compiled: Compiled, pool: readonly Person[], archetypes: readonly Person[] = [], tell: Tell = () => ''): Sorted {
  const everybody = [...pool, ...archetypes]
  const open = compiled.groups.reduce((sum, group) => sum + (group.max ?? Number.POSITIVE_INFINITY), 0)
  const seats = Math.min(open, pool.length + (archetypes.length > 0 ? plenty : 0))
  // When sizes are given up for the sake of an explanation, the whole pool may sit.
  const measures = compiled.measures(Math.min(pool.length + (archetypes.length > 0 ? plenty : 0), 20_000))
  // Values of a max_same rule that can collide at all, each a row of its own.
  const hot = measures.map(measure => {
    if (!measure || !('same' in measure)) return null
    const rows = new Map<number, number[]>()
    let row = 0
    for (const list of carriersOf(everybody, measure.same).values()) {
      const copies = list.reduce((sum, at) => sum + (at < pool.length ? 1 : plenty), 0)
      if (copies <= measure.max) continue
      for (const at of list) rows.set(at, [...(rows.get(at) ?? []), row])
      row++
    }
    return { rows, number: row }
  })
  const bunches: Bunch[] = []
  const members: number[][] = []
  const first: number[] = []
  const bunchOf = new Int32Array(everybody.length)
  const known = new Map<string, number>()
  const read = everybody.map((person, at) => readPerson(compiled, measures, hot, person, at))
  for (const [at, { eligible, weights, same }] of read.entries()) {
    const recruit = at >= pool.length
    const key = `${recruit ? at : ''}|${eligible}|${weights.join()}|${same}|${tell(everybody[at]!, at)}`
    let bunch = known.get(key)
    if (bunch === undefined) {
      bunch = bunches.length
      known.set(key, bunch)
      bunches.push({ count: 0, eligible })
      members.push([])
      first.push(at)
    }
    if (!recruit) bunches[bunch]!.count++
    members[bunch]!.push(recruit ? at - pool.length : at)
    bunchOf[at] = bunch
  }
  const recruitsFrom = bunches.length - archetypes.length
  const atoms = compiled.atoms.map(({ name, kind, strength, group }) => ({ name, kind, strength, group }))
  const problem = {
    groups: compiled.groups.length,
    atoms,
    bunches,
    rows: rowsOver(compiled, measures, hot, first, read),
    recruitsFrom,
    plainness: archetypes.map(asks),
    seats,
  }
  return { problem, members, archetypes: members.slice(recruitsFrom), bunchOf }
}

function asks(archetype: Person): number {
  return Object.values(archetype).reduce<number>(
    (sum, value) => sum + (Array.isArray(value) ? value.length : value === null || value === undefined ? 0 : 1),
    0,
  )
}

type Read = { eligible: number; weights: number[]; same: string }
type Hot = ({ rows: Map<number, number[]>; number: number } | null)[]
type Measures = ReturnType<Compiled['measures']>

function readPerson(compiled: Compiled, measures: Measures, hot: Hot, person: Person, at: number): Read {
  let eligible = 0
  for (let g = 0; g < compiled.groups.length; g++) if (compiled.eligible[g]!(person)) eligible |= 1 << g
  const weights: number[] = []
  let same = ''
  for (let m = 0; m < measures.length; m++) {
    const measure = measures[m]
    if (!measure) continue
    if ('same' in measure) same += `/${hot[m]!.rows.get(at)?.join('.') ?? ''}`
    else weights.push(measure.weigh(person))
  }
  return { eligible, weights, same }
}

function rowsOver(compiled: Compiled, measures: Measures, hot: Hot, first: number[], read: Read[]): ProblemRow[] {
  const rows: ProblemRow[] = []
  let column = 0
  for (const [atom, measure] of measures.entries()) {
    if (!measure) continue
    const { scope } = compiled.atoms[atom]!
    if ('same' in measure) {
      const made = Array.from(
        { length: hot[atom]!.number },
        (): ProblemRow => ({ atom, scope, lo: 0, hi: measure.max, on: [], weights: [] }),
      )
      for (const [bunch, at] of first.entries()) {
        for (const row of hot[atom]!.rows.get(at) ?? []) {
          made[row]!.on.push(bunch)
          made[row]!.weights.push(1)
        }
      }
      rows.push(...made)
      continue
    }
    const row: ProblemRow = { atom, scope, lo: measure.lo, hi: measure.hi, on: [], weights: [] }
    for (const [bunch, at] of first.entries()) {
      const weight = read[at]!.weights[column]!
      if (weight === 0) continue
      row.on.push(bunch)
      row.weights.push(weight)
    }
    rows.push(row)
    column++
  }
  return rows
}
