// Two versions of a charter compared in words: nothing is missed, and "stricter" and "looser" are what the engine says they are.
import { expect, test } from 'vitest'
import { type Charter, check, differences, implies, type Person, parseCharter } from '../../src/councils/charters/index.ts'
import { predicateOf } from '../../src/councils/charters/predicate.ts'
import { type Dice, dice, randomPerson, randomPredicate, randomRule } from './random.ts'
import { udsatteraad } from './udsatteraad.ts'

function randomCharter(d: Dice): Charter {
  const groups = ['a', 'b'].map(id => ({
    id,
    min: d.upTo(2),
    max: 2 + d.upTo(3),
    ...(d.chance(0.5) ? { eligible: randomPredicate(d) } : {}),
  }))
  const rules = Array.from({ length: d.upTo(4) }, (_, at) => randomRule(d, `r${at}`, ['a', 'b'], 4))
  return parseCharter({ id: 'c', groups, rules })
}
/** The same charter with one thing about it changed. */
function nudged(d: Dice, charter: Charter): Charter {
  const copy = JSON.parse(JSON.stringify(charter))
  const rule = copy.rules.length > 0 ? d.pick(copy.rules as Record<string, unknown>[]) : null
  const group = d.pick(copy.groups as Record<string, unknown>[])
  const turns = [
    () => Object.assign(group, { min: d.upTo(3) }),
    () => Object.assign(group, { max: 2 + d.upTo(4) }),
    () => Object.assign(group, { eligible: randomPredicate(d) }),
    () => void delete group.eligible,
    () => rule && copy.rules.splice(copy.rules.indexOf(rule), 1, randomRule(d, String(rule.id), ['a', 'b'], 4)),
    () => rule && Object.assign(rule, { strength: d.pick(['must', 'should', 'hint']) }),
    () => rule && typeof rule.min === 'number' && Object.assign(rule, { min: d.upTo(4) }),
    () => rule && typeof rule.max === 'number' && Object.assign(rule, { max: d.upTo(5) }),
    () =>
      rule?.who &&
      Object.assign(rule, { who: d.chance(0.5) ? { all: [rule.who, randomPredicate(d)] } : { any: [rule.who, randomPredicate(d)] } }),
    () => copy.rules.push(randomRule(d, 'new', ['a', 'b'], 4)),
    () => copy.rules.pop(),
  ]
  d.pick(turns)()
  return parseCharter(copy)
}
const many = Number(process.env.CHARTERS ?? 250)

test('A0: a charter does not differ from itself, and what differs is never silent', () => {
  let seen = 0
  for (let seed = 1; seed <= many; seed++) {
    const d = dice(seed)
    const one = randomCharter(d)
    expect(differences(one, parseCharter(JSON.parse(JSON.stringify(one))), 'da')).toEqual([])
    const other = nudged(d, one)
    const found = differences(one, other, 'da')
    if (JSON.stringify(one) !== JSON.stringify(other)) seen++
    expect(found.length > 0, `seed ${seed}`).toBe(JSON.stringify(one) !== JSON.stringify(other))
  }
  expect(seen).toBeGreaterThan(many / 3)
})

test('A0: read the other way, what came is what goes, and stricter is looser', () => {
  const back = { added: 'removed', removed: 'added', stricter: 'looser', looser: 'stricter', changed: 'changed', worded: 'worded' }
  for (let seed = 1; seed <= many; seed++) {
    const d = dice(seed)
    const one = randomCharter(d)
    const other = d.chance(0.5) ? nudged(d, one) : randomCharter(d)
    const forth = new Map(differences(one, other, 'da').map(each => [each.about, each.direction]))
    const turned = new Map(differences(other, one, 'da').map(each => [each.about, back[each.direction]]))
    expect(turned, `seed ${seed}`).toEqual(
      new Map([...forth].sort(([a], [b]) => [...turned.keys()].indexOf(a) - [...turned.keys()].indexOf(b))),
    )
  }
})

test('A0: where everything is looser, whoever could sit still can; where everything is stricter, nobody new can', () => {
  const judged = { looser: 0, stricter: 0 }
  let caught = 0
  for (let seed = 1; seed <= many * 2; seed++) {
    const d = dice(seed)
    const one = randomCharter(d)
    const other = nudged(d, one)
    const directions = new Set(differences(one, other, 'da').map(each => each.direction))
    if (directions.size !== 1) continue
    const [direction] = directions
    if (direction !== 'looser' && direction !== 'stricter') continue
    const people = Array.from({ length: 6 }, (_, at) => randomPerson(d, `p${at}`) as Person)
    for (let turn = 0; turn < 6; turn++) {
      const slate = people.filter(() => d.chance(0.6)).map(({ id }) => id)
      const [loose, strict] = direction === 'looser' ? [other, one] : [one, other]
      // The planted fault: the direction taken the wrong way round is found out by the same people.
      if (check(loose, people, slate).ok && !check(strict, people, slate).ok) caught++
      if (!check(strict, people, slate).ok) continue
      judged[direction]++
      expect(check(loose, people, slate).ok, `seed ${seed}: ${direction}`).toBe(true)
    }
  }
  // The comparison met real slates, both ways.
  expect(Math.min(judged.looser, judged.stricter)).toBeGreaterThan(20)
  expect(caught).toBeGreaterThan(0)
})

test('A0: one condition implies another only where no person shows otherwise', () => {
  let sure = 0
  for (let seed = 1; seed <= many * 4; seed++) {
    const d = dice(seed)
    const [first, second] = [randomPredicate(d), randomPredicate(d)] as never[]
    if (!implies(first!, second!)) continue
    sure++
    for (let at = 0; at < 20; at++) {
      const person = randomPerson(d, 'p') as Person
      if (predicateOf(first!)(person)) expect(predicateOf(second!)(person), `seed ${seed}`).toBe(true)
    }
  }
  expect(sure).toBeGreaterThan(30)
})

test('A10: a wish made a demand is stricter, quotes its sentence, and other words alone are other words', () => {
  const harder = parseCharter({
    ...udsatteraad,
    rules: udsatteraad.rules.map(rule => (rule.id === 'users' ? { ...rule, strength: 'must' as const } : rule)),
  })
  expect(differences(udsatteraad, harder, 'da')).toMatchObject([
    {
      about: 'users',
      direction: 'stricter',
      before: { force: 'should' },
      after: { force: 'must', sentence: expect.stringContaining('brugerrepræsentanter') },
    },
  ])
  const worded = parseCharter({ ...udsatteraad, rules: udsatteraad.rules.map(rule => ({ ...rule, text: { da: `${rule.text?.da} her` } })) })
  expect(new Set(differences(udsatteraad, worded, 'da').map(each => each.direction))).toEqual(new Set(['worded']))
})
