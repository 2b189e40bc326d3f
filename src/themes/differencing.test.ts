// T13: an attacker who keeps every publication of every week, and knows the rules, never proves that somebody is there and that they are fewer than five.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openHighs } from '../councils/charters/highs-session.ts'
import type { OpenSession } from '../councils/charters/linear.ts'
import { type Band, bandOf, boundsOf } from './band.ts'
import { figureRows, shownCount } from './edition.ts'
import { mayGoOut } from './theme.ts'

let open: OpenSession
beforeAll(async () => {
  open = await openHighs(() => 60)
})
const many = 10_000

/** What one publication says of a theme: not there yet, there without a count, or there with one. */
type Said = null | { readonly from: number; readonly to: number }
interface History {
  /** How many had truly gone out with it, week by week. */
  readonly told: readonly number[]
  readonly said: readonly Said[]
}
type Publish = (told: number, showCount: boolean) => Said
const ours: Publish = (told, showCount) => {
  if (told === 0) return null
  const { band } = shownCount({ told, showCount, district: null })
  return band ? boundsOf(band) : { from: 1, to: many }
}
/** The fault to find: the number itself, each week. */
const naive: Publish = told => (told === 0 ? null : { from: told, to: told })

/** Weeks of one theme: each week somebody or nobody is gathered; all of it goes out together or waits. */
const weeks = fc.array(
  fc.record({
    came: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
      fc.integer({ min: 5, max: 30 }),
    ),
    few: fc.boolean(),
    show: fc.boolean(),
  }),
  {
    minLength: 4,
    maxLength: 14,
  },
)
function historyOf(said: readonly { came: number; few: boolean; show: boolean }[], publish: Publish): History {
  let told = 0
  let waiting: { own: boolean; few: boolean }[] = []
  const out: { told: number[]; said: Said[] } = { told: [], said: [] }
  for (const { came, few, show } of said) {
    waiting = [...waiting, ...Array.from({ length: came }, () => ({ own: true, few }))]
    if (mayGoOut(told, waiting)) {
      told += waiting.length
      waiting = []
    }
    out.told.push(told)
    out.said.push(publish(told, show))
  }
  return out
}

/** Every stretch of weeks in which truly one to four came, and of which the attacker proves that it was so. By linear programming: counts never fall. */
function isolated({ told, said }: History): string[] {
  const first = said.findIndex(one => one !== null)
  if (first < 0) return []
  const lower = said.map(one => one?.from ?? 0)
  const upper = said.map(one => one?.to ?? 0)
  const rows = said.slice(1).map((_, at) => ({ on: [at, at + 1], weights: [-1, 1], lo: 0, hi: many }))
  const session = open({ lower, upper, rows, real: new Set() })
  const most = (aim: Map<number, number>) => {
    const found = session.solve(aim)!
    return [...aim].reduce((sum, [at, weight]) => sum + weight * found[at]!, 0)
  }
  const found: string[] = []
  for (let to = 0; to < told.length; to++)
    for (let from = -1; from < to; from++) {
      const truly = told[to]! - (from < 0 ? 0 : told[from]!)
      if (truly < 1 || truly > 4) continue
      const aim = new Map<number, number>([[to, 1], ...(from < 0 ? [] : [[from, -1] as const])])
      const atMost = most(aim)
      const atLeast = -most(new Map([...aim].map(([at, weight]) => [at, -weight])))
      if (atLeast >= 1 && atMost <= 4) found.push(`weeks ${from + 1}–${to}: ${atLeast} to ${atMost}`)
    }
  session.close()
  return found
}

const runs = Number(process.env.RAADSLAG_DIFFERENCES ?? 40)
describe('A19 A26 T13: the published counts against a differencing attacker', () => {
  it(`A26: ${runs} random histories over many weeks: no stretch of weeks with one to four voices is proven`, { timeout: 600_000 }, () => {
    let stretches = 0
    fc.assert(
      fc.property(weeks, said => {
        const history = historyOf(said, ours)
        stretches += history.told.filter((one, at) => one - (history.told[at - 1] ?? 0) > 0).length
        expect(isolated(history)).toEqual([])
      }),
      { numRuns: runs },
    )
    console.log(`FIGURE ${JSON.stringify({ differences: { histories: runs, weeks: stretches, proven: 0 } })}`)
    expect(stretches).toBeGreaterThan(runs / 2)
  })

  it('the same attacker finds somebody where the numbers themselves are published', { timeout: 60_000 }, () => {
    let found = 0
    fc.assert(
      fc.property(weeks, said => {
        if (isolated(historyOf(said, naive)).length > 0) found++
      }),
      { numRuns: 30 },
    )
    expect(found).toBeGreaterThan(15)
  })

  const cells = ['yes', 'partly', 'no'] as const
  /** All tables up to this size, by what is published of each: an attacker who knows the rule knows that one of these is true. */
  function worlds(
    publish: (counts: Record<(typeof cells)[number], number>) => unknown,
    size: number,
    two: boolean,
  ): [number, number, number][][] {
    const by = new Map<string, [number, number, number][]>()
    for (let yes = 0; yes <= size; yes++)
      for (let partly = 0; partly <= (two ? 0 : size); partly++)
        for (let no = 0; no <= size; no++) {
          const said = JSON.stringify(publish({ yes, partly, no }))
          by.set(said, [...(by.get(said) ?? []), [yes, partly, no]])
        }
    return [...by.values()]
  }
  /** Cells and sums of two cells of which it is proven that one to four stand in them. */
  function proven(all: readonly (readonly [number, number, number])[]): string[] {
    const sums: [string, (one: readonly [number, number, number]) => number][] = [
      ['yes', ([a]) => a],
      ['partly', ([, b]) => b],
      ['no', ([, , c]) => c],
      ['yes+partly', ([a, b]) => a + b],
      ['yes+no', ([a, , c]) => a + c],
      ['partly+no', ([, b, c]) => b + c],
    ]
    return sums.flatMap(([name, sum]) => {
      const values = all.map(sum)
      return Math.min(...values) >= 1 && Math.max(...values) <= 4 ? [`${name}: ${values.length} worlds, one is ${all[0]}`] : []
    })
  }
  const three = (show: (count: number) => unknown) => (counts: Record<string, number>) => figureRows(counts, show)
  const two =
    (show: (count: number) => unknown) =>
    ({ yes, no }: Record<string, number>) =>
      figureRows({ yes: yes!, no: no! }, show)
  const band = (count: number): Band | null => bandOf(count)

  it('A7: the quarters: whoever knows the rule proves no answer of fewer than five, alone or two together', () => {
    for (const all of worlds(three(band), 24, false)) expect(proven(all)).toEqual([])
    for (const all of worlds(two(band), 40, true)) expect(proven(all)).toEqual([])
  })

  it('A7: numbers, or bands without hiding a second cell, would be found out', () => {
    const exact = worlds(
      three(count => count),
      12,
      false,
    )
    expect(exact.some(all => proven(all).length > 0)).toBe(true)
    const unhidden = (counts: Record<string, number>) => [
      Object.values(counts).reduce((a, b) => a + b, 0),
      ...Object.values(counts).map(one => (one < 5 ? null : one)),
    ]
    expect(worlds(unhidden, 12, false).some(all => proven(all).length > 0)).toBe(true)
  })

  /**
   * Foster families beside the whole they are part of: every pair of tables within whole bands of the sums (beyond them worlds would be missing),
   * and what is proven of them, or of everybody else.
   */
  function besideTheWhole(show: (count: number) => unknown, foster: number, whole: number): number {
    const known = new Map<string, { least: number[]; most: number[] }>()
    const said = new Map<string, string>()
    const publish = (one: Table): string => {
      const key = one.join()
      const [yes, partly, no] = one
      if (!said.has(key)) said.set(key, JSON.stringify(figureRows({ yes, partly, no }, show)))
      return said.get(key)!
    }
    const sums = ([a, b, c]: Table) => [a, b, c, a + b, a + c, b + c, a + b + c]
    for (const part of tablesTo(foster))
      for (const rest of tablesTo(whole - part[0] - part[1] - part[2])) {
        const key = `${publish(part)}|${publish([part[0] + rest[0], part[1] + rest[1], part[2] + rest[2]])}`
        const values = [...sums(part), ...sums(rest)]
        const before = known.get(key) ?? { least: values, most: values }
        known.set(key, {
          least: values.map((value, at) => Math.min(value, before.least[at]!)),
          most: values.map((value, at) => Math.max(value, before.most[at]!)),
        })
      }
    return [...known.values()].filter(({ least, most }) => least.some((value, at) => value >= 1 && most[at]! <= 4)).length
  }
  type Table = readonly [number, number, number]
  /** All tables whose sum is at most this. */
  function* tablesTo(sum: number): Generator<Table> {
    for (let yes = 0; yes <= sum; yes++)
      for (let partly = 0; yes + partly <= sum; partly++) for (let no = 0; yes + partly + no <= sum; no++) yield [yes, partly, no]
  }

  it('B15a: foster families counted beside the whole: nothing under five is proven of them, nor of everybody else', {
    timeout: 60_000,
  }, () => {
    expect(besideTheWhole(band, 9, 19)).toBe(0)
    expect(besideTheWhole(count => count, 5, 9)).toBeGreaterThan(0)
  })
})
