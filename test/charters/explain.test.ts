// explain against every council a small pool can make, with both solvers.
import { beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../../src/councils/charters/compile.ts'
import { explainTask } from '../../src/councils/charters/explain-task.ts'
import { openHighs } from '../../src/councils/charters/highs-session.ts'
import { parseCharter } from '../../src/councils/charters/index.ts'
import type { OpenSession } from '../../src/councils/charters/linear.ts'
import { problemOf } from '../../src/councils/charters/problem.ts'
import { atomNames, brokenBy, type Doc, type Folk, type Loose } from './oracle.ts'
import { dice, randomCharter, randomPeople, randomPerson } from './random.ts'
import { brokenMasks, councils, fewestBroken, looseCouncils, maskOf, possible, recruitments } from './universe.ts'
import { openYalps } from './yalps-session.ts'

const long = Boolean(process.env.RAADSLAG_LONG)
const rounds = long ? 20_000 : 300
let highs: OpenSession

beforeAll(async () => {
  highs = await openHighs(() => 60)
})

function asked(open: OpenSession, doc: Doc, pool: Folk[], archetypes: Folk[]) {
  const compiled = compile(parseCharter(doc))
  const sorted = problemOf(compiled, pool as Loose, archetypes as Loose)
  const answer = explainTask(open, sorted.problem)
  const names = (list: number[]) => list.map(at => compiled.atoms[at]!.name)
  const next = new Map<number, number>()
  const witness = answer.witness?.flatMap(({ bunch, group, n }) =>
    Array.from({ length: n }, () => {
      const at = next.get(bunch) ?? 0
      next.set(bunch, at + 1)
      return { person: pool[sorted.members[bunch]![at]!]!, group: doc.groups[group]!.id }
    }),
  )
  return { ...answer, witness, broken: names(answer.broken), conflict: names(answer.conflict), contradiction: names(answer.contradiction) }
}

describe('explain, on random charters', () => {
  test(`A8 A9 A12 A30: ${rounds} pools: feasibility, witness, what breaks and a minimal conflict`, { timeout: rounds * 500 }, () => {
    const seen = { feasible: 0, not: 0, unique: 0 }
    for (let seed = 1; seed <= rounds; seed++) {
      const d = dice(seed * 7919)
      const doc = randomCharter(d)
      const pool = randomPeople(d, doc.groups.length === 3 ? 3 : 5)
      const got = asked(highs, doc, pool, [])
      const where = `seed ${seed} ${JSON.stringify({ charter: doc, people: pool })}`
      const must = maskOf(
        doc,
        atomNames(doc)
          .filter(a => a.strength === 'must')
          .map(a => a.name),
      )
      const masks = brokenMasks(doc, looseCouncils(doc, pool))
      expect(got.feasible, where).toBe(possible(masks, must))
      if (got.feasible) {
        seen.feasible++
        expect(maskOf(doc, brokenBy(doc, got.witness!)) & must, where).toBe(0n)
        expect(got.recruit.min, where).toBe(0)
        continue
      }
      seen.not++
      expect(got.broken, where).toEqual(fewestBroken(doc, masks))
      expect(possible(masks, maskOf(doc, got.conflict)), where).toBe(false)
      for (const atom of got.conflict)
        expect(
          possible(
            masks,
            maskOf(
              doc,
              got.conflict.filter(a => a !== atom),
            ),
          ),
          `${where} without ${atom}`,
        ).toBe(true)
      // Leaving `unique` aside, it is a minimal conflict also among people who sit once each.
      const once = brokenMasks(doc, councils(doc, pool))
      const rest = got.conflict.filter(a => a !== 'unique')
      expect(possible(once, maskOf(doc, rest)), where).toBe(false)
      for (const atom of rest)
        expect(
          possible(
            once,
            maskOf(
              doc,
              rest.filter(a => a !== atom),
            ),
          ),
          `${where} once each, without ${atom}`,
        ).toBe(true)
      if (got.conflict.includes('unique')) seen.unique++
    }
    expect(seen.feasible).toBeGreaterThan(rounds / 10)
    expect(seen.not).toBeGreaterThan(rounds / 4)
  })

  const fewer = long ? 3_000 : 100
  test(`A30: ${fewer} pools: the fewest recruits and all smallest choices, for the law and for the wishes`, {
    timeout: fewer * 3_000,
  }, () => {
    const seen = { some: 0, none: 0 }
    for (let seed = 1; seed <= fewer; seed++) {
      const d = dice(seed * 104_729)
      const doc = randomCharter(d)
      if (doc.groups.length === 3) doc.groups.pop()
      for (const rule of doc.rules) if (rule.in) rule.in = rule.in.filter((g: string) => doc.groups.some(each => each.id === g))
      const pool = randomPeople(d, 3)
      const archetypes = Array.from({ length: 3 }, (_, at) => randomPerson(d, `kind${at}`))
      const got = asked(highs, doc, pool, archetypes)
      const where = `seed ${seed} ${JSON.stringify({ charter: doc, people: pool, archetypes })}`
      const atoms = atomNames(doc)
      for (const [recruit, strengths] of [
        [got.recruit, ['must']],
        [got.recruit_wishes, ['must', 'should']],
      ] as const) {
        const active = maskOf(
          doc,
          atoms.filter(a => (strengths as readonly string[]).includes(a.strength)).map(a => a.name),
        )
        const expected = recruitments(doc, pool, archetypes, active, 3)
        expect(recruit.min, where).toBe(expected ? expected[0]!.length : null)
        if (expected) expect(recruit.options, where).toEqual(expected.slice(0, 20))
        if (recruit.min) seen.some++
        if (recruit.min === null) seen.none++
      }
    }
    expect(seen.some).toBeGreaterThan(fewer / 10)
    expect(seen.none).toBeGreaterThan(0)
  })

  const second = long ? 2_000 : 100
  test(`A30: ${second} pools: a second solver gives the same answers`, { timeout: second * 2_000 }, () => {
    for (let seed = 1; seed <= second; seed++) {
      const d = dice(seed * 15_485_863)
      const doc = randomCharter(d)
      const pool = randomPeople(d, 8)
      const archetypes = Array.from({ length: 3 }, (_, at) => randomPerson(d, `kind${at}`))
      const [a, b] = [asked(highs, doc, pool, archetypes), asked(openYalps, doc, pool, archetypes)]
      const plain = ({ feasible, broken, recruit, recruit_wishes }: typeof a) => ({
        feasible,
        broken,
        law: recruit.options,
        min: recruit.min,
        needed: recruit.needed,
        wishes: recruit_wishes.min,
      })
      expect(plain(a), `seed ${seed} ${JSON.stringify({ charter: doc, people: pool, archetypes })}`).toEqual(plain(b))
    }
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
})
