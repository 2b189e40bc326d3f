// What differs between two charters, in words: what is new, gone, stricter or looser, each with the sentence it comes from.
import type { Charter, Group, Predicate, Rule, Strength } from './charter.ts'
import { implies } from './implies.ts'
import { inWords, type Lang, nameOf, plainRules } from './plain.ts'

/** `changed`: other than before, neither stricter nor looser as a whole. `worded`: it asks the same in other words. */
export type Direction = 'added' | 'removed' | 'stricter' | 'looser' | 'changed' | 'worded'
export interface Said {
  /** What it asks, in the charter's own words. */
  readonly text: string
  /** What the engine checks. */
  readonly meaning: string
  readonly force: Strength
  readonly sentence: string | null
  readonly ref: string | null
}
export interface Difference {
  /** `size:<group>`, `elig:<group>`, `group:<group>`, a rule's id, or a field of the charter (`term`). */
  readonly about: string
  readonly direction: Direction
  readonly before: Said | null
  readonly after: Said | null
}
/** Fields beside groups and rules that say how a council works. */
export const restOfCharter = [
  'name',
  'text',
  'purposes',
  'legal_basis',
  'term',
  'quorum',
  'chair',
  'deputy_chair',
  'substitutes',
  'loses_seat',
  'consultation',
  'opinions',
  'rules_of_procedure',
  'secretariat',
  'meetings',
  'budget',
  'expenses',
  'individual_cases',
  'statutory',
] as const

/** Everything that differs, in the order of the later charter, then what is gone. Empty when nothing does. Pure. */
export function differences(before: Charter, after: Charter, lang: Lang): Difference[] {
  const lines = [linesOf(before, lang), linesOf(after, lang)] as const
  const atoms = [...lines[1].keys(), ...[...lines[0].keys()].filter(atom => !lines[1].has(atom))]
  const found = atoms.flatMap((atom): Difference[] => {
    const [was, is] = [lines[0].get(atom) ?? null, lines[1].get(atom) ?? null]
    const direction = !was ? 'added' : !is ? 'removed' : directionOf(atom, before, after, was, is)
    return direction ? [{ about: atom, direction, before: was, after: is }] : []
  })
  const rest = restOfCharter.filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  return [
    ...found,
    ...rest.map((field): Difference => {
      const was = before[field] === undefined ? null : said(before, field, lang)
      const is = after[field] === undefined ? null : said(after, field, lang)
      return { about: field, direction: !was ? 'added' : !is ? 'removed' : 'changed', before: was, after: is }
    }),
  ]
}

function linesOf(charter: Charter, lang: Lang): Map<string, Said> {
  const lines = new Map<string, Said>()
  for (const line of plainRules(charter, lang))
    lines.set(line.atom, { text: line.text, meaning: line.meaning, force: line.strength, sentence: line.sentence, ref: line.ref })
  for (const group of charter.groups) lines.set(`group:${group.id}`, aboutGroup(group, lang))
  return lines
}

/** What a group is beside its size and whom it is for. */
function aboutGroup(group: Group, lang: Lang): Said {
  const text = nameOf(group, lang)
  return { text, meaning: JSON.stringify(kept(group)), force: 'must', sentence: null, ref: null }
}
const kept = ({ name, voting, appointed_by, filled_by, nominated_by, substitute, substitutes, term, need_stated }: Group) => ({
  name,
  voting,
  appointed_by,
  filled_by,
  nominated_by,
  substitute,
  substitutes,
  term,
  need_stated,
})

function said(charter: Charter, field: (typeof restOfCharter)[number], lang: Lang): Said {
  const value = charter[field] as { text?: Record<string, string>; source?: { text?: string; ref?: string } } | undefined
  const own =
    value && typeof value === 'object' && 'text' in value && typeof value.text === 'object' ? inWords(value.text, lang) : undefined
  return {
    text: own ?? '',
    meaning: JSON.stringify(value),
    force: 'must',
    sentence: value?.source?.text ?? null,
    ref: value?.source?.ref ?? null,
  }
}

function directionOf(atom: string, before: Charter, after: Charter, was: Said, is: Said): Direction | null {
  const [kind, id] = [atom.split(':')[0], atom.slice(atom.indexOf(':') + 1)]
  const groups = [before, after].map(charter => charter.groups.find(group => group.id === id))
  const rules = [before, after].map(charter => charter.rules.find(rule => rule.id === atom))
  const asks =
    rules[0] && rules[1]
      ? ofRules(before, after, rules[0], rules[1])
      : kind === 'size'
        ? ofRange(groups[0]!, groups[1]!)
        : kind === 'elig'
          ? ofWho(groups[0]!.eligible!, groups[1]!.eligible!)
          : was.meaning === is.meaning
            ? 'same'
            : 'changed'
  if (asks !== 'same') return asks
  const words = was.text === is.text && was.sentence === is.sentence && was.ref === is.ref && was.meaning === is.meaning
  return words ? null : 'worded'
}

type Turn = 'same' | 'stricter' | 'looser' | 'changed'
const turned: Record<Turn, Turn> = { same: 'same', stricter: 'looser', looser: 'stricter', changed: 'changed' }
const force: Record<Strength, number> = { hint: 0, should: 1, must: 2 }
const byNumber = (was: number, is: number): Turn => (was === is ? 'same' : is > was ? 'stricter' : 'looser')

/** One direction for several turns; mixed ones are only "changed". */
function together(turns: readonly Turn[]): Turn {
  const moved = [...new Set(turns.filter(turn => turn !== 'same'))]
  return moved.length === 0 ? 'same' : moved.length === 1 ? moved[0]! : 'changed'
}

function ofRange(was: { min?: number | null | undefined; max?: number | null | undefined }, is: typeof was): Turn {
  const most = (one: typeof was) => one.max ?? Number.POSITIVE_INFINITY
  return together([byNumber(was.min ?? 0, is.min ?? 0), turned[byNumber(most(was), most(is))]])
}

function ofWho(was: Predicate, is: Predicate): Turn {
  if (JSON.stringify(was) === JSON.stringify(is)) return 'same'
  const [narrower, wider] = [implies(is, was), implies(was, is)]
  return narrower && wider ? 'same' : narrower ? 'stricter' : wider ? 'looser' : 'changed'
}

function ofRules(before: Charter, after: Charter, was: Rule, is: Rule): Turn {
  const scope = (charter: Charter, rule: Rule) =>
    JSON.stringify(rule.in ? charter.groups.filter(({ id }) => rule.in!.includes(id)).map(({ id }) => id) : null)
  if (was.kind !== is.kind || scope(before, was) !== scope(after, is)) return 'changed'
  return together([byNumber(force[was.strength], force[is.strength]), ...asked(was, is)])
}

function asked(was: Rule, is: Rule): Turn[] {
  if (was.kind === 'count' && is.kind === 'count') {
    const who = ofWho(was.who, is.who)
    const [least, most] = [is.min || was.min, (is.max ?? null) !== null || (was.max ?? null) !== null]
    // Fewer who count: harder to reach a least number, easier to keep below a greatest.
    return [ofRange(was, is), who === 'same' ? 'same' : least && most ? 'changed' : most ? turned[who] : least ? who : 'same']
  }
  if (was.kind === 'every' && is.kind === 'every') return [ofWho(was.who, is.who)]
  if (was.kind === 'total' && is.kind === 'total') return [ofRange(was, is)]
  if (was.kind === 'max_same' && is.kind === 'max_same') return was.attr === is.attr ? [turned[byNumber(was.max, is.max)]] : ['changed']
  if (was.kind === 'balance' && is.kind === 'balance') {
    const same = was.attr === is.attr && [...was.values].sort().join() === [...is.values].sort().join()
    return same ? [turned[byNumber(was.max_diff, is.max_diff)]] : ['changed']
  }
  if (was.kind === 'share' && is.kind === 'share') {
    const part = byNumber(was.min[0] * is.min[1], is.min[0] * was.min[1])
    const over = byNumber(was.strict ? 1 : 0, is.strict ? 1 : 0)
    return [ofWho(was.who, is.who), part === 'same' ? over : part]
  }
  if (was.kind === 'cover' && is.kind === 'cover') {
    if (was.attr !== is.attr) return ['changed']
    const [fewer, more] = [was.values.every(value => is.values.includes(value)), is.values.every(value => was.values.includes(value))]
    return [fewer && more ? 'same' : fewer ? 'stricter' : more ? 'looser' : 'changed', byNumber(was.each_min, is.each_min)]
  }
  return ['changed']
}
