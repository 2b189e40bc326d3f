// A second, independent solver behind the same questions.
import { type Constraint, solve } from 'yalps'
import { type Linear, type LinearRow, NotDecided, type OpenSession, type Session } from '../../src/councils/charters/linear.ts'

export const openYalps: OpenSession = linear => new YalpsSession(linear)

class YalpsSession implements Session {
  private readonly linear: Linear
  constructor(linear: Linear) {
    this.linear = { ...linear, lower: [...linear.lower], upper: [...linear.upper], rows: linear.rows.map(row => ({ ...row })) }
  }
  columnBounds(column: number, lower: number, upper: number) {
    this.linear.lower[column] = lower
    this.linear.upper[column] = upper
  }
  rowBounds(row: number, lo: number, hi: number) {
    Object.assign(this.linear.rows[row]!, { lo, hi })
  }
  addRow(row: LinearRow): number {
    return this.linear.rows.push({ ...row }) - 1
  }
  solve(aim?: ReadonlyMap<number, number>): number[] | null {
    const { lower, upper, rows, real } = this.linear
    const constraints = new Map<string, Constraint>()
    const coefficients: Map<string, number>[] = lower.map(() => new Map())
    for (const [r, row] of rows.entries()) {
      const min = Number.isFinite(row.lo) ? row.lo : undefined
      const max = Number.isFinite(row.hi) ? row.hi : undefined
      if (min === undefined && max === undefined) continue
      if (row.on.length === 0 && ((min ?? 0) > 0 || (max ?? 0) < 0)) return null
      if (row.on.length === 0) continue
      constraints.set(`r${r}`, { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) })
      for (const [at, column] of row.on.entries())
        coefficients[column]!.set(`r${r}`, (coefficients[column]!.get(`r${r}`) ?? 0) + row.weights[at]!)
    }
    for (const column of lower.keys()) {
      constraints.set(`c${column}`, { min: lower[column]!, max: upper[column]! })
      coefficients[column]!.set(`c${column}`, 1)
      coefficients[column]!.set('aim', aim?.get(column) ?? 0)
    }
    const names = lower.map((_, column) => `x${column}`)
    const answer = solve(
      {
        direction: 'maximize',
        objective: 'aim',
        constraints,
        variables: coefficients.map((map, column) => [names[column]!, map] as const),
        integers: names.filter((_, column) => !real.has(column)),
      },
      { includeZeroVariables: true, tolerance: 0, maxIterations: 200_000 },
    )
    if (answer.status === 'infeasible') return null
    if (answer.status !== 'optimal') throw new NotDecided(answer.status)
    const values = new Map(answer.variables)
    return names.map((name, column) => (real.has(column) ? (values.get(name) ?? 0) : Math.round(values.get(name) ?? 0)))
  }
  close() {}
}
