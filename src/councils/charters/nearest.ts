// "Did you mean": the known word closest to a misspelt one.

/** The known word at most two edits away (one for words of up to four letters), or undefined. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: { word: string; distance: number } | undefined
  const most = word.length <= 4 ? 1 : 2
  for (const each of known) {
    if (Math.abs(each.length - word.length) > most) continue
    const distance = editDistance(word.toLowerCase(), each.toLowerCase())
    if (distance <= most && (!best || distance < best.distance)) best = { word: each, distance }
  }
  return best?.word
}

/** Insertions, deletions, replacements and swaps of neighbours needed to turn one word into the other. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, rows[i - 2]![j - 2]! + 1)
      row.push(least)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
