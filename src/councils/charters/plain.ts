// A charter in plain words: what each group and rule asks, how strongly, and in which sentence it stands.
import type { Charter, Group, Predicate, Rule, Scalar, Strength, Words } from './charter.ts'
import { holdsSubstitutes } from './compile.ts'
import { conditionInWords, type Joins, type Leaf } from './condition-words.ts'

export type Lang = 'da' | 'en'
export type PlainRule = {
  /** Atom or rule id: `size:<group>`, `elig:<group>`, or the rule's id. */
  atom: string
  kind: 'size' | 'elig' | Rule['kind']
  /** What it asks, in the charter's own words where it has them. */
  text: string
  /** What the engine checks, made from the data: for comparing with `text`. */
  meaning: string
  strength: Strength
  /** "skal", "bør" or "vink". */
  force: string
  /** The sentence it comes from, and where that stands. */
  sentence: string | null
  ref: string | null
  url: string | null
  groups: string[]
  groupNames: string[]
}

const commonWords: Record<string, { da: string; en: string }> = {
  roles: { da: 'rolle', en: 'role' },
  'roles=user': { da: 'bruger', en: 'user' },
  'roles=user_rep': { da: 'brugerrepræsentant', en: 'user representative' },
  'roles=insight': { da: 'person med særlig indsigt', en: 'person with special insight' },
  'roles=organisation': { da: 'fra en organisation', en: 'from an organisation' },
  'roles=councillor': { da: 'medlem af kommunalbestyrelsen', en: 'councillor' },
  'roles=municipal_employee': { da: 'ansat i kommunen', en: 'municipal employee' },
  local: { da: 'lokal', en: 'local' },
  resident: { da: 'bor i kommunen', en: 'lives in the municipality' },
  ties: { da: 'tilknytning', en: 'tie' },
  age: { da: 'alder', en: 'age' },
  gender: { da: 'køn', en: 'gender' },
}
const forces: Record<Lang, Record<Strength, string>> = {
  da: { must: 'skal', should: 'bør', hint: 'vink' },
  en: { must: 'must', should: 'should', hint: 'hint' },
}

/** The text in the language, else in Danish, else in any language it has. */
export function inWords(words: Words | undefined, lang: Lang): string | undefined {
  return words ? (words[lang] ?? words.da ?? Object.values(words)[0]) : undefined
}

export function nameOf(group: Group, lang: Lang): string {
  return inWords(group.name, lang) ?? group.id
}

/** An attribute or one of its values, as the charter calls it. */
export function label(charter: Charter, lang: Lang, attr: string, value?: Scalar): string {
  const key = value === undefined ? attr : `${attr}=${value}`
  return inWords(charter.labels?.[key], lang) ?? commonWords[key]?.[lang] ?? (value === undefined ? attr : shown(value, lang))
}

function shown(value: Scalar, lang: Lang): string {
  return typeof value === 'boolean' ? (lang === 'da' ? (value ? 'ja' : 'nej') : value ? 'yes' : 'no') : String(value)
}

const listed = (list: readonly string[], word: string) =>
  list.length > 1 ? `${list.slice(0, -1).join(', ')} ${word} ${list.at(-1)}` : list[0]!
/** Where one of them is a choice of its own, a comma keeps it apart. */
const joined = (list: readonly string[], word: string, choice: string) =>
  list.some(one => one.startsWith(choice)) ? list.join(`, ${word} `) : listed(list, word)

/** The joining words of the two languages the staff read. */
export const joins: Record<Lang, Joins> = {
  da: {
    or: list => listed(list, 'eller'),
    either: list => `enten ${listed(list, 'eller')}`,
    and: list => joined(list, 'og', 'enten '),
    both: list => `både ${listed(list, 'og')}`,
    none: list => (list.length > 1 ? `hverken ${listed(list, 'eller')}` : `ikke ${list[0]}`),
    butNone: (asked, list) => `${asked}, men ${joins.da.none(list)}`,
    part: text => `(${text})`,
    everybody: 'alle',
    nobody: 'ingen',
  },
  en: {
    or: list => listed(list, 'or'),
    either: list => `either ${listed(list, 'or')}`,
    and: list => joined(list, 'and', 'either '),
    both: list => `both ${listed(list, 'and')}`,
    none: list => (list.length > 1 ? `neither ${listed(list, 'nor')}` : `not ${list[0]}`),
    butNone: (asked, list) => `${asked}, but ${joins.en.none(list)}`,
    part: text => `(${text})`,
    everybody: 'anybody',
    nobody: 'nobody',
  },
}

/** A predicate as a phrase. */
export const phrase = (charter: Charter, predicate: Predicate, lang: Lang): string =>
  conditionInWords(predicate, leaf => leafInWords(charter, leaf, lang), joins[lang])

function leafInWords(charter: Charter, leaf: Leaf, lang: Lang): string {
  const da = lang === 'da'
  const { attr } = leaf
  const name = label(charter, lang, attr)
  const value = (one: Scalar) =>
    (charter.labels?.[`${attr}=${one}`] ?? commonWords[`${attr}=${one}`]) ? label(charter, lang, attr, one) : `${name}: ${shown(one, lang)}`
  if ('eq' in leaf) return typeof leaf.eq !== 'boolean' ? value(leaf.eq) : leaf.eq ? name : `${da ? 'ikke' : 'not'} ${name}`
  if ('has' in leaf) return value(leaf.has)
  if ('gte' in leaf) return `${name} ${da ? 'mindst' : 'at least'} ${leaf.gte}`
  if ('lte' in leaf) return `${name} ${da ? 'højst' : 'at most'} ${leaf.lte}`
  return `${name} ${da ? 'under' : 'below'} ${leaf.lt}`
}

/** "mindst 2", "højst 3", "2-4", "præcis 7" or "et hvilket som helst antal". */
export function range(min: number | null | undefined, max: number | null | undefined, lang: Lang): string {
  const da = lang === 'da'
  const low = min ?? 0
  if (max === null || max === undefined)
    return low > 0 ? `${da ? 'mindst' : 'at least'} ${low}` : da ? 'et hvilket som helst antal' : 'any number'
  if (low === max) return `${da ? 'præcis' : 'exactly'} ${max}`
  return low > 0 ? `${low}-${max}` : `${da ? 'højst' : 'at most'} ${max}`
}

/** What the engine checks for a rule, as a sentence made from the data. */
export function meaningOf(charter: Charter, rule: Rule, lang: Lang): string {
  const da = lang === 'da'
  const where = rule.in ? `${da ? 'Blandt' : 'Among'} ${names(charter, rule.in, lang)}: ` : ''
  const who = 'who' in rule ? phrase(charter, rule.who, lang) : ''
  const attr = 'attr' in rule ? label(charter, lang, rule.attr) : ''
  const said = (): string => {
    switch (rule.kind) {
      case 'count':
        return `${range(rule.min, rule.max, lang)} ${da ? 'opfylder' : 'meet'}: ${who}`
      case 'every':
        return `${da ? 'alle opfylder' : 'everyone meets'}: ${who}`
      case 'max_same':
        return da ? `højst ${rule.max} har samme ${attr}` : `at most ${rule.max} share the same ${attr}`
      case 'balance': {
        const [a, b] = rule.values.map(value => label(charter, lang, rule.attr, value))
        return da
          ? `forskellen mellem antallet af ${a} og ${b} er højst ${rule.max_diff}`
          : `the numbers of ${a} and ${b} differ by at most ${rule.max_diff}`
      }
      case 'share': {
        const part = `${rule.min[0]}/${rule.min[1]}`
        return da
          ? `${rule.strict ? 'mere end' : 'mindst'} ${part} opfylder: ${who}`
          : `${rule.strict ? 'more than' : 'at least'} ${part} meet: ${who}`
      }
      case 'cover': {
        const values = rule.values.map(value => label(charter, lang, rule.attr, value)).join(', ')
        return da
          ? `hver af disse (${attr}) findes hos mindst ${rule.each_min}: ${values}`
          : `each of these (${attr}) is found with at least ${rule.each_min}: ${values}`
      }
      case 'total':
        return da ? `${range(rule.min, rule.max, lang)} personer i alt` : `${range(rule.min, rule.max, lang)} persons in all`
    }
  }
  const sentence = `${where}${said()}.`
  return sentence[0]!.toUpperCase() + sentence.slice(1)
}

/** Group names joined for a sentence. */
export function names(charter: Charter, ids: string[], lang: Lang): string {
  const known = ids.map(id => charter.groups.find(group => group.id === id)).map((group, at) => (group ? nameOf(group, lang) : ids[at]!))
  return known.length ? known.join(', ') : lang === 'da' ? 'ingen pladser' : 'no seats'
}

/** The charter in plain words, in its own order: sizes and requirements of each group, then the rules. */
export function plainRules(charter: Charter, lang: Lang): PlainRule[] {
  const known = worded.get(charter) ?? {}
  worded.set(charter, known)
  known[lang] ??= wordRules(charter, lang)
  return known[lang]
}

const worded = new WeakMap<Charter, Partial<Record<Lang, PlainRule[]>>>()

function wordRules(charter: Charter, lang: Lang): PlainRule[] {
  const da = lang === 'da'
  const line = (
    atom: string,
    kind: PlainRule['kind'],
    text: string | undefined,
    meaning: string,
    strength: Strength,
    from: Pick<Rule | Group, 'source'>,
    groups: string[],
  ): PlainRule => ({
    atom,
    kind,
    text: text ?? meaning,
    meaning,
    strength,
    force: forces[lang][strength],
    sentence: from.source?.text ?? null,
    ref: from.source?.ref ?? null,
    url: from.source?.url ?? null,
    groups,
    groupNames: groups.map(id => names(charter, [id], lang)),
  })
  const ofGroups = charter.groups.flatMap(group => {
    const name = nameOf(group, lang)
    const votes = group.voting ? '' : da ? ', uden stemme' : ', without a vote'
    const size = `${name}: ${range(group.min, group.max, lang)} ${da ? (group.max === 1 ? 'plads' : 'pladser') : group.max === 1 ? 'seat' : 'seats'}${votes}.`
    const lines = [line(`size:${group.id}`, 'size', inWords(group.text, lang), size, 'must', group, [group.id])]
    if (group.eligible) {
      const meaning = `${name}: ${da ? 'hver person opfylder' : 'each person meets'}: ${phrase(charter, group.eligible, lang)}.`
      lines.push(line(`elig:${group.id}`, 'elig', undefined, meaning, 'must', group, [group.id]))
    }
    return lines
  })
  const everywhere = charter.groups.filter(group => !holdsSubstitutes(group)).map(group => group.id)
  const ofRules = charter.rules.map(rule =>
    line(rule.id, rule.kind, inWords(rule.text, lang), meaningOf(charter, rule, lang), rule.strength, rule, rule.in ?? everywhere),
  )
  return [...ofGroups, ...ofRules]
}
