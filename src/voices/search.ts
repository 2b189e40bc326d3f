// Finding words in what was told: what is looked for, and whether it stands in some texts.

/** The fewest signs that can be looked for: fewer stand nearly everywhere. */
const fewestSigns = 2

/** Letters that are the same however they are composed: most texts have no others, and normalizing takes longer than opening them. */
const plain = /^[\n -~\u00c0-\u017f]*$/
const folded = (text: string): string => {
  const one = plain.test(text) ? text : text.normalize('NFKC')
  const low = one.toLowerCase()
  return /[^\S ]| {2}/.test(low) ? low.replaceAll(/\s+/g, ' ') : low
}

/** The words of a question; each of them must stand somewhere. */
export function wordsOf(question: string): readonly string[] {
  return [...new Set(folded(question).trim().split(' '))].filter(word => word.length >= fewestSigns).slice(0, 10)
}
/** Whether every word stands in one of the texts, wherever in it. */
export function standsIn(words: readonly string[], texts: readonly string[]): boolean {
  const all = folded(texts.join('\n'))
  return words.length > 0 && words.every(word => all.includes(word))
}
