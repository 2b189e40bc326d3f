// The shape of a page: which elements with which attributes it has. Text a stranger wrote must not change it.

/** Every element with each of its attributes, as "a@href"; elements without attributes as "p". Reads raw markup, so nothing hides in it. */
export function shapeOf(html: string): Set<string> {
  const shape = new Set<string>()
  for (const [, tag, rest] of html.matchAll(/<([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g)) {
    shape.add(tag!.toLowerCase())
    for (const [, name] of rest!.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g))
      shape.add(`${tag!.toLowerCase()}@${name!.toLowerCase()}`)
  }
  return shape
}
/** What the page has that no harmless page of its kind has. */
export function newIn(html: string, known: ReadonlySet<string>): string[] {
  return [...shapeOf(html)].filter(part => !known.has(part))
}
