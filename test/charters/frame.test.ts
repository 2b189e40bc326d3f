// Frame laws check local charters; and charters of very different councils are data only.
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { againstFrame, type Charter, check, parseCharter, plainRules, readCharter, readFrame } from '../../src/councils/charters/index.ts'
import { integrationsraad } from './udsatteraad.ts'

const frameOf = (text: string) => {
  const read = readFrame(parse(text))
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.frame
}
const integration = frameOf(`
id: integrationsloven-42
legal_basis: {law: Integrationsloven, section: "§ 42", sourceUrl: "https://danskelove.dk/integrationsloven/42"}
demands:
  - {id: seven, kind: seats, min: 7, text: {da: "mindst syv medlemmer", en: "at least seven members"}}
  - {id: residence, kind: everyone, who: {attr: resident, eq: true}, text: {da: "medlemmerne bor i kommunen"}}
  - {id: appointed, kind: groups, appointed_by: municipal_council, text: {da: "kommunalbestyrelsen udpeger"}}
  - {id: term, kind: term, is: electoral, text: {da: "perioden følger den kommunale valgperiode"}}
  - {id: published, kind: opinions, publish: true, text: {da: "Udtalelserne offentliggøres", en: "The opinions are published"}}
`)
const change = (change: Partial<Charter>): Charter => parseCharter({ ...integrationsraad, ...change })

describe('frame laws', () => {
  test('A29: the Integrationsråd keeps within § 42 once it says what the law demands', () => {
    expect(againstFrame(integration, integrationsraad).map(each => [each.id, each.missing])).toEqual([
      ['term', true],
      ['published', true],
    ])
    expect(againstFrame(integration, change({ term: { kind: 'electoral' }, opinions: { publish: true } }))).toEqual([])
  })
  test('A29: below the legal minimum of seven, residence only a wish, opinions not published', () => {
    const six = change({
      groups: integrationsraad.groups.map(group => ({ ...group, min: 6 })),
      opinions: { publish: false },
      term: { kind: 'years', years: 2 },
      rules: integrationsraad.rules.map(rule => ({ ...rule, strength: 'should' as const })),
    })
    const found = againstFrame(integration, six)
    expect(found.map(each => each.id)).toEqual(['seven', 'residence', 'term', 'published'])
    expect(found[0]).toMatchObject({
      da: 'Under lovens mindstetal på syv: mindst syv medlemmer. Vedtægten nøjes med seks.',
      source: { ref: 'Integrationsloven § 42' },
      missing: false,
    })
    // A total of seven over the same seats is as good as a minimum.
    expect(
      againstFrame(integration, parseCharter({ ...six, rules: [{ id: 't', kind: 'total', min: 7 }] })).map(each => each.id),
    ).not.toContain('seven')
  })
  test('A28: must be consulted on everything that matters; three to seven from each side', () => {
    const disability = frameOf(`
id: retssikkerhedsloven-37a
legal_basis: {law: Retssikkerhedsloven, section: "§ 37 a"}
demands:
  - {id: nominated, kind: seats, min: 3, max: 7, where: {filled_by: nominated}, text: {da: "3-7 medlemmer fra handicaporganisationer"}}
  - {id: appointed, kind: seats, min: 3, max: 7, where: {filled_by: appointed}, text: {da: "3-7 medlemmer udpeget af kommunalbestyrelsen"}}
  - {id: consult, kind: consultation, rights: [all, significant], text: {da: "høres om alle initiativer af betydning"}}
`)
    const charter = (text: string) => parseCharter(parse(text))
    const good = charter(
      '{id: h, groups: [{id: o, min: 4, max: 4, filled_by: nominated}, {id: k, min: 4, max: 4, filled_by: appointed}], consultation: {right: significant}}',
    )
    const bad = charter(
      '{id: h, groups: [{id: o, min: 2, max: 4, filled_by: nominated}, {id: k, min: 4, max: 8, filled_by: appointed}], consultation: {right: targeted}}',
    )
    expect(againstFrame(disability, good)).toEqual([])
    expect(againstFrame(disability, bad).map(each => each.id)).toEqual(['nominated', 'appointed', 'consult'])
  })
  test('A29: a frame with a slip of the pen says where', () => {
    expect(readFrame({ id: 'x', legal_basis: { law: 'L' }, demandz: [] })).toMatchObject({
      faults: expect.arrayContaining([expect.objectContaining({ message: expect.stringContaining('did you mean "demands"') })]),
    })
  })
})

describe('charters of other councils are data only', () => {
  const text = `
id: aaraad
name: {da: Rådet i en opdigtet kommune}
statutory: false
legal_basis: [{law: Serviceloven, section: "§ 16, stk. 2", validFrom: 2018-01-01, sourceUrl: "https://example.org/lov"}]
term: {kind: years, years: 2, staggered: {part: 1/2, every_years: 1}, max_terms: 3, stays_until_successor: true}
quorum: {part: 1/2, of: seats}
chair: {elected_by: none}
loses_seat: {moving_out: true, absences: 3, in_a_row: true}
consultation: {right: none}
individual_cases: false
opinions: {publish: true}
meetings: {per_year: 4, extra: {part: 1/3}, agenda_days: 7, visibility: closed, decisions: consensus, dissent_minuted: true}
groups:
  - {id: users, voting: true, min: 12, max: 18, filled_by: appointed, appointed_by: municipal_council, eligible: {attr: roles, has: user}, substitutes: {kind: ordered, min: 2}}
  - {id: nominated, voting: true, min: 2, max: 2, filled_by: nominated, nominated_by: [SIND, KABS], eligible: {attr: roles, has: organisation}, substitutes: {kind: personal}}
  - {id: elected, voting: true, min: 3, max: 5, filled_by: elected, eligible: {attr: age, gte: 60}}
  - {id: stand_ins, voting: false, substitute: true, max: 10, substitutes: {kind: group, for: [users, elected]}}
rules:
  - {id: terms, kind: every, in: [users], who: {attr: terms_served, lt: 3}, text: {da: højst tre perioder i træk}}
  - {id: towns, kind: max_same, attr: district, max: 6, strength: hint}
`
  test('A8 A28: eighteen members, no chair, two-year staggered terms, no right to be consulted, three kinds of substitutes', () => {
    const read = readCharter(parse(text))
    expect(read).toHaveProperty('charter')
    const { charter } = read as { charter: Charter }
    expect(charter).toMatchObject({
      chair: { elected_by: 'none' },
      term: { years: 2 },
      consultation: { right: 'none' },
      loses_seat: { absences: 3 },
    })
    const people = Array.from({ length: 17 }, (_, at) => ({
      id: `p${at}`,
      roles: at < 12 ? ['user'] : at < 14 ? ['organisation'] : [],
      terms_served: 0,
      age: at >= 14 ? 70 : 30,
    }))
    expect(
      check(
        charter,
        people,
        people.map(person => person.id),
      ),
    ).toMatchObject({ ok: true, hints: [] })
    expect(plainRules(charter, 'da').map(line => line.text)).toContain('højst tre perioder i træk')
  })
  test('A8: a charter that lists its attributes is held to its list', () => {
    const listed = (who: object) =>
      readCharter({ id: 'x', attributes: { roles: ['user', 'organisation'], age: [] }, groups: [{ id: 'a', eligible: who }] })
    expect(
      listed({
        any: [
          { attr: 'roles', has: 'user' },
          { attr: 'age', gte: 60 },
        ],
      }),
    ).toHaveProperty('charter')
    expect(listed({ attr: 'rolls', has: 'user' })).toMatchObject({ faults: [{ message: expect.stringContaining('did you mean "roles"') }] })
    expect(listed({ attr: 'roles', hasAny: ['users'] })).toMatchObject({
      faults: [{ message: expect.stringContaining('did you mean "user"') }],
    })
  })
  test('A8: a slip of the pen in the data beside the rules is found too', () => {
    expect(readCharter(parse(text.replace('stays_until_successor', 'stays_until_sucessor')))).toMatchObject({
      faults: [{ path: ['term', 'stays_until_sucessor'], message: 'unknown field; did you mean "stays_until_successor"?' }],
    })
    expect(readCharter(parse(text.replace('kind: ordered', 'kind: orderd')))).toMatchObject({
      faults: [{ path: ['groups', 0, 'substitutes', 'kind'] }],
    })
    expect(readCharter(parse(text.replace('2018-01-01', '1. januar')))).toMatchObject({
      faults: [{ path: ['legal_basis', 0, 'validFrom'], message: 'must be a date like 2026-01-31' }],
    })
  })
})
