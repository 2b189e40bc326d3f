// Finding words in what was told: what is looked for, and whether it stands in some texts.

/** The fewest signs that can be looked for: fewer stand nearly everywhere. */
const fewestSigns = 2

/** Letters that are the same however they are composed; everything else is written in one way before it is compared. */
const plain = /^[\0-\x7f\u00c0-\u012f\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e]*$/
const folded = (text: string): string => (plain.test(text) ? text : text.normalize('NFKC')).toLowerCase()

/** The words of a question; each of them must stand somewhere. No word has white space in it, so that of the texts need not be looked at. */
export function wordsOf(question: string): readonly string[] {
  return [...new Set(folded(question).split(/\s+/))].filter(word => word.length >= fewestSigns).slice(0, 10)
}
/** Whether every word stands in one of the texts, wherever in it. */
export function standsIn(words: readonly string[], texts: readonly string[]): boolean {
  const all = folded(texts.join('\n'))
  return words.length > 0 && words.every(word => all.includes(word))
}

/** What is not plain, in the bytes of UTF-8. */
const strange = /[\xc2\xc6-\xff]|\xc4[\xb0\xb2\xb3\xbf]|\xc5[\x80\x89\xbf]/
/** For each small letter all plain ways to write it. */
const writings = new Map<string, string[]>()
for (let code = 0; code < 0x17f; code++) {
  const sign = String.fromCharCode(code)
  if (!plain.test(sign)) continue
  const small = sign.toLowerCase()
  writings.set(small, [...(writings.get(small) ?? []), sign])
}
/** Finds a word in the bytes of plain text, however it is written; null when plain text cannot have it. */
function inBytes(word: string): RegExp | null {
  const signs = [...word].map(sign => writings.get(sign))
  if (signs.some(ways => !ways)) return null
  const escaped = (way: string) => [...Buffer.from(way)].map(byte => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
  return new RegExp(
    signs
      .map(ways => (ways!.every(way => way < '\x80') ? `[${ways!.map(escaped).join('')}]` : `(?:${ways!.map(escaped).join('|')})`))
      .join(''),
  )
}

/** Which of the words have been found, one bit for each. */
export type Seen = number

/**
 * Finds words in texts that are still bytes, one text after the other: a voice whose texts together have every word is found, as `standsIn`
 * says it, in a third of the time. Most texts are plain, and those are looked through as they are, without becoming small letters and one
 * way of writing first.
 * @returns what is seen of the words in this text, to be put together with what is seen in the others; and what it is when all are
 */
export function finderOf(words: readonly string[]): { readonly all: Seen; in(text: Buffer): Seen } {
  const sought = words.map(inBytes)
  const seen = (stands: (at: number) => boolean) => words.reduce((bits, _, at) => (stands(at) ? bits | (1 << at) : bits), 0)
  return {
    // Nothing that is looked for is found nowhere.
    all: words.length > 0 ? (1 << words.length) - 1 : -1,
    in(text) {
      const raw = text.toString('latin1')
      if (!strange.test(raw)) return seen(at => sought[at]?.test(raw) ?? false)
      const whole = folded(text.toString('utf8'))
      return seen(at => whole.includes(words[at]!))
    },
  }
}
