// A policy as pages show it: policy > vision and message > goals > commitments, from the municipality's items.
import { type ItemContent, itemOf, itemsOfKinds, type SourceBook, sourceBookOf } from '../municipalities/index.ts'
import type { Tx } from '../platform/db/act.ts'

interface ShownGoal {
  readonly goal: ItemContent['goal']
  readonly commitments: readonly ItemContent['commitment'][]
}
export interface ShownPolicy {
  readonly policy: ItemContent['policy']
  readonly goals: readonly ShownGoal[]
  readonly councils: ReadonlyMap<string, ItemContent['council']['name']>
  readonly sources: SourceBook
  readonly text: ItemContent['text'] | null
}

/** The policy with everything under it, or null. Two statements. */
export async function policyOf(tx: Tx, slug: string): Promise<ShownPolicy | null> {
  const policy = await itemOf(tx, 'policy', slug)
  if (!policy) return null
  const items = await itemsOfKinds(tx, ['goal', 'commitment', 'council', 'page', 'text', 'news'])
  const quoted = items.commitment.filter(one => one.quote.source === policy.source)
  const goals = items.goal.filter(goal => goal.quote.source === policy.source)
  return {
    policy,
    goals: goals.map(goal => ({ goal, commitments: quoted.filter(one => one.goal === goal.slug).sort((a, b) => a.position - b.position) })),
    councils: new Map(items.council.map(council => [council.slug, council.name])),
    sources: sourceBookOf({ ...items, policy: [policy] }),
    text: items.text.find(text => text.slug === policy.source) ?? null,
  }
}

/** Who stands behind a commitment: its own mandate, else its policy's. */
export const mandateOf = (policy: ItemContent['policy'], commitment: ItemContent['commitment']): ItemContent['policy']['mandate'] =>
  commitment.mandate ?? policy.mandate
