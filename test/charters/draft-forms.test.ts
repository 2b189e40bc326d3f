// Drafts as forms: conditions, seats and rules survive the way through a form and back; whoever is affected is whom the engine names.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Charter, type Group, type Person, parseCharter, type Rule } from '../../src/councils/charters/index.ts'
import { predicateOf } from '../../src/councils/charters/predicate.ts'
import { affectedBy } from '../../src/councils/drafts/affected.ts'
import {
  conditionIn,
  conditionsIn,
  fieldsOf,
  fromConditions,
  mostOptions,
  mostRows,
  toConditions,
} from '../../src/councils/drafts/conditions.ts'
import { fieldsFrom } from '../../src/councils/drafts/fields.ts'
import { councilFrom, type Founding, foundingFaults, slugOf } from '../../src/councils/drafts/founding.ts'
import { groupFields, groupIn } from '../../src/councils/drafts/group-form.ts'
import { restFields, restIn } from '../../src/councils/drafts/rest-form.ts'
import { ruleFields, ruleIn } from '../../src/councils/drafts/rule-form.ts'
import { trialState, trialVerbs, waysOnFrom } from '../../src/councils/drafts/trial.ts'
import { councilFile } from '../../src/municipalities/schema-council.ts'
import { dice, randomPerson, randomPredicate, randomRule } from './random.ts'
import { integrationsraad, udsatteraad } from './udsatteraad.ts'

const seeds = fc.integer({ min: 1, max: 1e9 })
const holds = (predicate: never, person: Person) => predicateOf(predicate)(person)

test('A9: a condition shown as choices asks the same of everybody', () => {
  let shownCount = 0
  fc.assert(
    fc.property(seeds, seed => {
      const d = dice(seed)
      const predicate = randomPredicate(d) as never
      const shown = toConditions(predicate)
      if (shown === null) return
      shownCount++
      expect(shown.always.length).toBeLessThanOrEqual(mostRows)
      expect(shown.options.length).toBeLessThanOrEqual(mostOptions)
      const posted = conditionsIn(fieldsFrom(fieldsOf(shown)))
      expect(posted).toEqual(shown)
      const back = fromConditions(posted)
      expect(back.lacking).toEqual([])
      for (let at = 0; at < 25; at++) {
        const person = randomPerson(d, 'p') as Person
        const same = back.predicate === undefined ? true : holds(back.predicate as never, person)
        expect(same, JSON.stringify([predicate, back.predicate, person])).toBe(holds(predicate, person))
      }
    }),
    { numRuns: 150 },
  )
  expect(shownCount).toBeGreaterThan(75)
})

test('A9: a condition nobody touched stays word for word, also one the choices cannot show', () => {
  const deep = {
    any: Array.from({ length: 9 }, (_, at) => ({
      all: [
        { attr: 'age', gte: at },
        { attr: 'district', eq: `b${at}` },
      ],
    })),
  } as never
  expect(toConditions(deep)).toBeNull()
  expect(conditionIn(fieldsFrom({ keep: 'yes' }), deep).predicate).toBe(deep)
  const eligible = udsatteraad.groups[0]!.eligible
  expect(conditionIn(fieldsFrom(fieldsOf(toConditions(eligible)!)), eligible).predicate).toBe(eligible)
})

const plainSource = { text: 'En sætning.', ref: '§ 1' }
test('A8: seats and rules of all seven kinds come through their forms unchanged', () => {
  const kinds = new Set<string>()
  for (let seed = 1; seed <= 80; seed++) {
    const d = dice(seed)
    const rules = Array.from({ length: 4 }, (_, at) => ({
      ...randomRule(d, `r${at}`, ['a', 'b'], 4),
      text: { da: `regel ${at}` },
      source: plainSource,
    }))
    const groups = ['a', 'b'].map(id => ({
      id,
      name: { da: id },
      min: d.upTo(2),
      max: 2 + d.upTo(3),
      eligible: randomPredicate(d),
      appointed_by: d.pick(['municipal_council', 'administration', 'senior_council']),
    }))
    const charter = parseCharter({ id: 'c', groups, rules })
    for (const group of charter.groups) {
      const { group: back, faults } = groupIn(fieldsFrom(groupFields(group)), group, charter)
      expect(faults).toEqual([])
      expect(parseCharter({ id: 'c', groups: [back] }).groups[0]).toEqual(group)
    }
    for (const rule of charter.rules) {
      const { rule: back, faults } = ruleIn(fieldsFrom(ruleFields(rule, charter)), rule.kind, rule, charter)
      // What a form refuses, it says: a rule over no seats, no numbers, nobody asked about, the lowest number above the highest.
      if (faults.length > 0) continue
      kinds.add(rule.kind)
      expect(parseCharter({ ...charter, rules: [back] }).rules[0], `seed ${seed}`).toEqual(withScope(rule, back))
    }
  }
  expect(kinds.size).toBe(7)
})
/** The order of seats in a scope says nothing. */
const withScope = (rule: Rule, back: Rule): Rule =>
  rule.in && back.in && [...rule.in].sort().join() === [...back.in].sort().join() ? { ...rule, in: back.in } : rule

test('A8: the rest of a charter comes through its form unchanged', () => {
  const document = {
    ...udsatteraad,
    term: { kind: 'electoral', stays_until_successor: true },
    consultation: { right: 'significant', min_days: 21 },
  } as unknown as Charter
  expect(restIn(fieldsFrom(restFields(document)), document, document as never)).toEqual(JSON.parse(JSON.stringify(document)))
  const silent = restIn(fieldsFrom({ ...restFields(document), consultation: '' }), document, document as never)
  expect(silent).not.toHaveProperty('consultation')
})

test('A8: a new group and a new rule from a form are a charter the engine reads; what is missing is said at its field', () => {
  const { group, words } = groupIn(
    fieldsFrom({
      name: 'Unge',
      kind: 'member',
      min: '2',
      max: '4',
      'option-0-0-how': 'is',
      'option-0-0-what': 'new',
      'option-0-0-value': 'Elev på ungdomsskolen',
    }),
    null,
    udsatteraad,
  )
  expect(words).toEqual([{ value: 'elev_paa_ungdomsskolen', text: 'Elev på ungdomsskolen' }])
  expect(group).toMatchObject({ id: 'unge', min: 2, max: 4, eligible: { attr: 'roles', has: 'elev_paa_ungdomsskolen' } })
  const fields = (values: object) => fieldsFrom(values as never)
  const said = (values: object) => groupIn(fields({ name: 'x', ...values }), null, udsatteraad).faults.map(one => one.field)
  expect(said({ min: '-1' })).toEqual(['min'])
  expect(said({ min: '99999999999' })).toEqual(['min'])
  expect(said({ min: '5', max: '3' })).toEqual(['min'])
  expect(said({ name: '' })).toEqual(['name'])
  expect(said({ 'always-0-what': '>=age', 'always-0-value': '' })).toEqual(['always-0-value'])
  const rule = (kind: never, values: object) =>
    ruleIn(fields({ text: 'x', sentence: 'x', ref: 'x', in: ['external'], ...values }), kind, null, udsatteraad).faults.map(
      one => one.field,
    )
  expect(rule('count' as never, { min: '1' })).toEqual(['always-0-what'])
  expect(rule('total' as never, {})).toEqual(['min'])
  expect(rule('cover' as never, { each_min: '1' })).toEqual(['values'])
  expect(rule('balance' as never, { a: '{"attr":"gender","has":"f"}', b: '{"attr":"gender","has":"f"}', max_diff: '1' })).toEqual(['b'])
  expect(rule('every' as never, { in: ['nobody'], 'always-0-what': '{"attr":"resident","eq":true}' })).toEqual(['in'])
})

test('A29: whoever is affected is whom the engine says does not fit, no more and no fewer', () => {
  let affected = 0
  fc.assert(
    fc.property(seeds, seed => {
      const d = dice(seed)
      const charter = (): Charter =>
        parseCharter({
          id: 'c',
          groups: ['a', 'b'].slice(0, 1 + d.upTo(2)).map(id => ({ id, max: 4, eligible: randomPredicate(d) })),
          rules: [{ id: 'all', kind: 'every', who: randomPredicate(d), strength: d.pick(['must', 'should']) }],
        })
      const [draft, now] = [charter(), charter()]
      const sitting = Array.from({ length: 4 }, (_, at) => ({
        id: `p${at}`,
        group: d.pick(['a', 'b']),
        person: randomPerson(d, `p${at}`) as Person,
      }))
      const found = new Set(affectedBy(draft, now, sitting)!.people.map(one => one.id))
      for (const one of sitting) {
        const group = draft.groups.find(each => each.id === one.group)
        const rule = draft.rules[0] as Extract<Rule, { kind: 'every' }>
        const inScope = group !== undefined && (!rule.in || rule.in.includes(group.id))
        const fits =
          group !== undefined &&
          holds(group.eligible as never, one.person) &&
          (rule.strength !== 'must' || !inScope || holds(rule.who as never, one.person))
        expect(found.has(one.id), `seed ${seed}: ${one.id}`).toBe(!fits)
        if (!fits) affected++
      }
    }),
    { numRuns: 60 },
  )
  expect(affected).toBeGreaterThan(20)
})

test('A29: residence made a demand: the one who moved out is affected by name of the rule, with its sentence', () => {
  const people: Person[] = [
    { id: 'in', resident: true, ties: [] },
    { id: 'out', resident: false, ties: [] },
    { id: 'unknown', ties: [] },
  ]
  const group = integrationsraad.groups[0]!.id
  const sitting = people.map(person => ({ id: person.id, group, person }))
  const loose = parseCharter({
    ...integrationsraad,
    groups: integrationsraad.groups.map((one: Group) => {
      const { eligible: _, ...rest } = one
      return rest
    }),
    rules: integrationsraad.rules.filter(rule => rule.kind !== 'every' || rule.strength !== 'must'),
  })
  const result = affectedBy(integrationsraad, loose, sitting)!
  expect(result.people.map(one => [one.id, one.already, one.reasons[0]?.state])).toEqual([
    ['out', false, 'broken'],
    ['unknown', false, 'undocumented'],
  ])
})

test('A0: no state of a question is a dead end', () => {
  const at = new Date('2026-11-09T10:00:00Z')
  const asked = { askedAt: at, endedHow: null, answer: null }
  expect(trialState(asked, new Date(at.getTime() + 1_000))).toBe('running')
  // A process that went away with the question leaves no page waiting for ever.
  expect(trialState(asked, new Date(at.getTime() + 120_000))).toBe('undecided')
  expect(trialState({ ...asked, endedHow: 'answered', answer: { undecided: { da: 'x' } } }, at)).toBe('undecided')
  for (const state of ['running', 'answered', 'cancelled', 'undecided'] as const) {
    expect(waysOnFrom(state).length).toBeGreaterThan(0)
    expect(waysOnFrom(state).every(verb => trialVerbs.includes(verb))).toBe(true)
  }
})

test('A16: a council founded here is a council as the municipality’s own files would say it', () => {
  const founding: Founding = {
    name: 'Ungerådet i Ødeby',
    type: 'youthCouncil',
    summary: 'Unge rådgiver kommunen.',
    purposes: ['Rådet skal høres om unge.'],
  }
  expect(slugOf(founding.name)).toBe('ungeraadet-i-oedeby')
  expect(foundingFaults(founding, new Set())).toEqual([])
  expect(foundingFaults({ ...founding, name: 'Nyt', purposes: [] }, new Set()).map(one => one.field)).toEqual(['name', 'purposes'])
  const facts = councilFrom(founding, 'ungeraadet-i-oedeby', { on: '2026-11-09', minuteRef: 'Punkt 3', contact: 'raad' })
  const version = {
    version: 1,
    validFrom: '2026-11-09',
    adopted: { on: '2026-11-09', sources: [] },
    document: { id: 'x', groups: [{ id: 'a', name: { da: 'A' } }] },
  }
  // Purposes are kept as whole sentences here; in files they are references to them.
  const { purposes, ...rest } = facts
  expect(purposes).toHaveLength(1)
  const read = councilFile(null).safeParse({ ...rest, charters: [version] })
  expect(read.error?.issues).toBeUndefined()
})
