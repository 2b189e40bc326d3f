// The machine interface of a charter: groups, rules, predicates, and the data real councils need beside them.
import { z } from 'zod'
import { consultation, legalBasis, meetings, office, quorum, seatLoss, substitutes, term } from './schema-extras.ts'
import { amount, id, source, value, words } from './schema-parts.ts'

/** A condition on one person's attributes. A missing attribute never satisfies a plain test. */
export type Predicate =
  | { attr: string; eq: string | number | boolean }
  | { attr: string; has: string | number | boolean }
  | { attr: string; hasAny: (string | number | boolean)[] }
  | { attr: string; gte: number | string }
  | { attr: string; lte: number | string }
  | { attr: string; lt: number | string }
  | { all: Predicate[] }
  | { any: Predicate[] }
  | { not: Predicate }

const attr = z.string().min(1)
const bound = z.union([z.number(), z.string()])
export const predicate: z.ZodType<Predicate> = z.lazy(() =>
  z.union([
    z.strictObject({ attr, eq: value }),
    z.strictObject({ attr, has: value }),
    z.strictObject({ attr, hasAny: z.array(value) }),
    z.strictObject({ attr, gte: bound }),
    z.strictObject({ attr, lte: bound }),
    z.strictObject({ attr, lt: bound }),
    z.strictObject({ all: z.array(predicate) }),
    z.strictObject({ any: z.array(predicate) }),
    z.strictObject({ not: predicate }),
  ]),
)

export const group = z.strictObject({
  id,
  name: words.optional(),
  /** false: substitutes and designated advisers, who never vote. */
  voting: z.boolean().default(true),
  min: amount.default(0),
  /** No upper limit when missing. */
  max: amount.nullish(),
  eligible: predicate.optional(),
  appointed_by: z.string().min(1).optional(),
  filled_by: z.enum(['appointed', 'elected', 'nominated']).optional(),
  nominated_by: z.array(z.string().min(1)).optional(),
  substitutes: substitutes.optional(),
  /** This group holds substitutes: rules without `in` do not count them. */
  substitute: z.boolean().optional(),
  term: term.optional(),
  need_stated: z.boolean().optional(),
  text: words.optional(),
  note: words.optional(),
  source: source.optional(),
})

const common = {
  id,
  name: words.optional(),
  in: z.array(z.string()).optional(),
  strength: z.enum(['must', 'should', 'hint']).default('must'),
  text: words.optional(),
  note: words.optional(),
  source: source.optional(),
}
const least = { min: amount.nullish(), max: amount.nullish() }
export const ruleKinds = {
  count: z.strictObject({ ...common, kind: z.literal('count'), who: predicate, ...least }),
  every: z.strictObject({ ...common, kind: z.literal('every'), who: predicate }),
  max_same: z.strictObject({ ...common, kind: z.literal('max_same'), attr, max: amount }),
  balance: z.strictObject({ ...common, kind: z.literal('balance'), attr, values: z.tuple([value, value]), max_diff: amount }),
  share: z.strictObject({
    ...common,
    kind: z.literal('share'),
    who: predicate,
    min: z.tuple([amount, amount.min(1, 'the second number of a share must be at least 1')]),
    strict: z.boolean().optional(),
  }),
  cover: z.strictObject({ ...common, kind: z.literal('cover'), attr, values: z.array(value), each_min: amount.default(1) }),
  total: z.strictObject({ ...common, kind: z.literal('total'), ...least }),
}
export const rule = z.discriminatedUnion('kind', [
  ruleKinds.count,
  ruleKinds.every,
  ruleKinds.max_same,
  ruleKinds.balance,
  ruleKinds.share,
  ruleKinds.cover,
  ruleKinds.total,
])

/** A charter as data: what the engine reads (`groups`, `rules`) and what the rest of a council's life needs. */
export const charterSchema = z.strictObject({
  id,
  name: words.optional(),
  text: words.optional(),
  note: words.optional(),
  source: source.optional(),
  council: z.string().optional(),
  version: z.union([z.string(), z.number()]).optional(),
  adopted: z
    .strictObject({ by: z.string(), on: z.string().optional(), minute_ref: z.string().optional(), sourceUrl: z.string().optional() })
    .optional(),
  statutory: z.boolean().optional(),
  legal_basis: z.array(legalBasis).optional(),
  purposes: z.array(words).optional(),
  /** The attributes a person may carry here and their allowed values (empty list: any value). */
  attributes: z.record(z.string(), z.array(value)).optional(),
  /** Plain words for attributes (`roles`) and their values (`roles=user`). */
  labels: z.record(z.string(), words).optional(),
  groups: z.array(group).max(30, 'at most 30 groups'),
  rules: z.array(rule).max(200, 'at most 200 rules').default([]),
  term: term.optional(),
  quorum: quorum.optional(),
  chair: office.optional(),
  deputy_chair: office.optional(),
  substitutes: substitutes.optional(),
  loses_seat: seatLoss.optional(),
  consultation: consultation.optional(),
  opinions: z.strictObject({ publish: z.boolean(), text: words.optional(), source: source.optional() }).optional(),
  rules_of_procedure: z.strictObject({ adopted_by: z.string(), source: source.optional() }).optional(),
  secretariat: z.strictObject({ by: z.string(), source: source.optional() }).optional(),
  meetings: meetings.optional(),
  budget: z
    .strictObject({ amount: z.number().min(0), per: z.enum(['year', 'term']).default('year'), currency: z.string().default('DKK') })
    .optional(),
  expenses: z.record(z.string(), z.union([z.boolean(), z.string()])).optional(),
  individual_cases: z.boolean().optional(),
})

export type Charter = z.output<typeof charterSchema>
export type Group = z.output<typeof group>
export type Rule = z.output<typeof rule>
export type Strength = Rule['strength']
