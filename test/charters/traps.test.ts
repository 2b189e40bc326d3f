// Every example and trap the specification names, each on its own.
import { describe, expect, test } from 'vitest'
import {
  archetypesOf,
  type Charter,
  check,
  checkFor,
  describe as describePerson,
  mendable,
  type Person,
  parseCharter,
} from '../../src/councils/charters/index.ts'
import { cast, integrationsraad, people, right, swap, udsatteraad, udsatteraadData } from './udsatteraad.ts'

const judge = (slate: Parameters<typeof check>[2], charter: Charter = udsatteraad) => check(charter, people, slate)
const one = (rule: object, groups: object[] = [{ id: 'a' }]): Charter => parseCharter({ id: 'x', groups, rules: [{ id: 'r', ...rule }] })
const folk = (...attributes: object[]): Person[] => attributes.map((each, at) => ({ id: `p${at}`, ...each }) as Person)
const verdict = (charter: Charter, pool: Person[]) =>
  check(
    charter,
    pool,
    pool.map(person => person.id),
  )

describe('the Udsatteråd', () => {
  test('A8 A9 A12: seven permanent members and one adviser are lawful, and everybody has a seat', () => {
    const answer = judge(right)
    expect(answer).toMatchObject({ ok: true, broken: [], conflict: [], wishes: [], hints: [] })
    expect({ ...answer.seating }).toEqual({
      aisha: 'external',
      bent: 'external',
      carmen: 'external',
      dmytro: 'external',
      grete: 'council',
      hassan: 'council',
      inger: 'council',
      katrine: 'adviser',
    })
  })

  test('A8: six or eight permanent members, no adviser or three, are errors', () => {
    expect(judge(swap('dmytro', null)).broken).toEqual(['size:external'])
    expect(judge([...right, 'jonas']).broken).toEqual(['size:council'])
    expect(judge(swap('katrine', null)).broken).toEqual(['size:adviser'])
    expect(judge([...right, 'mei']).ok).toBe(true)
    expect(judge([...right, 'mei', 'lars']).broken).toEqual(['size:adviser'])
  })

  test('A8: an adviser cannot hold a permanent seat, and never counts among the seven', () => {
    expect(judge([...swap('dmytro', null), { id: 'mei', seat: 'external' }]).broken).toEqual(['elig:external'])
    expect(judge([...swap('dmytro', null), 'mei']).broken).toEqual(['size:external'])
  })

  test('A9: a councillor or an organisation from elsewhere cannot take an external seat; an employee with insight gives a hint', () => {
    expect(judge([...swap('dmytro', null), { id: 'jonas', seat: 'external' }]).broken).toEqual(['elig:external'])
    expect(judge(swap('carmen', 'elif')).broken).toEqual(['elig:external'])
    const hinted = judge(swap('dmytro', 'lars'))
    expect(hinted).toMatchObject({ ok: true, hints: ['staff'] })
    expect(hinted.reasons.find(reason => reason.atom === 'staff')?.strength).toBe('hint')
  })

  test('A9: "not documented" is said differently from "no"; an empty list is a no', () => {
    const undocumented = judge(swap('carmen', 'farid')).reasons[0]!
    expect(undocumented).toMatchObject({ atom: 'elig:external', state: 'undocumented', people: ['farid'] })
    expect(undocumented.da).toContain('ikke dokumenteret')
    expect(undocumented.en).toContain('not documented')
    const no = judge(swap('carmen', 'nobody')).reasons[0]!
    expect(no).toMatchObject({ state: 'broken', people: ['nobody'] })
    expect(no.da).not.toContain('dokumenteret')
    expect(judge(swap('carmen', 'omar')).reasons[0]).toMatchObject({ state: 'undocumented', people: ['omar'] })
  })

  test('A10: one user departs from the wish, two meet it; the reason quotes the sentence', () => {
    const one = judge(swap('aisha', 'lars'))
    expect(one).toMatchObject({ ok: true, wishes: ['users'] })
    const reason = one.reasons.find(each => each.atom === 'users')!
    expect(reason.da).toContain('Kommunen ønsker, at mindst to af disse medlemmer er brugere eller brugerrepræsentanter.')
    expect(reason.source).toEqual({
      text: 'Kommunen ønsker, at mindst to af disse medlemmer er brugere eller brugerrepræsentanter.',
      ref: 'A10',
    })
    expect(judge(right).wishes).toEqual([])
  })

  test('A12: somebody who is not a councillor cannot take one of the three seats', () => {
    expect(judge(swap('grete', null).concat('nobody')).ok).toBe(false)
    expect(judge([...swap('grete', null), { id: 'aisha', seat: 'council' } as never].filter(each => each !== 'aisha')).broken).toEqual([
      'size:external',
      'elig:council',
    ])
  })

  test('A9 A12: a politician who is also a user sits with the council, however the list is ordered (greedy seating is wrong)', () => {
    for (const slate of [swap('grete', 'jonas'), ['jonas', ...swap('grete', null)], swap('grete', null).concat('jonas')])
      expect(judge(slate).seating?.jonas).toBe('council')
    // Where the charter lets politicians take external seats, somebody has to move over.
    const open = parseCharter({
      id: 'o',
      groups: [
        { id: 'users', min: 1, max: 1, eligible: { attr: 'roles', has: 'user' } },
        { id: 'politicians', min: 1, max: 1, eligible: { attr: 'roles', has: 'councillor' } },
      ],
    })
    expect({ ...judge(['jonas', 'aisha'], open).seating }).toEqual({ jonas: 'politicians', aisha: 'users' })
    expect({ ...judge(['jonas', 'grete'], open).seating }).toEqual({ jonas: 'users', grete: 'politicians' })
  })

  test('A9: somebody who fits several categories takes one seat and counts once', () => {
    const both: Person[] = [...people, { id: 'pia', roles: ['user', 'organisation', 'insight'], local: true } as Person]
    expect(check(udsatteraad, both, [...swap('bent', null), 'pia'])).toMatchObject({ ok: true, wishes: [] })
    expect(check(udsatteraad, both, swap('bent', null).concat('pia', 'pia'))).toMatchObject({ ok: false })
  })

  test('A8: the same person twice never makes a number look right', () => {
    const twice = judge([...swap('bent', null), 'aisha'])
    expect(twice).toMatchObject({ ok: false, broken: ['unique'], conflict: ['unique'], seating: null })
    expect(twice.reasons[0]).toMatchObject({ atom: 'unique', people: ['aisha'] })
  })

  test('A12 A13: each body answers for its own seats only', () => {
    const noAdviser = swap('katrine', null)
    expect(judge(noAdviser).ok).toBe(false)
    expect(checkFor('municipal_council', udsatteraad, people, noAdviser).ok).toBe(true)
    expect(checkFor('administration', udsatteraad, people, ['katrine'])).toMatchObject({ ok: true, broken: [] })
    expect(checkFor('administration', udsatteraad, people, []).broken).toEqual(['size:adviser'])
    expect(checkFor('municipal_council', udsatteraad, people, [...noAdviser, { id: 'nobody', seat: 'adviser' }]).ok).toBe(true)
    expect(checkFor('administration', udsatteraad, people, [{ id: 'nobody', seat: 'adviser' }]).broken).toEqual(['elig:adviser'])
    // Somebody too many cannot hide among the advisers.
    expect(checkFor('municipal_council', udsatteraad, people, [...noAdviser, 'lars']).ok).toBe(true)
    expect(checkFor('municipal_council', udsatteraad, people, [...noAdviser, 'jonas']).broken).toEqual(['size:council'])
  })

  test('A8 A9: empty seats can still be filled; a wrong seat, somebody twice or too many in a group never mends', () => {
    expect(mendable(udsatteraad, people, ['aisha', 'grete'])).toMatchObject({
      mendable: ['size:external', 'size:council', 'size:adviser'],
      never: [],
    })
    expect(mendable(udsatteraad, people, [...right, 'jonas']).never).toEqual(['size:council'])
    expect(mendable(udsatteraad, people, [{ id: 'nobody', seat: 'external' }]).never).toEqual(['elig:external'])
    expect(mendable(udsatteraad, people, ['aisha', 'aisha']).never).toEqual(['unique'])
    const strict = parseCharter({ ...udsatteraadData, rules: [{ ...udsatteraadData.rules[0], strength: 'must' }] })
    expect(mendable(strict, people, ['carmen', 'dmytro']).never).toEqual([])
    // Lars may also sit as an adviser; kept in an external seat he leaves room for one user only.
    expect(mendable(strict, people, ['carmen', 'dmytro', 'lars']).never).toEqual([])
    expect(mendable(strict, people, ['carmen', 'dmytro', { id: 'lars', seat: 'external' }]).never).toEqual(['users'])
  })
})

describe('the Integrationsråd', () => {
  const seven = (change: (at: number) => object): Person[] =>
    folk(...Array.from({ length: 7 }, (_, at) => ({ resident: true, ties: ['school_board'], ...change(at) })))
  test('A29: somebody who lives elsewhere blocks; not documented is said so; below seven is below the minimum', () => {
    expect(
      verdict(
        integrationsraad,
        seven(() => ({})),
      ).ok,
    ).toBe(true)
    const elsewhere = verdict(
      integrationsraad,
      seven(at => (at === 3 ? { resident: false } : {})),
    )
    expect(elsewhere).toMatchObject({ ok: false, broken: ['residence'] })
    expect(elsewhere.reasons.find(each => each.atom === 'residence')).toMatchObject({ state: 'broken', people: ['p3'] })
    expect(
      verdict(
        integrationsraad,
        seven(at => (at === 3 ? { resident: null } : {})),
      ).reasons.find(each => each.atom === 'residence'),
    ).toMatchObject({ state: 'undocumented', people: ['p3'] })
    expect(verdict(integrationsraad, seven(() => ({})).slice(1)).broken).toEqual(['size:member'])
  })
  test('A30 A31: seven from one circle depart from a wish, one atom per circle; somebody without ties is admitted', () => {
    expect(
      verdict(
        integrationsraad,
        seven(() => ({})),
      ).wishes,
    ).toEqual(['circles[refugee_immigrant_association]', 'circles[labour_market_party]', 'circles[local_association]'])
    expect(
      verdict(
        integrationsraad,
        seven(at => (at === 0 ? { ties: [] } : {})),
      ),
    ).toMatchObject({ ok: true, broken: [] })
    expect(
      verdict(
        integrationsraad,
        seven(at => (at === 0 ? { ties: [] } : {})),
      ).wishes,
    ).toContain('ties')
  })
  test('A30: one person may carry several circles', () => {
    const all = ['refugee_immigrant_association', 'labour_market_party', 'school_board', 'local_association']
    expect(
      verdict(
        integrationsraad,
        seven(at => (at === 0 ? { ties: all } : {})),
      ).wishes,
    ).toEqual([])
  })
})

describe('rules that are easy to get wrong', () => {
  const share = (min: [number, number], strict: boolean) => one({ kind: 'share', who: { attr: 'u', eq: true }, min, strict })
  const users = (yes: number, no: number) => folk(...Array.from({ length: yes + no }, (_, at) => ({ u: at < yes })))
  test('A10: exactly one third is not over one third', () => {
    expect(verdict(share([1, 3], false), users(1, 2)).ok).toBe(true)
    expect(verdict(share([1, 3], true), users(1, 2)).broken).toEqual(['r'])
    expect(verdict(share([1, 3], true), users(3, 6)).broken).toEqual(['r'])
    expect(verdict(share([1, 3], true), users(4, 7)).ok).toBe(true)
    expect(verdict(share([333_333, 1_000_000], false), users(1, 2)).ok).toBe(true)
    expect(verdict(share([333_334, 1_000_000], false), users(1, 2)).ok).toBe(false)
  })
  test('A10: a share of nobody holds, also a strict one and an impossible one', () => {
    for (const strict of [true, false]) expect(verdict(share([1, 1], strict), []).ok).toBe(true)
    expect(verdict(one({ kind: 'share', who: { attr: 'u', eq: true }, min: [1, 2], in: [] }), users(0, 3)).ok).toBe(true)
    expect(verdict(share([3, 2], false), users(2, 0)).ok).toBe(false)
  })
  test('A9: rules without terms and empty lists of conditions', () => {
    expect(verdict(one({ kind: 'count', who: { all: [] } }), users(1, 1)).ok).toBe(true)
    expect(verdict(one({ kind: 'total' }), users(1, 1)).ok).toBe(true)
    expect(verdict(one({ kind: 'every', who: { all: [] } }), users(1, 1)).ok).toBe(true)
    expect(verdict(one({ kind: 'every', who: { any: [] } }), users(1, 1)).broken).toEqual(['r'])
    expect(verdict(one({ kind: 'every', who: { any: [] } }), []).ok).toBe(true)
    expect(verdict(one({ kind: 'cover', attr: 'u', values: [] }), []).ok).toBe(true)
    expect(verdict(parseCharter({ id: 'x', groups: [], rules: [] }), []).ok).toBe(true)
    expect(verdict(one({ kind: 'every', who: { attr: 'x', hasAny: [] } }), users(1, 0)).broken).toEqual(['r'])
  })
  test('A30: only documented, non-empty values collide; each value of a list counts, once per person', () => {
    const same = one({ kind: 'max_same', attr: 'org', max: 1 })
    expect(verdict(same, folk({ org: null }, { org: null }, {}, { org: '' }, { org: '' }, { org: [] }, { org: [] })).ok).toBe(true)
    expect(verdict(same, folk({ org: ['a', 'b'] }, { org: 'b' })).broken).toEqual(['r'])
    expect(verdict(same, folk({ org: ['a', 'a'] }, { org: 'b' })).ok).toBe(true)
    expect(verdict(same, folk({ org: 1 }, { org: '1' }, { org: true }, { org: 'true' })).ok).toBe(true)
  })
  test('A9: a missing attribute satisfies no plain test, so its opposite is true; types are not mixed', () => {
    const every = (who: object) => one({ kind: 'every', who })
    expect(verdict(every({ not: { attr: 'u', eq: true } }), folk({}, { u: null })).ok).toBe(true)
    expect(verdict(every({ attr: 'u', eq: false }), folk({})).ok).toBe(false)
    expect(verdict(every({ attr: 'age', lt: 100 }), folk({ age: null })).ok).toBe(false)
    expect(verdict(every({ attr: 'age', gte: 60 }), folk({ age: '70' })).ok).toBe(false)
    expect(verdict(every({ attr: 'age', gte: 60 }), folk({ age: 60 })).ok).toBe(true)
    expect(verdict(every({ attr: 'age', lt: 60 }), folk({ age: 60 })).ok).toBe(false)
    expect(verdict(every({ attr: 'u', eq: true }), folk({ u: 1 })).ok).toBe(false)
    expect(verdict(every({ attr: 'toString', has: 'x' }), folk({})).ok).toBe(false)
    expect(verdict(every({ attr: 'since', lte: '2020-12-31' }), folk({ since: '2020-01-01' })).ok).toBe(true)
  })
  test('A30: balance counts two values and leaves the others out', () => {
    const balance = one({ kind: 'balance', attr: 'g', values: ['f', 'm'], max_diff: 1 })
    expect(verdict(balance, folk({ g: 'f' }, { g: 'f' }, { g: 'm' }, { g: 'x' }, {})).ok).toBe(true)
    expect(verdict(balance, folk({ g: 'f' }, { g: 'f' }, { g: 'x' })).broken).toEqual(['r'])
  })
  test('A8: a rule without "in" counts advisers and leaves substitutes out', () => {
    const groups = [
      { id: 'member' },
      { id: 'adviser', voting: false },
      { id: 'stand_in', voting: false, substitute: true },
      { id: 'suppleanter', voting: false },
    ]
    const total = one({ kind: 'total', min: 2, max: 2 }, groups)
    const seat = (id: string, group: string) => ({ id, seat: group })
    const pool = folk({}, {}, {}, {})
    expect(check(total, pool, [seat('p0', 'member'), seat('p1', 'adviser')]).ok).toBe(true)
    expect(check(total, pool, [seat('p0', 'member'), seat('p1', 'adviser'), seat('p2', 'stand_in'), seat('p3', 'suppleanter')]).ok).toBe(
      true,
    )
    expect(check(total, pool, [seat('p0', 'member'), seat('p1', 'stand_in')]).broken).toEqual(['r'])
  })
  test('A9: two groups that share one candidate: the conflict names both', () => {
    const charter = parseCharter({
      id: 'x',
      groups: [
        { id: 'associations', min: 1, max: 1, eligible: { attr: 'ties', has: 'association' } },
        { id: 'schools', min: 1, max: 1, eligible: { attr: 'ties', has: 'school' } },
        { id: 'others' },
      ],
    })
    const answer = check(charter, folk({ ties: ['association', 'school'] }, {}), ['p0', 'p1'])
    expect(answer.broken).toHaveLength(1)
    expect(answer.conflict).toEqual(['size:associations', 'elig:associations', 'size:schools', 'elig:schools'])
    expect(answer.conflict_text!.da).toContain('associations')
  })
  test('A30: a wish that cannot be met together with another keeps the earlier of the two', () => {
    const charter = parseCharter({
      id: 'x',
      groups: [
        { id: 'a', min: 1, max: 1 },
        { id: 'b', min: 1, max: 1 },
      ],
      rules: ['a', 'b'].map(id => ({
        id: `user_in_${id}`,
        kind: 'count',
        in: [id],
        who: { attr: 'u', eq: true },
        min: 1,
        strength: 'should',
      })),
    })
    expect(verdict(charter, folk({ u: true }, {})).wishes).toEqual(['user_in_b'])
  })
  test('A9: a charter that contradicts itself is a conflict of its own, not a crash', () => {
    expect(verdict(parseCharter({ id: 'x', groups: [{ id: 'a', min: 3, max: 2 }] }), folk({}, {}))).toMatchObject({
      ok: false,
      broken: ['size:a'],
      conflict: ['size:a'],
    })
    expect(verdict(one({ kind: 'count', who: { attr: 'u', eq: true }, min: 2, max: 1 }), users(2, 0)).conflict).toEqual(['r'])
  })
  test('A8: a thousand people who are all alike are judged within a moment', () => {
    const charter = parseCharter({
      id: 'x',
      groups: [
        { id: 'a', min: 4, max: 7 },
        { id: 'b', min: 3, max: 9 },
        { id: 'c', voting: false, max: 2 },
      ],
      rules: [{ id: 'r', kind: 'count', in: ['a'], who: { attr: 'u', eq: true }, min: 2 }],
    })
    const start = process.cpuUsage()
    expect(verdict(charter, users(1000, 0)).broken).toHaveLength(1)
    expect(process.cpuUsage(start).user).toBeLessThan(3_000_000)
  })
  test('A9: unknown persons are named, and nothing else is claimed', () => {
    expect(judge(['aisha', 'nemo', 'ghost'])).toMatchObject({ error: 'unknown-person', unknown: ['nemo', 'ghost'], broken: [] })
  })
  test('A8: ids that look like properties of objects are only ids', () => {
    const pool = folk({}).concat({ id: '__proto__' } as Person, { id: 'constructor' } as Person)
    const answer = check(parseCharter({ id: 'x', groups: [{ id: 'a', min: 3, max: 3 }] }), pool, ['p0', '__proto__', 'constructor'])
    expect(JSON.parse(JSON.stringify(answer.seating)).constructor).toBe('a')
    expect(Object.keys(answer.seating!)).toContain('__proto__')
  })
  test('A9: judging changes nothing it was given, and gives the same answer again', () => {
    const slate = Object.freeze(swap('carmen', 'farid').map(id => Object.freeze({ id })))
    for (const person of people) Object.freeze(person)
    expect(judge(slate)).toEqual(judge(slate))
    expect(cast.farid).toEqual({ id: 'farid', roles: ['organisation'], local: null })
  })
})

describe('whom to recruit', () => {
  test('A30: the one person who brings everything at once is found, however many conditions the charter has', () => {
    const musts = ['resident', 'adult', 'no_conflict', 'unpaid', 'available', 'local']
    const charter = parseCharter({
      id: 'many',
      groups: [{ id: 'a', min: 1, max: 1, eligible: { not: { attr: 'roles', has: 'councillor' } } }],
      rules: [
        ...musts.map(attr => ({ id: attr, kind: 'every', who: { attr, eq: true } })),
        { id: 'knows', kind: 'cover', attr: 'knowledge', values: ['families', 'health', 'work', 'housing', 'youth'] },
      ],
    })
    const kinds = archetypesOf(charter, [])
    const slates = kinds.map(kind => check(charter, [kind], [kind.id]).ok)
    expect(slates).toContain(true)
    expect(kinds.length).toBeLessThanOrEqual(300)
    for (const kind of kinds) for (const attr of musts) expect(kind[attr]).toBe(true)
  })
})

test('A30: somebody to look for is told by the bound the charter sets, not as if only that very number would do', () => {
  const charter = parseCharter({
    id: 'c',
    groups: [
      {
        id: 'a',
        min: 1,
        max: 2,
        eligible: {
          all: [
            { attr: 'age', gte: 60 },
            { attr: 'terms', lt: 3 },
          ],
        },
      },
    ],
  })
  expect(describePerson(charter, { id: 'x', age: 60, terms: 2 }, 'da')).toBe('alder mindst 60, terms højst 2')
  expect(describePerson(charter, { id: 'x', age: 61 }, 'en')).toBe('age at least 60')
  expect(describePerson(charter, { id: 'x', age: 59.5 }, 'en')).toBe('age: 59.5')
})

test('A30: of an age between two bounds both are told; what counts the same is told the same', () => {
  const who = {
    all: [
      { attr: 'age', gte: 13 },
      { attr: 'age', lte: 17 },
    ],
  }
  const rules = [{ id: 'young', kind: 'count', who: { not: { attr: 'age', gte: 16 } }, min: 1 }]
  const charter = parseCharter({ id: 'c', groups: [{ id: 'a', min: 1, eligible: who }], rules })
  const told = (age: number) => describePerson(charter, { id: 'x', age }, 'da')
  expect([12, 13, 15, 16, 17, 18].map(told)).toEqual([
    'alder højst 12',
    'alder 13-15',
    'alder 13-15',
    'alder 16-17',
    'alder 16-17',
    'alder mindst 18',
  ])
})
