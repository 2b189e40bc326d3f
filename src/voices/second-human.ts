// Who else looks: another human who works with voices, for what nobody does alone.
import { colleaguesOf } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'

/** Somebody who works with voices and is none of these; who is not away comes first. */
export async function secondHuman(tx: Tx, not: readonly string[]): Promise<string | null> {
  const others = (await colleaguesOf(tx)).filter(one => !not.includes(one.id))
  const order = ['secretary', 'caseworker', 'unitLeader', 'outreachWorker'] as const
  const inOrder = order.flatMap(role => others.filter(one => one.roles.includes(role)))
  return (inOrder.find(one => !one.away) ?? inOrder[0])?.id ?? null
}
