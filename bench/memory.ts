// Memory of the web process after ten thousand requests, and of all processes of the embedded database.
import { standingIn } from '../src/platform/db/cluster-process.ts'
import type { Site } from '../test/faults/site.ts'
import { figure, missing } from './figures.ts'
import { proportionalMiB, residentMiB } from './ground.ts'
import { getBytes, load } from './load.ts'

const paths = [
  '/',
  '/raad',
  '/raad/udsatteraad',
  '/raad/udsatteraad/vedtaegt',
  '/raad/integrationsraad',
  '/politik/social-og-sundhed',
  '/nyheder',
  '/hjaelp',
  '/kontakt',
  '/bliv-medlem',
  '/privatliv',
  '/en',
  '/en/raad/udsatteraad',
  '/raad/udsatteraad?x=1',
  '/?x=1',
]

export async function benchMemory(site: Site): Promise<void> {
  const requests = paths.map(path => getBytes(site.port, path, { 'accept-encoding': 'br' }))
  const done = await load({ port: site.port, connections: 10, count: 10_000, request: i => requests[i % requests.length]! })
  const app = residentMiB(site.pid())
  figure('web process after 10,000 requests more, every kind of page, a third of them made anew', {
    group: 'Memory',
    target: '≤ 150 MiB resident',
    figure: `${app.toFixed(0)} MiB`,
    met: app <= 150,
    note: `after everything measured above, in the same process; answers ${JSON.stringify(done.statuses)}`,
  })
  const processes = standingIn(site.cluster)
  if (processes.length === 0) return missing('Memory of the database', 'the processes of another system cannot be seen')
  const database = proportionalMiB(processes)
  figure(`embedded database, its ${processes.length} processes`, {
    group: 'Memory',
    target: '≤ 150 MiB (shared memory counted once)',
    figure: `${database.toFixed(0)} MiB`,
    met: database <= 150,
    note: 'proportional set size, from /proc',
  })
}
