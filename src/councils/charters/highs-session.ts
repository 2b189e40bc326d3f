// HiGHS as the solver: the relaxation first, which is nearly always whole already; the integer search only when it is not.
import loaded, { type Highs, type Model } from 'highs'
import { type Linear, type LinearRow, NotDecided, type OpenSession, type Session } from './linear.ts'

const status = { optimal: 7, infeasible: 8, undecided: 9, timeLimit: 13, solutionLimit: 16 }
const nearWhole = 1e-6

/** Loads the solver (about 0.1 s) and gives a way to open problems in it. `timeLeft`: seconds still allowed. */
export async function openHighs(timeLeft: () => number): Promise<OpenSession> {
  // The package's types describe its CommonJS build; as a module the default export is the loader itself.
  const load = loaded as unknown as typeof loaded.default
  const highs = await load()
  return linear => new HighsSession(highs, linear, timeLeft)
}

class HighsSession implements Session {
  private readonly model: Model
  private readonly columns: number
  private readonly rows: LinearRow[]
  private readonly real: Set<number>
  private readonly all: { kind: 'range'; from: number; to: number }
  private readonly shaken: Float64Array
  private readonly timeLeft: () => number
  private readonly lower: Float64Array
  private readonly upper: Float64Array
  private changed = false

  constructor(highs: Highs, linear: Linear, timeLeft: () => number) {
    const { lower, upper, real } = linear
    this.timeLeft = timeLeft
    this.lower = Float64Array.from(lower)
    this.upper = Float64Array.from(upper)
    this.columns = lower.length
    this.real = real
    this.rows = linear.rows.map(row => ({ ...row }))
    const starts = new Int32Array(linear.rows.length + 1)
    for (const [r, row] of linear.rows.entries()) starts[r + 1] = starts[r]! + row.on.length
    this.model = highs.createModel({
      numCols: this.columns,
      numRows: linear.rows.length,
      offset: 0,
      colCost: new Float64Array(this.columns),
      colLower: Float64Array.from(lower),
      colUpper: Float64Array.from(upper),
      rowLower: Float64Array.from(linear.rows, row => row.lo),
      rowUpper: Float64Array.from(linear.rows, row => row.hi),
      matrix: {
        format: 'csr',
        numRows: linear.rows.length,
        numCols: this.columns,
        starts,
        indices: Int32Array.from(linear.rows.flatMap(row => row.on)),
        values: Float64Array.from(linear.rows.flatMap(row => row.weights)),
      },
      integrality: Int32Array.from(lower, (_, column) => (real.has(column) ? 0 : 1)),
    })
    this.all = { kind: 'range', from: 0, to: this.columns - 1 }
    // Any direction will do when only the existence of a council is asked; an uneven one mostly ends in a whole corner.
    this.shaken = Float64Array.from(lower, (_, column) => ((column * 2654435761) % 1009) / 1009 - 0.5)
    this.model.options.set({
      output_flag: false,
      presolve: 'off',
      mip_rel_gap: 0,
      mip_abs_gap: 1e-7,
      mip_detect_symmetry: false,
      mip_heuristic_run_feasibility_jump: false,
      mip_heuristic_effort: 0,
      random_seed: 1,
    })
  }

  columnBounds(column: number, lower: number, upper: number) {
    this.lower[column] = lower
    this.upper[column] = upper
    this.changed = true
  }

  rowBounds(row: number, lo: number, hi: number) {
    this.rows[row]!.lo = lo
    this.rows[row]!.hi = hi
    this.changed = true
  }

  /** Bounds go to the solver all at once: crossing into it a thousand times costs more than solving. */
  private flush() {
    if (!this.changed) return
    this.changed = false
    if (this.columns > 0) this.model.changeColsBounds(this.all, this.lower, this.upper)
    const last = this.rows.length - 1
    if (last < 0) return
    const lo = Float64Array.from(this.rows, row => row.lo)
    this.model.changeRowsBounds(
      { kind: 'range', from: 0, to: last },
      lo,
      Float64Array.from(this.rows, row => row.hi),
    )
  }

  addRow(row: LinearRow): number {
    this.flush()
    this.rows.push({ ...row })
    this.model.addRow(row.lo, row.hi, { indices: row.on, values: row.weights })
    return this.rows.length - 1
  }

  solve(aim?: ReadonlyMap<number, number>): number[] | null {
    this.flush()
    const costs = new Float64Array(this.columns)
    for (const [column, cost] of aim ?? []) costs[column] = -cost
    const free = !aim || aim.size === 0
    this.costs(free ? this.shaken : costs)
    const relaxed = this.run({ solve_relaxation: true })
    if (!relaxed) return null
    if (relaxed.every((value, column) => this.real.has(column) || Math.abs(value - Math.round(value)) <= nearWhole)) {
      const whole = this.rounded(relaxed)
      if (this.holds(whole)) return whole
    }
    if (free) this.costs(costs)
    const found = this.run({ solve_relaxation: false })
    if (!found) return null
    const whole = this.rounded(found)
    if (!this.holds(whole)) throw new NotDecided('the solver answered inexactly')
    return whole
  }

  private costs(costs: Float64Array) {
    if (this.columns > 0) this.model.changeColsCost(this.all, costs)
  }

  private run(options: Record<string, boolean>): number[] | null {
    const left = this.timeLeft()
    if (left <= 0) throw new NotDecided('out of time')
    if (this.columns === 0) return this.rows.every(row => row.lo <= 0 && row.hi >= 0) ? [] : null
    // The clock of a kept problem runs on from solve to solve.
    this.model.zeroAllClocks()
    this.model.options.set({ ...options, time_limit: left })
    this.model.run()
    const answer: number = this.model.getModelStatus()
    if (answer === status.optimal || answer === status.solutionLimit) return Array.from(this.model.getSolution().colValue)
    if (answer === status.infeasible || answer === status.undecided) return null
    throw new NotDecided(answer === status.timeLimit ? 'out of time' : `the solver stopped with status ${answer}`)
  }

  private rounded(values: number[]): number[] {
    return values.map((value, column) => (this.real.has(column) ? value : Math.round(value)))
  }

  private holds(values: number[]): boolean {
    return this.rows.every(row => {
      let sum = 0
      for (let at = 0; at < row.on.length; at++) sum += row.weights[at]! * values[row.on[at]!]!
      return sum >= row.lo - 1e-5 && sum <= row.hi + 1e-5
    })
  }

  close() {
    this.model.dispose()
  }
}
