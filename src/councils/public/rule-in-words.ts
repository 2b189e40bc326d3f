// A charter's rules in the reader's own language, made from their structure. Words the charter has in another language only are marked as such.

import type { Lang } from '../../platform/i18n.ts'
import { LOCALES, translator } from '../../platform/i18n.ts'
import {
  type Charter,
  conditionInWords,
  type Group,
  type Joins,
  joins,
  type Leaf,
  type Predicate,
  type Reason,
  type Rule,
} from '../charters/index.ts'
import { da, type RuleWords } from './words/rules-da.ts'
import { en } from './words/rules-en.ts'

const say = translator<keyof RuleWords>(
  { da, en },
  {
    ar: async () => (await import('./words/rules-ar.ts')).ar,
    tr: async () => (await import('./words/rules-tr.ts')).tr,
    ur: async () => (await import('./words/rules-ur.ts')).ur,
  },
)
type Scalar = string | number | boolean
type Words = { readonly [lang: string]: string | undefined } | undefined

// Private signs around a foreign word: language, text.
const [open, between, close] = ['\u{E002}', '\u{E003}', '\u{E004}']
const foreign = /(\u{E002}[^\u{E004}]*\u{E004})/u

export interface Piece {
  readonly text: string
  /** Set where it is another language than the sentence. */
  readonly lang: string | null
}
/** The sentence cut where its language changes. */
export const piecesOf = (sentence: string): Piece[] =>
  sentence
    .split(foreign)
    .filter(part => part !== '')
    .map(part => {
      if (!part.startsWith(open)) return { text: part, lang: null }
      const [lang, text] = part.slice(1, -1).split(between)
      return { text: text!, lang: lang! }
    })

/** What a group or rule asks: `size:<group>`, `elig:<group>` or the rule's id. Null for what the charter does not have. */
export function ruleInWords(charter: Charter, atom: string, lang: Lang): string | null {
  const group = charter.groups.find(one => atom === `size:${one.id}` || atom === `elig:${one.id}`)
  if (group) return atom.startsWith('size:') ? sizeInWords(group, lang) : eligibleInWords(charter, group, lang)
  const rule = charter.rules.find(one => one.id === atom)
  return rule ? capital(say(lang, 'rule.end', { rule: inScope(charter, rule, ruleAsks(charter, rule, lang), lang) }), lang) : null
}

/** How it stands: how many are missing or too many, of those who sit in its groups. */
export function standsInWords(
  charter: Charter,
  { atom, groups }: Pick<Reason, 'atom' | 'groups'>,
  filled: ReadonlyMap<string, number>,
  lang: Lang,
): string {
  const now = groups.reduce((sum, id) => sum + (filled.get(id) ?? 0), 0)
  const rule = charter.rules.find(one => one.id === atom)
  const asked = charter.groups.find(one => atom === `size:${one.id}`) ?? (rule?.kind === 'total' ? rule : null)
  const lacks = (asked?.min ?? 0) - now
  const over = now - (asked?.max ?? now)
  return lacks > 0
    ? say(lang, 'now.lacks', { n: lacks, now })
    : over > 0
      ? say(lang, 'now.over', { n: over, now })
      : say(lang, 'now.is', { now })
}

function sizeInWords(group: Group, lang: Lang): string {
  const params = { group: nameOf(group, lang), range: range(group.min, group.max, lang), max: group.max ?? 2 }
  return say(lang, group.voting ? 'size.seats' : 'size.novote', params)
}
const eligibleInWords = (charter: Charter, group: Group, lang: Lang): string | null =>
  group.eligible ? say(lang, 'elig.each', { group: nameOf(group, lang), who: phrase(charter, group.eligible, lang) }) : null

function inScope(charter: Charter, rule: Rule, asks: string, lang: Lang): string {
  if (!rule.in) return asks
  const names = rule.in.map(id => charter.groups.find(group => group.id === id)).flatMap(group => (group ? [nameOf(group, lang)] : []))
  return say(lang, 'rule.among', { groups: names.length > 0 ? names.join(comma(lang)) : say(lang, 'rule.among.nobody'), rule: asks })
}

function ruleAsks(charter: Charter, rule: Rule, lang: Lang): string {
  switch (rule.kind) {
    case 'count':
      return say(lang, 'rule.count', { range: range(rule.min, rule.max, lang), who: phrase(charter, rule.who, lang) })
    case 'every':
      return say(lang, 'rule.every', { who: phrase(charter, rule.who, lang) })
    case 'max_same':
      return say(lang, 'rule.max_same', { n: rule.max, attr: word(charter, lang, rule.attr) })
    case 'balance': {
      const [a, b] = rule.values.map(value => word(charter, lang, rule.attr, value))
      return say(lang, 'rule.balance', { a, b, n: rule.max_diff })
    }
    case 'share': {
      const params = { part: rule.min.join('/'), who: phrase(charter, rule.who, lang) }
      return say(lang, rule.strict ? 'rule.share.more' : 'rule.share.least', params)
    }
    case 'cover': {
      const values = rule.values.map(value => word(charter, lang, rule.attr, value)).join(comma(lang))
      return say(lang, 'rule.cover', { attr: word(charter, lang, rule.attr), n: rule.each_min, values })
    }
    case 'total':
      return say(lang, 'rule.total', { range: range(rule.min, rule.max, lang) })
  }
}

function range(min: number | null | undefined, max: number | null | undefined, lang: Lang): string {
  const low = min ?? 0
  if (max === null || max === undefined) return low > 0 ? say(lang, 'range.least', { n: low }) : say(lang, 'range.any')
  if (low === max) return say(lang, 'range.exactly', { n: max })
  return low > 0 ? say(lang, 'range.between', { min: low, max }) : say(lang, 'range.most', { n: max })
}

/** Who meets a condition, as a phrase. */
const phrase = (charter: Charter, predicate: Predicate, lang: Lang): string =>
  conditionInWords(predicate, leaf => leafInWords(charter, leaf, lang), joinsOf(lang))

/** Danish and English say nested parts in words; the others keep them together in brackets. */
function joinsOf(lang: Lang): Joins {
  if (lang === 'da' || lang === 'en') return joins[lang]
  const reduced = (key: 'who.and' | 'who.or') => (list: readonly string[]) => list.reduce((a, b) => say(lang, key, { a, b }))
  const [or, and] = [reduced('who.or'), reduced('who.and')]
  const part = (who: string) => say(lang, 'who.part', { who })
  const none = (list: readonly string[]) => say(lang, 'who.not', { who: list.length > 1 ? part(or(list)) : list[0]! })
  return {
    or,
    either: list => part(or(list)),
    and,
    both: list => part(and(list)),
    none,
    butNone: (asked, list) => and([asked, none(list)]),
    part,
    everybody: say(lang, 'who.everybody'),
    nobody: say(lang, 'who.nobody'),
  }
}

function leafInWords(charter: Charter, leaf: Leaf, lang: Lang): string {
  const attr = word(charter, lang, leaf.attr)
  const value = (one: Scalar) => known(charter, lang, `${leaf.attr}=${one}`) ?? say(lang, 'who.is', { attr, value: scalar(one, lang) })
  if ('eq' in leaf) return typeof leaf.eq !== 'boolean' ? value(leaf.eq) : leaf.eq ? attr : say(lang, 'who.not', { who: attr })
  if ('has' in leaf) return value(leaf.has)
  if ('gte' in leaf) return say(lang, 'who.least', { attr, value: String(leaf.gte) })
  if ('lte' in leaf) return say(lang, 'who.most', { attr, value: String(leaf.lte) })
  return say(lang, 'who.below', { attr, value: String(leaf.lt) })
}

const nameOf = (group: Group, lang: Lang): string => inReach(group.name, lang) ?? mark(group.id, 'en')
const word = (charter: Charter, lang: Lang, attr: string, value?: Scalar): string =>
  known(charter, lang, value === undefined ? attr : `${attr}=${value}`) ?? (value === undefined ? mark(attr, 'en') : scalar(value, lang))
const scalar = (value: Scalar, lang: Lang): string =>
  typeof value === 'boolean' ? say(lang, value ? 'who.yes' : 'who.no') : typeof value === 'number' ? String(value) : mark(value, 'en')

/** The charter's own word, else the house's; null when neither has one. */
function known(charter: Charter, lang: Lang, key: string): string | null {
  const own = inReach(charter.labels?.[key], lang)
  const house = `word.${key}`
  return own ?? (house in da ? say(lang, house as keyof RuleWords) : null)
}

/** In the language; else marked, in English or Danish, whatever there is. */
function inReach(words: Words, lang: Lang): string | null {
  if (!words) return null
  const own = words[lang]
  if (own !== undefined) return own
  const other = (['en', 'da'] as const).find(one => words[one] !== undefined)
  return other ? mark(words[other]!, other) : null
}
const mark = (text: string, lang: string) => `${open}${lang}${between}${text}${close}`
const comma = (lang: Lang) => (lang === 'ar' || lang === 'ur' ? '، ' : ', ')
const capital = (sentence: string, lang: Lang) => sentence[0]!.toLocaleUpperCase(LOCALES[lang]) + sentence.slice(1)
