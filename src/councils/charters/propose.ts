// Lawful slates from a pool: the best, others that really differ, each with what it is best at, and who can never be chosen.
import type { Charter, Person, Seating } from './charter.ts'
import { check } from './check.ts'
import { type Compiled, compile } from './compile.ts'
import type { Seat } from './council.ts'
import { notInTime, type Undecided } from './explain.ts'
import { type Goal, goalFeatures, goalProblems, goalTell, goalValue, worthOfSlate } from './goals.ts'
import { NotDecided } from './linear.ts'
import { byTicket } from './lottery.ts'
import { inWordsOf, type Never } from './never.ts'
import { problemOf, type Sorted } from './problem.ts'
import { type AskOptions, ask } from './solver.ts'
import { keepBest } from './trim.ts'

export type ProposedSlate = {
  people: string[]
  seating: Seating
  value: number
  /** Each goal's value before its weight. */
  goals: number[]
  /** Goals in which no other slate here is better (positions in `goals`). */
  best_at: number[]
  wishes: string[]
  hints: string[]
}
export type Proposal = {
  feasible: boolean | null
  optimum: number | null
  slates: ProposedSlate[]
  /** Personal data: for each of these persons' eyes only. */
  never_selectable: Never[]
  /** With a seed: the tickets in order and who they took in, so that anyone can repeat the draw. */
  lottery?: { seed: string; steps: { id: string; ticket: string; in: boolean }[] }
  undecided?: Undecided
}
export type ProposeOptions = AskOptions & { goals?: readonly Goal[] | undefined; k?: number | undefined; seed?: string | undefined }

/** Proposes up to `k` slates (default 3). Without a lawful slate: `feasible: false`, and `explain` says why. */
export async function propose(charter: Charter, people: readonly Person[], options: ProposeOptions = {}): Promise<Proposal> {
  const compiled = compile(charter)
  const goals = options.goals ?? []
  const { seed } = options
  const order =
    seed === undefined
      ? null
      : byTicket(
          seed,
          people.map(person => person.id),
        )
  const pool = order
    ? inOrder(
        people,
        order.map(each => each.id),
      )
    : people
  const k = options.k ?? 3
  const features = goalFeatures(goals, pool)
  const sorted = problemOf(compiled, pool, [], goalTell(goals, features))
  const sent = keepBest(goals, pool, sorted, k)
  const question = {
    problem: sent.problem,
    goals: goalProblems(
      compiled,
      goals,
      features,
      sent.members.map(list => list[0]!),
    ),
    k,
    tickets: order ? pool.flatMap((_, at) => (sent.bunchOf[at]! >= 0 ? [sent.bunchOf[at]!] : [])) : null,
  }
  try {
    const answer = await ask('propose', question, options)
    if (!answer.feasible) return { feasible: false, optimum: null, slates: [], never_selectable: [] }
    const slates = answer.slates.map(seats => slateOf(compiled, goals, pool, sent, seats))
    const chosen = new Set(slates[0]?.people)
    return {
      feasible: true,
      optimum: slates[0]?.value ?? null,
      slates: slates.map(slate => ({ ...slate, best_at: bestAt(goals, slate, slates) })),
      never_selectable: inWordsOf(compiled, pool, sent.spread(answer.never)),
      ...(order && seed !== undefined
        ? { lottery: { seed, steps: order.map(({ id, ticket }) => ({ id, ticket, in: chosen.has(id) })) } }
        : {}),
    }
  } catch (error) {
    if (!(error instanceof NotDecided)) throw error
    return { feasible: null, optimum: null, slates: [], never_selectable: [], undecided: notInTime(error) }
  }
}

function inOrder(people: readonly Person[], ids: string[]): Person[] {
  const byId = new Map(people.map(person => [person.id, person]))
  return ids.map(id => byId.get(id)!)
}

function slateOf(
  compiled: Compiled,
  goals: readonly Goal[],
  pool: readonly Person[],
  sorted: Pick<Sorted, 'members'>,
  seats: Seat[],
): ProposedSlate {
  const seating: Seating = Object.create(null)
  const people = new Map<string, Person>()
  const placed = seats.map(({ bunch, member, group }) => ({ person: pool[sorted.members[bunch]![member]!]!, group }))
  for (const { person, group } of placed.sort((a, b) => a.group - b.group || (a.person.id < b.person.id ? -1 : 1))) {
    seating[person.id] = compiled.groups[group]!.id
    people.set(person.id, person)
  }
  const verdict = check(
    compiled.charter,
    people.values(),
    Object.keys(seating).map(id => ({ id, seat: seating[id]! })),
  )
  if (!verdict.ok) throw new NotDecided('the solver proposed a slate that is not lawful')
  return {
    people: placed.map(({ person }) => person.id),
    seating,
    value: worthOfSlate(compiled, goals, people, seating),
    goals: goals.map(goal => goalValue(compiled, goal, people, seating)),
    best_at: [],
    wishes: verdict.wishes,
    hints: verdict.hints,
  }
}

function bestAt(goals: readonly Goal[], slate: ProposedSlate, slates: readonly ProposedSlate[]): number[] {
  return goals.flatMap((goal, at) => {
    const worth = (each: ProposedSlate) => goal.weight * each.goals[at]!
    return slates.every(other => worth(other) <= worth(slate)) ? [at] : []
  })
}
