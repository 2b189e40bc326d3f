// The figures of a run: what was measured, beside what, against which target, and whether it was met.

export interface Figure {
  readonly group: string
  readonly what: string
  /** The target in words, e.g. "≥ 0.5 × raw node:http". */
  readonly target: string
  /** What was measured, in words. */
  readonly figure: string
  /** `null`: there is no target of ours, only a figure. */
  readonly met: boolean | null
  /** How it came about: medians, absolute numbers, what swung. */
  readonly note: string
}
/** What could not be measured on this machine, and why. */
export interface NotRun {
  readonly group: string
  readonly reason: string
}

export const figures: Figure[] = []
export const notRun: NotRun[] = []

/** Writes a figure down and says it. */
export function figure(what: string, given: Omit<Figure, 'what'>): void {
  figures.push({ what, ...given })
  const sign = given.met === null ? '·' : given.met ? '✓' : '✗ MISSED'
  console.log(`  ${sign} ${what}: ${given.figure} (target ${given.target}) ${given.note}`)
}
export function missing(group: string, reason: string): void {
  notRun.push({ group, reason })
  console.log(`  not run: ${group}: ${reason}`)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
/** The value at the p-th part (0 to 1). */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0
}
export const spread = (values: readonly number[], digits = 2): string =>
  `${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)}`
