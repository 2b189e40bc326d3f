// Whom to ask next: the kinds of organisations the engine says would help, and those of them nobody has asked. Pure.
import type { Said } from '../platform/refusal.ts'
import type { AskState } from './ask.ts'
import type { Help } from './missing.ts'

export interface KindWords {
  readonly slug: string
  readonly name: Said
}
export interface Askable {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly state: AskState
}
export interface Next {
  readonly kind: KindWords
  readonly help: Help
  /** Not asked yet, or only thought of. */
  readonly notAsked: readonly Askable[]
  readonly waiting: number
  readonly answered: number
  readonly no: number
}

/** First the kinds that bring a lawful council closer, then those that only bring the wishes closer; those with most left to ask first. */
export function whomNext(helps: ReadonlyMap<string, Help>, kinds: readonly KindWords[], organisations: readonly Askable[]): Next[] {
  const rows = kinds.flatMap((kind): Next[] => {
    const help = helps.get(kind.slug)
    if (!help) return []
    const own = organisations.filter(one => one.kind === kind.slug)
    const count = (state: AskState) => own.filter(one => one.state === state).length
    const notAsked = own.filter(one => one.state === 'none' || one.state === 'planned')
    return [{ kind, help, notAsked, waiting: count('asked'), answered: count('answered'), no: count('no') }]
  })
  const weight = (one: Next) => (one.help === 'must' ? 0 : 1)
  return rows.sort((a, b) => weight(a) - weight(b) || b.notAsked.length - a.notAsked.length)
}
