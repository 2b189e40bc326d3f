// What the running house is made of; built once by main, handed to everything that serves a request or a job.
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Keys } from './crypto/keys.ts'
import type { Database } from './db/act.ts'
import type { Kept } from './http/kept.ts'
import type { Log } from './log.ts'

/** A municipality as the frame of a page needs it; read from the database, remembered until it changes. */
export interface Tenant {
  readonly id: string
  readonly slug: string
  readonly hosts: readonly string[]
  readonly practiceOf: string | null
}

export interface Ctx {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly keys: Keys
  readonly database: Database
  readonly kept: Kept
}
