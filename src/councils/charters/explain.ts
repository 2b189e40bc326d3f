// Is a lawful council possible from these people, what is in the way, and whom to recruit: in words a secretary can read aloud.
import { archetypesOf, describe } from './archetypes.ts'
import type { Charter, Person, Reason, Seating } from './charter.ts'
import { conflictText } from './check.ts'
import { type Compiled, compile } from './compile.ts'
import type { Taken } from './council.ts'
import type { Explained, Recruit } from './explain-task.ts'
import { NotDecided } from './linear.ts'
import { poolReasons } from './pool-reasons.ts'
import { problemOf, type Sorted } from './problem.ts'
import { type AskOptions, ask } from './solver.ts'

export type Recruitment = {
  /** Fewest new persons, at most three; null when no recruitment of up to three helps. */
  min: number | null
  /** All smallest choices of archetypes, at most 20. */
  options: string[][]
  /** There are more options than shown. */
  more: boolean
  /** Why `min` is null. */
  why: 'more-than-three' | 'contradiction' | 'no-archetype-helps' | null
  /** Fewest new persons without the limit of three, with one example; null when no number helps. */
  needed: number | null
  example: string[]
  text: { da: string; en: string }
}
export type Explanation = {
  feasible: boolean | null
  witness?: Seating
  broken: string[]
  conflict: string[]
  recruit: Recruitment | null
  recruit_wishes: Recruitment | null
  reasons: Reason[]
  /** The demands that contradict each other whoever is recruited. */
  contradiction: string[]
  conflict_text: { da: string; en: string } | null
  archetypes: { archetype: string; da: string; en: string }[]
  /** Set when the time ran out: nothing is then claimed. */
  undecided?: Undecided
}
export type Archetype = { archetype: string; [attribute: string]: Person[string] }
export type ExplainOptions = AskOptions & { archetypes?: readonly Archetype[] | undefined }

/** An honest "we do not know"; `cause` is for the operator. */
export type Undecided = { da: string; en: string; cause: string }

export const notInTime = (error: Error): Undecided => ({
  da: 'Det blev ikke afgjort inden for tiden. Prøv igen med færre kandidater eller mere tid.',
  en: 'This was not decided in time. Try again with fewer candidates or more time.',
  cause: error.message,
})

/** Explains a pool. Never throws for a hard question: `feasible: null` and `undecided` say that time ran out. */
export async function explain(charter: Charter, people: readonly Person[], options: ExplainOptions = {}): Promise<Explanation> {
  const compiled = compile(charter)
  const given = options.archetypes?.map(({ archetype, ...attributes }) => ({ ...attributes, id: archetype }) as Person)
  const archetypes = given ?? archetypesOf(charter, people)
  const sorted = problemOf(compiled, people, archetypes)
  try {
    const answer = await ask('explain', sorted.problem, options)
    const blame = given && answer.recruit.needed === null ? await contradictionOf(compiled, people, options) : answer.contradiction
    return inWords(compiled, people, archetypes, sorted, { ...answer, contradiction: blame })
  } catch (error) {
    if (!(error instanceof NotDecided)) throw error
    return { ...nothingKnown, undecided: notInTime(error) }
  }
}

const nothingKnown: Explanation = {
  feasible: null,
  broken: [],
  conflict: [],
  recruit: null,
  recruit_wishes: null,
  reasons: [],
  contradiction: [],
  conflict_text: null,
  archetypes: [],
}

/** With archetypes of somebody's choice "impossible" may only mean that the right ones are missing. */
async function contradictionOf(compiled: Compiled, people: readonly Person[], options: ExplainOptions): Promise<number[]> {
  const { problem } = problemOf(compiled, people, archetypesOf(compiled.charter, people))
  const answer = await ask('explain', problem, options)
  return answer.recruit.needed === null ? answer.contradiction : []
}

function inWords(
  compiled: Compiled,
  people: readonly Person[],
  archetypes: readonly Person[],
  sorted: Sorted,
  answer: Explained,
): Explanation {
  const { charter, atoms } = compiled
  const names = (list: number[]) => list.map(at => atoms[at]!.name)
  const conflict = names(answer.conflict)
  const contradiction = names(answer.contradiction)
  const recruitment = (recruit: Recruit, wishes: boolean) =>
    recruitmentOf(charter, archetypes, recruit, answer.contradiction.length > 0, wishes)
  return {
    feasible: answer.feasible,
    ...(answer.witness ? { witness: seatingOf(compiled, people, sorted, answer.witness) } : {}),
    broken: names(answer.broken),
    conflict,
    recruit: recruitment(answer.recruit, false),
    recruit_wishes: recruitment(answer.recruit_wishes, true),
    reasons: poolReasons(compiled, people, answer.broken, answer.conflict),
    contradiction,
    conflict_text: conflict.length > 0 ? conflictText(charter, conflict) : null,
    archetypes: archetypes.map(each => ({ archetype: each.id, da: describe(charter, each, 'da'), en: describe(charter, each, 'en') })),
  }
}

/** Seats of a solution as persons: the first members of each bunch. */
export function seatingOf(compiled: Compiled, people: readonly Person[], sorted: Sorted, taken: readonly Taken[]): Seating {
  const seating: Seating = Object.create(null)
  const next = new Map<number, number>()
  for (const { bunch, group, n } of taken) {
    for (let i = 0; i < n; i++) {
      const at = next.get(bunch) ?? 0
      next.set(bunch, at + 1)
      seating[people[sorted.members[bunch]![at]!]!.id] = compiled.groups[group]!.id
    }
  }
  return seating
}

function recruitmentOf(
  charter: Charter,
  archetypes: readonly Person[],
  recruit: Recruit,
  contradicts: boolean,
  wishes: boolean,
): Recruitment {
  const name = (at: number) => archetypes[at]!.id
  const why =
    recruit.min !== null ? null : recruit.needed !== null ? 'more-than-three' : contradicts ? 'contradiction' : 'no-archetype-helps'
  const list = (lang: 'da' | 'en') => {
    const counts = new Map<number, number>()
    for (const at of recruit.options[0] ?? recruit.example) counts.set(at, (counts.get(at) ?? 0) + 1)
    return [...counts].map(([at, n]) => `${n} × ${describe(charter, archetypes[at]!, lang)}`).join('; ')
  }
  const aim = wishes
    ? { da: 'For også at opfylde ønskerne', en: 'To meet the wishes too' }
    : { da: 'For at rådet kan sættes lovligt', en: 'For a lawful council' }
  const said = (lang: 'da' | 'en'): string => {
    const da = lang === 'da'
    if (recruit.min === 0)
      return da
        ? wishes
          ? 'Puljen kan også opfylde ønskerne.'
          : 'Puljen rækker til et lovligt råd.'
        : wishes
          ? 'The pool can also meet the wishes.'
          : 'The pool is enough for a lawful council.'
    if (why === 'contradiction')
      return da
        ? 'Vedtægten modsiger sig selv. Det hjælper ikke at finde flere personer.'
        : 'The charter contradicts itself. Recruiting more people does not help.'
    if (recruit.needed === null)
      return da ? `${aim.da} er det ikke nok at finde personer af de nævnte slags.` : `${aim.en}, people of the given kinds are not enough.`
    const n = recruit.needed
    return da
      ? `${aim.da}, mangler I mindst ${n} ${n === 1 ? 'person' : 'personer'}, for eksempel ${list(lang)}.`
      : `${aim.en} you still need at least ${n} ${n === 1 ? 'person' : 'persons'}, for example ${list(lang)}.`
  }
  return {
    min: recruit.min,
    options: recruit.options.map(option => option.map(name)),
    more: recruit.more,
    why,
    needed: recruit.needed,
    example: recruit.example.map(name),
    text: { da: said('da'), en: said('en') },
  }
}
