// Judging one slate: entries and rows, the seating that breaks least, and a minimal conflict.
import type { Person, Slate } from './charter.ts'
import { type Compiled, type Row, rowsFor } from './compile.ts'
import { evidence } from './predicate.ts'
import { type Puzzle, seatAll, seatBest, sumsOf } from './seat.ts'

/** One person on the slate; `fixed` is the group's index or -1. A person listed twice makes two entries. */
export type Entry = { person: Person; fixed: number }
export type Situation = { compiled: Compiled; entries: Entry[]; rows: Row[]; twice: string[]; strict: number[] }
export type Judgement = Situation & {
  /** Group index per entry. */
  seats: number[]
  /** Indices of broken atoms, in the charter's order. */
  broken: number[]
  sums: number[]
}

/** A slate read against a charter: every listed person, seats fixed by the slate, and the rules as rows. */
export function situation(compiled: Compiled, entries: Entry[]): Situation {
  const people = entries.map(entry => entry.person)
  const rows = rowsFor(compiled, people, mostSeated(compiled, entries.length)).filter(row => !always(row))
  const strict = entries.map(({ person, fixed }) => {
    let mask = 0
    for (let g = 0; g < compiled.groups.length; g++) {
      if ((fixed === -1 || fixed === g) && compiled.eligible[g]!(person)) mask |= 1 << g
    }
    return mask
  })
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { person } of entries) (seen.has(person.id) ? twice : seen).add(person.id)
  return { compiled, entries, rows, twice: [...twice], strict }
}

/** At most so many sit when the charter is followed, or this slate if it is longer. */
function mostSeated(compiled: Compiled, listed: number): number {
  const seats = compiled.groups.reduce((sum, group) => sum + (group.max ?? Number.POSITIVE_INFINITY), 0)
  return Math.max(listed, Math.min(seats, listed + 200))
}

function always(row: Row): boolean {
  return row.hi === Number.POSITIVE_INFINITY && row.lo <= 0 && row.weights.every(weight => weight >= 0)
}

/** Persons of a slate as entries; ids that are not among the people come back as `unknown`. */
export function entriesOf(compiled: Compiled, people: Iterable<Person>, slate: Slate): { entries: Entry[]; unknown: string[] } {
  const wanted = new Map<string, Person | null>()
  for (const placed of slate) wanted.set(typeof placed === 'string' ? placed : placed.id, null)
  for (const person of people) if (wanted.has(person.id) && wanted.get(person.id) === null) wanted.set(person.id, person)
  const unknown = [...wanted].filter(([, person]) => person === null).map(([id]) => id)
  if (unknown.length > 0) return { entries: [], unknown }
  const entries = slate.map(placed => {
    const id = typeof placed === 'string' ? placed : placed.id
    const seat = typeof placed === 'string' ? null : (placed.seat ?? null)
    const fixed = seat === null ? -1 : compiled.index.get(seat)
    if (fixed === undefined) throw new UnknownSeat(id, String(seat))
    return { person: wanted.get(id)!, fixed }
  })
  return { entries, unknown }
}

/** The slate fixes somebody to a group the charter does not have: a fault of the caller, not a verdict. */
export class UnknownSeat extends Error {
  readonly seat: string
  constructor(id: string, seat: string) {
    super(`the slate seats "${id}" in "${seat}", which is not a group of this charter`)
    this.seat = seat
  }
}

export function puzzleOf({ compiled, entries, strict }: Situation, rows: Row[], relaxed: number): Puzzle {
  const allowed = strict.map((mask, at) => mask | (entries[at]!.fixed === -1 ? relaxed : relaxed & (1 << entries[at]!.fixed)))
  return { groups: compiled.groups.length, allowed, rows }
}

/**
 * The seating that breaks the fewest `elig`/`unique` atoms, then the fewest `must`, then `should`, then hints; ties prefer a
 * seat that is only not documented over one that is refused, then keep what stands earlier in the charter.
 */
export function judge(given: Situation, costOf = standardCost): Judgement {
  const { compiled, rows } = given
  const groupsOfRows = rows.map(row => row.atom)
  let best: { found: { readonly seats: number[]; readonly cost: string }; relaxed: number } | null = null
  for (const relaxed of relaxations(given)) {
    const puzzle = puzzleOf(given, rows, relaxed)
    const also = brokenAnyhow(given, relaxed)
    const doubt = relaxed === 0 ? 0 : saidNo(given, relaxed)
    const found = seatBest(puzzle, {
      groupsOfRows,
      counts: atom => compiled.atoms[atom]!.strength === 'must',
      cost: broken => costOf(compiled, new Set([...broken, ...also]), doubt),
    })
    if (found && (!best || found.cost < best.found.cost)) best = { found, relaxed }
  }
  const { found, relaxed } = best!
  return verdictOf(given, found.seats, relaxed)
}

/** What breaks under this seating. */
export function verdictOf(given: Situation, seats: number[], relaxed: number): Judgement {
  const sums = sumsOf(puzzleOf(given, given.rows, relaxed), seats)
  const broken = new Set(brokenAnyhow(given, 0))
  for (const [at, group] of seats.entries()) {
    if (!(given.strict[at]! & (1 << group)))
      broken.add(given.compiled.atoms.findIndex(atom => atom.kind === 'elig' && atom.group === group))
  }
  for (const [r, row] of given.rows.entries()) if (sums[r]! < row.lo || sums[r]! > row.hi) broken.add(row.atom)
  return { ...given, seats, sums, broken: [...broken].sort((a, b) => a - b) }
}

function brokenAnyhow({ compiled, twice }: Situation, relaxed: number): number[] {
  const unique = twice.length > 0 ? [0] : []
  if (relaxed === 0) return unique
  return [...unique, ...compiled.atoms.flatMap((atom, at) => (atom.kind === 'elig' && relaxed & (1 << atom.group) ? [at] : []))]
}

/** The smallest sets of groups whose eligibility must be given up so that everybody has somewhere to sit, as bit masks. */
export function relaxations({ compiled, entries, strict }: Situation): number[] {
  const without = entries.filter((_, at) => strict[at] === 0)
  if (without.length === 0) return [0]
  const fixed = without.reduce((mask, entry) => (entry.fixed === -1 ? mask : mask | (1 << entry.fixed)), 0)
  return fixed ? [fixed] : compiled.groups.map((_, at) => 1 << at)
}

/** How many who fit nowhere are known not to fit these groups; the others are only not documented, which is the better guess. */
function saidNo({ compiled, entries, strict }: Situation, relaxed: number): number {
  const group = compiled.groups[31 - Math.clz32(relaxed)]!
  return entries.filter(({ person, fixed }, at) => strict[at] === 0 && fixed === -1 && evidence(group.eligible!, person) !== 'unknown')
    .length
}

function standardCost({ atoms }: Compiled, broken: Set<number>, doubt: number): string {
  let cost = ''
  for (const strength of ['must', 'should', 'hint'] as const) {
    let count = 0
    let flags = ''
    for (let at = 0; at < atoms.length; at++) {
      if (atoms[at]!.strength !== strength) continue
      const out = broken.has(at)
      if (out) count++
      flags += out ? '1' : '0'
    }
    cost += `${String(count).padStart(5, '0')}${strength === 'must' ? String(doubt).padStart(5, '0') : ''}${flags}`
  }
  return cost
}

/** A minimal conflicting set of `must` atoms: together impossible for this slate, each needed for that. Rules are dropped first, structure last. */
export function conflictOf(given: Judgement): number[] {
  const { compiled, twice } = given
  const must = compiled.atoms.flatMap((atom, at) => (atom.strength === 'must' ? [at] : []))
  if (twice.length > 0) return [0]
  const eligible = must.filter(at => compiled.atoms[at]!.kind === 'elig')
  const lost = lostWithoutChoice(given)
  const holds = (active: Set<number>) => {
    const relaxed = eligible.reduce((mask, at) => (active.has(at) ? mask : mask | (1 << compiled.atoms[at]!.group)), 0)
    // Where nobody has a choice, the rows tell at once.
    if (relaxed === 0 && lost) return lost.every(at => !active.has(at))
    const rows = given.rows.filter(row => active.has(row.atom))
    return seatAll(puzzleOf(given, rows, relaxed)) !== null
  }
  const alone = impossibleAlone(given)
  if (alone !== null) return [alone]
  // Atoms that cannot break here need no test.
  const rowed = new Set(given.rows.map(row => row.atom))
  const all = (1 << compiled.groups.length) - 1
  const barred = given.strict.reduce((mask, groups) => mask | (all & ~groups), 0)
  const active = new Set(
    must.filter(at => rowed.has(at) || (compiled.atoms[at]!.kind === 'elig' && barred & (1 << compiled.atoms[at]!.group))),
  )
  const structural = (at: number) => ['total', 'size', 'elig'].indexOf(compiled.atoms[at]!.kind)
  for (const at of [...active].sort((a, b) => structural(a) - structural(b) || b - a)) {
    active.delete(at)
    if (holds(active)) active.add(at)
  }
  return [...active].sort((a, b) => a - b)
}

/** The atoms whose rows break when everybody fits one group only; null when somebody has a choice, or no group at all. */
function lostWithoutChoice({ strict, rows, sums }: Judgement): number[] | null {
  if (strict.some(mask => mask === 0 || (mask & (mask - 1)) !== 0)) return null
  return rows.flatMap(({ atom, lo, hi }, r) => (sums[r]! < lo || sums[r]! > hi ? [atom] : []))
}

/** The first `must` atom that fails for this slate wherever people sit, eligible or not; null when there is none. */
function impossibleAlone({ compiled, entries, strict, rows }: Situation): number | null {
  const { atoms, groups } = compiled
  const wrongSeat = atoms.findIndex(
    ({ kind, group }) =>
      kind === 'elig' && entries.some(({ fixed }, at) => !(strict[at]! & (1 << group)) && (fixed === group || groups.length === 1)),
  )
  const row = rows.find(one => atoms[one.atom]!.strength === 'must' && outOfReach(one, entries, groups.length))
  if (row === undefined) return wrongSeat < 0 ? null : wrongSeat
  return wrongSeat < 0 ? row.atom : Math.min(wrongSeat, row.atom)
}

/** Whether no seating at all brings the sum of a row within its bounds. */
function outOfReach({ scope, lo, hi, weights }: Row, entries: readonly Entry[], groups: number): boolean {
  const all = (1 << groups) - 1
  let most = 0
  let least = 0
  for (let at = 0; at < entries.length; at++) {
    const { fixed } = entries[at]!
    const weight = weights[at]!
    const mask = fixed === -1 ? all : 1 << fixed
    if ((mask & scope) === 0) continue
    const sure = (mask & ~scope) === 0
    if (sure || weight > 0) most += weight
    if (sure || weight < 0) least += weight
  }
  return most < lo || least > hi
}
