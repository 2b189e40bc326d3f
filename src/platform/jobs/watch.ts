// What a room does as long as the house is open: it waits for the outside world, beside the jobs and their beat.
import type { Ctx, Tenant } from '../context.ts'

export interface Watching {
  /** Ends it, and waits for what is under way. */
  stop(): Promise<void>
}
/** Begins when the house opens its doors. `tenants` is asked anew, so that a municipality that was just added is served too. */
export type Watch = (ctx: Ctx, tenants: () => readonly Tenant[]) => Watching
