// What the long run counts, per kind of fault.
import type { PostReport } from './post/post-kills.ts'

/** Kills of the program, kills of the embedded database, power cuts. */
export type Kind = 'app' | 'database' | 'cuts'
export interface Counts {
  rounds: number
  /** Rounds after which the site (or the database) served again. */
  served: number
  acknowledged: number
  /** Under way when the fault came, and sent again. */
  interrupted: number
  lost: number
  doubled: number
  halves: number
  /** Answers no citizen should see. */
  strange: number
  readyMs: number[]
  faults: string[]
  notRun?: string
}
export interface FaultRun {
  /** The versions of the program that were run. */
  commits: string[]
  wanted: Record<Kind, number>
  seconds: number
  /** Of this process's seconds, those counted. */
  counted: number
  batches: number
  counts: Record<Kind, Counts>
  /** Letters in and out while the program was killed; not given when not run. */
  post?: PostReport
}
export const noCounts = (): Counts => ({
  rounds: 0,
  served: 0,
  acknowledged: 0,
  interrupted: 0,
  lost: 0,
  doubled: 0,
  halves: 0,
  strange: 0,
  readyMs: [],
  faults: [],
})
