// What the front page shows: councils that look for members, the latest news, the number to call.
import { openCouncils } from '../councils/index.ts'
import { itemsOfKinds } from '../municipalities/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { publishedAt } from './published.ts'
import type { Front } from './views/front.tsx'

export async function front(tx: Tx): Promise<Front> {
  // The charters come along since the councils ask for them; one statement for all of it.
  const { news, help } = await itemsOfKinds(tx, ['council', 'charter', 'news', 'help'])
  const open = (await openCouncils(tx))
    .filter(({ status, facts }) => facts.nominations.by !== 'election' && (status.state === 'recruiting' || status.call.state !== 'none'))
    .map(({ facts }) => facts)
  const latest = [...news].sort((a, b) => publishedAt(b.versions.at(-1)!).getTime() - publishedAt(a.versions.at(-1)!).getTime())[0] ?? null
  return { open, seats: [], news: latest, help }
}
