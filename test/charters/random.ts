// Random charters and people, repeatable from a number, made to be awkward: several groups per person, gaps, duplicates, contradictions.
import type { Doc, Folk, Loose } from './oracle.ts'

/** A repeatable source of numbers in [0, 1). */
export function dice(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const upTo = (n: number) => Math.floor(next() * n)
  const pick = <T>(list: readonly T[]): T => list[upTo(list.length)]!
  const chance = (p: number) => next() < p
  return { next, upTo, pick, chance }
}
export type Dice = ReturnType<typeof dice>

const roles = ['user', 'organisation', 'councillor', 'insight']
const districts = ['Ejby', 'Hvissinge', 'Nordvang']

export function randomPerson(d: Dice, id: string): Folk {
  const person: Folk = { id }
  if (!d.chance(0.1)) person.roles = roles.filter(() => d.chance(0.4))
  if (d.chance(0.05)) person.roles = d.pick(roles)
  if (!d.chance(0.15)) person.local = d.chance(0.6)
  person.district = d.chance(0.15) ? null : d.pick(districts)
  if (!d.chance(0.15)) person.age = 15 + d.upTo(70)
  if (!d.chance(0.1)) person.gender = d.pick(['f', 'm', 'x'])
  return person
}

export function randomPredicate(d: Dice, depth = 0): Loose {
  if (depth < 2 && d.chance(0.3)) {
    const kind = d.pick(['all', 'any', 'not'])
    if (kind === 'not') return { not: randomPredicate(d, depth + 1) }
    return { [kind]: Array.from({ length: d.upTo(3) }, () => randomPredicate(d, depth + 1)) }
  }
  return d.pick([
    { attr: 'roles', has: d.pick(roles) },
    { attr: 'roles', hasAny: roles.filter(() => d.chance(0.5)) },
    { attr: 'local', eq: d.chance(0.7) },
    { attr: 'district', eq: d.pick(districts) },
    { attr: 'age', gte: 20 + d.upTo(50) },
    { attr: 'age', lt: 20 + d.upTo(50) },
    { attr: 'age', lte: 20 + d.upTo(50) },
    { attr: 'gender', eq: d.pick(['f', 'm']) },
  ])
}

export function randomRule(d: Dice, id: string, groups: string[], most: number): Loose {
  const rule: Loose = { id, kind: d.pick(['count', 'every', 'max_same', 'balance', 'share', 'cover', 'total']) }
  if (d.chance(0.5)) rule.in = groups.filter(() => d.chance(0.5))
  const strength = d.pick(['must', 'must', 'should', 'hint', null])
  if (strength) rule.strength = strength
  const bounds = () => {
    if (d.chance(0.7)) rule.min = d.upTo(3)
    if (d.chance(0.4)) rule.max = d.upTo(most)
  }
  if (['count', 'every', 'share'].includes(rule.kind)) rule.who = randomPredicate(d)
  if (rule.kind === 'count' || rule.kind === 'total') bounds()
  if (rule.kind === 'max_same') Object.assign(rule, { attr: d.pick(['district', 'gender', 'roles', 'age']), max: d.upTo(3) })
  if (rule.kind === 'balance') Object.assign(rule, { attr: 'gender', values: ['f', 'm'], max_diff: d.upTo(3) })
  if (rule.kind === 'share') {
    rule.min = d.pick([
      [1, 3],
      [1, 2],
      [2, 3],
      [1, 4],
      [0, 1],
      [1, 1],
      [2, 6],
    ])
    if (d.chance(0.4)) rule.strict = d.chance(0.8)
  }
  if (rule.kind === 'cover') {
    const attr = d.pick(['district', 'roles'])
    const values = (attr === 'district' ? districts : roles).filter(() => d.chance(0.5))
    Object.assign(rule, { attr, values, each_min: d.pick([1, 1, 2]) })
  }
  return rule
}

export function randomCharter(d: Dice): Doc & { id: string } {
  const ids = ['a', 'b', 'c'].slice(0, 1 + d.upTo(3))
  const groups = ids.map((id, at) => {
    const min = d.upTo(3)
    const group: Loose = { id, voting: at < 2, min, max: min + d.upTo(3) }
    if (d.chance(0.1)) delete group.max
    if (d.chance(0.05)) group.max = Math.max(0, min - 1)
    if (d.chance(0.8)) group.eligible = randomPredicate(d)
    if (at === 2 && d.chance(0.3)) Object.assign(group, { voting: false, substitute: true })
    return group
  })
  const rules = Array.from({ length: d.upTo(5) }, (_, at) => randomRule(d, `r${at}`, ids, 5))
  return { id: 'random', groups, rules }
}

export function randomPeople(d: Dice, count: number): Folk[] {
  return Array.from({ length: count }, (_, at) => randomPerson(d, `p${at}`))
}
