// Policies as open data: every sentence word for word, with its force and its mandate; a proposal is marked as one.
import { itemsOfKinds } from '../municipalities/index.ts'
import type { Tx } from '../platform/db/act.ts'

/** All policies with goals and commitments, in one statement. */
export async function policiesAsData(tx: Tx) {
  const { policy, goal, commitment } = await itemsOfKinds(tx, ['policy', 'goal', 'commitment'])
  return {
    policies: policy.map(one => ({
      id: one.slug,
      name: one.name,
      mandate: { state: one.mandate.state, by: one.mandate.by, on: one.mandate.on },
      goals: goal
        .filter(each => each.quote.source === one.source)
        .map(each => ({
          id: each.slug,
          sentence: each.quote.text.da,
          commitments: commitment
            .filter(promise => promise.goal === each.slug && promise.quote.source === one.source)
            .map(promise => ({
              id: promise.slug,
              ref: promise.ref,
              sentence: promise.quote.text.da,
              force: promise.quote.force,
              mandate: (promise.mandate ?? one.mandate).state,
              adopted: (promise.mandate ?? one.mandate).state === 'adopted',
            })),
        })),
    })),
  }
}
