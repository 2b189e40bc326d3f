// `raadslag mail list`: every letter that came in, and the desk it lies on; what waits is sorted first.
import { setTimeout as pause } from 'node:timers/promises'
import { allLetters, closeReader, countWaiting, type ListedLetter, sortWaiting } from '../mailroom/index.ts'
import type { Tenant } from '../platform/context.ts'
import { type Database, look } from '../platform/db/act.ts'
import { reachStore } from '../platform/db/reach.ts'
import { config, tenantAmong, withHouse } from './with-house.ts'

export interface ListOptions {
  readonly json?: boolean
  readonly municipality?: string
}
/** Longer than a letter is left to a process that may have died with it. */
const patience = 90_000

export async function listLetters(options: ListOptions): Promise<string> {
  const { letters, waiting } = (await sortedAlready(options)) ?? (await sorted(options))
  if (waiting > 0) process.stderr.write(`${waiting} of ${letters.length} letters are not sorted yet. Run the command again in a moment.\n`)
  if (options.json) return JSON.stringify(letters, null, 2)
  return letters.map(one => [one.id, one.sha256.slice(0, 12), one.mailbox, one.desk, one.thread].join('\t')).join('\n')
}

interface Listed {
  readonly letters: readonly ListedLetter[]
  readonly waiting: number
}
const who = (tenant: Tenant) => ({ kind: 'system', municipalityId: tenant.id, job: 'mail list' }) as const

/** The list from the running store when nothing waits; null when the house is needed. */
async function sortedAlready(options: ListOptions): Promise<Listed | null> {
  const given = config()
  const reached = await reachStore(given, 'incoming_letter', () => new Date())
  try {
    if (!reached?.tenants.some(tenant => tenant.practiceOf === null)) return null
    const tenant = tenantAmong(reached.tenants, options.municipality ?? given.defaultMunicipality ?? undefined)
    const found = await listed(reached.database, tenant)
    return found.waiting === 0 ? found : null
  } finally {
    await reached?.close()
  }
}

async function sorted(options: ListOptions): Promise<Listed> {
  return await withHouse(async ({ ctx, tenants }) => {
    const tenant = tenantAmong(tenants.all(), options.municipality ?? ctx.config.defaultMunicipality ?? undefined)
    const until = performance.now() + patience
    await sortWaiting(ctx.database, tenant.id, Number.POSITIVE_INFINITY, ctx.config.mailServer)
    // What another process took up is waited for: it lays it on its desk, or has died and leaves it to us.
    while ((await look(ctx.database, who(tenant), countWaiting)).value > 0 && performance.now() < until) {
      await pause(500)
      await sortWaiting(ctx.database, tenant.id, Number.POSITIVE_INFINITY, ctx.config.mailServer)
    }
    closeReader()
    return await listed(ctx.database, tenant)
  })
}

async function listed(database: Database, tenant: Tenant): Promise<Listed> {
  const { value: letters } = await look(database, who(tenant), allLetters)
  return { letters, waiting: letters.filter(one => one.desk === 'waiting').length }
}
