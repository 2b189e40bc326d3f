// Where a fact comes from, as a reader needs it: the name of the text, an address to read it at, and which sentences of it.
import type { ItemContent } from './item-types.ts'

export interface Cited {
  /** The name of the text or page; null when the register does not know it, and the reference itself is all there is. */
  readonly title: ItemContent['text']['title'] | string | null
  /** Where it can be read; without a language for our own pages. */
  readonly href: string | null
  /** The ids of its sentences, or the reference as it was written. */
  readonly refs: readonly string[]
}
export interface SourceBook {
  readonly page: ReadonlyMap<string, ItemContent['page']>
  readonly sentence: ReadonlyMap<string, { readonly text: ItemContent['text']; readonly href: string | null }>
}

type Items = { readonly [K in 'text' | 'page' | 'news' | 'policy']: readonly ItemContent[K][] }

/** The register of sources, and where each shipped text stands word for word on our own pages. */
export function sourceBookOf({ text, page, news, policy }: Items): SourceBook {
  const hrefOf = (slug: string) => {
    const told = news.find(one => one.verbatim === slug)
    const written = policy.find(one => one.source === slug)
    return told ? `/nyheder/${told.slug}` : written ? `/politik/${written.slug}/tekst` : null
  }
  return {
    page: new Map(page.map(one => [one.slug, one])),
    sentence: new Map(
      text.flatMap(one => {
        const place = { text: one, href: hrefOf(one.slug) }
        return one.sentences.flatMap(whole => [whole, ...whole.parts].map(({ id }) => [id, place] as const))
      }),
    ),
  }
}

/** What is cited, one for each text: the sentences of a text stand together. */
export function citedIn(book: SourceBook, names: readonly string[]): Cited[] {
  const found = new Map<string, Cited & { refs: string[] }>()
  for (const name of names) {
    const [place, page] = [book.sentence.get(name), book.page.get(name)]
    const key = place?.text.slug ?? name
    const known = found.get(key)
    if (known) known.refs.push(name)
    else if (place) found.set(key, { title: place.text.title, href: place.href, refs: [name] })
    else if (page) found.set(key, { title: page.title, href: page.url, refs: [] })
    else found.set(key, { title: null, href: null, refs: [name] })
  }
  return [...found.values()]
}
