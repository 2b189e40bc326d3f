// Why one person does not fit a seat, or why that is not known: the part of the condition that fails, in the charter's own words.
import { type Charter, evidence, joins, type Person, type Predicate, type Reason } from '../councils/charters/index.ts'
import { valueWords } from './qualifications.ts'

export interface AboutPerson {
  readonly person: string
  readonly state: 'broken' | 'undocumented'
  readonly da: string
  readonly en: string
}

/** The condition each person of a seat must meet, when the reason is about that; null for rules about numbers. */
function conditionOf(charter: Charter, atom: string): Predicate | null {
  const group = atom.startsWith('elig:') ? charter.groups.find(one => `elig:${one.id}` === atom) : undefined
  if (group?.eligible) return group.eligible
  const rule = charter.rules.find(one => one.id === atom)
  return rule?.kind === 'every' ? rule.who : null
}

/** A reason about persons, taken apart: one line for each of them. Empty for rules about numbers. */
export function aboutPeople(
  charter: Charter,
  reason: Reason,
  people: ReadonlyMap<string, { readonly name: string; readonly person: Person }>,
): AboutPerson[] {
  const asked = conditionOf(charter, reason.atom)
  if (!asked) return []
  return reason.people.flatMap((id): AboutPerson[] => {
    const one = people.get(id)
    if (!one) return []
    const state = evidence(asked, one.person) === 'unknown' ? 'undocumented' : 'broken'
    return [{ person: id, state, da: sentence(charter, asked, one, state, 'da'), en: sentence(charter, asked, one, state, 'en') }]
  })
}

type Lang = 'da' | 'en'

function sentence(
  charter: Charter,
  asked: Predicate,
  one: { name: string; person: Person },
  state: AboutPerson['state'],
  lang: Lang,
): string {
  const { has, lacks, unknown } = partsOf(charter, asked, one.person, lang)
  const da = lang === 'da'
  const or = (list: readonly string[]) => joins[lang].or([...new Set(list)])
  if (state === 'undocumented')
    return da
      ? `Vi ved ikke, om det passer på ${one.name}: ${or(unknown)}.`
      : `We do not know whether this is true of ${one.name}: ${or(unknown)}.`
  const lines = [
    has.length > 0 &&
      (da ? `${one.name}: ${or(has)}. Det kan man ikke være på denne plads.` : `${one.name}: ${or(has)}. Nobody on this seat can be that.`),
    lacks.length > 0 && `${lacking(lang, new Set(lacks).size, one.name)}: ${or(lacks)}.`,
  ]
  return lines.filter(Boolean).join(' ')
}

/** Each of what is listed is missing: one of them would do, or all are asked. */
function lacking(lang: Lang, count: number, name: string): string {
  if (lang === 'da') return count > 1 ? `Intet af dette passer på ${name}` : `Dette passer ikke på ${name}`
  return count > 1 ? `None of this is true of ${name}` : `This is not true of ${name}`
}

interface Parts {
  /** True of the person and not allowed. */
  readonly has: string[]
  /** Asked for and not true of the person. */
  readonly lacks: string[]
  readonly unknown: string[]
}
const none: Parts = { has: [], lacks: [], unknown: [] }

function partsOf(charter: Charter, asked: Predicate, person: Person, lang: Lang): Parts {
  if (evidence(asked, person) === 'yes') return none
  if ('all' in asked || 'any' in asked) {
    const parts = 'all' in asked ? asked.all : asked.any
    // What is not known counts before what is missing: it may be all that stands between the person and the seat.
    const open =
      'any' in asked && evidence(asked, person) === 'unknown' ? parts.filter(part => evidence(part, person) === 'unknown') : parts
    return open.map(part => partsOf(charter, part, person, lang)).reduce(together, none)
  }
  if ('not' in asked) {
    // What nobody may be counts as not the case until it is known, so it is never what is missing.
    return evidence(asked, person) === 'unknown' ? none : { ...none, has: wordsOf(charter, asked.not, lang) }
  }
  const words = wordsOf(charter, asked, lang)
  return evidence(asked, person) === 'unknown' ? { ...none, unknown: words } : { ...none, lacks: words }
}

const together = (a: Parts, b: Parts): Parts => ({
  has: [...a.has, ...b.has],
  lacks: [...a.lacks, ...b.lacks],
  unknown: [...a.unknown, ...b.unknown],
})

function wordsOf(charter: Charter, asked: Predicate, lang: Lang): string[] {
  if ('all' in asked) return asked.all.flatMap(part => wordsOf(charter, part, lang))
  if ('any' in asked) return asked.any.flatMap(part => wordsOf(charter, part, lang))
  if ('not' in asked) return wordsOf(charter, asked.not, lang).map(words => `${lang === 'da' ? 'ikke' : 'not'} ${words}`)
  const { attr } = asked
  if ('hasAny' in asked) return asked.hasAny.map(value => valueWords(charter, attr, value, lang))
  if ('has' in asked) return [valueWords(charter, attr, asked.has, lang)]
  if ('eq' in asked)
    return [typeof asked.eq === 'boolean' ? valueWords(charter, attr, null, lang) : valueWords(charter, attr, asked.eq, lang)]
  const name = valueWords(charter, attr, null, lang)
  if ('gte' in asked) return [`${name} ≥ ${asked.gte}`]
  if ('lte' in asked) return [`${name} ≤ ${asked.lte}`]
  return [`${name} < ${asked.lt}`]
}
