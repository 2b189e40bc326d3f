// How long letters are kept that belong to nothing: the municipality's own days, or the product's standard.
import { keyedItems } from '../municipalities/index.ts'
import type { Tx } from '../platform/db/act.ts'

/** In days: a letter that was released, and what machines wrote. */
export interface KeepDays {
  readonly released: number
  readonly passing: number
}
const standard: KeepDays = { released: 14, passing: 90 }

export async function keepDays(tx: Tx): Promise<KeepDays> {
  const known = tx.memo.get('mailroom keep days') as KeepDays | undefined
  if (known) return known
  const rules = new Map((await keyedItems(tx, 'retention')).map(({ slug, content }) => [slug, content.keepDays]))
  const days = { released: rules.get('letter_unclaimed') ?? standard.released, passing: rules.get('letter_raw') ?? standard.passing }
  tx.memo.set('mailroom keep days', days)
  return days
}
