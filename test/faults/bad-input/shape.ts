// The shape of a page: which elements with which attributes it has. Text a stranger wrote must not change it.

/** What the text of an element was found to hold: most elements of a page stood on the page before it. */
const read = new Map<string, readonly string[]>()
function partsOf(element: string, tag: string, rest: string): readonly string[] {
  const known = read.get(element)
  if (known) return known
  const name = tag.toLowerCase()
  const attributes = rest.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g)
  const parts = [name, ...Array.from(attributes, ([, attribute]) => `${name}@${attribute!.toLowerCase()}`)]
  read.set(element, parts)
  return parts
}

/** Every element with each of its attributes, as "a@href"; elements without attributes as "p". Reads raw markup, so nothing hides in it. */
export function shapeOf(html: string): Set<string> {
  const shape = new Set<string>()
  for (const [element, tag, rest] of html.matchAll(/<([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g))
    for (const part of partsOf(element, tag!, rest!)) shape.add(part)
  return shape
}
/** What the page has that no harmless page of its kind has. */
export function newIn(html: string, known: ReadonlySet<string>): string[] {
  return [...shapeOf(html)].filter(part => !known.has(part))
}
