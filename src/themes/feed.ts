// Themes as an Atom feed: each with the week it last changed in, and no finer.
import { atLocal } from '../platform/clock.ts'
import { paths } from './paths.ts'
import type { PublishedTheme } from './published-store.ts'

const escaped = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
/** The day it last changed for everybody: its week, or the day something came of it. */
const changed = (one: PublishedTheme): string => [one.changed_week, ...one.came.map(each => each.on)].sort().at(-1)!

export function themesFeed(
  { base, title, author }: { base: string; title: string; author: string },
  themes: readonly PublishedTheme[],
): string {
  const at = (day: string) => atLocal(day, '00:00').toISOString()
  const entries = [...themes].sort((a, b) => changed(b).localeCompare(changed(a)))
  const body = entries.map(
    one =>
      `<entry><id>${base}${paths.one(one.slug)}</id><title>${escaped(one.title)}</title><link href="${base}${paths.one(one.slug)}"/><published>${at(one.first_week)}</published><updated>${at(changed(one))}</updated><summary>${escaped(one.came.at(-1)?.words ?? one.question)}</summary><author><name>${escaped(author)}</name></author></entry>`,
  )
  const updated = entries[0] ? at(changed(entries[0])) : '1970-01-01T00:00:00.000Z'
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="da"><id>${base}${paths.all}</id><title>${escaped(title)}</title><link rel="self" href="${base}${paths.feed}"/><link href="${base}${paths.all}"/><updated>${updated}</updated>${body.join('')}</feed>\n`
}
