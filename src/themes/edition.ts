// What one publication says: pure, so that it can be attacked. A theme with its band, a quarter with its bands, and nothing finer.
import { type Band, bandOf, fewest, shownOf } from './band.ts'

export interface Counted {
  /** How many summaries have gone out with it. */
  readonly told: number
  readonly showCount: boolean
  readonly district: string | null
}
/** How much of a theme's numbers and place is shown. A hidden count may be any: also one that a human left out. */
export const shownCount = ({ told, showCount, district }: Counted): { readonly band: Band | null; readonly district: string | null } => ({
  band: showCount ? bandOf(told) : null,
  district: told >= fewest ? district : null,
})

const answers = ['yes', 'partly', 'no'] as const
export interface FigureRow<B> {
  readonly answer: 'all' | 'yes' | 'partly' | 'no'
  /** Null: hidden. */
  readonly count: B | null
}
/** One row of answers with its sum, as `show` writes a count that may be seen. The sum is hidden below five, and then everything is. */
export function figureRows<B>(
  counts: Readonly<Partial<Record<'yes' | 'partly' | 'no', number>>>,
  show: (count: number) => B,
): FigureRow<B>[] {
  const cells = counts as Record<'yes' | 'partly' | 'no', number>
  const names = answers.filter(name => cells[name] !== undefined)
  const all = names.reduce((sum, name) => sum + cells[name], 0)
  const shown = all < fewest ? new Set<string>() : shownOf(cells)
  return [
    { answer: 'all', count: all < fewest ? null : show(all) },
    ...names.map(name => ({ answer: name, count: shown.has(name) ? show(cells[name]) : null })),
  ]
}

/** The same in bands. */
export const bandRows = (counts: Parameters<typeof figureRows>[0]): FigureRow<Band>[] => figureRows(counts, count => bandOf(count)!)

/** "2026-4": the quarter a day lies in. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`
export function daysOf(quarter: string): { readonly from: string; readonly before: string } {
  const [year, n] = quarter.split('-').map(Number) as [number, number]
  const first = (y: number, month: number) => `${month > 12 ? y + 1 : y}-${String(month > 12 ? 1 : month).padStart(2, '0')}-01`
  return { from: first(year, n * 3 - 2), before: first(year, n * 3 + 1) }
}
export function quarterBefore(quarter: string): string {
  const [year, n] = quarter.split('-').map(Number) as [number, number]
  return n === 1 ? `${year - 1}-4` : `${year}-${n - 1}`
}
