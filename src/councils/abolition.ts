// What else ends when a council is abolished: rooms downstream say it here, and it happens in the same deed.
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'

export interface Abolition {
  readonly council: string
  /** Published on the council's page; what everybody who waits for an answer reads. */
  readonly reason: string
  /** The event it came of. */
  readonly event: string
}
export type EndWith = (tx: Tx, who: Principal, abolition: Abolition) => Promise<void>
const ends: EndWith[] = []

/** Called once by a room in which something waits for the council. */
export function registerAbolition(end: EndWith): void {
  ends.push(end)
}
export async function endEverything(tx: Tx, who: Principal, abolition: Abolition): Promise<void> {
  for (const end of ends) await end(tx, who, abolition)
}
