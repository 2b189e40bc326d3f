// Is a lawful council possible from this pool, what stands in the way, and whom to recruit: the questions put to the solver.
import { Council, type Taken } from './council.ts'
import { NotDecided, type OpenSession } from './linear.ts'
import { type Problem, type ProblemRow, plenty } from './problem.ts'
import { recruited } from './recruited.ts'
import { bySwapping } from './swap-recruits.ts'

/** Fewest new persons, and every smallest choice of archetypes (numbers, ascending). `needed`: fewest without the limit of three. */
export type Recruit = { min: number | null; options: number[][]; more: boolean; needed: number | null; example: number[] }
export type Explained = {
  feasible: boolean
  witness: Taken[] | null
  broken: number[]
  conflict: number[]
  /** What contradicts itself whoever is recruited; empty when nothing does. */
  contradiction: number[]
  recruit: Recruit
  recruit_wishes: Recruit
}
export type Report = (step: string) => void

const mostRecruits = 3
const mostOptions = 20

export function explainTask(open: OpenSession, problem: Problem, report: Report = () => {}): Explained {
  const must = atomsOf(problem, ['must'])
  const wished = atomsOf(problem, ['must', 'should'])
  const council = new Council(open, problem)
  report('feasible')
  council.hold(wished)
  const best = council.solve()
  if (best) {
    council.close()
    return { feasible: true, witness: best, broken: [], conflict: [], contradiction: [], recruit: noneNeeded, recruit_wishes: noneNeeded }
  }
  council.hold(must)
  const lawful = wished.size === must.size ? null : council.solve()
  let broken: number[] = []
  let conflict: number[] = []
  if (!lawful) {
    report('conflict')
    const loose = new Council(open, poolOnly(problem), true)
    conflict = conflictIn(loose, must)
    broken = leastBroken(loose, must, conflict)
    loose.close()
  }
  report('recruit')
  const recruit = lawful ? noneNeeded : recruitFor(council, must)
  report('recruit_wishes')
  const recruit_wishes = wished.size === must.size ? recruit : recruitFor(council, wished)
  let contradiction: number[] = []
  if (recruit.needed === null) {
    report('contradiction')
    const loose = new Council(open, problem, true)
    loose.allowRecruits(plenty)
    contradiction = conflictIn(loose, must)
    loose.close()
  }
  council.close()
  return { feasible: Boolean(lawful), witness: lawful, broken, conflict, contradiction, recruit, recruit_wishes }
}

/** The problem without those one could recruit: nobody of them sits while it is asked what stands in the way. */
function poolOnly(problem: Problem): Problem {
  const kept = <T extends ProblemRow>(row: T): T => {
    const stays = row.on.map(bunch => bunch < problem.recruitsFrom)
    return { ...row, on: row.on.filter((_, at) => stays[at]), weights: row.weights.filter((_, at) => stays[at]) }
  }
  const bunches = problem.bunches.slice(0, problem.recruitsFrom)
  return { ...problem, bunches, rows: problem.rows.map(kept), twice: problem.twice.map(kept), plainness: [] }
}

const noneNeeded: Recruit = { min: 0, options: [[]], more: false, needed: 0, example: [] }

export function atomsOf(problem: Problem, strengths: string[]): Set<number> {
  return new Set(problem.atoms.flatMap((atom, at) => (strengths.includes(atom.strength) ? [at] : [])))
}

/**
 * A minimal conflicting set within `atoms`, which must be impossible together. Rules are dropped first, structure last, and `unique` after
 * everything else: the rest of the set is then a minimal conflict also among people who sit once each, which is how one reads it.
 */
function conflictIn(council: Council, atoms: ReadonlySet<number>): number[] {
  const { problem } = council
  const structural = (at: number) => ['total', 'size', 'elig', 'unique'].indexOf(problem.atoms[at]!.kind)
  const active = new Set(atoms)
  for (const at of [...atoms].sort((a, b) => structural(a) - structural(b) || b - a)) {
    active.delete(at)
    council.hold(active)
    if (council.solve()) active.add(at)
  }
  return [...active].sort((a, b) => a - b)
}

/**
 * The smallest set of atoms without which a council is possible; ties keep what stands earlier in the charter. `elig` and
 * `unique` never need to go: without sizes and rules the empty council is lawful. Conflicts found so far must each lose an
 * atom; the best choice that does so is tried, and either works or shows a further conflict.
 */
function leastBroken(council: Council, must: ReadonlySet<number>, first: readonly number[]): number[] {
  const fixed = (at: number) => ['elig', 'unique'].includes(council.problem.atoms[at]!.kind)
  const conflicts = [first.filter(at => !fixed(at))]
  for (;;) {
    const out = smallestHit(conflicts)
    const rest = new Set([...must].filter(at => !out.includes(at)))
    council.hold(rest)
    if (council.solve()) return out
    const further = conflictAmong(council, rest, fixed)
    if (further.length === 0) throw new NotDecided('the solver contradicts itself')
    conflicts.push(further)
  }
}

function conflictAmong(council: Council, atoms: ReadonlySet<number>, fixed: (at: number) => boolean): number[] {
  const active = new Set(atoms)
  for (const at of [...atoms].filter(each => !fixed(each)).reverse()) {
    active.delete(at)
    council.hold(active)
    if (council.solve()) active.add(at)
  }
  return [...active].filter(at => !fixed(at))
}

/** The smallest set that meets every list; among equals the one that keeps earlier atoms. */
export function smallestHit(lists: readonly (readonly number[])[]): number[] {
  let best: number[] | null = null
  const better = (a: number[], b: number[]) => {
    if (a.length !== b.length) return a.length < b.length
    const [x, y] = [a, b].map(list => [...list].sort((m, n) => m - n))
    // The first atom in which they differ: whoever keeps it wins.
    for (const [at, atom] of x!.entries()) if (atom !== y![at]) return atom > y![at]!
    return false
  }
  const grow = (chosen: number[]) => {
    if (best && chosen.length > best.length) return
    const open = lists.find(list => !list.some(at => chosen.includes(at)))
    if (!open) {
      if (!best || better(chosen, best)) best = [...chosen]
      return
    }
    for (const at of open) grow([...chosen, at])
  }
  grow([])
  return [...(best ?? [])].sort((a, b) => a - b)
}

/** Fewest recruits so that `atoms` can all hold, and all smallest choices of them. */
function recruitFor(council: Council, atoms: ReadonlySet<number>): Recruit {
  const { problem } = council
  const kinds = problem.bunches.length - problem.recruitsFrom
  const impossible: Recruit = { min: null, options: [], more: false, needed: null, example: [] }
  if (kinds === 0) return impossible
  const each = Array.from({ length: kinds }, (_, at) => problem.recruitsFrom + at)
  // Fewest first; among equals those that ask least of a person.
  const fewest = council.worth(each.map((bunch, kind) => [bunch, -100_000 - Math.min(problem.plainness[kind]!, 20)] as const))
  council.hold(atoms)
  council.allowRecruits(plenty)
  const found = council.solve(fewest)
  council.allowRecruits(0)
  if (!found) return impossible
  const example = recruited(problem, found)
  const needed = example.length
  if (needed > mostRecruits) return { min: null, options: [], more: false, needed, example }
  const options = allOptions(council, atoms, each, needed, found)
  const sorted = options.sort((a, b) => compareLists(a, b))
  return { min: needed, options: sorted.slice(0, mostOptions), more: sorted.length > mostOptions, needed, example }
}

const compareLists = (a: number[], b: number[]) => a.map((x, at) => x - b[at]!).find(d => d !== 0) ?? 0

type Bounds = Map<number, { least: number; most: number }>

/**
 * Every choice of `size` recruits, or one more than can be shown. A choice splits what is left into parts that do not
 * overlap: another choice of the same size must take fewer of some archetype in it.
 */
function allOptions(council: Council, atoms: ReadonlySet<number>, each: number[], size: number, found: Taken[]): number[][] {
  if (size === 0) return [[]]
  const { problem } = council
  const first = recruited(problem, found)
  // Mostly there are more choices than can be shown, and swapping one recruit for another finds them without the solver.
  const swapped = bySwapping(problem, atoms, found, mostOptions + 1)
  if (swapped.length > mostOptions) return swapped
  council.allowRecruits(size)
  const total = council.session.addRow({
    lo: 0,
    hi: size,
    ...council.spread(
      -1,
      each,
      each.map(() => 1),
    ),
  })
  const options: number[][] = []
  const parts: { bounds: Bounds; known: number[] | null }[] = [{ bounds: new Map(), known: first }]
  while (parts.length > 0 && options.length <= mostOptions) {
    const { bounds, known } = parts.shift()!
    let choice = known
    if (!choice) {
      for (const bunch of each) {
        const { least, most } = bounds.get(bunch - problem.recruitsFrom) ?? { least: 0, most: size }
        council.between(bunch, least, most)
      }
      const found = council.solve()
      if (!found) continue
      choice = recruited(problem, found)
    }
    options.push(choice)
    let kept = new Map(bounds)
    for (const kind of new Set(choice)) {
      const count = choice.filter(one => one === kind).length
      const now = kept.get(kind) ?? { least: 0, most: size }
      if (count > now.least) parts.push({ bounds: new Map(kept).set(kind, { ...now, most: count - 1 }), known: null })
      kept = new Map(kept).set(kind, { ...now, least: count })
    }
  }
  council.session.rowBounds(total, 0, Number.POSITIVE_INFINITY)
  council.allowRecruits(0)
  return options
}
