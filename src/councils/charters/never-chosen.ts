// Who sits in no lawful slate at all, and which of the charter's demands keep them out.
import { Council, type Taken } from './council.ts'
import { Exchange } from './exchange.ts'
import type { OpenSession } from './linear.ts'
import type { Problem } from './problem.ts'

/** Beyond so many the reasons would take the solver too long; the persons are still listed. */
const mostExplained = 10

/** A bunch nobody of whom can be chosen, with a minimal set of atoms that forbids it (empty when not worked out). */
export type Never = { bunch: number; atoms: number[] }

/** Bunches in no lawful slate. Each solution clears as many still unproved bunches as it can hold. */
export function neverChosen(open: OpenSession, council: Council, must: ReadonlySet<number>, known: Taken[][]): Never[] {
  const { problem } = council
  const unproved = new Set<number>()
  const found: Never[] = []
  const exchange = new Exchange(problem, must)
  const bans = bansOf(problem)
  for (const bunch of problem.bunches.keys()) {
    const atoms = barredAlone(problem, bans, bunch)
    if (atoms) found.push({ bunch, atoms })
    else unproved.add(bunch)
  }
  for (const slate of known) clear(exchange, slate, unproved)
  while (unproved.size > 0) {
    const slate = council.solve(council.worth([...unproved].map(bunch => [bunch, 1] as const)))
    const before = unproved.size
    if (slate) clear(exchange, slate, unproved)
    if (unproved.size === before) break
  }
  if (unproved.size > 0) {
    const loose = new Council(open, problem, true)
    for (const [at, bunch] of [...unproved].sort((a, b) => a - b).entries())
      found.push({ bunch, atoms: at < mostExplained ? forbids(loose, must, bunch) : [] })
    loose.close()
  }
  return found.sort((a, b) => a.bunch - b.bunch)
}

type Ban = { at: number; groups: number; of: ReadonlySet<number> }

/** The `every` rules that bar somebody from their groups. */
function bansOf(problem: Problem): Ban[] {
  return problem.rows.flatMap(row => {
    const { kind, strength } = problem.atoms[row.atom]!
    return kind === 'every' && strength === 'must' ? [{ at: row.atom, groups: row.scope, of: new Set(row.on) }] : []
  })
}

/** Whoever is barred from every group by eligibility or an `every` rule needs no solver: a minimal set of such atoms, or null. */
function barredAlone(problem: Problem, bans: readonly Ban[], bunch: number): number[] | null {
  const bars = problem.atoms.flatMap((atom, at) =>
    atom.kind === 'elig' && !(problem.bunches[bunch]!.eligible & (1 << atom.group)) ? [{ at, groups: 1 << atom.group }] : [],
  )
  for (const { at, groups, of } of bans) if (of.has(bunch)) bars.push({ at, groups })
  bars.sort((a, b) => a.at - b.at)
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
function clear(exchange: Exchange, slate: readonly Taken[], unproved: Set<number>) {
  for (const { bunch } of slate) unproved.delete(bunch)
  exchange.start(slate)
  for (const bunch of unproved) if (slate.some(seat => exchange.allows(seat.bunch, bunch, seat.group))) unproved.delete(bunch)
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
