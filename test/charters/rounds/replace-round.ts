// One random vacancy: replace against every council that could follow.
import { parseCharter, replace } from '../../../src/councils/charters/index.ts'
import { atomNames, brokenBy, type Doc, type Folk, type Loose } from '../oracle.ts'
import { randomPeople } from '../random.ts'
import { councils } from '../universe.ts'
import { small } from './propose-round.ts'
import { type Round, same } from './same.ts'

function lawfulCouncil(doc: Doc, must: ReadonlySet<string>, council: { person: Folk; group: string }[]): boolean {
  for (const atom of brokenBy(doc, council)) if (must.has(atom)) return false
  return true
}

/** Who can take the seat, who could if others moved, whether it may stay empty, and what it costs otherwise. */
export const replaceRound: Round = async seed => {
  const { doc, pool: few, d } = small(seed * 2_750_159)
  let pool = few
  // Rules that tie the members of one group to each other: then somebody else may have to go as well.
  if (d.chance(0.4)) {
    pool = randomPeople(d, 9)
    doc.groups = [{ id: 'a', voting: true, min: 3, max: 3 + d.upTo(2) }]
    doc.rules = [
      { id: 'homes', kind: 'max_same', attr: 'district', max: 1 },
      { id: 'one', kind: 'count', who: { attr: 'gender', eq: d.pick(['f', 'm']) }, min: 1 + d.upTo(2) },
      { id: 'two', kind: 'count', who: { attr: 'roles', has: d.pick(['user', 'insight']) }, min: 1, max: 2 },
    ]
  }
  const must = new Set(atomNames(doc).flatMap(a => (a.strength === 'must' ? [a.name] : [])))
  const ok = (council: { person: Folk; group: string }[]) => lawfulCouncil(doc, must, council)
  const lawful = [...councils(doc, pool)].filter(c => c.length > 0 && ok(c))
  if (lawful.length === 0) return { none: 0 }
  const council = d.pick(lawful)
  const leaving = d.pick(council)
  const seats = Object.fromEntries(council.map(s => [s.person.id, s.group]))
  const where = () => `seed ${seed} ${JSON.stringify({ charter: doc, people: pool, seats, leaving: leaving.person.id })}`
  const got = await replace(parseCharter(doc), pool as Loose, seats, leaving.person.id)
  const rest = council.filter(s => s !== leaving)
  const others = pool.filter(p => !(p.id in seats))
  const keep = others.filter(p => ok([...rest, { person: p, group: leaving.group }])).map(p => p.id)
  const full = (people: Folk[]) => [...councils(doc, people)].some(c => c.length === people.length && ok(c))
  const moved = others.filter(p => !keep.includes(p.id) && full([...rest.map(s => s.person), p])).map(p => p.id)
  same(got.keep_seats, keep, 'keep_seats', where)
  same(got.reshuffle, moved, 'reshuffle', where)
  same(got.vacant_ok, ok(rest), 'vacant_ok', where)
  let fewest: number | null = null
  for (const c of councils(doc, [...rest.map(s => s.person), ...others])) {
    if (c.length < council.length || !ok(c)) continue
    const gone = rest.filter(s => !c.some(x => x.person.id === s.person.id)).length
    if (fewest === null || gone < fewest) fewest = gone
  }
  same(got.min_extra_removals, fewest, 'min_extra_removals', where)
  return {
    keep: Number(keep.length > 0),
    reshuffle: Number(moved.length > 0),
    cost: Number(Boolean(fewest)),
    none: Number(fewest === null),
  }
}
