// The known word nearest to a mistyped one, for messages that say what was probably meant.

/** The entry of `known` that `typed` most likely stands for, or null when none is near (more than a third of the letters differ). */
export function didYouMean(typed: string, known: readonly string[]): string | null {
  let best: string | null = null
  let least = Math.max(1, Math.floor(Math.max(typed.length, 4) / 3)) + 1
  for (const word of known) {
    const away = distance(typed.toLowerCase(), word.toLowerCase())
    if (away < least) {
      least = away
      best = word
    }
  }
  return best
}

/** Number of single-letter changes between two words; two swapped neighbours count as one. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, rows[i - 2]![j - 2]! + 1)
      rows[i]![j] = least
    }
  }
  return rows[a.length]![b.length]!
}

/** One line of help after a wrong word: the likely one, then everything allowed. */
export function allowedHint(typed: string, known: readonly string[]): string {
  const near = didYouMean(typed, known)
  const meant = near === null ? '' : ` Did you mean "${near}"?`
  return `${meant} Allowed: ${known.join(', ')}.`
}
