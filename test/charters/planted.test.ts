// Faults planted in answers and in the engine's own rules must be caught by the checks that guard it.
import { describe, expect, test } from 'vitest'
import { check, drawIds, drawSlate, parseCharter } from '../../src/councils/charters/index.ts'
import { complaints } from './complaints.ts'
import type { Loose } from './oracle.ts'
import { dice, randomCharter, randomPeople } from './random.ts'
import { lots } from './universe.ts'

/** Random cases with the engine's own, right answers. */
function* cases() {
  for (let seed = 1; seed <= 400; seed++) {
    const d = dice(seed * 13)
    const doc = randomCharter(d)
    const people = randomPeople(d, 5)
    const slate = people.filter(() => d.chance(0.7)).map(p => p.id)
    const { ok, seating, broken, conflict, wishes } = check(parseCharter(doc), people as Loose, slate)
    yield { doc, people, slate, answer: { ok, seating: seating && { ...seating }, broken, conflict, wishes }, d }
  }
}

describe('planted wrong answers are caught', () => {
  const faults: Record<string, (c: ReturnType<typeof cases> extends Generator<infer T> ? T : never) => Loose | null> = {
    'a yes for a no': ({ answer }) => (answer.ok ? null : { ...answer, ok: true, broken: [] }),
    'a no for a yes': ({ answer, doc }) =>
      answer.ok
        ? { ...answer, ok: false, seating: null, broken: [`size:${doc.groups[0]!.id}`], conflict: [`size:${doc.groups[0]!.id}`] }
        : null,
    'one broken atom too many': ({ answer, doc }) => {
      const more = [`size:${doc.groups[0]!.id}`, `elig:${doc.groups[0]!.id}`].find(a => !answer.broken.includes(a))
      return !answer.ok && more ? { ...answer, broken: [...answer.broken, more] } : null
    },
    'one broken atom forgotten': ({ answer }) => (answer.broken.length > 1 ? { ...answer, broken: answer.broken.slice(1) } : null),
    'a conflict with something needless in it': ({ answer, doc }) => {
      const more = [`elig:${doc.groups[0]!.id}`, `size:${doc.groups[0]!.id}`].find(a => !answer.conflict.includes(a))
      return !answer.ok && more ? { ...answer, conflict: [...answer.conflict, more] } : null
    },
    'a conflict that is none': ({ answer }) => (answer.ok ? null : { ...answer, conflict: answer.conflict.slice(1) }),
    'a wish that is kept called broken': ({ answer }) => ({ ...answer, wishes: [...answer.wishes, 'r99'] }),
    'a wish that is broken kept quiet': ({ answer }) => (answer.wishes.length > 0 ? { ...answer, wishes: answer.wishes.slice(1) } : null),
    'somebody seated in no group': ({ answer, slate }) =>
      answer.seating && slate.length > 0 ? { ...answer, seating: { ...answer.seating, [slate[0]!]: 'nowhere' } } : null,
  }
  for (const [name, plant] of Object.entries(faults)) {
    test(`A9: ${name}`, { timeout: 60_000 }, () => {
      let planted = 0
      for (const each of cases()) {
        expect(complaints(each.doc, each.people, each.slate, each.answer)).toEqual([])
        const wrong = plant(each)
        if (!wrong) continue
        planted++
        expect(complaints(each.doc, each.people, each.slate, wrong), JSON.stringify({ ...each, wrong })).not.toEqual([])
        if (planted >= 25) break
      }
      expect(planted).toBeGreaterThanOrEqual(10)
    })
  }

  test('A9: a greedy seating, first fitting group first, is caught', { timeout: 60_000 }, () => {
    const doc = {
      id: 'g',
      groups: [
        { id: 'a', min: 1, max: 1, eligible: { attr: 'roles', hasAny: ['user', 'councillor'] } },
        { id: 'b', min: 1, max: 1, eligible: { attr: 'roles', has: 'councillor' } },
      ],
      rules: [],
    }
    const people = [
      { id: 'p', roles: ['user', 'councillor'] },
      { id: 'q', roles: ['user'] },
    ]
    const greedy = { ok: false, seating: null, broken: ['size:a', 'size:b'], conflict: ['size:a'], wishes: [] }
    expect(complaints(doc, people, ['p', 'q'], greedy)).not.toEqual([])
    const right = check(parseCharter(doc), people, ['p', 'q'])
    expect(complaints(doc, people, ['p', 'q'], { ...right, seating: { ...right.seating } })).toEqual([])
  })

  test('A30: a lottery that forgets an id, or draws with a bias, differs from one worked out by hand', () => {
    const slates = [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
      ['c', 'd'],
    ]
    const seeds = Array.from({ length: 40 }, (_, at) => `seed ${at}`)
    for (const seed of seeds) expect(drawSlate(seed, slates).winners).toEqual(lots(seed, slates))
    expect(new Set(seeds.map(seed => drawSlate(seed, slates).winners.join())).size).toBe(4)
    expect(seeds.some(seed => drawSlate(seed, slates.slice(1)).winners.join() !== lots(seed, slates).join())).toBe(true)
    // Worked out by hand from SHA-256("s:0") and SHA-256("s:1"), with the ids in their byte order.
    expect(drawIds('s', ['c', 'a', 'b'], 2).winners).toEqual(['c', 'b'])
    const steps = drawIds('s', ['c', 'a', 'b'], 2).steps
    for (const step of steps) expect(BigInt(`0x${step.hash.slice(0, 16)}`) % BigInt(step.of)).toBe(BigInt(step.index!))
    const counts = new Map<string, number>()
    for (let at = 0; at < 3_000; at++)
      for (const id of drawIds(`n${at}`, ['a', 'b', 'c'], 1).winners) counts.set(id, (counts.get(id) ?? 0) + 1)
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(130)
    expect(drawIds('x', ['a', 'b', 'c'], 3).winners.toSorted()).toEqual(['a', 'b', 'c'])
  })
})
