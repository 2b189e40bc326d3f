// Keeps how the rows of a long list are drawn: as text at once. An element for each part of each of fifty rows took longer than all else about them.
import type { Lang } from '../i18n.ts'
import { say } from './say.ts'

/** Markup made by `drawn`, and by nothing else: every text in it is escaped. */
class Drawn {
  // Private, so that to the types nothing else has the form of it either.
  readonly #markup: string
  constructor(markup: string) {
    this.#markup = markup
  }
  static markupOf(one: Drawn): string {
    return one.#markup
  }
}

export type { Drawn }

/** What stands at a place: a text, which is escaped, or further markup; nothing for what is not there. */
type Placed = string | Drawn | readonly Drawn[] | false | null | undefined

const special = /["&<]/
const escaped = (text: string): string =>
  special.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;') : text

/** For each place of a template whether it stands in an attribute: looked at once, as a template is the same each time it is used. */
const looked = new WeakMap<TemplateStringsArray, readonly boolean[]>()
function attributesOf(texts: TemplateStringsArray): readonly boolean[] {
  const known = looked.get(texts)
  if (known) return known
  const found = texts.slice(0, -1).map((_, at) => {
    const before = texts.slice(0, at + 1).join('')
    const tag = before.slice(before.lastIndexOf('<'))
    if (!tag.startsWith('<') || tag.includes('>')) return false
    if (!/="[^"]*$/.test(tag)) throw new Error(`a place in a tag stands in quotes: ${tag}`)
    return true
  })
  looked.set(texts, found)
  return found
}

function asMarkup(placed: Placed, inAttribute: boolean): string {
  if (typeof placed === 'string') return escaped(placed)
  if (!placed) return ''
  if (inAttribute) throw new Error('an attribute holds text')
  // Reading what is private fails for everything that was not made here.
  if (!Array.isArray(placed)) return Drawn.markupOf(placed as Drawn)
  let markup = ''
  for (const one of placed as readonly Drawn[]) markup += Drawn.markupOf(one)
  return markup
}

/** Markup with places in it, as JSX writes it: ``drawn`<td>${name}</td>` ``. */
export function drawn(texts: TemplateStringsArray, ...places: readonly Placed[]): Drawn {
  const inAttribute = attributesOf(texts)
  let markup = texts[0]!
  for (let at = 0; at < places.length; at++) markup += asMarkup(places[at], inAttribute[at]!) + texts[at + 1]!
  return new Drawn(markup)
}

/** The same as `NameOf`. */
export const nameIn = (lang: Lang, name: string, invented: boolean): Drawn =>
  drawn`<bdi>${name}</bdi>${invented && drawn` <span class="eg" lang="${lang}">${say(lang, 'example')}</span>`}`

/** The body of a table of such rows. */
export function Rows({ rows }: { rows: readonly Drawn[] }) {
  return <tbody dangerouslySetInnerHTML={{ __html: asMarkup(rows, false) }} />
}
