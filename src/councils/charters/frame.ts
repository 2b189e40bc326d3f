// A law that frames a council checks the local charter: too few seats, opinions not published, no right to be consulted.
import { z } from 'zod'
import type { Charter, Group, Predicate, Source } from './charter.ts'
import { type Fault, issueFaults } from './parse.ts'
import { predicate } from './schema.ts'
import { consultation, legalBasis, term } from './schema-extras.ts'
import { amount, id, source, words } from './schema-parts.ts'

const where = z.strictObject({
  voting: z.boolean().optional(),
  filled_by: z.enum(['appointed', 'elected', 'nominated']).optional(),
  appointed_by: z.string().optional(),
})
const common = { id, text: words, source: source.optional() }
const demand = z.discriminatedUnion('kind', [
  /** The seats of the groups in `where` (default: all that vote) lie in [min, max] whatever the charter's ranges allow. */
  z.strictObject({ ...common, kind: z.literal('seats'), min: amount.optional(), max: amount.optional(), where: where.optional() }),
  /** Everybody in the groups must satisfy this: by eligibility, or by an `every` rule with force `must`. */
  z.strictObject({ ...common, kind: z.literal('everyone'), who: predicate, where: where.optional() }),
  /** All groups in `where` are filled or appointed like this. */
  z.strictObject({
    ...common,
    kind: z.literal('groups'),
    filled_by: where.shape.filled_by,
    appointed_by: z.string().optional(),
    where: where.optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('term'), is: term.shape.kind.optional(), most_years: z.number().positive().optional() }),
  z.strictObject({ ...common, kind: z.literal('opinions'), publish: z.literal(true) }),
  z.strictObject({ ...common, kind: z.literal('consultation'), rights: z.array(consultation.shape.right).min(1) }),
  z.strictObject({ ...common, kind: z.literal('secretariat'), by: z.string() }),
  z.strictObject({ ...common, kind: z.literal('rules_of_procedure'), adopted_by: z.string() }),
  z.strictObject({ ...common, kind: z.literal('chair'), elected_by: z.string() }),
])

/** A frame law as data: what it demands of every charter of its kind. */
export const frameSchema = z.strictObject({ id, name: words.optional(), legal_basis: legalBasis, demands: z.array(demand).min(1) })
export type Frame = z.output<typeof frameSchema>
type Demand = Frame['demands'][number]
/** One demand of the law that the charter does not meet. `missing`: the charter says nothing of it. */
export type FrameBreach = { id: string; da: string; en: string; source: Source | null; missing: boolean }

/** The frame law or its faults; never throws. */
export function readFrame(input: unknown): { frame: Frame } | { faults: Fault[] } {
  const parsed = frameSchema.safeParse(input)
  return parsed.success
    ? { frame: parsed.data }
    : { faults: parsed.error.issues.flatMap(issue => issueFaults(issue, Object.keys(frameSchema.shape))) }
}

/** What the law demands and the charter does not give, in the law's order; empty when the charter keeps within its frame. */
export function againstFrame(frame: Frame, charter: Charter): FrameBreach[] {
  return frame.demands.flatMap(each => {
    const answer = meets(each, charter)
    if (answer === true) return []
    const law = frame.legal_basis
    const from = each.source ?? { text: undefined, ref: `${law.law} ${law.section ?? ''}`.trim(), url: law.sourceUrl }
    const da = each.text.da ?? each.id
    const en = each.text.en ?? da
    return [
      {
        id: each.id,
        da: answer === null ? `Vedtægten siger ikke noget om dette krav: ${da}` : `Vedtægten opfylder ikke dette krav: ${da}`,
        en: answer === null ? `The charter says nothing about this demand: ${en}` : `The charter does not meet this demand: ${en}`,
        source: from,
        missing: answer === null,
      },
    ]
  })
}

/** Yes, no, or null when the charter is silent. */
function meets(demand: Demand, charter: Charter): boolean | null {
  const groups = charter.groups.filter(group => within(group, ('where' in demand && demand.where) || { voting: true }))
  switch (demand.kind) {
    case 'seats': {
      const most = groups.reduce((sum, group) => sum + (group.max ?? Number.POSITIVE_INFINITY), 0)
      return fewestSeats(charter, groups) >= (demand.min ?? 0) && most <= (demand.max ?? Number.POSITIVE_INFINITY)
    }
    case 'everyone':
      return groups.every(group => (group.eligible && demands(group.eligible, demand.who)) || ruled(charter, group, demand.who))
    case 'groups':
      if (groups.some(group => (demand.filled_by && !group.filled_by) || (demand.appointed_by && !group.appointed_by))) return null
      return groups.every(
        group =>
          (!demand.filled_by || group.filled_by === demand.filled_by) &&
          (!demand.appointed_by || group.appointed_by === demand.appointed_by),
      )
    case 'term': {
      if (!charter.term) return null
      const short =
        demand.most_years === undefined ||
        charter.term.kind === 'electoral' ||
        (charter.term.years ?? Number.POSITIVE_INFINITY) <= demand.most_years
      return (demand.is === undefined || charter.term.kind === demand.is) && short
    }
    case 'opinions':
      return charter.opinions ? charter.opinions.publish : null
    case 'consultation':
      return charter.consultation ? demand.rights.includes(charter.consultation.right) : null
    case 'secretariat':
      return charter.secretariat ? charter.secretariat.by === demand.by : null
    case 'rules_of_procedure':
      return charter.rules_of_procedure ? charter.rules_of_procedure.adopted_by === demand.adopted_by : null
    case 'chair':
      return charter.chair ? charter.chair.elected_by === demand.elected_by : null
  }
}

function within(group: Group, { voting, filled_by, appointed_by }: z.output<typeof where>): boolean {
  return (
    (voting === undefined || group.voting === voting) &&
    (!filled_by || group.filled_by === filled_by) &&
    (!appointed_by || group.appointed_by === appointed_by)
  )
}

/** The groups' own minimums, or a `total` rule over exactly these groups that asks for more. */
function fewestSeats(charter: Charter, groups: Group[]): number {
  const ids = groups.map(group => group.id)
  const totals = charter.rules.flatMap(rule => {
    if (rule.kind !== 'total' || rule.strength !== 'must') return []
    const scope = rule.in ?? charter.groups.map(group => group.id)
    return scope.every(name => ids.includes(name)) ? [rule.min ?? 0] : []
  })
  return Math.max(
    groups.reduce((sum, group) => sum + group.min, 0),
    ...totals,
  )
}

function ruled(charter: Charter, group: Group, who: Predicate): boolean {
  return charter.rules.some(
    rule => rule.kind === 'every' && rule.strength === 'must' && (!rule.in || rule.in.includes(group.id)) && demands(rule.who, who),
  )
}

/** Whether whoever satisfies the first surely satisfies the second, as far as their wording shows. */
function demands(first: Predicate, second: Predicate): boolean {
  if (JSON.stringify(first) === JSON.stringify(second)) return true
  return 'all' in first
    ? first.all.some(part => demands(part, second))
    : 'any' in first
      ? first.any.length > 0 && first.any.every(part => demands(part, second))
      : false
}
