// A charter made ready to judge people: its atoms in the charter's order, and every rule as linear rows over persons.
import type { Charter, Group, Person, Rule, Scalar, Strength } from './charter.ts'
import { carries, own, predicateOf, valuesOf } from './predicate.ts'

/** What can be broken: `unique`, a group's size or eligibility, a rule, or one value of a `cover` rule. */
export type Atom = {
  name: string
  kind: 'unique' | 'size' | 'elig' | Rule['kind']
  strength: Strength
  /** Index of the group for `size` and `elig`, else -1. */
  group: number
  rule: Rule | null
  value: Scalar | null
  /** The groups it looks at, as bits. */
  scope: number
}

/**
 * lo ≤ sum of weights of the persons seated in scope ≤ hi. An atom holds when all its rows hold.
 * `up` and `down`: how far one more person could move the sum; 0 when nobody can.
 */
export type Row = { atom: number; scope: number; lo: number; hi: number; weights: number[]; up: number; down: number }

/** How an atom is read from persons: a weight each and the bounds of their sum, or an attribute that few may share. */
export type Measure =
  | { lo: number; hi: number; up: number; down: number; weigh: (person: Person) => number }
  | { same: string; max: number }

export type Compiled = {
  charter: Charter
  groups: Group[]
  /** Group id to index. */
  index: Map<string, number>
  /** The groups rules without `in` look at: all but substitutes, as bits. */
  seated: number
  atoms: Atom[]
  eligible: ((person: Person) => boolean)[]
  /** One measure per atom, for councils of at most `most` persons; null for `unique` and `elig`. */
  measures: (most: number) => (Measure | null)[]
}

const ready = new WeakMap<Charter, Compiled>()

/** The compiled charter; kept as long as the charter object lives, so a charter must not be changed after parsing. */
export function compile(charter: Charter): Compiled {
  const known = ready.get(charter)
  if (known) return known
  const made = compileAnew(charter)
  ready.set(charter, made)
  return made
}

/** Whether a group holds substitutes: said so, or a non-voting group named after them. Rules without `in` leave it out. */
export function holdsSubstitutes(group: Group): boolean {
  return group.substitute ?? (!group.voting && /^(substitute|suppleant|stedfortr)/i.test(group.id))
}

function compileAnew(charter: Charter): Compiled {
  const { groups } = charter
  const index = new Map(groups.map((group, at) => [group.id, at]))
  const seated = bits(groups.flatMap((group, at) => (holdsSubstitutes(group) ? [] : [at])))
  const atoms: Atom[] = [{ name: 'unique', kind: 'unique', strength: 'must', group: -1, rule: null, value: null, scope: 0 }]
  for (const [at, group] of groups.entries()) {
    const own = { strength: 'must' as const, group: at, rule: null, value: null, scope: 1 << at }
    atoms.push({ ...own, name: `size:${group.id}`, kind: 'size' }, { ...own, name: `elig:${group.id}`, kind: 'elig' })
  }
  for (const rule of charter.rules) {
    const scope = rule.in ? bits(rule.in.map(name => index.get(name) ?? -1)) : seated
    const atom: Atom = { name: rule.id, kind: rule.kind, strength: rule.strength, group: -1, rule, value: null, scope }
    if (rule.kind !== 'cover') atoms.push(atom)
    else for (const value of rule.values) atoms.push({ ...atom, name: `${rule.id}[${value}]`, value })
  }
  const makers = atoms.map(atom => measureOf(atom, groups))
  const made = new Map<number, (Measure | null)[]>()
  return {
    charter,
    groups,
    index,
    seated,
    atoms,
    eligible: groups.map(group => (group.eligible ? predicateOf(group.eligible) : () => true)),
    measures: most => {
      const known = made.get(most)
      if (known) return known
      const measures = makers.map(make => (typeof make === 'function' ? make(most) : make))
      if (made.size > 50) made.clear()
      made.set(most, measures)
      return measures
    },
  }
}

function bits(positions: number[]): number {
  return positions.filter(at => at >= 0).reduce((mask, at) => mask | (1 << at), 0)
}

const infinite = Number.POSITIVE_INFINITY

/** Only a share depends on how many can sit at most. */
function measureOf(atom: Atom, groups: Group[]): Measure | null | ((most: number) => Measure) {
  const counted = (lo: number, hi: number, weigh: (person: Person) => number): Measure => ({ lo, hi, up: 1, down: 0, weigh })
  if (atom.kind === 'size') {
    const group = groups[atom.group]!
    return counted(group.min, group.max ?? infinite, () => 1)
  }
  const { rule } = atom
  if (!rule) return null
  switch (rule.kind) {
    case 'total':
      return counted(rule.min ?? 0, rule.max ?? infinite, () => 1)
    case 'count': {
      const who = predicateOf(rule.who)
      return counted(rule.min ?? 0, rule.max ?? infinite, person => (who(person) ? 1 : 0))
    }
    case 'every': {
      const who = predicateOf(rule.who)
      return { ...counted(0, 0, person => (who(person) ? 0 : 1)), up: 0 }
    }
    case 'cover': {
      const value = atom.value!
      return counted(rule.each_min, infinite, person => (carries(own(person, rule.attr), value) ? 1 : 0))
    }
    case 'balance': {
      const [a, b] = rule.values
      const weigh = (person: Person) => Number(carries(own(person, rule.attr), a)) - Number(carries(own(person, rule.attr), b))
      return { lo: -rule.max_diff, hi: rule.max_diff, up: 1, down: 1, weigh }
    }
    case 'share': {
      const who = predicateOf(rule.who)
      return most => {
        const [x, y] = fraction(rule.min[0], rule.min[1], Boolean(rule.strict), most)
        return { lo: 0, hi: infinite, up: Math.max(0, y - x), down: 0, weigh: person => (who(person) ? y - x : -x) }
      }
    }
    case 'max_same':
      return { same: rule.attr, max: rule.max }
  }
}

/** The rules as rows over these persons. */
export function rowsFor(compiled: Compiled, people: readonly Person[], most: number): Row[] {
  const rows: Row[] = []
  for (const [atom, measure] of compiled.measures(most).entries()) {
    if (!measure) continue
    const { scope } = compiled.atoms[atom]!
    if ('same' in measure) rows.push(...sameRows(people, measure.same, measure.max, { atom, scope }))
    else {
      const { lo, hi, up, down, weigh } = measure
      rows.push({ atom, scope, lo, hi, up, down, weights: people.map(weigh) })
    }
  }
  return rows
}

/** One row per value that more than `max` of these persons carry; a rarer value can never collide. */
function sameRows(people: readonly Person[], attr: string, max: number, base: { atom: number; scope: number }): Row[] {
  const rows: Row[] = []
  for (const list of carriersOf(people, attr).values()) {
    if (list.length <= max) continue
    const weights = new Array<number>(people.length).fill(0)
    for (const at of list) weights[at] = 1
    rows.push({ ...base, lo: 0, hi: max, up: 0, down: 0, weights })
  }
  return rows
}

/** For each value of the attribute, the positions of those who carry it. */
export function carriersOf(people: readonly Person[], attr: string): Map<Scalar, number[]> {
  const carriers = new Map<Scalar, number[]>()
  for (const [at, person] of people.entries()) {
    for (const value of valuesOf(own(person, attr))) {
      const list = carriers.get(value)
      if (list) list.push(at)
      else carriers.set(value, [at])
    }
  }
  return carriers
}

/**
 * The smallest fraction p/q ≥ x/y (strict: > x/y) with q ≤ most: for councils of at most `most` persons the same rule in
 * small whole numbers, so that "more than a third" is never decided by rounding.
 */
export function fraction(x: number, y: number, strict: boolean, most: number): [number, number] {
  let best: [number, number] = [Math.floor(x / y) + 1, 1]
  for (let q = 1; q <= Math.max(1, most); q++) {
    const p = wholeCeil(x, y, q, strict)
    if (p * best[1] < best[0] * q) best = [p, q]
    if (!strict && p * y === x * q) break
  }
  return best
}

/** Whole-number division: the smallest p with p/q ≥ x/y (strict: >). */
function wholeCeil(x: number, y: number, q: number, strict: boolean): number {
  const product = x * q
  const rest = product % y
  const floor = (product - rest) / y
  return strict || rest > 0 ? floor + 1 : floor
}
