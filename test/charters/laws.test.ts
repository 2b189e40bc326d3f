// The laws shipped as data hold Glostrup's charters and those of very different councils to their frame; every variant is a file and nothing else.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { check, frameCommand, parseCharter, readCharter } from '../../src/councils/charters/index.ts'
import { againstLaws, laws } from '../../src/councils/laws.ts'
import type { Folk } from './oracle.ts'

const read = (path: string) => parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const glostrup = (slug: string) => {
  const council = read(`../../municipalities/glostrup/councils/${slug}.yaml`)
  return { type: council.type as string, charter: parseCharter(council.charters.at(-1).document) }
}
const variants = readdirSync(new URL('./variants', import.meta.url)).map(file => ({ file, data: read(`./variants/${file}`) }))

describe('the laws that frame councils', () => {
  test('A29 B18: the three frame laws are shipped, each with its source', () => {
    expect(laws().map(law => law.id)).toEqual(['integrationsloven-42', 'retssikkerhedsloven-30-33', 'retssikkerhedsloven-37a'])
    for (const law of laws()) expect(law.legal_basis.sourceUrl).toMatch(/^https:\/\/danskelove\.dk\//)
  })
  test('A8 A29 B18: Glostrup’s four charters contradict no law; where they are silent, the law says what holds anyway', () => {
    const found = (slug: string) => {
      const { type, charter } = glostrup(slug)
      return againstLaws(type, charter).map(each => `${each.id}${each.missing ? '' : ' broken'}`)
    }
    expect(found('udsatteraad')).toEqual([])
    expect(found('integrationsraad')).toEqual(['term', 'published', 'secretariat', 'procedure'])
    expect(found('seniorraad')).toEqual(['consult', 'four-years'])
    expect(found('handicapraad')).toEqual(['consult', 'chair'])
  })
  test('A29: the messages a secretary reads', () => {
    const of = (file: string) => {
      const { data } = variants.find(each => each.file === `${file}.yaml`)!
      return againstLaws(data.council_type, parseCharter(data.charter)).map(each => each.en)
    }
    expect(of('sorteng-integrationsraad')).toEqual([
      'Below the legal minimum of seven: at least seven members. The charter is content with five.',
      expect.stringContaining('the members live in the municipality'),
      expect.stringContaining('the municipal council appoints the members'),
      expect.stringContaining('the term follows the municipal electoral term'),
      'The council must publish its opinions: the opinions are published. The charter says otherwise.',
      expect.stringContaining('The charter says nothing about this demand'),
      expect.stringContaining('the municipal council adopts the rules of procedure'),
    ])
    expect(of('bakkely-seniorraad').join(' ')).toContain('The municipality must consult on everything unless something else is agreed')
    expect(of('lindeborg-handicapraad').join(' ')).toContain('must consult on everything of significance')
    expect(of('lindeborg-handicapraad').join(' ')).toContain('Above the legal maximum of seven')
    expect(of('lindeborg-handicapraad').join(' ')).toContain('Below the legal minimum of three')
  })
  test('A29: the same from the command line; a law that is not known is refused with the known ones', () => {
    const charter = JSON.stringify(glostrup('integrationsraad').charter)
    const answer = frameCommand(charter, laws(), 'integrationsloven-42')
    expect(answer).toMatchObject({ exit: 0, err: '' })
    expect(JSON.parse(answer.out)).toMatchObject({ law: 'integrationsloven-42', ok: false })
    expect(frameCommand(charter, laws(), 'integrationsloven-43')).toEqual({
      exit: 2,
      out: '',
      err: 'law: did you mean "integrationsloven-42"?\n',
    })
    expect(frameCommand(charter, laws()).err).toMatch(/^law: is missing; known are integrationsloven-42/)
    expect(frameCommand('{', laws(), 'integrationsloven-42')).toMatchObject({ exit: 2 })
    expect(frameCommand('id: x\ngroups:\n  - {id: a, mn: 3}\n', laws(), 'integrationsloven-42').err).toBe(
      'line 3: groups[0].mn: unknown field; did you mean "min"?\n',
    )
    const own = { id: 'own', legal_basis: { law: 'Opdigtet lov' }, demands: [{ id: 'three', kind: 'seats', min: 3, text: 'mindst tre' }] }
    const asked = frameCommand(JSON.stringify({ charter: { id: 'x', groups: [{ id: 'a', min: 2 }] }, law: own }), [])
    expect(JSON.parse(asked.out).breaches[0].da).toBe('Under lovens mindstetal på tre: mindst tre. Vedtægten nøjes med to.')
  })
})

describe('charters of very different councils are files and nothing else', () => {
  test('A8 A9: every variant named is there: sizes, terms, substitutes, chairs, quorums, ways to lose a seat', () => {
    const all = variants.map(each => parseCharter(each.data.charter))
    const groups = all.flatMap(charter => charter.groups)
    for (const filled of ['appointed', 'elected', 'nominated']) expect(groups.some(group => group.filled_by === filled)).toBe(true)
    for (const kind of ['personal', 'ordered', 'group', 'none']) expect(groups.some(group => group.substitutes?.kind === kind)).toBe(true)
    for (const kind of ['electoral', 'years', 'until_replaced', 'mandate', 'dates'])
      expect(
        [...all, ...groups].some(each => each.term?.kind === kind),
        kind,
      ).toBe(true)
    expect(all.some(charter => charter.term?.staggered)).toBe(true)
    expect(all.some(charter => charter.chair?.elected_by === 'none')).toBe(true)
    expect(all.some(charter => charter.chair?.number === 2)).toBe(true)
    expect(all.some(charter => charter.term?.stays_until_successor)).toBe(true)
    expect(all.some(charter => charter.loses_seat?.absences && charter.loses_seat.moving_out)).toBe(true)
    expect(all.some(charter => charter.quorum?.more_than)).toBe(true)
    const seats = all.map(charter => charter.groups.filter(group => group.voting).reduce((sum, group) => sum + (group.max ?? group.min), 0))
    for (const size of [9, 10, 12, 13, 15, 18]) expect(seats, String(size)).toContain(size)
    const meetings = all.flatMap(charter => charter.meetings ?? [])
    expect(
      meetings.some(each => each.per_year === 7 && each.extra?.members === 3 && each.agenda_days === 8 && each.items_days === 14),
    ).toBe(true)
    expect(meetings.some(each => each.extra?.part && each.items_days === 10 && each.late_items?.min_present === 4)).toBe(true)
    expect(meetings.some(each => each.decisions === 'consensus' && each.dissent_minuted)).toBe(true)
    expect(meetings.flatMap(each => each.yearly ?? []).map(each => each.what)).toEqual(
      expect.arrayContaining(['dialogue', 'statement', 'report']),
    )
    for (const right of ['all', 'significant', 'targeted', 'none'])
      expect(
        all.some(charter => charter.consultation?.right === right),
        right,
      ).toBe(true)
  })
  for (const { file, data } of variants) {
    const charter = readCharter(data.charter)
    test(`A8 A9: ${file}`, () => {
      if ('faults' in charter) return expect(charter.faults).toEqual([])
      for (const { slate, broken, wishes = [] } of data.cases as { slate: Record<string, number>; broken: string[]; wishes?: string[] }[]) {
        const people: Folk[] = Object.entries(slate).flatMap(([kind, count]) =>
          Array.from({ length: count }, (_, at) => ({ ...data.people[kind], id: `${kind}${at}`, kind })),
        )
        const placed = people.map(person => ({ id: person.id, seat: data.fixed?.[person.kind] ?? null }))
        const verdict = check(charter.charter, people, placed)
        expect({ broken: verdict.broken, wishes: verdict.wishes }, `${file} ${JSON.stringify(slate)}`).toEqual({ broken, wishes })
      }
      if (data.law) expect(againstLaws(data.council_type, charter.charter).map(each => each.id)).toEqual(data.law)
    })
  }
})
