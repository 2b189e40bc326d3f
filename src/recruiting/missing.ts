// What a council still needs, asked of the charter engine: how many, in which group, of which kind, and what its wishes need.
import {
  type Archetype,
  archetypesOf,
  type Charter,
  check,
  describe,
  type Explanation,
  explain,
  type Person,
  type Reason,
} from '../councils/charters/index.ts'
import { poolOf, type Sitting } from './pool.ts'

interface Both {
  readonly da: string
  readonly en: string
}
/** So many of one kind for one group; an example where there are several ways. */
interface Part {
  readonly group: string
  readonly count: number
  readonly kind: Both
}
export interface Missing {
  /**
   * Set when the council cannot be lawful as long as these people sit where they sit, or as long as something about them is not
   * documented. Everything else here is then said of the council without them.
   */
  readonly stuck: { readonly reasons: readonly Reason[]; readonly people: readonly string[] } | null
  /** Fewest new persons until a lawful council can sit; null when no number helps. */
  readonly needed: number | null
  /** Those new persons by group and kind: one of the smallest ways. */
  readonly parts: readonly Part[]
  /** All smallest ways when there are several, each in words; empty beyond three persons. */
  readonly ways: readonly Both[]
  readonly moreWays: boolean
  /** By group, how many who said yes take a seat in that way. */
  readonly candidates: ReadonlyMap<string, number>
  /** Fewest new persons until every wish can be met too; null when no number helps. */
  readonly neededForWishes: number | null
  readonly wishWays: readonly Both[]
  /** Why no number helps, as sentences to read aloud. */
  readonly why: Both | null
  /** By kind of organisation: whether one more person from there brings the council closer. Empty unless it was asked. */
  readonly helps: ReadonlyMap<string, Help>
}
export type Help = 'must' | 'should'
/** What somebody from one kind of organisation brings, for asking whether it helps. */
export interface Brings {
  readonly kind: string
  readonly attributes: Readonly<Record<string, string | boolean | readonly string[]>>
}
export interface Question {
  readonly charter: Charter
  readonly sitting: readonly Sitting[]
  /** Those who said yes. */
  readonly candidates: readonly Person[]
  readonly brings: readonly Brings[]
}

/** Asks the engine; null when it was not decided in the seconds. Nothing is then claimed. */
export async function missingIn(question: Question, seconds: number): Promise<Missing | null> {
  const found = await asked(question, seconds)
  if (found?.needed !== null) return found
  const reasons = inTheWay(question)
  const people = [...new Set(reasons.flatMap(reason => reason.people))]
  if (people.length === 0) return found
  const without = await asked({ ...question, sitting: question.sitting.filter(one => !people.includes(one.person.id)) }, seconds)
  return without && { ...without, stuck: { reasons, people } }
}

/** The requirements that somebody who sits breaks or does not document, whoever else comes. */
function inTheWay({ charter, sitting }: Question): Reason[] {
  const groups = new Set(charter.groups.map(group => group.id))
  const seated = sitting.filter(one => groups.has(one.group))
  const people = seated.map(one => one.person)
  const slate = seated.map(one => ({ id: one.person.id, seat: one.group }))
  return check(charter, people, slate).reasons.filter(reason => reason.strength === 'must' && reason.state !== 'open')
}

async function asked({ charter, sitting, candidates, brings }: Question, seconds: number): Promise<Missing | null> {
  const pool = poolOf(charter, sitting, candidates)
  const kinds = archetypesOf(charter, pool.people) as unknown as readonly Archetype[]
  const archetypes = kinds.map(({ id, ...rest }) => ({ ...rest, archetype: String(id) }))
  const ask = (people: readonly Person[]) => explain(pool.charter, people, { archetypes, seconds })
  const told = await ask(pool.people)
  if (told.undecided) return null
  const needed = told.recruit?.needed ?? null
  const neededForWishes = told.recruit_wishes?.needed ?? null
  const named = new Map(kinds.map(kind => [String(kind.id), kind as unknown as Person]))
  const choice = told.recruit?.options[0] ?? told.recruit?.example ?? []
  const newcomers = choice.map((name, at) => ({ ...named.get(name), id: `new ${at}` }) as Person)
  const seated = needed === 0 ? told : needed === null ? null : await ask([...pool.people, ...newcomers])
  if (seated?.undecided) return null
  const helps = new Map<string, Help>()
  for (const [attributes, sameKinds] of alike(brings)) {
    if (!needed && !neededForWishes) break
    const with1 = await ask([...pool.people, { ...attributes, id: 'one more' } as Person])
    if (with1.undecided) return null
    const fewer = (now: number | null, then: number | null | undefined) => now !== null && typeof then === 'number' && then < now
    const help = fewer(needed, with1.recruit?.needed) ? 'must' : fewer(neededForWishes, with1.recruit_wishes?.needed) ? 'should' : null
    if (help) for (const kind of sameKinds) helps.set(kind, help)
  }
  const words = (name: string): Both => both(lang => describe(charter, named.get(name)!, lang))
  return {
    stuck: null,
    needed,
    neededForWishes,
    parts: partsOf(seated, newcomers, choice, words),
    ways: needed ? waysOf(told.recruit!.options, words) : [],
    moreWays: told.recruit?.more ?? false,
    wishWays: neededForWishes ? waysOf(nonEmpty(told.recruit_wishes!), words) : [],
    candidates: countBy(
      candidates.flatMap(one => seated?.witness?.[one.id] ?? []),
      group => group,
    ),
    why: needed === null ? (told.conflict_text ?? null) : null,
    helps,
  }
}

const nonEmpty = ({ options, example }: NonNullable<Explanation['recruit']>) => (options.length > 0 ? options : [example])
const both = (say: (lang: 'da' | 'en') => string): Both => ({ da: say('da'), en: say('en') })

function alike(brings: readonly Brings[]): [Brings['attributes'], string[]][] {
  const by = new Map<string, [Brings['attributes'], string[]]>()
  for (const one of brings) {
    const key = JSON.stringify(Object.entries(one.attributes).sort())
    const found = by.get(key)
    if (found) found[1].push(one.kind)
    else by.set(key, [one.attributes, [one.kind]])
  }
  return [...by.values()]
}

function partsOf(
  seated: Explanation | null,
  newcomers: readonly Person[],
  choice: readonly string[],
  words: (name: string) => Both,
): Part[] {
  const placed = newcomers.flatMap((one, at) => {
    const group = seated?.witness?.[one.id]
    return group === undefined ? [] : [{ group, name: choice[at]! }]
  })
  const counted = countBy(placed, one => JSON.stringify([one.group, one.name]))
  return [...counted].map(([key, count]) => {
    const [group, name] = JSON.parse(key) as [string, string]
    return { group, count, kind: words(name) }
  })
}

function waysOf(options: readonly (readonly string[])[], words: (name: string) => Both): Both[] {
  return options.map(option =>
    both(lang => [...countBy(option, name => name)].map(([name, count]) => `${count} × ${words(name)[lang]}`).join('; ')),
  )
}

function countBy<T>(list: readonly T[], key: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of list) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1)
  return counts
}
