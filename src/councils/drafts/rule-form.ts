// One rule as a form, of each of the seven kinds: what stands in it, and the rule it becomes.
import type { Shortcoming } from '../../platform/refusal.ts'
import type { Charter, Rule } from '../charters/index.ts'
import { conditionIn, fieldsOf, type NewWord, testFrom, toConditions, wordKey } from './conditions.ts'
import { Faults, type Fields, without } from './fields.ts'
import { freeId, lackingWords } from './group-form.ts'

export const ruleKindList = ['count', 'every', 'share', 'cover', 'max_same', 'balance', 'total'] as const
export type RuleKind = (typeof ruleKindList)[number]
export const strengths = ['must', 'should', 'hint'] as const
export const fractions = ['1/4', '1/3', '1/2', '2/3', '3/4'] as const
/** Kinds that ask something of a person. */
export const asksWho = (kind: RuleKind): boolean => kind === 'count' || kind === 'every' || kind === 'share'

/** The fields of a form that shows this rule. */
export function ruleFields(rule: Rule | null, charter: Charter): Record<string, string | string[]> {
  const members = charter.groups.filter(group => group.voting).map(group => group.id)
  if (!rule) return { strength: 'must', in: members, each_min: '1', max_diff: '1', part: '1/2' }
  const number = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value))
  const conditions = 'who' in rule ? toConditions(rule.who) : null
  return {
    text: rule.text?.da ?? '',
    strength: rule.strength,
    in: rule.in ?? charter.groups.map(group => group.id),
    sentence: rule.source?.text ?? '',
    ref: rule.source?.ref ?? '',
    url: rule.source?.url ?? '',
    ...(rule.kind === 'count' || rule.kind === 'total' ? { min: number(rule.min), max: number(rule.max) } : {}),
    ...(rule.kind === 'max_same' ? { attr: rule.attr, max: number(rule.max) } : {}),
    ...(rule.kind === 'balance'
      ? { a: testOf(rule.attr, rule.values[0]), b: testOf(rule.attr, rule.values[1]), max_diff: number(rule.max_diff) }
      : {}),
    ...(rule.kind === 'share' ? { part: rule.min.join('/'), strict: rule.strict ? 'yes' : '' } : {}),
    ...(rule.kind === 'cover' ? { values: rule.values.map(value => testOf(rule.attr, value)), each_min: number(rule.each_min) } : {}),
    ...('who' in rule ? (conditions ? fieldsOf(conditions) : { keep: 'yes' }) : {}),
  }
}
/** A value as the vocabulary writes it, so that the form finds it again. */
const testOf = (attr: string, value: string | number | boolean) => JSON.stringify({ attr, has: value })

export interface ReadRule {
  readonly rule: Rule
  readonly words: readonly NewWord[]
  readonly faults: readonly Shortcoming[]
}

/** The rule a form says. Fields of the charter that the form does not show stay as they are. */
export function ruleIn(fields: Fields, kind: RuleKind, before: Rule | null, charter: Charter): ReadRule {
  const faults = new Faults()
  const text = faults.needed(fields, 'text')
  const sentence = faults.needed(fields, 'sentence')
  const ref = faults.needed(fields, 'ref')
  const scope = fields.many('in').filter(id => charter.groups.some(group => group.id === id))
  if (scope.length === 0) faults.say('in', { da: 'Vælg mindst én slags pladser.', en: 'Choose at least one kind of seat.' })
  const strength = fields.one('strength')
  const condition = asksWho(kind) ? conditionIn(fields, before && 'who' in before ? before.who : undefined) : null
  if (condition && condition.lacking.length > 0) faults.say('always-0-value', lackingWords)
  if (condition && !condition.predicate && condition.lacking.length === 0)
    faults.say('always-0-what', { da: 'Vælg, hvem reglen handler om.', en: 'Choose whom the rule is about.' })
  const every = charter.groups.map(group => group.id)
  const rule = without({
    ...keptOf(before),
    id: before?.id ?? freeId(wordKey(text).slice(0, 40) || 'regel', taken(charter)),
    kind,
    // A rule that named no seats counts all; it goes on doing so while all are ticked.
    in: before && !before.in && scope.length === every.length ? undefined : scope,
    strength: (strengths as readonly string[]).includes(strength) ? strength : 'must',
    text: { ...before?.text, da: text },
    source: without({ ...before?.source, text: sentence || undefined, ref: ref || undefined, url: fields.one('url') || undefined }),
    ...(condition ? { who: condition.predicate ?? { any: [] } } : {}),
    ...asked(fields, kind, faults, before),
  }) as unknown as Rule
  return { rule, words: condition?.words ?? [], faults: faults.list }
}

const taken = (charter: Charter) => [
  'unique',
  ...charter.rules.map(rule => rule.id),
  ...charter.groups.flatMap(({ id }) => [`size:${id}`, `elig:${id}`]),
]
const keptOf = (before: Rule | null) => (before ? without({ name: before.name, note: before.note }) : {})

function asked(fields: Fields, kind: RuleKind, faults: Faults, before: Rule | null): object {
  const needed = (name: string): number => {
    const amount = faults.amount(fields, name)
    if (amount === undefined && !faults.list.some(one => one.field === name))
      faults.say(name, { da: 'Skriv et tal.', en: 'Write a number.' })
    return amount ?? 0
  }
  switch (kind) {
    case 'count':
    case 'total': {
      const [min, max] = [faults.amount(fields, 'min'), faults.amount(fields, 'max')]
      if (min === undefined && max === undefined && faults.list.every(one => one.field !== 'min' && one.field !== 'max'))
        faults.say('min', { da: 'Skriv mindst et af de to tal.', en: 'Write at least one of the two numbers.' })
      faults.range(min, max)
      return { min, max }
    }
    case 'every':
      return {}
    case 'max_same':
      return { attr: faults.needed(fields, 'attr'), max: needed('max') }
    case 'balance': {
      const [a, b] = [testFrom(fields.one('a')), testFrom(fields.one('b'))]
      if (!a || !b || a.attr !== b.attr || wordOf(a) === wordOf(b))
        faults.say('b', { da: 'Vælg to forskellige af samme slags.', en: 'Choose two different ones of the same kind.' })
      return { attr: a?.attr ?? 'roles', values: [a ? wordOf(a) : 'a', b ? wordOf(b) : 'b'], max_diff: needed('max_diff') }
    }
    case 'share': {
      const part = /^(\d{1,6})\/([1-9]\d{0,5})$/.exec(fields.one('part'))
      if (!part) faults.say('part', { da: 'Vælg en del.', en: 'Choose a part.' })
      return {
        min: part ? [Number(part[1]), Number(part[2])] : [1, 2],
        strict: fields.ticked('strict') || (before?.kind === 'share' && before.strict === false ? false : undefined),
      }
    }
    case 'cover': {
      const tests = fields.many('values').flatMap(one => testFrom(one) ?? [])
      const attr = tests[0]?.attr
      if (!attr) faults.say('values', { da: 'Vælg dem, der skal være med.', en: 'Choose those that are to be there.' })
      else if (tests.some(one => one.attr !== attr))
        faults.say('values', { da: 'Vælg kun nogle af samme slags.', en: 'Choose only some of the same kind.' })
      return { attr: attr ?? 'roles', values: tests.map(wordOf), each_min: needed('each_min') }
    }
  }
}
const wordOf = (test: { has: string | number | boolean } | { eq: string | number | boolean }) => ('has' in test ? test.has : test.eq)
