// What a charter asks becomes a question in the form, and the answer becomes what the charter looks for: whatever the charter asks.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evidence, type Predicate } from '../councils/charters/index.ts'
import { offerOf } from './offer.ts'
import { asPerson } from './person.ts'

const person = (declared: string[], answered: string[] = []) =>
  asPerson({ id: 'x', residence: 'not_asked', verified: null, declared, answered, ties: [] }).person
const charter = (...eligible: Predicate[]) => ({ groups: eligible.map((one, at) => ({ id: `g${at}`, eligible: one })), rules: [] })

const asked: fc.Arbitrary<Predicate> = fc.oneof(
  fc.record({ attr: fc.constantFrom('roles', 'knows'), has: fc.constantFrom('parent', 'nurse', 'a=b') }),
  fc.record({ attr: fc.constantFrom('roles', 'knows'), hasAny: fc.subarray(['parent', 'nurse'], { minLength: 1 }) }),
  fc.record({ attr: fc.constantFrom('sector', 'gender'), eq: fc.constantFrom('sight', 'hearing') }),
  fc.record({ attr: fc.constantFrom('relative', 'volunteer'), eq: fc.constant(true) }),
  fc.record({ attr: fc.constantFrom('age'), gte: fc.integer({ min: 15, max: 90 }) }),
  fc.record({ attr: fc.constantFrom('age', 'terms_served'), lt: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ attr: fc.constantFrom('age', 'terms_served'), lte: fc.integer({ min: 1, max: 90 }) }),
)

describe('the form asks what charters ask', () => {
  test('A14 A31: whoever ticks all that one condition asks meets it; whoever ticks nothing else is a no, not an unknown', () => {
    fc.assert(
      fc.property(asked, condition => {
        const { kinds } = offerOf([{ charter: charter(condition) }])
        expect(kinds.length).toBeGreaterThan(0)
        expect(evidence(condition, person(kinds.map(kind => kind.key)))).toBe('yes')
        expect(evidence(condition, person([], [...new Set(kinds.map(kind => kind.attr))]))).toBe('no')
        expect(evidence(condition, person([]))).toBe('unknown')
      }),
    )
  })

  test('A31: a rule that balances or covers values asks for each; offices are not asked', () => {
    const rules = [
      { kind: 'balance', attr: 'gender', values: ['f', 'm'] },
      { kind: 'cover', attr: 'knows', values: ['work', 'health'] },
    ]
    const keys = offerOf([{ charter: { ...charter({ attr: 'roles', has: 'councillor' }), rules } }]).kinds.map(kind => kind.key)
    expect(keys).toEqual(['gender=f', 'gender=m', 'knows=work', 'knows=health'])
  })

  test('A31: a lowest age is asked as such, and two answers where there can be one are not the only one', () => {
    const { kinds } = offerOf([{ charter: charter({ attr: 'age', gte: 60 }) }])
    expect(kinds.map(kind => [kind.key, kind.words.da])).toEqual([['age>=60', 'fyldt 60 år']])
    expect(person(['age>=60', 'age>=55'])).toEqual({ id: 'x', age: 60 })
    expect(offerOf([{ charter: charter({ attr: 'age', lt: 30 }) }]).kinds.map(kind => [kind.key, kind.words.da])).toEqual([
      ['age<=29', 'under 30 år'],
    ])
    // Old enough, and not ticked as young: not young. Young only: not old enough.
    const both = ['age', 'age>=16', 'age<=29']
    expect([
      person(['age>=16'], both),
      person(['age<=29'], both),
      person(['age>=16', 'age<=29'], both),
      person(['x=y'], both),
    ]).toMatchObject([{ age: 30 }, { age: 15 }, { age: 16 }, { age: [] }])
    // Thirteen to seventeen, both ticked: a number that is both.
    expect(person(['age<=17', 'age>=13', 'age<=20'])).toEqual({ id: 'x', age: 13 })
    expect(person(['age<=17', 'age<=20'])).toEqual({ id: 'x', age: 17 })
    expect(person(['sector==sight'])).toEqual({ id: 'x', sector: 'sight' })
    expect(person(['sector==sight', 'sector==hearing'])).toEqual({ id: 'x', sector: ['hearing', 'sight'] })
  })
})
