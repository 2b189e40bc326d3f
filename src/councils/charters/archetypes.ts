// The kinds of people a charter asks about, made from its own conditions: whom one could recruit.
import { fitsGroup, type Need, needsOf } from './archetype-needs.ts'
import type { Charter, Person, Predicate, Scalar } from './charter.ts'
import { compile } from './compile.ts'
import { type Lang, label } from './plain.ts'
import { own } from './predicate.ts'

type Draft = Record<string, Scalar | Scalar[]>
const mostDrafts = 4_000
const mostKinds = 300

/**
 * Archetypes for recruitment: every combination of attributes that the charter's conditions can tell apart and that fits some
 * group as far as the rules that bind each person go, the plainest first. A missing attribute means that it does not matter.
 */
export function archetypesOf(charter: Charter, pool: Iterable<Person>): Person[] {
  const choices = choicesOf(charter, pool)
  const key = JSON.stringify([...choices])
  const known = made.get(charter)
  if (known?.key === key) return known.kinds
  const kinds = kindsFrom(charter, choices)
  made.set(charter, { key, kinds })
  return kinds
}

/** The pool only decides which attributes are lists, so the answer is mostly the same again. */
const made = new WeakMap<Charter, { key: string; kinds: Person[] }>()

function kindsFrom(charter: Charter, choices: Choices): Person[] {
  const compiled = compile(charter)
  // Hints are not recruited for.
  const measures = compiled.measures(100).filter((_, at) => compiled.atoms[at]!.strength !== 'hint')
  const kinds = new Map<string, { person: Person; weight: number }>()
  for (const group of compiled.groups.keys()) {
    const fits = fitsGroup(compiled, group)
    for (const draft of combine(narrowed(choices, needsOf(compiled, group)))) {
      const person = { id: nameOf(draft), ...draft } as Person
      if (!fits(person)) continue
      const eligible = compiled.eligible.map(takes => (takes(person) ? 1 : 0)).join('')
      const sign = `${eligible}|${measures.map(measure => (measure && !('same' in measure) ? measure.weigh(person) : '')).join()}`
      const known = kinds.get(sign)
      if (!known || weight(draft) < known.weight) kinds.set(sign, { person, weight: weight(draft) })
    }
  }
  const sorted = [...kinds.values()].sort((a, b) => a.weight - b.weight).map(kind => kind.person)
  return plainAndRich(sorted, mostKinds)
}

/** Of too many, the plainest, and those who bring most at once: the fewest recruits are found among the latter. */
function plainAndRich<T>(sorted: T[], most: number): T[] {
  if (sorted.length <= most) return sorted
  const rich = Math.floor(most / 3)
  return [...sorted.slice(0, most - rich), ...sorted.slice(sorted.length - rich)]
}

/** Only the values with which somebody can sit in the group; where none is left, all stay. */
function narrowed(choices: Choices, needs: readonly Need[]): Choices {
  const left: Choices = new Map()
  for (const [attr, values] of choices) {
    const own = needs.filter(need => need.attr === attr)
    const fit = own.length === 0 ? values : values.filter(value => own.every(need => need.holds(value)))
    left.set(attr, fit.length > 0 ? fit : values)
  }
  return left
}

/** An archetype in plain words. */
export function describe(charter: Charter, archetype: Person, lang: Lang): string {
  const parts = Object.entries(archetype).flatMap(([attr, value]) => {
    if (attr === 'id') return []
    const values = (Array.isArray(value) ? value : [value]) as Scalar[]
    return values.map(each => {
      if (each === true) return label(charter, lang, attr)
      const bounds = typeof each === 'number' ? boundsInWords(charter, attr, each, lang) : null
      if (bounds) return `${label(charter, lang, attr)} ${bounds}`
      const word = label(charter, lang, attr, each)
      return word === String(each) || typeof each === 'boolean' ? `${label(charter, lang, attr)}: ${word}` : word
    })
  })
  return parts.length > 0 ? parts.join(', ') : lang === 'da' ? 'hvem som helst' : 'anybody'
}

/** The numbers that count the same as this one, in words: "mindst 60", "højst 2", "13-17"; null where the charter sets no bound near it. */
function boundsInWords(charter: Charter, attr: string, value: number, lang: Lang): string | null {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  // From this number on the answer is another one.
  const turnsAt = (first: number) => {
    if (first <= value) low = Math.max(low, first)
    else high = Math.min(high, first - 1)
  }
  const walk = (predicate: Predicate): void => {
    if ('all' in predicate) predicate.all.forEach(walk)
    else if ('any' in predicate) predicate.any.forEach(walk)
    else if ('not' in predicate) walk(predicate.not)
    else if (predicate.attr !== attr) return
    else if ('gte' in predicate && typeof predicate.gte === 'number') turnsAt(predicate.gte)
    else if ('lte' in predicate && typeof predicate.lte === 'number') turnsAt(predicate.lte + 1)
    else if ('lt' in predicate && typeof predicate.lt === 'number') turnsAt(predicate.lt)
  }
  for (const group of charter.groups) if (group.eligible) walk(group.eligible)
  for (const rule of charter.rules) if ('who' in rule) walk(rule.who)
  const whole = [value, low, high].every(each => !Number.isFinite(each) || Number.isInteger(each))
  if (!whole || (low === Number.NEGATIVE_INFINITY && high === Number.POSITIVE_INFINITY)) return null
  return range(low, high, lang)
}

function range(low: number, high: number, lang: Lang): string {
  if (low === high) return String(low)
  if (high === Number.POSITIVE_INFINITY) return `${lang === 'da' ? 'mindst' : 'at least'} ${low}`
  return low === Number.NEGATIVE_INFINITY ? `${lang === 'da' ? 'højst' : 'at most'} ${high}` : `${low}-${high}`
}

function nameOf(draft: Draft): string {
  const parts = Object.entries(draft).map(([attr, value]) => `${attr}=${Array.isArray(value) ? value.join('+') : value}`)
  return parts.join(', ') || 'anybody'
}

const weight = (draft: Draft) => Object.values(draft).reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 1), 0)

type Choices = Map<string, (Scalar | Scalar[] | null)[]>

function choicesOf(charter: Charter, pool: Iterable<Person>): Choices {
  const plain = new Map<string, Set<Scalar>>()
  const bounds = new Map<string, Set<Scalar>>()
  const lists = new Set<string>()
  const alone = new Set<string>()
  const note = (map: Map<string, Set<Scalar>>, attr: string, values: readonly Scalar[]) => {
    const set = map.get(attr) ?? new Set()
    for (const value of values) set.add(value)
    map.set(attr, set)
  }
  const walk = (predicate: Predicate): void => {
    if ('all' in predicate) predicate.all.forEach(walk)
    else if ('any' in predicate) predicate.any.forEach(walk)
    else if ('not' in predicate) walk(predicate.not)
    else if ('eq' in predicate) {
      alone.add(predicate.attr)
      note(plain, predicate.attr, [predicate.eq])
    } else if ('has' in predicate || 'hasAny' in predicate) {
      lists.add(predicate.attr)
      note(plain, predicate.attr, 'has' in predicate ? [predicate.has] : predicate.hasAny)
    } else note(bounds, predicate.attr, ['gte' in predicate ? predicate.gte : 'lte' in predicate ? predicate.lte : predicate.lt])
  }
  for (const group of charter.groups) if (group.eligible) walk(group.eligible)
  for (const rule of charter.rules) {
    if (rule.strength === 'hint') continue
    if ('who' in rule) walk(rule.who)
    if ('values' in rule) note(plain, rule.attr, rule.values)
  }
  const attrs = new Set([...plain.keys(), ...bounds.keys()])
  const single = new Set<string>()
  for (const person of pool)
    for (const attr of attrs) {
      const value = own(person, attr)
      if (Array.isArray(value)) lists.add(attr)
      else if (value !== null && value !== undefined) single.add(attr)
    }
  // One person may carry several of the values to be covered, unless the pool or the charter shows that the attribute holds one.
  for (const rule of charter.rules) if (rule.kind === 'cover' && !single.has(rule.attr) && !alone.has(rule.attr)) lists.add(rule.attr)
  const choices: Choices = new Map()
  for (const attr of attrs) {
    const values = [...(plain.get(attr) ?? [])]
    const around = [...(bounds.get(attr) ?? [])].flatMap(near)
    const several = lists.has(attr) ? subsets(values) : values
    choices.set(attr, [null, ...new Set([...several, ...around])])
  }
  return choices
}

/** A bound, and a little to either side of it. */
function near(bound: Scalar): Scalar[] {
  return typeof bound === 'number' ? [bound, bound - 1, bound + 1] : [bound, `${bound}~`, '']
}

/** All lists of the values when there are few; else each, each pair (of very many no pairs), and all of them. */
function subsets(values: Scalar[]): Scalar[][] {
  const few = values.length <= 5
  const found: Scalar[][] = values.map(value => [value])
  if (few) {
    for (let mask = 1; mask < 1 << values.length; mask++) {
      const list = values.filter((_, at) => mask & (1 << at))
      if (list.length > 1) found.push(list)
    }
    return found
  }
  if (values.length <= 40) for (const [at, a] of values.entries()) for (const b of values.slice(at + 1)) found.push([a, b])
  return [...found, values]
}

/** The plainest first. */
function byWeight(drafts: Draft[]): Draft[] {
  const weights = new Map(drafts.map(draft => [draft, weight(draft)] as const))
  return drafts.sort((a, b) => weights.get(a)! - weights.get(b)!)
}

/** Every combination; when there are too many, those with the fewest attributes and those with the most. */
function combine(choices: Choices): Draft[] {
  let drafts: Draft[] = [{}]
  // A charter that asks about very many things is looked at in fewer ways, so that the work stays the same.
  const most = Math.min(mostDrafts, Math.max(100, Math.floor((mostDrafts * 20) / Math.max(1, choices.size))))
  for (const [attr, values] of choices) {
    const next: Draft[] = []
    for (const value of values) for (const draft of drafts) next.push(value === null ? draft : { ...draft, [attr]: value })
    drafts = next.length > most ? plainAndRich(byWeight(next), most) : next
  }
  return drafts
}
