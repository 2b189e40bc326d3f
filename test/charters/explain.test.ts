// A solver that answers wrongly is noticed: planted faults behind explain.
import { beforeAll, expect, test } from 'vitest'
import { openHighs } from '../../src/councils/charters/highs-session.ts'
import type { OpenSession } from '../../src/councils/charters/linear.ts'
import { atomNames, type Doc, type Folk, type Loose } from './oracle.ts'
import { asked, explainRound } from './rounds/explain-round.ts'
import { brokenMasks, councils, maskOf, possible } from './universe.ts'
import { openYalps } from './yalps-session.ts'

let highs: OpenSession

beforeAll(async () => {
  highs = await openHighs(() => 60)
})

test('a planted wrong answer is caught: a solver that says no too often, and one that forgets a row', () => {
  const noSayer: OpenSession = linear => ({
    ...openYalps(linear),
    rowBounds() {},
    columnBounds() {},
    addRow: () => 0,
    close() {},
    solve: () => null,
  })
  const careless: OpenSession = linear =>
    highs({
      ...linear,
      rows: linear.rows.map((row, at) => (at === linear.rows.length - 1 ? { ...row, lo: Number.NEGATIVE_INFINITY } : row)),
    })
  const doc: Doc = {
    groups: [{ id: 'a', min: 1, max: 2 }],
    rules: [{ id: 'r', kind: 'count', who: { attr: 'roles', has: 'user' }, min: 1 }],
  }
  const pool = [
    { id: 'p', roles: ['user'] },
    { id: 'q', roles: [] },
  ]
  const must = maskOf(
    doc,
    atomNames(doc).map(a => a.name),
  )
  const truth = (people: Folk[]) => possible(brokenMasks(doc, councils(doc, people)), must)
  expect(asked(highs, { ...doc, id: 'x' } as Loose, pool, []).feasible).toBe(truth(pool))
  // With a solver that denies everything, even the empty council is denied, so the search for what to give up never ends: it throws.
  expect(() => asked(noSayer, { ...doc, id: 'x' } as Loose, pool, [])).toThrow()
  expect(asked(careless, { ...doc, id: 'x' } as Loose, [pool[1]!], []).feasible).not.toBe(truth([pool[1]!]))
})

test('A30: a person on two seats counts twice for a value only they carry, so that `unique` stands in a conflict only where it must', async () => {
  // Found by the long run; with these numbers a conflict once named `unique` needlessly, or was none because a share was reckoned for too few seats.
  for (const seed of [617, 2791, 3925, 6797, 12_006, 28_725]) expect((await explainRound(highs)(seed)).not).toBe(1)
})
