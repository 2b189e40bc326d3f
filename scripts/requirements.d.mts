export interface Sentence {
  readonly id: string
  readonly sentence: string
}
export interface Shown {
  readonly id: string
  readonly name: string
}
export function listed(text: string): Sentence[]
export function shownIn(text: string): Shown[]
export function faultsOf(wanted: readonly Sentence[], shown: readonly Shown[]): string[]
export function whereShown(wanted: readonly Sentence[], shown: readonly Shown[]): (Sentence & { readonly where: readonly Shown[] })[]
export function shownHere(): Shown[]
export function report(wanted: readonly Sentence[], shown: readonly Shown[], brief: boolean): string[]
