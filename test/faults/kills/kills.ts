// Kills with -9: citizens send nominations, the program or its database is killed at a random moment, and nothing acknowledged is lost.
import { setTimeout as pause } from 'node:timers/promises'
import { citizen, type Ledger } from '../citizen.ts'
import { newSite, type Site } from '../site.ts'
import { audit } from './audit.ts'

export interface KillOptions {
  /** What dies: the program, or the embedded database with all its processes. */
  readonly target: 'app' | 'database'
  readonly seed?: number
  /** Citizens at once; 20 unless told. */
  readonly clients?: number
  /** Citizens walk the whole form once each, then go straight to its summary. */
  readonly hurried?: boolean
  readonly under?: string
  /** Makes the site; a new one in the folder above unless told. */
  readonly open?: () => Promise<Site>
  /** Plants a fault in the running site: the negative control. */
  readonly sabotage?: (site: Site) => Promise<void>
  readonly log?: (report: KillReport) => void
  /** Stops early, between two kills. */
  readonly enough?: () => boolean
}
export interface KillReport {
  kills: number
  /** Nominations a citizen was shown a receipt for. */
  acknowledged: number
  /** Summaries under way when the kill came; each is sent again, twice at once. */
  interrupted: number
  lost: number
  doubled: number
  halves: number
  /** Kills after which the site answered 200 again: by the next start, or (database) by itself. */
  served: number
  /** From the next start (program), or from the kill (database), to the first 200. */
  readyMs: number[]
  /** Answers no citizen should see. */
  strange: string[]
  /** Why it ended early. */
  fault?: string
}

/** A repeatable random number, so that a failing run can be run again. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296
  }
}

/** Kills `n` times, 20 to 420 ms after the citizens begin, and audits after each. */
export async function kills(n: number, options: KillOptions): Promise<KillReport> {
  const { target, seed = 1, clients = 20, hurried = false, sabotage, log = () => {}, enough = () => false } = options
  const report: KillReport = {
    kills: 0,
    acknowledged: 0,
    interrupted: 0,
    lost: 0,
    doubled: 0,
    halves: 0,
    served: 0,
    readyMs: [],
    strange: [],
  }
  const site = await (options.open ?? (() => newSite(options.under ? { under: options.under } : {})))()
  const random = chance(seed)
  const ledger: Ledger = { acknowledged: [], interrupted: 0, broken: 0, strange: report.strange }
  let number = 0
  const people = Array.from({ length: clients }, () => citizen(site, ledger, () => ++number, hurried))
  let audited = 0
  const look = async (since: Date | null) => {
    const found = await audit(site, since ? ledger.acknowledged.slice(audited) : ledger.acknowledged, since)
    audited = ledger.acknowledged.length
    for (const key of ['lost', 'doubled', 'halves'] as const)
      report[key] = since ? report[key] + found[key] : Math.max(report[key], found[key])
  }
  try {
    await site.start()
    await sabotage?.(site)
    while (report.kills < n && !enough()) {
      // The database's clock and ours are one machine's; a second more for a transaction that began earlier.
      const began = new Date(Date.now() - 1_000)
      await Promise.all(people.map(person => person.begin()))
      let alive = true
      const at = 20 + random() * 400
      const walking = people.map(person => person.go(() => alive))
      await pause(at)
      const killed = performance.now()
      if (target === 'app') await site.kill()
      else site.killDatabase()
      alive = false
      await Promise.all(walking)
      report.kills++
      report.readyMs.push(target === 'app' ? await site.start() : await readyAgain(site, killed))
      report.served++
      await Promise.all(people.map(person => person.finish()))
      await look(began)
      report.acknowledged = ledger.acknowledged.length
      report.interrupted = ledger.interrupted
      log(report)
    }
    await look(null)
  } catch (error) {
    report.fault = (error as Error).message
  } finally {
    report.acknowledged = ledger.acknowledged.length
    report.interrupted = ledger.interrupted
    await site.remove()
  }
  return report
}

async function readyAgain(site: Site, killed: number): Promise<number> {
  await site.ready()
  return performance.now() - killed
}

/** The p-th part (0 to 1) of the values; 0 when there are none. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0
}
