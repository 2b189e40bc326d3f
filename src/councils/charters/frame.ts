// A law that frames a council checks the local charter: too few seats, opinions not published, no right to be consulted.
import { z } from 'zod'
import type { Charter, Group, Predicate, Source } from './charter.ts'
import { holdsSubstitutes } from './compile.ts'
import { breachWords } from './frame-words.ts'
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
const filling = z.enum(['appointed', 'elected', 'nominated'])
const oneOrSome = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1)])
const demand = z.discriminatedUnion('kind', [
  /** The seats of the groups in `where` (default: all that vote) lie in [min, max] whatever the charter's ranges allow. */
  z.strictObject({ ...common, kind: z.literal('seats'), min: amount.optional(), max: amount.optional(), where: where.optional() }),
  /** Everybody in the groups must satisfy this: by eligibility, or by an `every` rule with force `must`. */
  z.strictObject({ ...common, kind: z.literal('everyone'), who: predicate, where: where.optional() }),
  /** All groups in `where` are filled or appointed like this. */
  z.strictObject({
    ...common,
    kind: z.literal('groups'),
    filled_by: oneOrSome(filling).optional(),
    appointed_by: z.string().optional(),
    where: where.optional(),
  }),
  /** At least `min` of those in the groups must satisfy this: by the eligibility of seats, or by a `count` rule with force `must`. */
  z.strictObject({ ...common, kind: z.literal('some'), who: predicate, min: amount.default(1), where: where.optional() }),
  z.strictObject({ ...common, kind: z.literal('term'), is: term.shape.kind.optional(), most_years: z.number().positive().optional() }),
  z.strictObject({ ...common, kind: z.literal('opinions'), publish: z.literal(true) }),
  z.strictObject({ ...common, kind: z.literal('consultation'), rights: z.array(consultation.shape.right).min(1) }),
  z.strictObject({ ...common, kind: z.literal('secretariat'), by: oneOrSome(z.string()) }),
  z.strictObject({ ...common, kind: z.literal('rules_of_procedure'), adopted_by: z.string() }),
  z.strictObject({ ...common, kind: z.literal('chair'), elected_by: z.string() }),
])

/** A frame law as data: what it demands of every charter of its kind. */
export const frameSchema = z.strictObject({
  id,
  name: words.optional(),
  legal_basis: legalBasis,
  /** The kinds of councils it frames. */
  council_types: z.array(z.string().min(1)).optional(),
  demands: z.array(demand).min(1),
})
export type Frame = z.output<typeof frameSchema>
export type Demand = Frame['demands'][number]
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
    return [
      {
        id: each.id,
        ...breachWords(each, answer === null, 'seats' === each.kind ? spanOf(charter, groupsOf(each, charter)) : null),
        source: from,
        missing: answer === null,
      },
    ]
  })
}

/** Yes, no, or null when the charter is silent. */
function meets(demand: Demand, charter: Charter): boolean | null {
  const groups = groupsOf(demand, charter)
  switch (demand.kind) {
    case 'seats': {
      const { fewest, most } = spanOf(charter, groups)
      return fewest >= (demand.min ?? 0) && most <= (demand.max ?? Number.POSITIVE_INFINITY)
    }
    case 'some':
      return surelyThere(charter, groups, demand.who) >= demand.min
    case 'everyone':
      return groups.every(group => (group.eligible && demands(group.eligible, demand.who)) || ruled(charter, group, demand.who))
    case 'groups':
      if (groups.some(group => (demand.filled_by && !filledBy(group)) || (demand.appointed_by && !group.appointed_by))) return null
      return groups.every(
        group =>
          (!demand.filled_by || [demand.filled_by].flat().includes(filledBy(group)!)) &&
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
      return charter.secretariat ? [demand.by].flat().includes(charter.secretariat.by) : null
    case 'rules_of_procedure':
      return charter.rules_of_procedure ? charter.rules_of_procedure.adopted_by === demand.adopted_by : null
    case 'chair':
      return charter.chair ? charter.chair.elected_by === demand.elected_by : null
  }
}

/** A group whose charter names a body and nothing else is appointed by it. */
const filledBy = (group: Group) => group.filled_by ?? (group.appointed_by ? ('appointed' as const) : undefined)

function within(group: Group, { voting, filled_by, appointed_by }: z.output<typeof where>): boolean {
  return (
    (voting === undefined || group.voting === voting) &&
    (!filled_by || filledBy(group) === filled_by) &&
    (!appointed_by || group.appointed_by === appointed_by)
  )
}

const groupsOf = (demand: Demand, charter: Charter) =>
  charter.groups.filter(group => within(group, ('where' in demand && demand.where) || { voting: true }))

/**
 * Fewest and most that the charter lets sit in these groups: the groups' own numbers, narrowed by `total` rules that bind. A minimum over more
 * groups than these leaves the others' highest number out; a maximum over more of them holds for these as well.
 */
function spanOf(charter: Charter, groups: Group[]): { fewest: number; most: number } {
  const infinite = Number.POSITIVE_INFINITY
  const ids = new Set(groups.map(group => group.id))
  let fewest = groups.reduce((sum, group) => sum + group.min, 0)
  let most = groups.reduce((sum, group) => sum + (group.max ?? infinite), 0)
  for (const rule of charter.rules) {
    if (rule.kind !== 'total' || rule.strength !== 'must') continue
    const scope = charter.groups.filter(group => (rule.in ? rule.in.includes(group.id) : !holdsSubstitutes(group)))
    const others = scope.filter(group => !ids.has(group.id)).reduce((sum, group) => sum + (group.max ?? infinite), 0)
    fewest = Math.max(fewest, (rule.min ?? 0) - others)
    if (groups.every(group => scope.includes(group))) most = Math.min(most, rule.max ?? infinite)
  }
  return { fewest, most }
}

/** How many in the groups surely satisfy the condition: the seats only such persons can take, or what a `count` rule asks for. */
function surelyThere(charter: Charter, groups: Group[], who: Predicate): number {
  const ids = groups.map(group => group.id)
  const seats = groups.reduce((sum, group) => (group.eligible && demands(group.eligible, who) ? sum + group.min : sum), 0)
  const counted = charter.rules.flatMap(rule =>
    rule.kind === 'count' && rule.strength === 'must' && rule.in?.every(id => ids.includes(id)) && demands(rule.who, who)
      ? [rule.min ?? 0]
      : [],
  )
  return Math.max(seats, ...counted)
}

function ruled(charter: Charter, group: Group, who: Predicate): boolean {
  return charter.rules.some(
    rule => rule.kind === 'every' && rule.strength === 'must' && (!rule.in || rule.in.includes(group.id)) && demands(rule.who, who),
  )
}

/** Whether whoever satisfies the first surely satisfies the second, as far as their wording shows. */
function demands(first: Predicate, second: Predicate): boolean {
  if (JSON.stringify(first) === JSON.stringify(second)) return true
  if ('attr' in first && 'attr' in second && first.attr === second.attr && asksMore(first, second)) return true
  if ('all' in second) return second.all.every(part => demands(first, part))
  return 'all' in first
    ? first.all.some(part => demands(part, second))
    : 'any' in first
      ? first.any.length > 0 && first.any.every(part => demands(part, second))
      : false
}

/** A higher age than asked for, or one of the values that would all do. */
function asksMore(first: Extract<Predicate, { attr: string }>, second: Extract<Predicate, { attr: string }>): boolean {
  if ('gte' in first && 'gte' in second) return typeof first.gte === typeof second.gte && first.gte >= second.gte
  if ('has' in second && 'eq' in first) return first.eq === second.has
  return 'has' in first && 'hasAny' in second && second.hasAny.includes(first.has)
}
