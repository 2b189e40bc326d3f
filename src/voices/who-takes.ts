// To whom a voice can be handed: a colleague who may read it, or the one who answers for another unit today.
import { colleaguesOf, nextInLine, unitsOf } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { readerRoles } from './access.ts'

/** Works here, reads voices, and may read this one. */
export async function canHave(tx: Tx, id: string, closed: readonly string[]): Promise<boolean> {
  const one = (await colleaguesOf(tx)).find(each => each.id === id)
  return one !== undefined && !closed.includes(id) && one.roles.some(role => readerRoles.includes(role))
}

export interface UnitHuman {
  readonly slug: string
  readonly unit: string
  readonly id: string
  readonly name: string
}
/** Units with a human who can have it: the leader, or who stands in while the leader is away. */
export async function unitsToTake(tx: Tx, { closed, but }: { closed: readonly string[]; but: string | null }): Promise<UnitHuman[]> {
  const colleagues = await colleaguesOf(tx)
  const found: UnitHuman[] = []
  for (const { slug, name: unit, leaderId, deputyId } of await unitsOf(tx)) {
    const leader = colleagues.find(one => one.id === leaderId)
    const standIn = leader?.away ? (await nextInLine(tx, leader.id)).deputyId : null
    for (const id of [leader && !leader.away ? leader.id : null, standIn, deputyId]) {
      const one = id && id !== but && (await canHave(tx, id, closed)) ? colleagues.find(each => each.id === id) : undefined
      if (!one || one.away) continue
      found.push({ slug, unit, id: one.id, name: one.name })
      break
    }
  }
  return found
}
