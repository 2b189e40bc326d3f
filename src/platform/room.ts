// What a room gives the house: its routes and its jobs.
import type { AnyRoute } from './http/route.ts'
import type { Job } from './jobs/jobs.ts'
import type { Watch } from './jobs/watch.ts'

export interface Room {
  readonly name: string
  readonly routes: readonly AnyRoute[]
  readonly jobs: readonly Job[]
  readonly watches?: readonly Watch[]
}
