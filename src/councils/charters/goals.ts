// What a body wishes its slate to be good at: goals as people write them, their value for a slate, and their numeric form.
import { z } from 'zod'
import type { Column } from './alike.ts'
import type { Attribute, Person, Scalar, Seating } from './charter.ts'
import { type Compiled, carriersOf } from './compile.ts'
import type { GoalProblem, Term } from './goal-problem.ts'
import { carries, own, predicateOf, valuesOf } from './predicate.ts'
import { predicate } from './schema.ts'
import { value } from './schema-parts.ts'

const common = { in: z.array(z.string()).optional(), weight: z.number().default(1) }
const attr = z.string().min(1)
export const goalKinds = {
  /** How many of the listed values are present. */
  covered: z.strictObject({ kind: z.literal('covered'), attr, values: z.array(value), ...common }),
  /** How many different values are present. */
  distinct: z.strictObject({ kind: z.literal('distinct'), attr, values: z.array(value).optional(), ...common }),
  /** The sum of a number. */
  sum: z.strictObject({ kind: z.literal('sum'), attr, ...common }),
  /** How many satisfy a condition. */
  count: z.strictObject({ kind: z.literal('count'), who: predicate, ...common }),
  /** The distance between two counts; give it a negative weight to wish for balance. */
  imbalance: z.strictObject({ kind: z.literal('imbalance'), attr, values: z.tuple([value, value]), ...common }),
}
export const goalSchema = z.discriminatedUnion('kind', [
  goalKinds.covered,
  goalKinds.distinct,
  goalKinds.sum,
  goalKinds.count,
  goalKinds.imbalance,
])
export type Goal = z.output<typeof goalSchema>

function number(attribute: Attribute): number {
  return typeof attribute === 'number' && Number.isFinite(attribute) ? attribute : 0
}

/** One goal's value for a seating, before its weight. */
export function goalValue(compiled: Compiled, goal: Goal, people: ReadonlyMap<string, Person>, seating: Seating): number {
  const scope = scopeOf(compiled, goal)
  const seated = Object.keys(seating)
    .filter(id => scope & (1 << compiled.index.get(seating[id]!)!))
    .map(id => people.get(id)!)
  const having = (each: Scalar) => seated.filter(person => carries(own(person, (goal as { attr: string }).attr), each)).length
  switch (goal.kind) {
    case 'covered':
      return [...new Set(goal.values)].filter(each => having(each) > 0).length
    case 'distinct': {
      const present = new Set(seated.flatMap(person => valuesOf(own(person, goal.attr))))
      return goal.values ? [...present].filter(each => goal.values!.includes(each)).length : present.size
    }
    case 'sum':
      return seated.reduce((sum, person) => sum + number(own(person, goal.attr)), 0)
    case 'count':
      return seated.filter(predicateOf(goal.who)).length
    case 'imbalance':
      return Math.abs(having(goal.values[0]) - having(goal.values[1]))
  }
}

/** Weighted goals, summed. */
export function worthOfSlate(compiled: Compiled, goals: readonly Goal[], people: ReadonlyMap<string, Person>, seating: Seating): number {
  const sum = goals.reduce((total, goal) => total + goal.weight * goalValue(compiled, goal, people, seating), 0)
  return Math.round(sum * 1e9) / 1e9
}

function scopeOf(compiled: Compiled, goal: Goal): number {
  if (!goal.in) return compiled.seated
  return goal.in.reduce((mask, id) => mask | (compiled.index.has(id) ? 1 << compiled.index.get(id)! : 0), 0)
}

/** What each goal sees in each person: the terms they count in, and how much. */
export type Features = readonly [number, number][][]

export const goalFeatures = (goals: readonly Goal[], pool: readonly Person[]): Features[] => goals.map(goal => featuresOf(goal, pool))

/** The same as a column per goal. A number that is summed comes last, when there is only one: most persons differ in it. */
export function goalTell(goals: readonly Goal[], features: readonly Features[]): { columns: Column[]; last: Column | null } {
  const column = (each: Features): Column => each.map(terms => (terms.length === 0 ? '' : terms.map(([a, b]) => `${a}:${b}`).join()))
  const sums = goals.flatMap((goal, at) => (goal.kind === 'sum' ? [at] : []))
  const late = sums.length === 1 ? sums[0]! : -1
  return {
    columns: features.filter((_, at) => at !== late).map(column),
    last: late === -1 ? null : features[late]!.map(terms => terms[0]?.[1] ?? 0),
  }
}

/** Per person the terms of the goal they count in, and how much. Term −1: a sum of its own. */
function featuresOf(goal: Goal, pool: readonly Person[]): [number, number][][] {
  if (goal.kind === 'sum')
    return pool.map(person => [[0, number(own(person, goal.attr))] as [number, number]].filter(([, weight]) => weight !== 0))
  if (goal.kind === 'count') {
    const who = predicateOf(goal.who)
    return pool.map(person => (who(person) ? [[0, 1]] : []))
  }
  if (goal.kind === 'distinct') return distinctFeatures(goal, pool)
  const values = goal.kind === 'covered' ? [...new Set(goal.values)] : goal.values
  return pool.map(person => values.flatMap((each, term): [number, number][] => (carries(own(person, goal.attr), each) ? [[term, 1]] : [])))
}

/** A value only one person carries counts for that person alone, so it needs no term of its own. */
function distinctFeatures(goal: Extract<Goal, { kind: 'distinct' }>, pool: readonly Person[]): [number, number][][] {
  const found: [number, number][][] = pool.map(() => [])
  let term = 0
  for (const [each, list] of carriersOf(pool, goal.attr)) {
    if (goal.values && !goal.values.includes(each)) continue
    if (list.length > 1) {
      for (const at of list) found[at]!.push([term, 1])
      term++
    } else {
      const mine = found[list[0]!]!
      const alone = mine.find(([at]) => at === -1)
      if (alone) alone[1]++
      else mine.push([-1, 1])
    }
  }
  return found
}

/** The goals over bunches. `first[bunch]` is one member of each bunch. */
export function goalProblems(
  compiled: Compiled,
  goals: readonly Goal[],
  all: readonly Features[],
  first: readonly number[],
): GoalProblem[] {
  return goals.flatMap((goal, which): GoalProblem[] => {
    const features = all[which]!
    const terms = new Map<number, Term>()
    if (goal.kind === 'imbalance') for (const at of [0, 1]) terms.set(at, { on: [], weights: [] })
    for (const [bunch, at] of first.entries()) {
      for (const [term, weight] of features[at]!) {
        const row = terms.get(term) ?? { on: [], weights: [] }
        row.on.push(bunch)
        row.weights.push(weight)
        terms.set(term, row)
      }
    }
    const scope = scopeOf(compiled, goal)
    const base = { weight: goal.weight, scope }
    if (goal.kind === 'sum' || goal.kind === 'count') return [{ ...base, kind: 'sum' as const, terms: [...terms.values()] }]
    if (goal.kind === 'imbalance') return [{ ...base, kind: 'imbalance' as const, terms: [terms.get(0)!, terms.get(1)!] }]
    const alone = terms.get(-1)
    terms.delete(-1)
    const shared = { ...base, kind: 'present' as const, terms: [...terms.values()] }
    return alone ? [shared, { ...base, kind: 'sum' as const, terms: [alone] }] : [shared]
  })
}
