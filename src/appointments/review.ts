// When a decision about a council is looked at again: what the founding text promises of five, ten and twenty years (A28).
import { councilOf } from '../councils/index.ts'
import type { Tx } from '../platform/db/act.ts'

/** Years after a decision at which the municipality said it would look back, with the sentence. Empty where nothing was said. */
export async function reviewsAfter(tx: Tx, council: string): Promise<{ years: number; quote: string | null }[]> {
  const review = (await councilOf(tx, council))?.facts.reviewAfterYears
  if (!review) return []
  const text = (review.quote as { text?: string | { da: string } | null }).text
  const quote = typeof text === 'string' ? text : (text?.da ?? null)
  return review.years.map(years => ({ years, quote }))
}
