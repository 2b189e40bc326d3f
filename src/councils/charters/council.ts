// A council as a linear problem: how many of each bunch sit in each group, with atoms that can be switched on and off.
import type { Linear, LinearRow, OpenSession, Session } from './linear.ts'
import { type Problem, type ProblemRow, plenty } from './problem.ts'

/** Seats taken: bunch, group, and how many. */
export type Taken = { bunch: number; group: number; n: number }

/** A seat on a proposed slate: the n-th member of a bunch. */
export type Seat = { bunch: number; member: number; group: number }

/** Extra columns and rows on top of a council, such as goals. Columns are numbered after the council's own. */
export type Extra = { upper: number[]; real: number[]; rows: LinearRow[] }

export class Council {
  readonly problem: Problem
  readonly session: Session
  /** Column of bunch and group; -1 when that is never allowed. */
  private readonly column: Int32Array
  private readonly places: { bunch: number; group: number }[] = []
  private readonly uniqueRows: number[] = []
  private readonly rows: readonly ProblemRow[]
  private readonly rowOf: number[] = []
  private readonly active: boolean[]
  private readonly eligAtoms: number[]
  private recruits = 0
  private readonly loose: boolean
  readonly ownColumns: number

  /** `loose`: also columns for seats people are not eligible for, so that `elig` atoms can be switched off. */
  constructor(open: OpenSession, problem: Problem, loose = false, extra?: (council: Council) => Extra) {
    this.problem = problem
    this.loose = loose
    const { bunches, groups, rows } = problem
    this.active = problem.atoms.map(() => true)
    this.eligAtoms = Array.from({ length: groups }, (_, group) =>
      problem.atoms.findIndex(atom => atom.kind === 'elig' && atom.group === group),
    )
    this.column = new Int32Array(bunches.length * groups).fill(-1)
    for (const [bunch, { eligible }] of bunches.entries()) {
      for (let group = 0; group < groups; group++) {
        if (!loose && !(eligible & (1 << group))) continue
        this.column[bunch * groups + group] = this.places.length
        this.places.push({ bunch, group })
      }
    }
    this.ownColumns = this.places.length
    const linear: Linear = {
      lower: this.places.map(() => 0),
      upper: this.places.map(place => this.limit(place)),
      real: new Set(),
      rows: [],
    }
    for (const bunch of bunches.keys()) {
      const on = this.columnsOf([bunch], -1)
      this.uniqueRows.push(linear.rows.length)
      linear.rows.push({ lo: 0, hi: this.copies(bunch), on, weights: on.map(() => 1) })
    }
    // Whoever sits once at most needs no rows for sitting twice.
    this.rows = loose
      ? [...rows, ...problem.twice.map(row => (row.each ? { ...row, hi: row.hi * bunches[row.on[0]!]!.count } : row))]
      : rows
    for (const row of this.rows) {
      this.rowOf.push(linear.rows.length)
      linear.rows.push({ lo: row.lo, hi: row.hi, ...this.spread(row.scope, row.on, row.weights) })
    }
    if (extra) {
      const more = extra(this)
      for (const column of more.real) linear.real.add(column)
      linear.lower.push(...more.upper.map(() => 0))
      linear.upper.push(...more.upper)
      linear.rows.push(...more.rows)
    }
    this.session = open(linear)
  }

  /** Columns of these bunches in the scope's groups. */
  columnsOf(bunches: Iterable<number>, scope: number): number[] {
    const found: number[] = []
    for (const bunch of bunches) {
      for (let group = 0; group < this.problem.groups; group++) {
        const column = this.column[bunch * this.problem.groups + group]!
        if (column >= 0 && scope & (1 << group)) found.push(column)
      }
    }
    return found
  }

  /** A weight per bunch as a row over the columns in scope. */
  spread(scope: number, on: readonly number[], weights: readonly number[]): { on: number[]; weights: number[] } {
    const out = { on: [] as number[], weights: [] as number[] }
    for (const [at, bunch] of on.entries()) {
      for (const column of this.columnsOf([bunch], scope)) {
        out.on.push(column)
        out.weights.push(weights[at]!)
      }
    }
    return out
  }

  private copies(bunch: number): number {
    const { recruitsFrom, bunches, seats } = this.problem
    if (bunch >= recruitsFrom) return this.recruits
    return this.loose ? bunches[bunch]!.count : Math.min(bunches[bunch]!.count, seats)
  }

  private limit({ bunch, group }: { bunch: number; group: number }): number {
    const may = this.problem.bunches[bunch]!.eligible & (1 << group) || this.active[this.eligAtoms[group]!] === false
    return may ? this.copies(bunch) : 0
  }

  /** Up to so many new people of each archetype may sit. */
  allowRecruits(each: number) {
    this.recruits = Math.min(each, plenty)
    for (let bunch = this.problem.recruitsFrom; bunch < this.problem.bunches.length; bunch++) this.refresh(bunch)
  }

  private refresh(bunch: number) {
    for (const column of this.columnsOf([bunch], -1)) this.session.columnBounds(column, 0, this.limit(this.places[column]!))
    this.session.rowBounds(this.uniqueRows[bunch]!, 0, this.active[0] ? this.copies(bunch) : Number.POSITIVE_INFINITY)
  }

  /** How many of a bunch must and may sit. */
  between(bunch: number, least: number, most: number) {
    this.session.rowBounds(this.uniqueRows[bunch]!, least, most)
  }

  /** Switches exactly these atoms on. */
  hold(atoms: ReadonlySet<number>) {
    for (const [at, atom] of this.problem.atoms.entries()) this.set(at, atom.kind, atoms.has(at))
  }

  private set(at: number, kind: string, on: boolean) {
    if (this.active[at] === on) return
    this.active[at] = on
    const { bunches } = this.problem
    if (kind === 'unique') for (const bunch of bunches.keys()) this.refresh(bunch)
    else if (kind === 'elig') {
      const group = this.problem.atoms[at]!.group
      for (const [column, place] of this.places.entries()) {
        if (place.group === group) this.session.columnBounds(column, 0, this.limit(place))
      }
    } else {
      for (const [r, row] of this.rows.entries()) {
        if (row.atom !== at) continue
        this.session.rowBounds(this.rowOf[r]!, on ? row.lo : Number.NEGATIVE_INFINITY, on ? row.hi : Number.POSITIVE_INFINITY)
      }
    }
  }

  /** Aim: a worth per bunch wherever it sits. */
  worth(of: Iterable<readonly [number, number]>): Map<number, number> {
    const aim = new Map<number, number>()
    for (const [bunch, value] of of) for (const column of this.columnsOf([bunch], -1)) aim.set(column, value)
    return aim
  }

  /** Who sits where in the solution with the greatest aim, or null. */
  solve(aim?: ReadonlyMap<number, number>): Taken[] | null {
    const values = this.session.solve(aim)
    return values ? this.read(values) : null
  }

  read(values: readonly number[]): Taken[] {
    return this.places.flatMap((place, column) => (values[column]! > 0 ? [{ ...place, n: values[column]! }] : []))
  }

  close() {
    this.session.close()
  }
}

/** How many of each bunch a solution seats. */
export function seated(taken: readonly Taken[]): Map<number, number> {
  const sums = new Map<number, number>()
  for (const { bunch, n } of taken) sums.set(bunch, (sums.get(bunch) ?? 0) + n)
  return sums
}
