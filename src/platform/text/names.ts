// Puts names in the order a Danish reader looks for them (Å last, Aa as Å), whatever script they are in.

const danish = new Intl.Collator('da-DK', { usage: 'sort', numeric: true, ignorePunctuation: true })

/** Compares two names for sorting; names that read alike fall back to their characters, so that the order never depends on chance. */
export function compareNames(a: string, b: string): number {
  return danish.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

/** A new list in the order of names. */
export function nameSort<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return [...items].sort((a, b) => compareNames(nameOf(a), nameOf(b)))
}
