// Whether what an organisation proposes follows the law on women and men: as many of both, or a reason at the same time. Pure.
import type { Shortcoming } from '../platform/refusal.ts'
import { inEveryLanguage } from './words.ts'

export const genders = ['woman', 'man', 'other'] as const
/** `other`: neither, or not told. */
export type Gender = (typeof genders)[number]
export interface Count {
  readonly women: number
  readonly men: number
  readonly others: number
}

export const countOf = (list: readonly Gender[]): Count => ({
  women: list.filter(one => one === 'woman').length,
  men: list.filter(one => one === 'man').length,
  others: list.filter(one => one === 'other').length,
})
/** Counts of several proposals together. */
export const sumOf = (counts: readonly Count[]): Count =>
  counts.reduce((sum, one) => ({ women: sum.women + one.women, men: sum.men + one.men, others: sum.others + one.others }), {
    women: 0,
    men: 0,
    others: 0,
  })

/** As many women as men, and at least one of each. Nobody proposed is nothing to balance. */
export const balanced = ({ women, men, others }: Count): boolean => (women + men + others === 0 ? true : women === men && women > 0)

/** What is missing of a proposal under the law: a reason where women and men are not as many. Nothing where no such law is written in. */
export function balanceFaults(count: Count, reason: string, lawApplies: boolean): Shortcoming[] {
  if (!lawApplies || balanced(count) || reason.trim() !== '') return []
  return [{ field: 'reason', message: inEveryLanguage('propose.fault.balance') }]
}
