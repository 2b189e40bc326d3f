// check against an oracle that tries every seating, on random charters.
import { describe, expect, test } from 'vitest'
import { check, mendable, parseCharter } from '../../src/councils/charters/index.ts'
import { brokenBy, type Loose, together, verdict } from './oracle.ts'
import { dice, randomCharter, randomPeople } from './random.ts'

const rounds = process.env.RAADSLAG_LONG ? 100_000 : 1_000

describe('check, on random charters', () => {
  test(`A8 A9 A12: ${rounds} random slates get the verdict of the oracle that tries every seating`, { timeout: rounds * 100 }, () => {
    const seen = { ok: 0, broken: 0, wishes: 0, moved: 0 }
    for (let seed = 1; seed <= rounds; seed++) {
      const d = dice(seed)
      const doc = randomCharter(d)
      const people = randomPeople(d, 6)
      const slate: Loose[] = people
        .filter(() => d.chance(0.6))
        .map(p => (d.chance(0.15) ? { id: p.id, seat: d.pick(doc.groups).id } : p.id))
      if (d.chance(0.05) && slate.length > 0) slate.push(slate[0])
      const expected = verdict(doc, people, slate)
      const got = check(parseCharter(doc), people as Loose, slate)
      const where = `seed ${seed} ${JSON.stringify({ charter: doc, people, slate })}`
      expect({ ok: got.ok, broken: got.broken, wishes: got.wishes, hints: got.hints }, where).toEqual(expected)
      const placed = slate
        .map(s => (typeof s === 'string' ? s : s.id))
        .map(id => ({ person: people.find(p => p.id === id)!, group: got.placing[id]! }))
      if (!got.broken.includes('unique'))
        expect([...brokenBy(doc, placed)].sort(), where).toEqual([...got.broken, ...got.wishes, ...got.hints].sort())
      expect(got.seating === null, where).toBe(!got.ok)
      expect(got.reasons.map(r => r.atom).sort(), where).toEqual([...got.broken, ...got.wishes, ...got.hints].sort())
      if (got.ok) seen.ok++
      else {
        seen.broken++
        expect(together(doc, people, slate, got.conflict), where).toBe(false)
        for (const atom of got.conflict)
          expect(
            together(
              doc,
              people,
              slate,
              got.conflict.filter(a => a !== atom),
            ),
            `${where} without ${atom}`,
          ).toBe(true)
        const split = mendable(parseCharter(doc), people as Loose, slate)
        expect(split.never.some(a => got.broken.includes(a)) || split.mendable.length > 0 || split.never.length > 0, where).toBe(true)
      }
      if (got.wishes.length > 0) seen.wishes++
    }
    expect(seen.ok).toBeGreaterThan(rounds / 20)
    expect(seen.wishes).toBeGreaterThan(rounds / 20)
    expect(seen.broken).toBeGreaterThan(rounds / 4)
  })
})
