// Who must not have, nor hear of, what is owed about some things; and who can instead. The rooms the things belong to say so.
import type { Tx } from '../platform/db/act.ts'
import type { Due } from './due.ts'

type NotFor = (tx: Tx, abouts: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>
/** Somebody who works with such things and is none of these; null when nobody is left. */
type Instead = (tx: Tx, not: readonly string[]) => Promise<string | null>
const notFor = new Map<string, { closed: NotFor; instead: Instead }>()
/** Tells who must not have what is owed about some things, nor hear that it is late. Called once, when the room is put into the house. */
export function registerNotFor(kinds: readonly string[], closed: NotFor, instead: Instead): void {
  const one = { closed, instead }
  for (const kind of kinds) notFor.set(kind, one)
}
/** The kinds of what is owed that somebody may have to be kept from. */
export const keptKinds = (): string[] => [...notFor.keys()]
/** By thing: everybody who must not hear of it. */
export async function closedAmong(tx: Tx, dues: readonly Due[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const closed = new Map<string, readonly string[]>()
  for (const ask of new Set(notFor.values())) {
    const abouts = dues.filter(due => notFor.get(due.kind) === ask).map(due => due.about)
    for (const [about, people] of await ask.closed(tx, abouts)) closed.set(about, people)
  }
  return closed
}
/** Who can have this kind of thing when it is closed to these. */
export const insteadOf = async (tx: Tx, kind: string, not: readonly string[]): Promise<string | null> =>
  (await notFor.get(kind)?.instead(tx, not)) ?? null
