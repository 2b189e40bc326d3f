// A linear problem in whole numbers, and what any solver of such problems must offer.

export type LinearRow = { lo: number; hi: number; on: number[]; weights: number[] }
/** Columns are whole numbers between `lower` and `upper`, except those in `real`. */
export type Linear = { lower: number[]; upper: number[]; real: Set<number>; rows: LinearRow[] }

/** The time set for the question ran out: the honest answer is "not decided". */
export class NotDecided extends Error {}

/** One problem kept open in a solver, so that bounds can be changed between questions. */
export type Session = {
  columnBounds(column: number, lower: number, upper: number): void
  rowBounds(row: number, lo: number, hi: number): void
  /** Adds a row and gives its number. */
  addRow(row: LinearRow): number
  /** A solution with the greatest `aim` (none: any solution), or null when there is none. Throws `NotDecided`. */
  solve(aim?: ReadonlyMap<number, number>): number[] | null
  close(): void
}
export type OpenSession = (linear: Linear) => Session
