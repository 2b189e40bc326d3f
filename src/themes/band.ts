// Counts as the public may see them: in bands, and never of fewer than five.
export const fewest = 5
const bands = [
  { name: '5-9', from: 5, to: 9 },
  { name: '10-19', from: 10, to: 19 },
  { name: '20-49', from: 20, to: 49 },
  { name: '50-99', from: 50, to: 99 },
  { name: '100+', from: 100, to: Number.POSITIVE_INFINITY },
] as const
export type Band = (typeof bands)[number]['name']

/** The band a count lies in; null for fewer than five, which is never shown. */
export const bandOf = (count: number): Band | null => bands.find(({ from, to }) => from <= count && count <= to)?.name ?? null
/** What a reader of the band knows: the smallest and the largest count it can stand for. */
export function boundsOf(band: Band): { readonly from: number; readonly to: number } {
  const { from, to } = bands.find(one => one.name === band)!
  return { from, to }
}

/**
 * Which cells of one row may be shown beside their sum. Those under five are hidden; then more are, the smallest first, until what is hidden
 * is nothing, or at least two cells that together hold five: otherwise the sum less the rest would tell.
 */
export function shownOf<K extends string>(cells: Readonly<Record<K, number>>): ReadonlySet<K> {
  const names = (Object.keys(cells) as K[]).sort((a, b) => cells[a] - cells[b])
  const hidden = new Set(names.filter(name => cells[name] < fewest))
  const held = () => [...hidden].reduce((sum, name) => sum + cells[name], 0)
  for (const name of names) {
    if (hidden.size === 0 || (hidden.size >= 2 && held() >= fewest)) break
    hidden.add(name)
  }
  return new Set(names.filter(name => !hidden.has(name)))
}
