// Every way to seat a slate, one person after another; equal situations meet, so that all are looked at without trying each.
import { adds, type Open, type Puzzle, type SeatRow, TooMuchToSearch } from './puzzle.ts'

export type Aim = {
  /** The atom of each row: an atom breaks when any of its rows does. Numbered from 0. */
  groupsOfRows: readonly number[]
  /** Most rows' atoms (of `counts`) that may break; undefined: any number, found by trying 0, 1, 2 … */
  breakable?: number
  /** Which atoms count towards `breakable`; all when missing. */
  counts?: (atom: number) => boolean
  /** Look at every seating, also when one breaks nothing but what breaks anyhow. */
  thorough?: boolean
  /** Comparable cost of a complete seating; the smallest text wins, the first found among equals. */
  cost: (broken: Set<number>, sums: readonly number[]) => string
}

type Layer = Map<string, { now: number[]; from: string; group: number }>

export type Task = {
  puzzle: Puzzle
  state: Open
  aim: Aim
  /** Atoms that break anyhow, and how many of them count. */
  fixed: number[]
  counted: number
  /** Per live row its atom, or −1 when that does not count or breaks anyhow. */
  atoms: number[]
  /** Sums beyond which nothing more can be learnt are kept equal, so that equal situations meet. */
  caps: number[]
  start: number[]
}

export function prepare(puzzle: Puzzle, state: Open, aim: Aim, lost: readonly number[]): Task {
  const { live, sums } = state
  const counts = aim.counts ?? (() => true)
  const fixed = lost.map(r => aim.groupsOfRows[r]!)
  const fixedCounted = new Set(fixed.filter(counts))
  const caps = live.map(r => (puzzle.rows[r]!.weights.every(weight => weight >= 0) ? enough(puzzle.rows[r]!) : Number.POSITIVE_INFINITY))
  const atoms = live.map(r => {
    const atom = aim.groupsOfRows[r]!
    return counts(atom) && !fixedCounted.has(atom) ? atom : -1
  })
  const start = live.map((r, l) => Math.min(sums[r]!, caps[l]!))
  return { puzzle, state, aim, fixed, counted: fixedCounted.size, atoms, caps, start }
}

/** How many counted atoms are lost whatever the entries from `depth` on do. */
export function lostAt({ puzzle, state, counted, atoms }: Task, now: readonly number[], depth: number): number {
  const { live } = state
  const [most, least] = [state.most[depth]!, state.least[depth]!]
  let lost: number[] | null = null
  for (let l = 0; l < live.length; l++) {
    const atom = atoms[l]!
    if (atom === -1) continue
    const row = puzzle.rows[live[l]!]!
    if (now[l]! + most[l]! >= row.lo && now[l]! + least[l]! <= row.hi) continue
    if (lost === null) lost = [atom]
    else if (!lost.includes(atom)) lost.push(atom)
  }
  return counted + (lost?.length ?? 0)
}

export function within(task: Task, breakable: number, budget: { left: number }) {
  const { puzzle, state, caps, start } = task
  const { flex, live } = state
  const { rows } = puzzle
  if (lostAt(task, start, 0) > breakable) return null
  const layers: Layer[] = [new Map([['', { now: start, from: '', group: -1 }]])]
  for (let depth = 0; depth < flex.length; depth++) {
    const entry = flex[depth]!
    const mask = puzzle.allowed[entry]!
    const layer: Layer = new Map()
    for (const [key, { now }] of layers[depth]!) {
      for (let group = 0; group < puzzle.groups; group++) {
        if (!(mask & (1 << group))) continue
        if (budget.left-- <= 0) throw new TooMuchToSearch('too many ways to seat this slate')
        const next = new Array<number>(live.length)
        for (let l = 0; l < next.length; l++) next[l] = Math.min(caps[l]!, now[l]! + adds(rows[live[l]!]!, entry, mask, group))
        const name = next.join()
        if (!layer.has(name) && lostAt(task, next, depth + 1) <= breakable) layer.set(name, { now: next, from: key, group })
      }
    }
    if (layer.size === 0) return null
    layers.push(layer)
  }
  return cheapest(task, layers)
}

/** From this sum on a row with weights ≥ 0 behaves the same. */
function enough(row: SeatRow): number {
  return row.hi === Number.POSITIVE_INFINITY ? row.lo : Math.max(row.lo, row.hi + 1)
}

function cheapest({ puzzle, state: { flex, live, sums, seats }, aim, fixed }: Task, layers: Layer[]) {
  let best: { key: string; cost: string } | null = null
  for (const [key, { now }] of layers.at(-1)!) {
    const broken = new Set(fixed)
    const final = sums.slice()
    for (let l = 0; l < live.length; l++) {
      const row = puzzle.rows[live[l]!]!
      final[live[l]!] = now[l]!
      if (now[l]! < row.lo || now[l]! > row.hi) broken.add(aim.groupsOfRows[live[l]!]!)
    }
    const cost = aim.cost(broken, final)
    if (!best || cost < best.cost) best = { key, cost }
  }
  if (!best) return null
  const chosen = Array.from(seats)
  let at = best.key
  for (let depth = flex.length; depth > 0; depth--) {
    const step = layers[depth]!.get(at)!
    chosen[flex[depth - 1]!] = step.group
    at = step.from
  }
  return { seats: chosen, cost: best.cost }
}
