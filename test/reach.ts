// Every page somebody can reach by links, and which of them hold what they may not see. A crawl that is not done says so.
import type { Visitor } from './house.ts'

/** More than a house of a test has. */
const most = 150
interface Crawl {
  readonly starts: readonly string[]
  /** The links that are followed: the first group is the address. */
  readonly follow: RegExp
  readonly passBy: RegExp
  readonly holds: (body: string, path: string) => boolean
}
/** @throws when there are more pages than `mostPages`: what was not looked at proves nothing */
export async function reach(visitor: Pick<Visitor, 'get'>, { starts, follow, passBy, holds }: Crawl, mostPages = most) {
  const seen = new Set<string>()
  const waiting = [...starts]
  const holding: string[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue
    if (seen.size === mostPages) throw new Error(`the crawl has seen ${mostPages} pages and is not done: ${path} waits`)
    seen.add(path)
    const { body } = await visitor.get(path)
    if (holds(body, path)) holding.push(path)
    for (const [, next] of body.matchAll(follow)) if (!passBy.test(next!)) waiting.push(next!.replaceAll('&amp;', '&'))
  }
  return { holding, pages: seen.size }
}
