// Reads a page as text: its links, fields, ids and what it asks other servers for.

interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

const entity: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const plain = (raw: string): string => raw.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entity[name]!)

/** Every tag that opens, in order. */
function tagsOf(html: string): Tag[] {
  return [...html.matchAll(/<([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(([, name, rest]) => ({
    name: name!.toLowerCase(),
    attributes: Object.fromEntries([...rest!.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [key!, plain(value ?? '')])),
  }))
}

export interface ReadPage {
  readonly tags: readonly Tag[]
  readonly ids: ReadonlySet<string>
  /** Where links lead, as they stand. */
  readonly links: readonly string[]
  /** Addresses the page itself fetches: styles, scripts, pictures, frames. */
  readonly fetched: readonly string[]
  /** Fields a person fills in. */
  readonly fields: readonly Tag[]
  /** The part of the page with this id, from its tag on. */
  from(id: string): string
  readonly text: string
}

export function readPage(html: string): ReadPage {
  const tags = tagsOf(html)
  const of = (name: string) => tags.filter(tag => tag.name === name)
  const present = (list: readonly (string | undefined)[]) => list.filter((one): one is string => one !== undefined)
  return {
    tags,
    ids: new Set(present(tags.map(tag => tag.attributes.id))),
    links: present([...of('a'), ...of('area')].map(tag => tag.attributes.href)),
    fetched: present([
      ...of('link')
        .filter(tag => !/^(alternate|canonical|prev|next|expect)$/.test(tag.attributes.rel ?? ''))
        .map(tag => tag.attributes.href),
      ...['script', 'img', 'iframe', 'source', 'video', 'audio', 'embed', 'use']
        .flatMap(name => of(name))
        .map(tag => tag.attributes.src ?? tag.attributes.href),
    ]),
    fields: tags.filter(tag => /^(input|select|textarea)$/.test(tag.name) && tag.attributes.type !== 'hidden'),
    from: id => html.slice(Math.max(0, html.indexOf(`id="${id}"`))),
    text: plain(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' '),
  }
}

/** Fields without a label of any kind, by name. Buttons say themselves what they do. */
export function unlabelled(html: string): string[] {
  const { fields, tags } = readPage(html)
  const labels = new Set(tags.flatMap(tag => (tag.name === 'label' && tag.attributes.for ? [tag.attributes.for] : [])))
  const wrapped = new Set(
    [...html.matchAll(/<label\b[^>]*>([\s\S]*?)<\/label>/g)].flatMap(([, inner]) =>
      tagsOf(inner!).map(tag => tag.attributes.name ?? tag.attributes.id),
    ),
  )
  return fields
    .filter(({ attributes }) => !/^(submit|button|image|reset)$/.test(attributes.type ?? ''))
    .filter(
      ({ attributes }) =>
        !labels.has(attributes.id ?? '') &&
        !attributes['aria-label'] &&
        !attributes['aria-labelledby'] &&
        !wrapped.has(attributes.name ?? attributes.id),
    )
    .map(({ attributes }) => attributes.name ?? attributes.id ?? '?')
}
