// What the site asks the process that makes paper.
export interface PaperQuestion {
  /** The sheet as JSON, see `prepared`. */
  readonly sheet: string
  /** Milliseconds since 1970. */
  readonly at: number
}
export type PaperAnswer = Uint8Array
