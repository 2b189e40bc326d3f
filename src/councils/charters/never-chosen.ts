// Who sits in no lawful slate at all, and which of the charter's demands keep them out.
import { Council, type Taken } from './council.ts'
import type { OpenSession } from './linear.ts'
import type { Problem } from './problem.ts'

/** Beyond so many the reasons would take the solver too long; the persons are still listed. */
const mostExplained = 10

/** A bunch nobody of whom can be chosen, with a minimal set of atoms that forbids it (empty when not worked out). */
export type Never = { bunch: number; atoms: number[] }

/** Bunches in no lawful slate. Each solution clears as many still unproved bunches as it can hold. */
export function neverChosen(open: OpenSession, council: Council, must: ReadonlySet<number>, known: Taken[][]): Never[] {
  const { problem } = council
  const unproved = new Set(problem.bunches.keys())
  for (const slate of known) clear(problem, slate, unproved)
  while (unproved.size > 0) {
    const slate = council.solve(council.worth([...unproved].map(bunch => [bunch, 1] as const)))
    const before = unproved.size
    clear(problem, slate ?? [], unproved)
    if (unproved.size === before) break
  }
  if (unproved.size === 0) return []
  const found: Never[] = []
  const harder: number[] = []
  for (const bunch of [...unproved].sort((a, b) => a - b)) {
    const atoms = barredAlone(problem, bunch)
    if (atoms) found.push({ bunch, atoms })
    else harder.push(bunch)
  }
  if (harder.length > 0) {
    const loose = new Council(open, problem, true)
    for (const [at, bunch] of harder.entries()) found.push({ bunch, atoms: at < mostExplained ? forbids(loose, must, bunch) : [] })
    loose.close()
  }
  return found
}

/** Whoever is barred from every group by eligibility or an `every` rule needs no solver: a minimal set of such atoms, or null. */
function barredAlone(problem: Problem, bunch: number): number[] | null {
  const bars = problem.atoms.flatMap((atom, at) => {
    if (atom.strength !== 'must') return []
    if (atom.kind === 'elig') return problem.bunches[bunch]!.eligible & (1 << atom.group) ? [] : [{ at, groups: 1 << atom.group }]
    if (atom.kind !== 'every') return []
    return problem.rows.filter(row => row.atom === at && row.on.includes(bunch)).map(row => ({ at, groups: row.scope }))
  })
  const every = (1 << problem.groups) - 1
  const covered = (list: typeof bars) => (list.reduce((mask, bar) => mask | bar.groups, 0) & every) === every
  if (!covered(bars)) return null
  const kept = [...bars]
  // Rules are given up first, so that eligibility explains as much as it can.
  for (const bar of [...bars].sort(
    (a, b) => Number(problem.atoms[a.at]!.kind === 'elig') - Number(problem.atoms[b.at]!.kind === 'elig') || b.at - a.at,
  )) {
    const without = kept.filter(each => each !== bar)
    if (covered(without)) kept.splice(kept.indexOf(bar), 1)
  }
  return kept.map(bar => bar.at).sort((a, b) => a - b)
}

/** A lawful slate clears whoever sits on it, and whoever could take one of its seats instead. */
function clear(problem: Problem, slate: readonly Taken[], unproved: Set<number>) {
  for (const { bunch } of slate) unproved.delete(bunch)
  const sums = problem.rows.map(() => 0)
  const weights = problem.rows.map(row => new Map(row.on.map((bunch, at) => [bunch, row.weights[at]!] as const)))
  const weight = (row: number, bunch: number, group: number) =>
    problem.rows[row]!.scope & (1 << group) ? (weights[row]!.get(bunch) ?? 0) : 0
  for (const { bunch, group, n } of slate) for (const row of sums.keys()) sums[row]! += n * weight(row, bunch, group)
  const hard = [...sums.keys()].filter(row => problem.atoms[problem.rows[row]!.atom]!.strength === 'must')
  for (const bunch of unproved) {
    const swaps = slate.some(({ bunch: out, group }) => {
      if (!(problem.bunches[bunch]!.eligible & (1 << group))) return false
      return hard.every(row => {
        const sum = sums[row]! - weight(row, out, group) + weight(row, bunch, group)
        return sum >= problem.rows[row]!.lo && sum <= problem.rows[row]!.hi
      })
    })
    if (swaps) unproved.delete(bunch)
  }
}

/** A minimal set of atoms that keeps this bunch out. */
function forbids(council: Council, must: ReadonlySet<number>, bunch: number): number[] {
  const { problem } = council
  const structural = (at: number) => ['total', 'size', 'elig', 'unique'].indexOf(problem.atoms[at]!.kind)
  const active = new Set(must)
  const possible = () => {
    council.hold(active)
    council.between(bunch, 1, problem.bunches[bunch]!.count)
    const found = council.solve()
    council.between(bunch, 0, problem.bunches[bunch]!.count)
    return found !== null
  }
  for (const at of [...must].sort((a, b) => structural(a) - structural(b) || b - a)) {
    active.delete(at)
    if (possible()) active.add(at)
  }
  return [...active].sort((a, b) => a - b)
}
