// `raadslag mail list`: every letter that came in, and the desk it lies on; what waits is sorted first.
import { setTimeout as pause } from 'node:timers/promises'
import { closeReader, countWaiting, type ListedLetter, lettersAfter, sortWaiting } from '../mailroom/index.ts'
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

/** Writes a piece of the list; done when there is room for the next. */
export type Write = (text: string) => Promise<void>

/** The list is written as it is read, however long it is. */
export async function listLetters(options: ListOptions, write: Write): Promise<void> {
  const found = (await sortedAlready(options, write)) ?? (await sorted(options, write))
  if (found.waiting > 0)
    process.stderr.write(`${found.waiting} of ${found.letters} letters are not sorted yet. Run the command again in a moment.\n`)
}

interface Listed {
  readonly letters: number
  readonly waiting: number
}
const who = (tenant: Tenant) => ({ kind: 'system', municipalityId: tenant.id, job: 'mail list' }) as const

/** The list from the running store when nothing waits; null when the house is needed. */
async function sortedAlready(options: ListOptions, write: Write): Promise<Listed | null> {
  const given = config()
  const reached = await reachStore(given, 'incoming_letter', () => new Date())
  try {
    if (!reached?.tenants.some(tenant => tenant.practiceOf === null)) return null
    const tenant = tenantAmong(reached.tenants, options.municipality ?? given.defaultMunicipality ?? undefined)
    if ((await look(reached.database, who(tenant), countWaiting)).value > 0) return null
    return await listed(reached.database, tenant, options, write)
  } finally {
    await reached?.close()
  }
}

async function sorted(options: ListOptions, write: Write): Promise<Listed> {
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
    return await listed(ctx.database, tenant, options, write)
  })
}

async function listed(database: Database, tenant: Tenant, { json }: ListOptions, write: Write): Promise<Listed> {
  let [letters, waiting] = [0, 0]
  let last: string | null = null
  for (;;) {
    const after: string | null = last
    const { value: some }: { value: ListedLetter[] } = await look(database, who(tenant), tx => lettersAfter(tx, after))
    if (some.length === 0) break
    const lines = some.map(one => (json ? JSON.stringify(one, null, 2) : lineOf(one)))
    await write(`${letters === 0 ? (json ? '[\n' : '') : json ? ',\n' : ''}${lines.join(json ? ',\n' : '\n')}${json ? '' : '\n'}`)
    letters += some.length
    waiting += some.filter(one => one.desk === 'waiting').length
    last = some.at(-1)!.id
  }
  if (json) await write(letters === 0 ? '[]\n' : '\n]\n')
  return { letters, waiting }
}
const lineOf = (one: ListedLetter) => [one.id, one.sha256.slice(0, 12), one.mailbox, one.desk, one.thread].join('\t')
