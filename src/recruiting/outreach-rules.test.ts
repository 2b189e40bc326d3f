// The rules of asking: no state is a dead end, women and men are counted as the law says, places are filled and never read twice, lists are read whole.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { afterStep, askStates, owedFor, possibleSteps, stateOf, stepVerbs } from './ask.ts'
import { balanced, balanceFaults, countOf, type Gender, genders, sumOf } from './balance.ts'
import { type Filling, merged, mergeFaults } from './merge-fields.ts'
import { readOrganisationList } from './organisation-list.ts'
import { whomNext } from './whom-next.ts'

describe('A30: asking an organisation', () => {
  it('no state is a dead end: something can be done from each, and each is reached', () => {
    for (const state of askStates) expect(possibleSteps(state).length, state).toBeGreaterThan(0)
    const reached = new Set<string>(['none'])
    for (let round = 0; round < askStates.length; round++)
      for (const state of askStates) if (reached.has(state)) for (const verb of possibleSteps(state)) reached.add(afterStep(state, verb)!)
    expect([...reached].sort()).toEqual([...askStates].sort())
  })
  it('from everywhere an answer and a no can still be reached; whoever waits has a date, whoever is done has none', () => {
    const from = (start: (typeof askStates)[number]) => {
      const seen = new Set([start])
      for (const state of seen) for (const verb of possibleSteps(state)) seen.add(afterStep(state, verb)!)
      return seen
    }
    for (const state of askStates) expect([...from(state)]).toEqual(expect.arrayContaining(['answered', 'no']))
    expect(askStates.map(owedFor)).toEqual([null, 'ask.plan', 'ask.follow', null, null])
  })
  it('the state is the last step, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...stepVerbs)), verbs => {
        // Only steps that lead somewhere are ever written.
        let state = stateOf([])
        const steps: { step: (typeof stepVerbs)[number] }[] = []
        for (const step of verbs) {
          const next = afterStep(state, step)
          if (next === null) continue
          steps.push({ step })
          state = next
        }
        expect(stateOf(steps)).toBe(state)
      }),
    )
  })
})

describe('women and men in an organisation’s proposal', () => {
  it('is balanced exactly when there are as many of both, and a reason is asked for exactly when not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Gender>(...genders), { maxLength: 8 }),
        fc.constantFrom('', ' ', 'Vi er kun kvinder.'),
        (list, reason) => {
          const women = list.filter(one => one === 'woman').length
          const men = list.filter(one => one === 'man').length
          const even = list.length === 0 || (women === men && women > 0)
          expect(balanced(countOf(list))).toBe(even)
          expect(balanceFaults(countOf(list), reason, true)).toHaveLength(even || reason.trim() ? 0 : 1)
          expect(balanceFaults(countOf(list), reason, false)).toEqual([])
        },
      ),
    )
  })
  it('counts what was proposed before: one woman first and one man later is as many', () => {
    expect(balanced(countOf(['woman']))).toBe(false)
    expect(balanced(sumOf([countOf(['woman']), countOf(['man'])]))).toBe(true)
  })
})

describe('places in a letter', () => {
  const filling: Filling = { forening: '{link}', kontaktperson: 'Åse', raad: 'R', frist: 'i dag', link: 'https://x' }
  it('are filled, and what was filled in is never read as a place', () => {
    expect(merged('{kontaktperson} {forening} {link} {andet} {{link}}', filling)).toBe('Åse {link} https://x {andet} {https://x}')
  })
  it('a place nobody can fill, a brace alone, a link in the subject or none in the letter is a fault', () => {
    expect(mergeFaults('S', 'Hej {kontaktperson} {link}')).toEqual([])
    for (const [subject, body, field] of [
      ['S', 'Hej {navn} {link}', 'body'],
      ['S {raad', '{link}', 'subject'],
      ['{link}', '{link}', 'subject'],
      ['S', 'Hej', 'body'],
    ] as const)
      expect(mergeFaults(subject, body).map(one => one.field)).toContain(field)
  })
})

describe('a list of organisations', () => {
  const kinds = [
    { slug: 'lokal', name: 'Lokal forening' },
    { slug: 'andet', name: 'Andet' },
  ]
  const districts = [{ slug: 'ejby', name: 'Ejby' }]
  const read = (text: string) => readOrganisationList(text, kinds, districts)
  it('is read with Danish headings, kinds by name, and what is empty left empty', () => {
    const { organisations, faults } = read(
      'Navn;Type;Bydel;Sprog;E-mail\nOpdigtet Klub;lokal forening;Ejby;dansk, arabisk;klub@example.org\nOpdigtet Sted;;;;\n',
    )
    expect(faults).toEqual([])
    expect(organisations.map(one => [one.name, one.kind, one.district, one.languages, one.contact.email])).toEqual([
      ['Opdigtet Klub', 'lokal', 'ejby', ['dansk', 'arabisk'], 'klub@example.org'],
      ['Opdigtet Sted', 'andet', null, [], null],
    ])
  })
  it('says line and column of every fault, and guesses nothing', () => {
    const { faults } = read('navn;slags;e-mail\n;lokal;\nA;ukendt;\nB;lokal;ikke en adresse\nB;lokal;b@example.org')
    expect(faults.map(one => [one.line, one.column])).toEqual([
      [2, 1],
      [3, 2],
      [4, 3],
      [5, 1],
    ])
    expect(read('forkert;overskrift\nA;B').faults).toHaveLength(1)
  })
  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => Array.isArray(read(`navn;slags\n${text}`).faults)),
      { numRuns: 30 },
    )
  })
})

test('A30: whom to ask next: kinds that a lawful council needs first, those not asked first, and nothing that does not help', () => {
  const kinds = ['a', 'b', 'c'].map(slug => ({ slug, name: slug }))
  const organisation = (id: string, kind: string, state: 'none' | 'planned' | 'asked' | 'answered' | 'no') => ({
    id,
    name: id,
    kind,
    state,
  })
  const next = whomNext(new Map([['b', 'must'] as const, ['a', 'should'] as const]), kinds, [
    organisation('1', 'a', 'none'),
    organisation('2', 'b', 'asked'),
    organisation('3', 'b', 'planned'),
    organisation('4', 'c', 'none'),
    organisation('5', 'b', 'no'),
  ])
  expect(next.map(one => [one.kind.slug, one.help, one.notAsked.map(each => each.id), one.waiting, one.no])).toEqual([
    ['b', 'must', ['3'], 1, 1],
    ['a', 'should', ['1'], 0, 0],
  ])
})
