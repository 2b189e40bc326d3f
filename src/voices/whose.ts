// Whom a telling is closed to from its first minute, and who has it then.
import { colleaguesOf } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { closedOf, leadersOut, namedOut, ownerOf } from './closed-to.ts'
import type { Standing } from './ground.ts'
import type { Telling } from './telling.ts'

export interface Whose {
  readonly notUnit: string | null
  readonly closed: string[]
  readonly closedTo: readonly string[]
  readonly owner: Awaited<ReturnType<typeof ownerOf>>
  readonly reader: string | null
}
/** Whom it is closed to, and who has it then. */
export async function whoseIs(tx: Tx, telling: Telling, ground: Standing): Promise<Whose> {
  const notUnit = telling.who === 'staff' && telling.unit ? telling.unit : null
  const named = await namedOut(tx, telling.mayNotSee)
  const closed = [...new Set([...named, ...(telling.who === 'staff' && !notUnit ? await leadersOut(tx) : [])])]
  const closedTo = await closedOf(tx, { not_unit: notUnit, closed_to: closed })
  const owner = await ownerOf(tx, ground, closedTo)
  const name = closedTo.length > 0 ? (await colleaguesOf(tx)).find(one => one.id === owner.personId)?.name : undefined
  return { notUnit, closed, closedTo, owner, reader: closedTo.length > 0 ? (name?.split(' ')[0] ?? '') : null }
}
