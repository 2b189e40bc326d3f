// The words a candidate is found by, and whether two names may be one person's.

/** Lower case without marks (accents, vowel signs, stretching), so that "José", "jose" and "JOSE" meet. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .normalize('NFC')
}

/** The first sixty signs of a word; none of them is cut in half, which would be another word to the database than it is here. */
const begun = (word: string): string => (word.length <= 60 ? word : [...word].slice(0, 60).join(''))

/** The words of a text in any script, each as written and folded; numbers count as words, single marks do not. At most 40. */
export function wordsOf(text: string): string[] {
  const words = new Set<string>()
  for (const word of text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    words.add(begun(word))
    words.add(begun(folded(word)))
  }
  words.delete('')
  return [...words].slice(0, 40)
}

/** The words of a search, folded, each once; at most eight, so that nobody can ask for a thousand. */
export function searchWords(text: string): string[] {
  const words = (folded(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(begun)
  return [...new Set(words)].slice(0, 8)
}

const spelt: Readonly<Record<string, string>> = { å: 'aa', æ: 'ae', ø: 'oe' }

/**
 * The words of a search, each with every way a Dane may have written it: as it is kept folded, and with the other spelling of å, æ and ø,
 * so that "Aagaard" and "Ågård", "Sørensen" and "Soerensen" meet.
 */
export function searchSpellings(text: string): string[][] {
  const written =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const words = new Map<string, Set<string>>()
  for (const word of written) {
    const plain = searchWords(word)
    const other = [word.replace(/[åæø]/g, letter => spelt[letter]!), word.replace(/aa/g, 'å').replace(/ae/g, 'æ').replace(/oe/g, 'ø')]
    for (const one of plain) {
      const ways = words.get(one) ?? new Set([one])
      if (plain.length === 1) for (const way of other) if (way !== word) ways.add(begun(way))
      words.set(one, ways)
    }
  }
  return [...words.values()].slice(0, 8).map(ways => [...ways])
}

/** How many letters must change to make one word the other; stops counting at 3. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++)
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    previous = row
  }
  return Math.min(3, previous[b.length]!)
}

/**
 * Whether two names may belong to one person: every word of the shorter name has a word like it in the longer (one letter may differ,
 * two in words of eight and more). A single first name proves nothing, so at least two words must meet; a human decides.
 */
export function alike(a: string, b: string): boolean {
  const [short, long] = [searchWords(a), searchWords(b)].sort((one, other) => one.length - other.length) as [string[], string[]]
  if (short.length < 2) return false
  const free = [...long]
  return short.every(word => {
    const at = free.findIndex(other => distance(word, other) <= (Math.min(word.length, other.length) < 4 ? 0 : word.length < 8 ? 1 : 2))
    if (at < 0) return false
    free.splice(at, 1)
    return true
  })
}
