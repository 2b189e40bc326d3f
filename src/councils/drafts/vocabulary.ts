// The words a charter has for people: what one can ask of somebody, in plain choices.
import { type Charter, type Lang, label, type Predicate, phrase } from '../charters/index.ts'
import { toConditions } from './conditions.ts'

export interface Word {
  /** The test as JSON, or `>=age`. */
  readonly value: string
  readonly label: string
}

const known: readonly Predicate[] = [
  ...['user', 'user_rep', 'insight', 'organisation', 'councillor', 'municipal_employee'].map(has => ({ attr: 'roles', has })),
  { attr: 'resident', eq: true },
  { attr: 'local', eq: true },
]
const measured = ['age']
const lists = new Set(['roles', 'ties'])

/** Everything a condition of this charter can ask, each once, the charter's own words first. */
export function vocabulary(charter: Charter, base: Charter | null, lang: Lang): Word[] {
  const asked = [...predicatesOf(charter), ...(base ? predicatesOf(base) : [])].flatMap(testsOf)
  const labelled = Object.keys({ ...base?.labels, ...charter.labels }).flatMap((key): Predicate[] => {
    const [attr, value] = [key.slice(0, key.indexOf('=')), key.slice(key.indexOf('=') + 1)]
    if (!key.includes('=')) return []
    return [lists.has(attr) ? { attr, has: value } : { attr, eq: value }]
  })
  const words = new Map<string, string>()
  const put = (value: string, text: string) => {
    if (!words.has(value)) words.set(value, text)
  }
  for (const what of asked) if (what.startsWith('{')) put(what, phrase(charter, JSON.parse(what) as Predicate, lang))
  for (const test of [...labelled, ...known]) put(JSON.stringify(test), phrase(charter, test, lang))
  const attrs = new Set([...measured, ...asked.flatMap(what => /^[<>]=?(.+)$/.exec(what)?.[1] ?? [])])
  for (const attr of attrs) {
    const name = label(charter, lang, attr)
    put(`>=${attr}`, `${name} ${lang === 'da' ? 'mindst' : 'at least'} …`)
    put(`<=${attr}`, `${name} ${lang === 'da' ? 'højst' : 'at most'} …`)
    if (asked.includes(`<${attr}`)) put(`<${attr}`, `${name} ${lang === 'da' ? 'under' : 'below'} …`)
  }
  return [...words].map(([value, text]) => ({ value, label: text }))
}

/** Attributes somebody can share or differ in: for "not too many alike". */
export function attributes(charter: Charter, lang: Lang): Word[] {
  const names = new Set([
    ...charter.rules.flatMap(rule => ('attr' in rule ? [rule.attr] : [])),
    ...Object.keys(charter.labels ?? {}).filter(key => !key.includes('=')),
    ...['organisation', 'district', 'gender', 'ties', 'roles'],
  ])
  const own: Record<string, { da: string; en: string }> = {
    organisation: { da: 'organisation', en: 'organisation' },
    district: { da: 'bydel', en: 'district' },
  }
  return [...names].map(value => {
    const named = label(charter, lang, value)
    return { value, label: named === value ? (own[value]?.[lang] ?? named) : named }
  })
}

function predicatesOf(charter: Charter): Predicate[] {
  return [
    ...charter.groups.flatMap(group => (group.eligible ? [group.eligible] : [])),
    ...charter.rules.flatMap(rule =>
      'who' in rule
        ? [rule.who]
        : rule.kind === 'cover' || rule.kind === 'balance'
          ? rule.values.map(has => ({ attr: rule.attr, has }))
          : [],
    ),
  ]
}
const testsOf = (predicate: Predicate): string[] => {
  const shown = toConditions(predicate)
  return shown ? [...shown.always, ...shown.options.flat()].map(row => row.what) : []
}
