// T13: the same attacker against several themes at once, which stand in parts of town that a human may show and take away.
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { openHighs } from '../councils/charters/highs-session.ts'
import type { OpenSession } from '../councils/charters/linear.ts'
import { boundsOf, fewest } from './band.ts'
import { shownCount } from './edition.ts'
import { mayGoOut } from './theme.ts'

let open: OpenSession
beforeAll(async () => {
  open = await openHighs(() => 60)
})
const many = 10_000

interface Week {
  readonly came: number
  readonly few: boolean
  readonly show: boolean
  readonly district: string | null
}
interface History {
  /** How many had truly gone out with it, week by week. */
  readonly told: readonly number[]
  /** What the publication lets one know; null while it is not there. */
  readonly said: readonly (null | { readonly from: number; readonly to: number })[]
  readonly shown: readonly (string | null)[]
}
/** A theme week by week: all that is gathered goes out together or waits. A part of town that is shown says that there are five. */
function historyOf(weeks: readonly Week[]): History {
  let told = 0
  let waiting: { own: boolean; few: boolean }[] = []
  const counts = weeks.map(({ came, few }) => {
    waiting = [...waiting, ...Array.from({ length: came }, () => ({ own: true, few }))]
    if (mayGoOut(told, waiting)) {
      told += waiting.length
      waiting = []
    }
    return told
  })
  const each = counts.map((one, at) => shownCount({ told: one, showCount: weeks[at]!.show, district: weeks[at]!.district }))
  return {
    told: counts,
    shown: each.map(({ district }, at) => (counts[at] === 0 ? null : district)),
    said: each.map(({ band, district }, at) =>
      counts[at] === 0 ? null : band ? boundsOf(band) : { from: district === null ? 1 : fewest, to: many },
    ),
  }
}
/**
 * What is proven of several themes at once: of each set of them, and of all that stood in one part of town, in every stretch of weeks.
 * `totals` is what would be known if their sum were published as well.
 */
function isolatedAmong(themes: readonly History[], sets: readonly (readonly number[])[], totals?: readonly number[]): string[] {
  const weeksOf = themes[0]!.told.length
  const at = (theme: number, week: number) => theme * weeksOf + week
  const rows = themes.flatMap((_, theme) =>
    Array.from({ length: weeksOf - 1 }, (_, week) => ({ on: [at(theme, week), at(theme, week + 1)], weights: [-1, 1], lo: 0, hi: many })),
  )
  const sums = (totals ?? []).map((sum, week) => ({
    on: themes.map((_, theme) => at(theme, week)),
    weights: themes.map(() => 1),
    lo: sum,
    hi: sum,
  }))
  const said = themes.flatMap(one => one.said)
  const lower = said.map(one => one?.from ?? 0)
  // Not there yet: nobody has gone out with it.
  const upper = said.map(one => one?.to ?? 0)
  const session = open({ lower, upper, rows: [...rows, ...sums], real: new Set() })
  const most = (aim: Map<number, number>) => {
    const found = session.solve(aim)!
    return [...aim].reduce((sum, [on, weight]) => sum + weight * found[on]!, 0)
  }
  const proven: string[] = []
  for (const set of sets)
    for (let to = 0; to < weeksOf; to++)
      for (let from = -1; from < to; from++) {
        const truly = set.reduce((sum, theme) => sum + themes[theme]!.told[to]! - (from < 0 ? 0 : themes[theme]!.told[from]!), 0)
        if (truly < 1 || truly > 4) continue
        const aim = new Map(set.flatMap(theme => [[at(theme, to), 1] as const, ...(from < 0 ? [] : [[at(theme, from), -1] as const])]))
        const atMost = most(aim)
        const atLeast = -most(new Map([...aim].map(([on, weight]) => [on, -weight])))
        if (atLeast >= 1 && atMost <= 4) proven.push(`themes ${set.join('+')}, weeks ${from + 1}–${to}: ${atLeast} to ${atMost}`)
      }
  session.close()
  return proven
}

const places = ['ejby', 'hvissinge'] as const
const several = fc.tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 4, max: 6 })).chain(([themes, length]) =>
  fc.array(
    fc.array(
      fc.record({
        came: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }) }),
        few: fc.boolean(),
        show: fc.boolean(),
        district: fc.constantFrom(...places, null),
      }),
      { minLength: length, maxLength: length },
    ),
    { minLength: themes, maxLength: themes },
  ),
)
const setsOf = (themes: readonly History[]) => {
  const all = themes.map((_, at) => at)
  const pairs = all.flatMap(one => all.filter(other => other > one).map(other => [one, other]))
  const near = places.map(place => all.filter(one => themes[one]!.shown.includes(place))).filter(set => set.length > 0)
  return [...all.map(one => [one]), ...pairs, ...near]
}
it('A26 T13: several themes with parts of town that come and go: nothing is proven of one, of two together, or of a part of town', {
  timeout: 120_000,
}, () => {
  let districts = 0
  let found = 0
  fc.assert(
    fc.property(several, said => {
      const themes = said.map(historyOf)
      districts += themes.filter(one => one.shown.some(place => place !== null)).length
      expect(isolatedAmong(themes, setsOf(themes))).toEqual([])
      // The same attacker finds somebody where the sum of all themes is published beside them.
      const totals = themes[0]!.told.map((_, week) => themes.reduce((sum, one) => sum + one.told[week]!, 0))
      if (isolatedAmong(themes, setsOf(themes), totals).length > 0) found++
      for (const one of themes)
        for (const [week, place] of one.shown.entries()) if (place !== null) expect(one.told[week]).toBeGreaterThanOrEqual(fewest)
    }),
    { numRuns: 25 },
  )
  expect(districts).toBeGreaterThan(5)
  expect(found).toBeGreaterThan(2)
})
