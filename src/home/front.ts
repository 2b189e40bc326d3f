// What the front page shows: councils that look for members, the latest news, the number to call.
import { itemsOfKinds } from '../municipalities/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { publishedAt } from './published.ts'
import type { Front } from './views/front.tsx'

export async function front(tx: Tx): Promise<Front> {
  const { council, news, help } = await itemsOfKinds(tx, ['council', 'news', 'help'])
  const open = council.filter(one => one.status.state === 'recruiting' && one.nominations.open)
  const latest = [...news].sort((a, b) => publishedAt(b.versions.at(-1)!).getTime() - publishedAt(a.versions.at(-1)!).getTime())[0] ?? null
  return { open, seats: [], news: latest, help }
}
