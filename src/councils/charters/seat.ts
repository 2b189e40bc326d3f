// Seating search: who sits in which group so that the fewest rows break. Exact; a greedy choice would be wrong.

/** One linear row over the entries: lo ≤ sum of weights of entries seated in `scope` ≤ hi. */
export type SeatRow = { scope: number; lo: number; hi: number; weights: readonly number[] }
/** `allowed[i]`: the groups entry i may take, as bits. */
export type Puzzle = { groups: number; allowed: readonly number[]; rows: readonly SeatRow[] }

/** The search was larger than any council's; the caller asks the solver instead. */
export class TooMuchToSearch extends Error {}

type Open = {
  /** Entries with a real choice, most constrained first. */
  flex: number[]
  seats: Int32Array
  /** Rows whose sum depends on the choice, and the sums without the entries in `flex`. */
  live: number[]
  /** Sums of all rows from entries without a choice. */
  sums: number[]
  /** Per position in `flex` and live row: most and least that the remaining entries can add. */
  most: number[][]
  least: number[][]
}

/** The lowest group of a mask. */
const lowest = (mask: number) => 31 - Math.clz32(mask & -mask)

function open(puzzle: Puzzle): Open {
  const { allowed, rows } = puzzle
  const entries = allowed.length
  const seats = new Int32Array(entries).fill(-1)
  const flex: number[] = []
  for (let at = 0; at < entries; at++) {
    const mask = allowed[at]!
    if ((mask & (mask - 1)) === 0) seats[at] = lowest(mask)
    else flex.push(at)
  }
  const sums: number[] = []
  const live: number[] = []
  for (let r = 0; r < rows.length; r++) {
    const { scope, weights } = rows[r]!
    let sum = 0
    let varies = false
    for (let at = 0; at < entries; at++) {
      const weight = weights[at]!
      if (weight === 0) continue
      const mask = allowed[at]!
      if ((mask & ~scope) === 0) sum += weight
      else if ((mask & scope) !== 0) varies = true
    }
    sums.push(sum)
    if (varies) live.push(r)
  }
  if (flex.length > 1 && live.length > 0) sortByChoice(flex, puzzle, live)
  const most: number[][] = [live.map(() => 0)]
  const least: number[][] = [live.map(() => 0)]
  for (let at = flex.length - 1; at >= 0; at--) {
    const entry = flex[at]!
    const [up, down] = [most.at(-1)!.slice(), least.at(-1)!.slice()]
    for (let l = 0; l < live.length; l++) {
      const weight = choiceIn(rows[live[l]!]!, entry, allowed[entry]!)
      if (weight > 0) up[l]! += weight
      else down[l]! += weight
    }
    most.push(up)
    least.push(down)
  }
  return { flex, seats, live, sums, most: most.reverse(), least: least.reverse() }
}

/** Most constrained first; entries that are alike stand together, so that equal situations meet. */
function sortByChoice(flex: number[], { allowed, rows }: Puzzle, live: number[]) {
  const size = (mask: number) => {
    let count = 0
    for (let rest = mask; rest; rest &= rest - 1) count++
    return count
  }
  const keys = new Map(flex.map(at => [at, live.map(r => rows[r]!.weights[at]).join()]))
  flex.sort((a, b) => {
    const [x, y] = [keys.get(a)!, keys.get(b)!]
    return size(allowed[a]!) - size(allowed[b]!) || allowed[a]! - allowed[b]! || (x < y ? -1 : x > y ? 1 : a - b)
  })
}

/** What depends on this entry's choice in a row: its weight, or 0 when it counts anyhow or never. */
function choiceIn({ scope, weights }: SeatRow, entry: number, mask: number): number {
  return (mask & scope) === 0 || (mask & ~scope) === 0 ? 0 : weights[entry]!
}

/** What entry adds to row when it takes the group, beyond what `sums` holds already. */
function adds(row: SeatRow, entry: number, mask: number, group: number): number {
  return (mask & ~row.scope) === 0 || !(row.scope & (1 << group)) ? 0 : row.weights[entry]!
}

/** A seating in which every row holds, or null when there is none. `seating[i]` is the group of entry i. */
export function seatAll(puzzle: Puzzle, work = 20_000): number[] | null {
  if (puzzle.allowed.includes(0)) return null
  const state = open(puzzle)
  return lostForSure(puzzle, state).length > 0 ? null : search(puzzle, state, work)
}

function search(puzzle: Puzzle, state: Open, work: number): number[] | null {
  const budget = { left: work }
  const start = state.live.map(r => state.sums[r]!)
  if (descend(puzzle, state, start, 0, budget)) return Array.from(state.seats)
  if (budget.left > 0) return null
  const aim = { groupsOfRows: puzzle.rows.map((_, r) => r), cost: () => '' }
  const lost = lostForSure(puzzle, state)
  return within(prepare(puzzle, state, aim, lost), lost.length, { left: 3_000_000 })?.seats ?? null
}

/** Rows that break wherever the entries with a choice sit. */
function lostForSure({ rows }: Puzzle, { live, sums }: Open): number[] {
  const varying = new Set(live)
  return rows.flatMap((row, r) => (!varying.has(r) && (sums[r]! < row.lo || sums[r]! > row.hi) ? [r] : []))
}

function descend(puzzle: Puzzle, state: Open, now: number[], depth: number, budget: { left: number }): boolean {
  const { flex, live, most, least, seats } = state
  for (let l = 0; l < live.length; l++) {
    const row = puzzle.rows[live[l]!]!
    if (now[l]! + most[depth]![l]! < row.lo || now[l]! + least[depth]![l]! > row.hi) return false
  }
  if (depth === flex.length) return true
  if (budget.left-- <= 0) return false
  const entry = flex[depth]!
  const mask = puzzle.allowed[entry]!
  for (let group = 0; group < puzzle.groups; group++) {
    if (!(mask & (1 << group))) continue
    seats[entry] = group
    const next = now.map((sum, l) => sum + adds(puzzle.rows[live[l]!]!, entry, mask, group))
    if (descend(puzzle, state, next, depth + 1, budget)) return true
    if (budget.left <= 0) break
  }
  return false
}

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

/** The best complete seating by `cost` among those with the fewest broken counted atoms; null when nobody can sit. */
export function seatBest(puzzle: Puzzle, aim: Aim): { seats: number[]; cost: string } | null {
  if (puzzle.allowed.includes(0)) return null
  const state = open(puzzle)
  const lost = lostForSure(puzzle, state)
  // When only what breaks anyhow breaks, nothing can be better.
  const seats = aim.thorough ? null : search(puzzle, state, 2_000)
  if (seats) return { seats, cost: aim.cost(new Set(lost.map(r => aim.groupsOfRows[r]!)), sumsOf(puzzle, seats)) }
  const budget = { left: 3_000_000 }
  const task = prepare(puzzle, state, aim, lost)
  if (aim.breakable !== undefined) return within(task, aim.breakable, budget)
  const atoms = new Set(aim.groupsOfRows.filter(atom => aim.counts?.(atom) ?? true)).size
  for (let breakable = lostAt(task, task.start, 0); breakable <= atoms; breakable++) {
    const found = within(task, breakable, budget)
    if (found) return found
  }
  return null
}

/** The sum of each row under a seating. */
export function sumsOf({ rows }: Puzzle, seats: readonly number[]): number[] {
  return rows.map(row => seats.reduce((sum, group, at) => (row.scope & (1 << group) ? sum + row.weights[at]! : sum), 0))
}

type Task = {
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

function prepare(puzzle: Puzzle, state: Open, aim: Aim, lost: readonly number[]): Task {
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
function lostAt({ puzzle, state, counted, atoms }: Task, now: readonly number[], depth: number): number {
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

function within(task: Task, breakable: number, budget: { left: number }) {
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
