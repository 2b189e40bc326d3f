// The whole house put together: store, keys, tenants, rooms, web server and jobs.
import type { Clock } from './platform/clock.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Ctx } from './platform/context.ts'
import type { Database } from './platform/db/act.ts'
import { listen as listenForChanges } from './platform/db/listen.ts'
import { openKeys, openStore, type Store } from './platform/db/open.ts'
import { createRecalled } from './platform/db/recalled.ts'
import { eraseAgain, erasedFile, writeErased } from './platform/erased.ts'
import { loadAssets } from './platform/html/assets.ts'
import { createKept } from './platform/http/kept.ts'
import { listenAt } from './platform/http/listen-at.ts'
import { createWeb, type Web } from './platform/http/server.ts'
import { createTenants, type Tenants } from './platform/http/tenants.ts'
import { createJobs, type Jobs } from './platform/jobs/jobs.ts'
import type { Watching } from './platform/jobs/watch.ts'
import type { Log } from './platform/log.ts'
import { siteOf } from './platform/site.ts'
import { furnish } from './rooms.ts'

export interface HouseOptions {
  readonly config: Config
  readonly log: Log
  readonly clock?: Clock
  /** A store already open (tests); otherwise the one the configuration names. */
  readonly store?: Store
  /** Jobs run only when the web server listens, unless told otherwise. */
  readonly jobs?: boolean
}
export interface OpenHouse {
  readonly ctx: Ctx
  readonly store: Store
  readonly web: Web
  readonly jobs: Jobs
  readonly tenants: Tenants
  listen(): Promise<{ port: number }>
  /** Lines for the operator at start: warnings, and the first sign-in link. */
  greeting(baseUrl: string): Promise<string[]>
  close(): Promise<void>
}

export async function openHouse({
  config,
  log,
  clock = systemClock,
  store: given,
  jobs: withJobs = true,
}: HouseOptions): Promise<OpenHouse> {
  const store = given ?? (await openStore(config, log, clock.now()))
  try {
    const keys = await openKeys(store.pools, config.keyFile, clock.now(), log)
    const kept = createKept(() => clock.now().getTime())
    const tenants = createTenants(store.pools.app, config.defaultMunicipality)
    const database: Database = {
      pools: store.pools,
      now: () => clock.now(),
      keys,
      recalled: createRecalled(kept),
      site: id => siteOf(config, tenants.all(), id),
      changed(municipalityId, tables) {
        kept.forget(tables.has('municipality') ? '' : municipalityId, tables)
        if (tables.has('municipality')) void tenants.load()
      },
      erased(municipalityId, things) {
        try {
          writeErased(erasedFile(config.keyFile), municipalityId, things)
        } catch (error) {
          // The job that looks for what is missing on the list tries again within a minute.
          log.error('the list of erasures cannot be written', { code: String((error as { code?: string }).code ?? '') })
        }
      },
    }
    const ctx: Ctx = { config, clock, log, keys, database, kept }
    const furnished = await furnish(ctx)
    await tenants.load()
    refuseUnknownDefault(config, tenants)
    const again = await eraseAgain(database, erasedFile(config.keyFile))
    if (again > 0) log.warn('erased again', { count: again })
    const assets = await loadAssets()
    const web = createWeb(ctx, furnished.house, tenants, assets)
    let watching: readonly Watching[] = []
    const jobs = createJobs(ctx, () => tenants.all(), furnished.jobs)
    const ears = await listenForChanges(store.login, {
      heard: (municipalityId, table) => database.changed(municipalityId, new Set([table])),
      deaf: () => kept.pause(),
      back: () => kept.resume(),
    })
    return {
      ctx,
      store,
      web,
      jobs,
      tenants,
      async listen() {
        const port = await listenAt(web.server, config.port, config.host)
        if (withJobs) {
          jobs.start()
          watching = furnished.watches.map(watch => watch(ctx, () => tenants.all()))
        }
        return { port }
      },
      greeting: baseUrl => furnished.greeting(baseUrl, tenants.all()),
      async close() {
        await new Promise<void>(done => {
          if (!web.server.listening) return done()
          web.server.close(() => done())
          web.server.closeIdleConnections()
          setTimeout(() => web.server.closeAllConnections(), 3_000).unref()
        })
        await jobs.stop()
        await Promise.all(watching.map(one => one.stop()))
        await ears.close()
        await furnished.close()
        await store.close()
      },
    }
  } catch (error) {
    if (!given) await store.close()
    throw error
  }
}

/** An address nobody has claimed would otherwise lead nowhere, without a word. */
function refuseUnknownDefault({ defaultMunicipality: slug, municipalityDirs }: Config, tenants: Tenants): void {
  const known = tenants.all().filter(tenant => tenant.practiceOf === null)
  if (slug === null || municipalityDirs.length === 0 || known.some(tenant => tenant.slug === slug)) return
  throw new Error(`RAADSLAG_MUNICIPALITY: there is no municipality "${slug}" here (known: ${known.map(one => one.slug).join(', ')})`)
}
