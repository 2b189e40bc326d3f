// A condition as plain choices: what always holds, and the ways one of which is enough; and back to what the engine reads.
import type { Charter, Predicate } from '../charters/index.ts'
import type { Fields } from './fields.ts'

export interface Row {
  readonly how: 'is' | 'not'
  /** A test as JSON, `>=attr`, `<=attr` or `<attr` with the number in `value`, or `new` with a word in `value`. */
  readonly what: string
  readonly value: string
}
export interface Conditions {
  readonly always: readonly Row[]
  readonly options: readonly (readonly Row[])[]
}
export const mostRows = 6
export const mostOptions = 8

type Test = Extract<Predicate, { attr: string }>
type Literal = { readonly not: boolean; readonly test: Exclude<Test, { hasAny: unknown }> }

/** The condition as choices; null when it is put together in a way the choices cannot show. */
export function toConditions(predicate: Predicate | undefined): Conditions | null {
  if (predicate === undefined) return { always: [], options: [] }
  const ways = waysOf(predicate, false)
  if (ways === null || ways.length === 0) return null
  const key = (one: Literal) => JSON.stringify(one)
  const common = ways[0]!.filter(one => ways.every(way => way.some(other => key(other) === key(one))))
  const shared = new Set(common.map(key))
  const rest = ways.map(way => way.filter(one => !shared.has(key(one))))
  // A way with nothing of its own is always open: the others then add nothing.
  const options = rest.some(way => way.length === 0) ? [] : rest
  if (common.length > mostRows || options.length > mostOptions || options.some(way => way.length > mostRows)) return null
  return { always: common.map(rowOf), options: options.map(way => way.map(rowOf)) }
}

/** Every way to satisfy it, each a list of tests that must all hold; null when there are too many. */
function waysOf(predicate: Predicate, turned: boolean): Literal[][] | null {
  if ('not' in predicate) return waysOf(predicate.not, !turned)
  if ('all' in predicate || 'any' in predicate) {
    const parts = 'all' in predicate ? predicate.all : predicate.any
    const each = parts.map(part => waysOf(part, turned))
    if (each.some(one => one === null)) return null
    const known = each as Literal[][][]
    return 'any' in predicate === turned ? crossed(known) : limited(known.flat())
  }
  if ('hasAny' in predicate) {
    const tests = predicate.hasAny.map((has): Literal => ({ not: turned, test: { attr: predicate.attr, has } }))
    return turned ? [tests] : limited(tests.map(one => [one]))
  }
  return [[{ not: turned, test: predicate }]]
}
const limited = (ways: Literal[][]) => (ways.length > 24 ? null : ways)

function crossed(parts: readonly Literal[][][]): Literal[][] | null {
  let ways: Literal[][] = [[]]
  for (const part of parts) {
    ways = ways.flatMap(way =>
      part.map(other => [...way, ...other.filter(one => !way.some(had => JSON.stringify(had) === JSON.stringify(one)))]),
    )
    if (ways.length > 24) return null
  }
  return ways
}

function rowOf({ not, test }: Literal): Row {
  const how = not ? 'not' : 'is'
  if ('gte' in test) return { how, what: `>=${test.attr}`, value: written(test.gte) }
  if ('lte' in test) return { how, what: `<=${test.attr}`, value: written(test.lte) }
  if ('lt' in test) return { how, what: `<${test.attr}`, value: written(test.lt) }
  return { how, what: JSON.stringify(test), value: '' }
}
const written = (bound: number | string) => (typeof bound === 'number' ? String(bound) : bound)

export interface NewWord {
  readonly value: string
  readonly text: string
}
export interface Read {
  readonly predicate: Predicate | undefined
  /** Words the charter did not have before. */
  readonly words: readonly NewWord[]
  /** Which row lacks its number or word. */
  readonly lacking: readonly string[]
}

/** The choices as the engine reads them. */
export function fromConditions({ always, options }: Conditions): Read {
  const words: NewWord[] = []
  const lacking: string[] = []
  const literal = (row: Row): Predicate[] => {
    const test = testOf(row, words)
    if (test === null) lacking.push(row.what)
    return test === null ? [] : [row.how === 'not' ? { not: test } : test]
  }
  const ways = options.map(option => option.flatMap(literal)).filter(way => way.length > 0)
  const parts = [...anyOf(ways), ...always.flatMap(literal)]
  return { predicate: parts.length === 0 ? undefined : parts.length === 1 ? parts[0] : { all: parts }, words, lacking }
}

/** Several values of the same list are one question. */
function anyOf(ways: readonly Predicate[][]): Predicate[] {
  if (ways.length === 0) return []
  const has = new Map<string, (string | number | boolean)[]>()
  const parts: Predicate[] = []
  for (const way of ways) {
    const [only] = way
    if (way.length > 1) parts.push({ all: way })
    else if ('has' in only!) has.set(only.attr, [...(has.get(only.attr) ?? []), only.has])
    else parts.push(only!)
  }
  for (const [attr, values] of has) parts.push(values.length === 1 ? { attr, has: values[0]! } : { attr, hasAny: values })
  return parts.length === 1 ? parts : [{ any: parts }]
}

function testOf({ what, value }: Row, words: NewWord[]): Test | null {
  const bound = /^(>=|<=|<)(.+)$/.exec(what)
  if (bound) {
    const number = /^-?\d{1,7}([.,]\d+)?$/.test(value) ? Number(value.replace(',', '.')) : value
    if (value.trim() === '') return null
    const attr = bound[2]!
    return bound[1] === '>=' ? { attr, gte: number } : bound[1] === '<=' ? { attr, lte: number } : { attr, lt: number }
  }
  if (what === 'new') {
    const text = value.trim()
    const key = wordKey(text)
    if (key === '') return null
    words.push({ value: key, text })
    return { attr: 'roles', has: key }
  }
  return testFrom(what)
}

/** A test out of a form's option; null when somebody else wrote it. */
export function testFrom(what: string): Extract<Test, { eq: unknown } | { has: unknown }> | null {
  try {
    const test = JSON.parse(what) as Record<string, unknown>
    const value = test.has ?? test.eq
    const sound = typeof test.attr === 'string' && test.attr !== '' && ['string', 'number', 'boolean'].includes(typeof value)
    if (!sound || Object.keys(test).length !== 2) return null
    return ('has' in test ? { attr: test.attr, has: value } : { attr: test.attr, eq: value }) as never
  } catch {
    return null
  }
}

/** A word of the secretary's as the engine keeps it. */
export const wordKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/å/g, 'aa')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'oe')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 60)

const rowAt = (fields: Fields, at: string): Row | null => {
  const what = fields.one(`${at}-what`)
  return what === '' ? null : { how: fields.one(`${at}-how`) === 'not' ? 'not' : 'is', what, value: fields.one(`${at}-value`) }
}
const rowsAt = (fields: Fields, at: string) =>
  Array.from({ length: mostRows + 1 }, (_, row) => rowAt(fields, `${at}-${row}`)).filter(row => row !== null)

/** The choices of a posted form; rows left empty do not count. */
export const conditionsIn = (fields: Fields): Conditions => ({
  always: rowsAt(fields, 'always'),
  options: Array.from({ length: mostOptions + 1 }, (_, at) => rowsAt(fields, `option-${at}`)).filter(rows => rows.length > 0),
})

/** The fields of a form that shows these choices. */
export function fieldsOf({ always, options }: Conditions): Record<string, string> {
  const values: Record<string, string> = {}
  const put = (at: string, rows: readonly Row[]) => {
    for (const [row, { how, what, value }] of rows.entries())
      Object.assign(values, { [`${at}-${row}-how`]: how, [`${at}-${row}-what`]: what, [`${at}-${row}-value`]: value })
  }
  put('always', always)
  for (const [at, rows] of options.entries()) put(`option-${at}`, rows)
  return values
}

/** What a form says; the charter's own condition when the choices are as they were, or could not show it. */
export function conditionIn(fields: Fields, before: Predicate | undefined): Read {
  const shown = toConditions(before)
  if (shown === null && fields.one('keep') === 'yes') return { predicate: before, words: [], lacking: [] }
  const now = conditionsIn(fields)
  if (shown !== null && JSON.stringify(shown) === JSON.stringify(now)) return { predicate: before, words: [], lacking: [] }
  return fromConditions(now)
}

/** The document with words it did not have: labels, and values of `roles` where the charter lists its attributes. */
export function withWords<T extends Record<string, unknown>>(document: T, words: readonly NewWord[]): T {
  if (words.length === 0) return document
  const charter = document as unknown as Pick<Charter, 'labels' | 'attributes'>
  const labels = { ...charter.labels, ...Object.fromEntries(words.map(({ value, text }) => [`roles=${value}`, { da: text }])) }
  const listed = charter.attributes
  const roles = listed?.roles
  const attributes = listed && {
    ...listed,
    roles: roles?.length === 0 ? [] : [...new Set([...(roles ?? []), ...words.map(one => one.value)])],
  }
  return { ...document, labels, ...(attributes ? { attributes } : {}) }
}
