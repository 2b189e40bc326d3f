// Which breaches later filling of empty seats could still mend, and which it never can.
import type { Charter, Person, Slate } from './charter.ts'
import { compile } from './compile.ts'
import { entriesOf, type Judgement, judge, puzzleOf, relaxations, situation, verdictOf } from './judge.ts'
import { seatBest } from './seat.ts'

/** `mendable`: more people in empty seats could put it right. `never`: only taking somebody off the slate could. */
export type Mendable = { mendable: string[]; never: string[]; placing: Record<string, string> }

/**
 * Splits the broken `must` atoms of a slate. Judged on the seating that leaves the fewest breaches beyond mending, so a
 * half-filled slate is "not yet constituted" as long as it can still become lawful.
 */
export function mendable(charter: Charter, people: Iterable<Person>, slate: Slate): Mendable {
  const compiled = compile(charter)
  const { entries } = entriesOf(compiled, people, slate)
  const given = situation(compiled, entries)
  let judged = judge(given)
  if (beyondMending(judged).length > 0) judged = kindest(judged)
  const never = new Set(beyondMending(judged))
  const must = judged.broken.filter(at => compiled.atoms[at]!.strength === 'must')
  const name = (at: number) => compiled.atoms[at]!.name
  return {
    mendable: must.filter(at => !never.has(at)).map(name),
    never: must.filter(at => never.has(at)).map(name),
    placing: Object.fromEntries(entries.map((entry, at) => [entry.person.id, compiled.groups[judged.seats[at]!]!.id])),
  }
}

/** The broken `must` atoms that no later filling can mend. */
export function beyondMending(judged: Judgement): number[] {
  return judged.broken.filter(at => judged.compiled.atoms[at]!.strength === 'must' && !canMend(judged, at))
}

/** Whether people in the seats still empty under this seating could make the atom hold. */
export function canMend({ compiled, rows, sums, seats }: Pick<Judgement, 'compiled' | 'rows' | 'sums' | 'seats'>, atom: number): boolean {
  const { kind, scope } = compiled.atoms[atom]!
  if (kind === 'unique' || kind === 'elig') return false
  let empty = 0
  for (const [at, group] of compiled.groups.entries()) {
    if (!(scope & (1 << at))) continue
    const sitting = seats.filter(seat => seat === at).length
    empty += Math.max(0, (group.max ?? Number.POSITIVE_INFINITY) - sitting)
  }
  return rows.every((row, r) => {
    if (row.atom !== atom) return true
    if (sums[r]! < row.lo) return row.up > 0 && Math.ceil((row.lo - sums[r]!) / row.up) <= empty
    if (sums[r]! > row.hi) return row.down > 0 && Math.ceil((sums[r]! - row.hi) / row.down) <= empty
    return true
  })
}

function kindest(judged: Judgement): Judgement {
  let best: { judged: Judgement; cost: number } | null = null
  for (const relaxed of relaxations(judged)) {
    const puzzle = puzzleOf(judged, judged.rows, relaxed)
    const groupsOfRows = judged.rows.map(row => row.atom)
    // Sizes are rows too, so that every number of empty seats is a situation of its own.
    const found = seatBest(puzzle, {
      groupsOfRows,
      breakable: judged.compiled.atoms.length,
      thorough: true,
      cost: (broken, sums) => [beyondInSums(judged, sums), broken.size].map(count => String(count).padStart(5, '0')).join(),
    })
    if (!found) continue
    const tried = verdictOf(judged, found.seats, relaxed)
    const cost = beyondMending(tried).length
    if (!best || cost < best.cost) best = { judged: tried, cost }
  }
  return best?.judged ?? judged
}

function beyondInSums({ compiled, rows }: Judgement, sums: readonly number[]): number {
  const empty = compiled.groups.map((group, at) => {
    const row = rows.findIndex(each => compiled.atoms[each.atom]!.kind === 'size' && each.scope === 1 << at)
    return row === -1 ? (group.max ?? Number.POSITIVE_INFINITY) : Math.max(0, (group.max ?? Number.POSITIVE_INFINITY) - sums[row]!)
  })
  const lost = new Set<number>()
  for (const [r, row] of rows.entries()) {
    if (compiled.atoms[row.atom]!.strength !== 'must') continue
    const room = empty.reduce((sum, seats, at) => (row.scope & (1 << at) ? sum + seats : sum), 0)
    const short = sums[r]! < row.lo && !(row.up > 0 && Math.ceil((row.lo - sums[r]!) / row.up) <= room)
    const over = sums[r]! > row.hi && !(row.down > 0 && Math.ceil((sums[r]! - row.hi) / row.down) <= room)
    if (short || over) lost.add(row.atom)
  }
  return lost.size
}
