// A slate as a puzzle: which groups each person may take, and what is already decided before anybody chooses.

/** One linear row over the entries: lo ≤ sum of weights of entries seated in `scope` ≤ hi. */
export type SeatRow = { scope: number; lo: number; hi: number; weights: readonly number[] }
/** `allowed[i]`: the groups entry i may take, as bits. */
export type Puzzle = { groups: number; allowed: readonly number[]; rows: readonly SeatRow[] }

/** The search was larger than any council's; the caller asks the solver instead. */
export class TooMuchToSearch extends Error {}

export type Open = {
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

export function open(puzzle: Puzzle): Open {
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
  flex.sort((a, b) => {
    const [x, y] = [allowed[a]!, allowed[b]!]
    if (x !== y) return choices(x) - choices(y) || x - y
    for (let l = 0; l < live.length; l++) {
      const { weights } = rows[live[l]!]!
      if (weights[a] !== weights[b]) return weights[a]! - weights[b]!
    }
    return a - b
  })
}

function choices(mask: number): number {
  let count = 0
  for (let rest = mask; rest; rest &= rest - 1) count++
  return count
}

/** What depends on this entry's choice in a row: its weight, or 0 when it counts anyhow or never. */
function choiceIn({ scope, weights }: SeatRow, entry: number, mask: number): number {
  return (mask & scope) === 0 || (mask & ~scope) === 0 ? 0 : weights[entry]!
}

/** What entry adds to row when it takes the group, beyond what `sums` holds already. */
export function adds(row: SeatRow, entry: number, mask: number, group: number): number {
  return (mask & ~row.scope) === 0 || !(row.scope & (1 << group)) ? 0 : row.weights[entry]!
}

/** Rows that break wherever the entries with a choice sit. */
export function lostForSure({ rows }: Puzzle, { live, sums }: Open): number[] {
  const varying = new Set(live)
  return rows.flatMap((row, r) => (!varying.has(r) && (sums[r]! < row.lo || sums[r]! > row.hi) ? [r] : []))
}
