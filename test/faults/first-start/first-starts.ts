// Kills with -9 anywhere in the very first start (the database made, migrated, the municipality and the keys brought in): the next one serves.
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { migrations } from '../../../src/migrations/index.ts'
import { chance } from '../kills/kills.ts'
import { signInBy } from '../sign-in.ts'
import { newSite, type Site } from '../site.ts'

export interface FirstStartReport {
  /** First starts that were killed. */
  kills: number
  /** Of these, the next starts that served. */
  served: number
  /** The next start, from the start of the process to the first 200. */
  readyMs: number[]
  /** Where the kills came. */
  stages: Record<string, number>
  /** What was not as after a first start that nobody killed, with the moment of the kill. */
  faults: string[]
}
export interface FirstStartOptions {
  readonly seed?: number
  /** Where the data are made; a folder on a disk unless told. */
  readonly under?: string
  /** Every third kill takes the processes of the database with it, as a machine that goes down does. */
  readonly withDatabase?: boolean
  readonly log?: (report: FirstStartReport) => void
}

/** The signs of a first start, in an order that lets a few kills meet all of it: what is waited for, and at most how long after it the kill comes. */
const signs: readonly { readonly stage: string; readonly within: number; readonly seen: (site: Site, chosen: number) => boolean }[] = [
  {
    stage: 'between migrations',
    within: 40,
    seen: (site, chosen) => site.words().includes(`"migration":"${migrations[Math.floor(chosen * migrations.length)]!.name}"`),
  },
  { stage: 'while the municipality is read', within: 900, seen: site => existsSync(`${site.dataDir}.key`) },
  { stage: 'while the database is made', within: 1_500, seen: site => site.partsOfDatabase().some(name => name.startsWith('new-cluster')) },
  { stage: 'with the municipality, before the first person', within: 120, seen: site => site.words().includes('"event":"municipality"') },
  { stage: 'while the database starts', within: 400, seen: site => existsSync(site.cluster) },
  { stage: 'before there is a database', within: 500, seen: site => existsSync(site.dataDir) },
  { stage: 'while the keys are made', within: 5, seen: site => site.words().includes(`"migration":"${migrations.at(-1)!.name}"`) },
]

/** What a site is missing that has just had its first start; nothing when it is whole. */
export async function wholeAfter(site: Site): Promise<string[]> {
  const faults: string[] = []
  for (const path of ['/api/health', '/', '/raad/udsatteraad', '/bliv-medlem', '/log-ind']) {
    const { status } = await site.get(path)
    if (status !== 200) faults.push(`${path} answers ${status}`)
  }
  const one = async (sql: string) => Number((await site.sql(sql))[0]!.n)
  if ((await one('select count(*)::int as n from municipality')) !== 1) faults.push('not one municipality')
  if ((await one("select count(*)::int as n from item where kind = 'council'")) !== 4) faults.push('not the four councils')
  if ((await one("select count(*)::int as n from role_grant where role = 'operator'")) !== 1) faults.push('not one operator')
  if ((await one('select count(*)::int as n from key_fingerprint')) !== 1) faults.push('not one key is remembered')
  const printed = () => /\/log-ind\/\S+/.exec(site.words())?.[0]
  // The address and the link are printed once the site answers.
  for (let round = 0; round < 500 && !printed(); round++) await pause(20)
  const link = printed()
  if (!link) faults.push('no sign-in link is printed')
  else if (!(await signInBy(site.origin + link))) faults.push('the sign-in link lets nobody in')
  return faults
}

/** Kills `n` first starts, each of a site of its own, at chance moments of each of its parts in turn. */
export async function firstStarts(n: number, options: FirstStartOptions = {}): Promise<FirstStartReport> {
  const { seed = 31, log = () => {} } = options
  const report: FirstStartReport = { kills: 0, served: 0, readyMs: [], stages: {}, faults: [] }
  const random = chance(seed)
  const on = async (work: (site: Site) => Promise<void>) => {
    const site = await newSite(options.under ? { under: options.under } : {})
    try {
      await work(site)
    } finally {
      await site.remove()
    }
  }
  for (let at = 0; at < n; at++)
    await on(async site => {
      const { stage, within, seen } = signs[at % signs.length]!
      const chosen = random()
      let ended = false
      const starting = site.start().then(
        () => {
          ended = true
        },
        () => {
          ended = true
        },
      )
      while (!ended && !seen(site, chosen)) await pause(2)
      await pause(random() * within)
      await site.kill()
      if (options.withDatabase && at % 3 === 2) site.killDatabase()
      await starting
      report.kills++
      report.stages[stage] = (report.stages[stage] ?? 0) + 1
      try {
        report.readyMs.push(Math.round(await site.start()))
        const faults = await wholeAfter(site)
        if (faults.length === 0) report.served++
        report.faults.push(...faults.map(fault => `killed ${stage}: ${fault}`))
      } catch (error) {
        report.faults.push(`killed ${stage}: ${(error as Error).message}`)
      }
      log(report)
    })
  return report
}

/** Two first starts in one data folder at the same moment, on two ports: both serve the same municipality. `then` looks further at what they made. */
export async function twoAtOnce(apartMs: number, under?: string, then: (site: Site) => Promise<void> = async () => {}): Promise<string[]> {
  const one = await newSite(under ? { under } : {})
  const other = await newSite({ ...(under ? { under } : {}), env: { RAADSLAG_DATA: one.dataDir } })
  const faults: string[] = []
  try {
    const started = await Promise.allSettled([one.start(), pause(apartMs).then(() => other.start())])
    for (const result of started) if (result.status === 'rejected') faults.push((result.reason as Error).message)
    if (faults.length === 0) {
      faults.push(...(await wholeAfter(one)))
      if ((await other.get('/raad/udsatteraad')).status !== 200) faults.push('the second does not serve')
      await then(one)
    }
  } finally {
    await other.remove()
    await one.remove()
  }
  return faults
}
