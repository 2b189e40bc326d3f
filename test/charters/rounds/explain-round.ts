// One random pool: explain against every council it can make, and against a second solver.
import { compile } from '../../../src/councils/charters/compile.ts'
import { explainTask } from '../../../src/councils/charters/explain-task.ts'
import { parseCharter } from '../../../src/councils/charters/index.ts'
import type { OpenSession } from '../../../src/councils/charters/linear.ts'
import { problemOf } from '../../../src/councils/charters/problem.ts'
import { atomNames, brokenBy, type Doc, type Folk, type Loose } from '../oracle.ts'
import { dice, randomCharter, randomPeople, randomPerson } from '../random.ts'
import { brokenMasks, councils, fewestBroken, looseCouncils, maskOf, possible, recruitments } from '../universe.ts'
import { openYalps } from '../yalps-session.ts'
import { type Round, same } from './same.ts'

/** The task itself, in this process. */
export function asked(open: OpenSession, doc: Doc, pool: Folk[], archetypes: Folk[]) {
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

const active = (doc: Doc, strengths: string[]) =>
  maskOf(
    doc,
    atomNames(doc)
      .filter(a => strengths.includes(a.strength))
      .map(a => a.name),
  )

/** Feasibility, witness, what breaks, and a minimal conflict. */
export const explainRound =
  (open: OpenSession): Round =>
  seed => {
    const d = dice(seed * 7919)
    const doc = randomCharter(d)
    const pool = randomPeople(d, doc.groups.length === 3 ? 3 : 5)
    const got = asked(open, doc, pool, [])
    const where = () => `seed ${seed} ${JSON.stringify({ charter: doc, people: pool })}`
    const must = active(doc, ['must'])
    const masks = brokenMasks(doc, looseCouncils(doc, pool))
    same(got.feasible, possible(masks, must), 'feasible', where)
    if (got.feasible) {
      same(maskOf(doc, brokenBy(doc, got.witness!)) & must, 0n, 'the witness is lawful', where)
      same(got.recruit.min, 0, 'nobody needs to be recruited', where)
      return { feasible: 1, not: 0, unique: 0 }
    }
    same(got.broken, fewestBroken(doc, masks), 'broken', where)
    minimal(doc, masks, got.conflict, 'the conflict', where)
    // Leaving `unique` aside, it is a minimal conflict also among people who sit once each.
    const once = brokenMasks(doc, councils(doc, pool))
    minimal(
      doc,
      once,
      got.conflict.filter(a => a !== 'unique'),
      'the conflict among people who sit once each',
      where,
    )
    return { feasible: 0, not: 1, unique: Number(got.conflict.includes('unique')) }
  }

function minimal(doc: Doc, masks: Set<bigint>, conflict: string[], what: string, where: () => string) {
  same(possible(masks, maskOf(doc, conflict)), false, `${what} is one`, where)
  for (const atom of conflict) {
    const rest = conflict.filter(a => a !== atom)
    same(possible(masks, maskOf(doc, rest)), true, `${what} is minimal: without ${atom}`, where)
  }
}

/** The fewest recruits and all smallest choices of them, for the law and for the wishes. */
export const recruitRound =
  (open: OpenSession): Round =>
  seed => {
    const d = dice(seed * 104_729)
    const doc = randomCharter(d)
    if (doc.groups.length === 3) doc.groups.pop()
    for (const rule of doc.rules) if (rule.in) rule.in = rule.in.filter((g: string) => doc.groups.some(each => each.id === g))
    const pool = randomPeople(d, 3)
    const archetypes = Array.from({ length: 3 }, (_, at) => randomPerson(d, `kind${at}`))
    const got = asked(open, doc, pool, archetypes)
    const where = () => `seed ${seed} ${JSON.stringify({ charter: doc, people: pool, archetypes })}`
    const seen = { some: 0, none: 0 }
    for (const [recruit, strengths, what] of [
      [got.recruit, ['must'], 'recruit'],
      [got.recruit_wishes, ['must', 'should'], 'recruit_wishes'],
    ] as const) {
      const expected = recruitments(doc, pool, archetypes, active(doc, [...strengths]), 3)
      same(recruit.min, expected ? expected[0]!.length : null, `${what}.min`, where)
      if (expected) same(recruit.options, expected.slice(0, 20), `${what}.options`, where)
      if (recruit.min) seen.some++
      if (recruit.min === null) seen.none++
    }
    return seen
  }

/** A second, independent solver gives the same answers on a pool too large to try out. */
export const secondSolverRound =
  (open: OpenSession): Round =>
  seed => {
    const d = dice(seed * 15_485_863)
    const doc = randomCharter(d)
    const pool = randomPeople(d, 8)
    const archetypes = Array.from({ length: 3 }, (_, at) => randomPerson(d, `kind${at}`))
    const plain = (solver: OpenSession) => {
      const { feasible, broken, recruit, recruit_wishes } = asked(solver, doc, pool, archetypes)
      return { feasible, broken, law: recruit.options, min: recruit.min, needed: recruit.needed, wishes: recruit_wishes.min }
    }
    const where = () => `seed ${seed} ${JSON.stringify({ charter: doc, people: pool, archetypes })}`
    const answer = plain(open)
    same(answer, plain(openYalps), 'the second solver', where)
    return { feasible: Number(answer.feasible), not: Number(!answer.feasible) }
  }
