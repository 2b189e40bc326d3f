// Follows every link of the public pages, as a reader without a session could.
import type { Door } from '../door.ts'
import { type ReadPage, readPage } from './page.ts'

export interface Visited {
  readonly path: string
  readonly status: number
  readonly headers: Headers
  /** What kind of answer: a page, or a file. */
  readonly isPage: boolean
  readonly html: string
  readonly page: ReadPage
  /** Where it was linked from. */
  readonly from: string
}
export interface Crawled {
  readonly visited: readonly Visited[]
  /** Links that leave the site, with the page they stand on. */
  readonly outward: ReadonlyMap<string, string>
  /** Links to a place on a page that is not there. */
  readonly lostPlaces: readonly string[]
}

/** Asks for every address that can be reached by links from `starts`. */
export async function crawl(door: Pick<Door, 'fetch'>, starts: readonly string[]): Promise<Crawled> {
  const visited = new Map<string, Visited>()
  const outward = new Map<string, string>()
  const places: { to: string; place: string; from: string }[] = []
  const waiting = starts.map(path => ({ path, from: 'the beginning' }))
  for (const { path, from } of waiting) {
    if (visited.has(path)) continue
    const response = await door.fetch(path)
    const html = await response.text()
    const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html')
    const page = readPage(isPage ? html : '')
    visited.set(path, { path, status: response.status, headers: response.headers, isPage, html, page, from })
    // A page of "no" links to itself in other languages, which is no link to follow.
    if (response.status >= 400) continue
    const onward = response.headers.get('location')
    for (const link of [...page.links, ...(onward ? [onward] : [])]) {
      if (/^(tel|mailto):/.test(link)) continue
      const to = new URL(link, `http://house${path}`)
      if (to.origin !== 'http://house') outward.set(link, path)
      else {
        waiting.push({ path: to.pathname + to.search, from: path })
        if (to.hash) places.push({ to: to.pathname + to.search, place: decodeURIComponent(to.hash.slice(1)), from: path })
      }
    }
  }
  const lostPlaces = places
    .filter(({ to, place }) => visited.get(to)!.isPage && visited.get(to)!.status === 200 && !visited.get(to)!.page.ids.has(place))
    .map(({ to, place, from }) => `${from} leads to ${to}#${place}`)
  return { visited: [...visited.values()], outward, lostPlaces: [...new Set(lostPlaces)] }
}
