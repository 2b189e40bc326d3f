// Work without a request: jobs run on their beat in each municipality, once however many processes there are unless they say otherwise.
import { sql } from 'kysely'
import type { Ctx, Tenant } from '../context.ts'
import { act, type Tx } from '../db/act.ts'
import type { System } from '../principal.ts'

export interface Job {
  readonly name: string
  /** How often it is due, in seconds. */
  readonly everySeconds: number
  /** Runs in every process, for what a process keeps in its own memory; the others run once however many processes there are. */
  readonly everywhere?: true
  /** One round in one municipality, in one transaction. */
  readonly run?: (tx: Tx, who: System) => Promise<void>
  /** A round that talks to the network, and so opens its own transactions. */
  readonly outside?: (ctx: Ctx, tenant: Tenant) => Promise<void>
}

export interface Jobs {
  start(): void
  /** Waits for the round under way. */
  stop(): Promise<void>
  /** One round of everything that is due at the clock's now; for tests and for the command line. */
  round(): Promise<void>
  /** Runs the named job now in every municipality, due or not. */
  now(name: string): Promise<void>
}

/** `tenants` is asked at each round, so a municipality that was just added is served too. */
export function createJobs(ctx: Ctx, tenants: () => readonly Tenant[], jobs: readonly Job[]): Jobs {
  let timer: NodeJS.Timeout | undefined
  let under: Promise<void> = Promise.resolve()
  let stopped = false

  // A memory of when to ask again, so that a quiet second costs no query.
  const asleepUntil = new Map<string, number>()

  async function one(job: Job, tenant: Tenant, force: boolean): Promise<void> {
    const key = `${tenant.id}|${job.name}`
    const now = ctx.clock.now().getTime()
    if (!force && (asleepUntil.get(key) ?? 0) > now) return
    asleepUntil.set(key, now + job.everySeconds * 1_000)
    const who: System = { kind: 'system', municipalityId: tenant.id, job: job.name }
    try {
      const mine = await act(ctx.database, who, tx => oneRound(tx, job, who, force), undefined)
      if (mine && job.outside) await job.outside(ctx, tenant)
    } catch (error) {
      ctx.log.error('job failed', {
        job: job.name,
        municipality: tenant.slug,
        code: String((error as { code?: string }).code ?? (error as Error).name),
      })
    }
  }
  async function round(): Promise<void> {
    for (const tenant of tenants()) for (const job of jobs) if (!stopped) await one(job, tenant, false)
  }
  return {
    start() {
      stopped = false
      const beat = () => {
        under = round().finally(() => {
          if (!stopped) timer = setTimeout(beat, 1_000).unref()
        })
      }
      timer = setTimeout(beat, 200).unref()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await under
    },
    round,
    async now(name) {
      for (const tenant of tenants()) for (const job of jobs) if (job.name === name) await one(job, tenant, true)
    },
  }
}

/** One round, if this process gets it. */
async function oneRound(tx: Tx, job: Job, who: System, force: boolean): Promise<boolean> {
  if (!job.everywhere && !(await claim(tx, job, force))) return false
  await job.run?.(tx, who)
  return true
}

/** True for the one process that gets this round; the row is locked until its transaction ends. */
async function claim(tx: Tx, job: Job, force: boolean): Promise<boolean> {
  const next = new Date(tx.now.getTime() + job.everySeconds * 1_000)
  const { rows } = await sql<{ name: string }>`
    insert into job_round (municipality_id, name, next_at) values (${tx.municipalityId}, ${job.name}, ${next})
    on conflict (municipality_id, name) do update set next_at = excluded.next_at
    where ${force} or job_round.next_at <= ${tx.now}
    returning name`.execute(tx.db)
  return rows.length > 0
}
