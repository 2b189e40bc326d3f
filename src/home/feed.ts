// News and open calls as an Atom feed (RFC 4287), written by hand: a dozen lines of escaped text need no library.
import { openCouncils } from '../councils/index.ts'
import type { ItemContent } from '../municipalities/index.ts'
import { atLocal, type LocalDate, longDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { said } from '../platform/refusal.ts'
import { publishedAt } from './published.ts'
import { homeWords } from './words.ts'

const escaped = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)

/** A council that looks for members, as the secretary opened or moved its call. */
export interface CallEntry {
  readonly slug: string
  readonly title: string
  readonly summary: string
  /** The first day; with the slug it names the call for good. */
  readonly startsOn: string
  readonly changedAt: Date
}
interface Entry {
  readonly path: string
  readonly id: string
  readonly title: string
  readonly published: Date
  readonly updated: Date
  readonly summary: string | null
  readonly author: string
}

/** The feed of a municipality's news and of the calls now open, newest first. `base` is the site's address without a trailing slash. */
export function newsFeed(
  { base, title, municipality }: { base: string; title: string; municipality: string },
  news: readonly ItemContent['news'][],
  calls: readonly CallEntry[],
): string {
  const entries: Entry[] = [
    ...news.map(one => ({
      path: `/nyheder/${one.slug}`,
      id: `/nyheder/${one.slug}`,
      title: said(one.title as never, 'da'),
      published: publishedAt(one.versions[0]!),
      updated: publishedAt(one.versions.at(-1)!),
      summary: one.summary ? said(one.summary as never, 'da') : null,
      author: one.publisher,
    })),
    ...calls.map(one => ({
      path: `/raad/${one.slug}/bliv-medlem`,
      id: `/raad/${one.slug}/bliv-medlem?fra=${one.startsOn}`,
      title: one.title,
      published: atLocal(one.startsOn as LocalDate, '00:00'),
      updated: one.changedAt,
      summary: one.summary,
      author: municipality,
    })),
  ].sort((a, b) => b.updated.getTime() - a.updated.getTime())
  const body = entries.map(
    one =>
      `<entry><id>${base}${escaped(one.id)}</id><title>${escaped(one.title)}</title><link href="${base}${one.path}"/><published>${one.published.toISOString()}</published><updated>${one.updated.toISOString()}</updated>${one.summary ? `<summary>${escaped(one.summary)}</summary>` : ''}<author><name>${escaped(one.author)}</name></author></entry>`,
  )
  const updated = entries[0]?.updated.toISOString() ?? '1970-01-01T00:00:00.000Z'
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="da"><id>${base}/nyheder</id><title>${escaped(title)}</title><link rel="self" href="${base}/nyheder.atom"/><link href="${base}/nyheder"/><updated>${updated}</updated>${body.join('')}</feed>\n`
}

/** The calls that are open now and that the secretary has set; those the data alone know have no moment to be news of. */
export async function openCalls(tx: Tx): Promise<CallEntry[]> {
  return (await openCouncils(tx)).flatMap(({ slug, facts, name, status: { call } }) =>
    call.state !== 'open' && call.state !== 'extended'
      ? []
      : [
          {
            slug,
            title: homeWords('da', 'feed.call', { council: said(name, 'da') }),
            summary: [
              call.deadlineOn ? homeWords('da', 'feed.call.deadline', { date: longDate(call.deadlineOn, 'da') }) : '',
              said(facts.summary as never, 'da'),
            ]
              .filter(Boolean)
              .join(' '),
            startsOn: call.startsOn!,
            changedAt: call.recordedAt!,
          },
        ],
  )
}
