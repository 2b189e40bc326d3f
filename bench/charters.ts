// The charter engine against its targets: medians on this machine, with the limit beside each.
import {
  type Charter,
  check,
  closeSolver,
  explain,
  type Person,
  parseCharter,
  propose,
  replace,
  type Seating,
} from '../src/councils/charters/index.ts'

export type Row = { what: string; figure: number; unit: string; target: string }

/** A council of twenty in three groups, with wishes and limits like those of real charters. */
export const twenty: Charter = parseCharter({
  id: 'bench',
  groups: [
    {
      id: 'external',
      min: 12,
      max: 12,
      eligible: { all: [{ attr: 'roles', hasAny: ['user', 'organisation', 'insight'] }, { not: { attr: 'roles', has: 'councillor' } }] },
    },
    { id: 'council', min: 6, max: 6, eligible: { attr: 'roles', has: 'councillor' } },
    { id: 'adviser', voting: false, min: 1, max: 2, eligible: { attr: 'roles', has: 'employee' } },
  ],
  rules: [
    { id: 'resident', kind: 'every', in: ['external', 'council'], who: { attr: 'resident', eq: true } },
    { id: 'users', kind: 'count', in: ['external'], who: { attr: 'roles', has: 'user' }, min: 4, strength: 'should' },
    { id: 'districts', kind: 'max_same', in: ['external'], attr: 'district', max: 4 },
    { id: 'gender', kind: 'balance', attr: 'gender', values: ['f', 'm'], max_diff: 6 },
    { id: 'tags', kind: 'cover', attr: 'knows', values: ['families', 'health', 'work'], each_min: 1, strength: 'hint' },
    { id: 'young', kind: 'share', who: { attr: 'age', lt: 40 }, min: [1, 5] },
  ],
})

/** Repeatable invented people. */
export function people(count: number, seed = 1): Person[] {
  let state = seed
  const next = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  const some = (list: string[], chance: number) => list.filter(() => next() < chance)
  return Array.from({ length: count }, (_, at) => {
    const kind = next()
    const roles =
      kind < 0.15
        ? ['councillor', ...some(['user'], 0.1)]
        : kind < 0.25
          ? ['employee', ...some(['insight'], 0.3)]
          : some(['user', 'organisation', 'insight'], 0.5)
    return {
      id: `p${at}`,
      roles,
      resident: next() < 0.9,
      district: ['Bymidten', 'Ejby', 'Hvissinge', 'Nordvang', 'Solvang', 'Søndervang', 'Vestervang'][Math.floor(next() * 7)]!,
      gender: next() < 0.5 ? 'f' : 'm',
      knows: some(['families', 'health', 'work'], 0.3),
      age: 18 + Math.floor(next() * 65),
      score: Math.floor(next() * 100),
    }
  })
}

export const goals = [
  { kind: 'covered' as const, attr: 'knows', values: ['families', 'health', 'work'], weight: 5 },
  { kind: 'distinct' as const, attr: 'district', weight: 2 },
  { kind: 'sum' as const, attr: 'score', weight: 0.1 },
  { kind: 'imbalance' as const, attr: 'gender', values: ['f', 'm'] as [string, string], weight: -1 },
]

const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!

/** The median of so many rounds, after some that are not counted: the solver is kept warm, as on the site. */
async function timed(times: number, work: (round: number) => unknown, before = 0): Promise<number> {
  for (let round = 0; round < before; round++) await work(round)
  const taken: number[] = []
  for (let round = 0; round < times; round++) {
    const start = performance.now()
    await work(round)
    taken.push(performance.now() - start)
  }
  return median(taken)
}

/** The solver's machine code is ready after some twenty questions. */
const warm = (count: number, work: () => unknown) => (count > 1_000 ? timed(9, work, 3) : timed(21, work, 25))

/** A lawful council from a large pool, found once, and slates near it that are wrong in different ways. */
async function slates(): Promise<{ pool: Person[]; seats: Seating; lists: string[][] }> {
  const pool = people(100, 7)
  const answer = await propose(twenty, pool, { k: 1, seconds: 120 })
  const seats = answer.slates[0]!.seating
  const ids = Object.keys(seats)
  const spare = pool.map(person => person.id).filter(id => !(id in seats))
  return { pool, seats, lists: [ids, ...spare.slice(0, 40).map((id, at) => ids.toSpliced(at % ids.length, 1, id))] }
}

/** Medians of several rounds beside the targets. */
export async function benchCharters(): Promise<Row[]> {
  const rows: Row[] = []
  const add = (what: string, figure: number, unit: string, target: string) =>
    rows.push({ what, figure: Math.round(figure * 1000) / 1000, unit, target })
  const { pool, seats, lists } = await slates()
  await timed(10_000, round => check(twenty, pool, lists[round % lists.length]!))
  add('check, lawful council of 20', await timed(2_000, () => check(twenty, pool, lists[0]!)), 'ms', '≤ 0.1')
  add(
    'check, 41 slates of 20, most of them wrong',
    await timed(2_050, round => check(twenty, pool, lists[round % lists.length]!)),
    'ms',
    '≤ 0.1',
  )
  const everySeat = async () => {
    for (const leaving of Object.keys(seats)) await replace(twenty, pool, seats, leaving)
  }
  const all = await timed(9, everySeat, 9)
  add('replace, every seat of a council of 20, 100 candidates', all, 'ms', '≤ 100')
  // Pools without enough users or councillors, so that there is something to explain and to recruit.
  const short = (count: number) =>
    people(count, 3).map((person, at) =>
      (person.roles as string[]).includes('councillor') && at > 12 ? { ...person, roles: ['organisation'] } : person,
    )
  for (const [count, target] of [
    [100, '≤ 100'],
    [10_000, '≤ 1000'],
  ] as const) {
    const scarce = short(count)
    add(`explain with recruitment, ${count} candidates`, await warm(count, () => explain(twenty, scarce, { seconds: 60 })), 'ms', target)
  }
  for (const [count, target] of [
    [100, '≤ 50'],
    [10_000, '≤ 1000'],
  ] as const) {
    const many = people(count, 5)
    add(
      `propose, best slate, ${count} candidates`,
      await warm(count, () => propose(twenty, many, { goals, k: 1, seconds: 60 })),
      'ms',
      target,
    )
  }
  const many = people(10_000, 5)
  add(
    'lottery among equals, 10000 candidates',
    await timed(3, round => propose(twenty, many, { goals: goals.slice(0, 2), k: 1, seed: `round ${round}`, seconds: 60 })),
    'ms',
    '≤ 5000',
  )
  closeSolver()
  return rows
}

/** Run by `npm run bench` as a program of its own, bundled as the site is: prints the rows. */
if (process.argv[2] === '--rows')
  benchCharters().then(rows => {
    process.stdout.write(JSON.stringify(rows))
    process.exit(0)
  })
