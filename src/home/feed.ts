// News as an Atom feed (RFC 4287), written by hand: a dozen lines of escaped text need no library.
import type { ItemContent } from '../municipalities/index.ts'
import { said } from '../platform/refusal.ts'
import { publishedAt } from './published.ts'

const escaped = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)

/** The feed of a municipality's news, newest first. `base` is the site's address without a trailing slash. */
export function newsFeed(base: string, title: string, news: readonly ItemContent['news'][]): string {
  const entries = news.map(one => {
    const last = one.versions.at(-1)!
    return `<entry><id>${base}/nyheder/${one.slug}</id><title>${escaped(said(one.title as never, 'da'))}</title><link href="${base}/nyheder/${one.slug}"/><published>${publishedAt(one.versions[0]!).toISOString()}</published><updated>${publishedAt(last).toISOString()}</updated>${one.summary ? `<summary>${escaped(said(one.summary as never, 'da'))}</summary>` : ''}<author><name>${escaped(one.publisher)}</name></author></entry>`
  })
  const updated = news[0] ? publishedAt(news[0].versions.at(-1)!).toISOString() : '1970-01-01T00:00:00.000Z'
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="da"><id>${base}/nyheder</id><title>${escaped(title)}</title><link rel="self" href="${base}/nyheder.atom"/><link href="${base}/nyheder"/><updated>${updated}</updated>${entries.join('')}</feed>\n`
}
