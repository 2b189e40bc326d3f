// One random slate: check against the oracle that tries every seating.
import { check, mendable, parseCharter } from '../../../src/councils/charters/index.ts'
import { brokenBy, type Loose, together, verdict } from '../oracle.ts'
import { dice, randomCharter, randomPeople } from '../random.ts'
import { type Round, same } from './same.ts'

export const checkRound: Round = seed => {
  const d = dice(seed)
  const doc = randomCharter(d)
  const people = randomPeople(d, 6)
  const slate: Loose[] = people.filter(() => d.chance(0.6)).map(p => (d.chance(0.15) ? { id: p.id, seat: d.pick(doc.groups).id } : p.id))
  if (d.chance(0.05) && slate.length > 0) slate.push(slate[0])
  const where = () => `seed ${seed} ${JSON.stringify({ charter: doc, people, slate })}`
  const charter = parseCharter(doc)
  const got = check(charter, people as Loose, slate)
  const { ok, broken, wishes, hints } = got
  same({ ok, broken, wishes, hints }, verdict(doc, people, slate), 'verdict', where)
  const all = [...broken, ...wishes, ...hints].sort()
  const placed = slate
    .map(s => (typeof s === 'string' ? s : s.id))
    .map(id => ({ person: people.find(p => p.id === id)!, group: got.placing[id]! }))
  if (!broken.includes('unique')) same([...brokenBy(doc, placed)].sort(), all, 'broken under the seating told', where)
  same(got.seating === null, !ok, 'a seating only when lawful', where)
  same(got.reasons.map(r => r.atom).sort(), all, 'a reason for each atom', where)
  if (!ok) {
    same(together(doc, people, slate, got.conflict), false, 'the conflict is impossible together', where)
    for (const atom of got.conflict) {
      const rest = got.conflict.filter(a => a !== atom)
      same(together(doc, people, slate, rest), true, `the conflict is minimal: without ${atom}`, where)
    }
    const split = mendable(charter, people as Loose, slate)
    same(split.mendable.length > 0 || split.never.length > 0, true, 'a broken slate can or cannot be mended', where)
  }
  return { ok: Number(ok), broken: Number(!ok), wishes: Number(wishes.length > 0) }
}
