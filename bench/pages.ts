// Public pages: kept, not changed, and made anew, each beside its limit in the same seconds.
import { setTimeout as pause } from 'node:timers/promises'
import type { Site } from '../test/faults/site.ts'
import { figure, median, spread } from './figures.ts'
import { type Beside, cpuMs, startLimits, statementsOf } from './ground.ts'
import { getBytes, type Load, load } from './load.ts'

const kept = '/raad/udsatteraad'
/** Public pages of every kind; the first is the heaviest. */
const uncached = ['/raad/udsatteraad', '/', '/politik/social-og-sundhed', '/nyheder']

interface Contest {
  readonly ours: Load[]
  readonly limit: Load[]
  readonly ratio: number
  readonly ratios: readonly number[]
  readonly cpu: string
}

/** Ours and the limit in turn; the ratio is the median of the rounds' ratios. */
async function contest(rounds: number, pids: [number, number], ours: () => Promise<Load>, limit: () => Promise<Load>): Promise<Contest> {
  const result: { ours: Load[]; limit: Load[] } = { ours: [], limit: [] }
  const cost: [number, number] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    // Who goes first changes, so that a neighbour who comes and goes favours nobody.
    for (const who of round % 2 === 0 ? (['ours', 'limit'] as const) : (['limit', 'ours'] as const)) {
      const at = who === 'ours' ? 0 : 1
      const before = cpuMs(pids[at]!)
      result[who].push(await (who === 'ours' ? ours() : limit()))
      cost[at]! += cpuMs(pids[at]!) - before
    }
  }
  const ratios = result.ours.map((one, at) => one.perSecond / result.limit[at]!.perSecond)
  const each = (at: 0 | 1, loads: Load[]) => (cost[at] * 1_000) / loads.reduce((sum, one) => sum + one.requests, 0)
  const cpu = `processor time of the server per page ${each(0, result.ours).toFixed(0)} µs beside ${each(1, result.limit).toFixed(0)} µs`
  return { ...result, ratio: median(ratios), ratios, cpu }
}
const perSecond = (loads: readonly Load[]) => `${Math.round(median(loads.map(one => one.perSecond)))}/s`
const p99 = (loads: readonly Load[]) => median(loads.map(one => one.p99))

export async function benchPages(site: Site, { rounds, seconds }: { rounds: number; seconds: number }): Promise<void> {
  const statements = await statementsOf(site, uncached)
  const at =
    (port: number, path: string, headers: Record<string, string>, status = 200) =>
    async () => {
      const done = await load({ port, connections: 10, seconds, request: fixed(getBytes(port, path, headers)) })
      if (Object.keys(done.statuses).some(one => Number(one) !== status) || done.broken > 0)
        throw new Error(`${path}: ${JSON.stringify(done.statuses)}`)
      return done
    }

  for (const encoding of ['br', 'identity']) {
    const headers = { 'accept-encoding': encoding }
    await at(site.port, kept, headers)()
    const page = await settled(site, headers)
    const bare = await limitsWith(site, page, [], '')
    try {
      const pids: [number, number] = [site.pid(), bare.pid]
      const whole = await contest(rounds, pids, at(site.port, kept, headers), at(bare.port, '/same', headers))
      figure(`a kept page, ${encoding === 'br' ? 'as a browser asks for it' : 'not squeezed'} (${page.body.length} bytes), 10 at once`, {
        group: 'Public pages',
        target: '≥ 0.5 × raw node:http sending the same bytes',
        figure: `${whole.ratio.toFixed(2)} ×`,
        met: whole.ratio >= 0.5,
        note: `${perSecond(whole.ours)} beside ${perSecond(whole.limit)}; rounds ${spread(whole.ratios)}; p99 ${p99(whole.ours).toFixed(1)} ms; ${whole.cpu}`,
      })
      if (encoding === 'identity') continue
      const again = { ...headers, 'if-none-match': String(page.headers.etag) }
      const same = await contest(rounds, pids, at(site.port, kept, again, 304), at(bare.port, '/same', again, 304))
      figure('the same page again, not changed (304), 10 at once', {
        group: 'Public pages',
        target: '304 on repeat',
        figure: `304, ${same.ratio.toFixed(2)} × raw node:http answering 304`,
        met: true,
        note: `${perSecond(same.ours)} beside ${perSecond(same.limit)}; rounds ${spread(same.ratios)}; ${same.cpu}`,
      })
    } finally {
      await bare.stop()
    }
  }

  for (const path of uncached) {
    const all = statements.get(path)!
    const reads = all.filter(one => !/^(begin|commit)/.test(one.text))
    const plain = { 'accept-encoding': 'identity' }
    const answer = await site.get(`${path}?x=1`, plain)
    const bare = await limitsWith(site, { headers: {}, body: Buffer.from(answer.body) }, reads, all[0]!.text)
    try {
      const [ours, limit] = [at(site.port, `${path}?x=1`, plain), at(bare.port, '/page', plain)]
      // Both warm: the first answers of a program compile it.
      await ours()
      await limit()
      const made = await contest(rounds, [site.pid(), bare.pid], ours, limit)
      const words = `${perSecond(made.ours)} beside ${perSecond(made.limit)}; rounds ${spread(made.ratios)}; ${made.cpu}`
      figure(`${path} made anew, ${reads.length} statements, ${answer.body.length} bytes, 10 at once`, {
        group: 'Public pages',
        target: '≥ 0.6 × a bare page with the same transaction and statements',
        figure: `${made.ratio.toFixed(2)} ×`,
        met: made.ratio >= 0.6,
        note: words,
      })
      figure(`${path} made anew, p99 at 10 at once`, {
        group: 'Public pages',
        target: '≤ 25 ms',
        figure: `${p99(made.ours).toFixed(1)} ms`,
        met: p99(made.ours) <= 25,
        note: `the bare page: ${p99(made.limit).toFixed(1)} ms`,
      })
      figure(`statements of ${path}`, {
        group: 'Public pages',
        target: '≤ 3',
        figure: String(reads.length),
        met: reads.length <= 3,
        note: '',
      })
    } finally {
      await bare.stop()
    }
  }
}

const fixed = (bytes: Buffer) => () => bytes

interface Sent {
  readonly headers: Record<string, string>
  readonly body: Buffer
}
/** The page once it is squeezed as hard as it will be. */
async function settled(site: Site, headers: Record<string, string>): Promise<Sent> {
  let last = await sent(site, headers)
  for (let same = 0; same < 15; ) {
    await pause(100)
    const next = await sent(site, headers)
    same = next.body.equals(last.body) ? same + 1 : 0
    last = next
  }
  return last
}
/** Headers and bytes as they are sent. */
async function sent(site: Site, headers: Record<string, string>): Promise<Sent> {
  let bytes: Buffer = Buffer.alloc(0)
  await load({
    port: site.port,
    connections: 1,
    count: 1,
    request: fixed(getBytes(site.port, kept, headers)),
    answered: (_status, answer) => {
      bytes = answer
    },
  })
  const head = bytes.indexOf('\r\n\r\n')
  const own: Record<string, string> = {}
  for (const line of bytes.toString('latin1', 0, head).split('\r\n').slice(1)) {
    const [name = '', value = ''] = line.split(/:\s*(.*)/s)
    if (!['date', 'connection', 'keep-alive', 'content-length'].includes(name.toLowerCase())) own[name.toLowerCase()] = value
  }
  return { headers: own, body: bytes.subarray(head + 4) }
}
async function limitsWith(
  site: Site,
  page: { headers: Record<string, string>; body: Buffer },
  statements: { text: string; values: readonly unknown[] }[],
  begin: string,
): Promise<Beside> {
  const same = { headers: page.headers, body: page.body.toString('base64'), encoding: 'base64' as const }
  return await startLimits(site, { same, role: 'raadslag_public', begin, statements, pageBytes: page.body.length })
}
