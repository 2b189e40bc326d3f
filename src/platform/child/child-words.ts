// What the site and a process of its own say to each other.

/** One question on its way, with the seconds it may take. */
export interface Asked<Q> {
  readonly question: Q
  readonly seconds: number
}
export type Told<A> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly step: string }
  /** `memory`: what the process now uses, in bytes. */
  | { readonly kind: 'answer'; readonly answer: A; readonly memory: number }
  | { readonly kind: 'failed'; readonly why: string }
