// Somebody leaves: who can take the seat, who could join if others changed seats, and what it would cost otherwise.
import type { Charter, Person, Seating } from './charter.ts'
import { type Compiled, compile } from './compile.ts'
import { type Entry, puzzleOf, situation, UnknownSeat } from './judge.ts'
import { NotDecided } from './linear.ts'
import { problemOf } from './problem.ts'
import { seatAll } from './seat.ts'
import { type AskOptions, ask } from './solver.ts'

export type Replacement = {
  /** Candidates who can take exactly this seat, everyone else staying put. */
  keep_seats: string[]
  /** Further candidates who could join if sitting members changed group. */
  reshuffle: string[]
  /** The council is lawful with the seat empty. */
  vacant_ok: boolean
  /** Fewest other members who would have to go so that the pool can refill it; null: the pool cannot. */
  min_extra_removals: number | null
  /** `min_extra_removals` was not decided in time. */
  undecided?: true
  error?: 'unknown-person'
  unknown?: string[]
}
type Simple = Omit<Replacement, 'min_extra_removals' | 'undecided'>

/** Who could replace `leaving` in a council seated as `seats`. Everyone else among `people` is the pool. */
export async function replace(
  charter: Charter,
  people: readonly Person[],
  seats: Seating,
  leaving: string,
  options: AskOptions = {},
): Promise<Replacement> {
  const simple = candidatesFor(charter, people, seats, leaving)
  if (simple.error) return { ...simple, min_extra_removals: null }
  if (simple.keep_seats.length + simple.reshuffle.length > 0) return { ...simple, min_extra_removals: 0 }
  const compiled = compile(charter)
  const rest = new Set(Object.keys(seats).filter(id => id !== leaving))
  const left = people.filter(person => person.id !== leaving)
  const { problem, members } = problemOf(compiled, left, [], person => (rest.has(person.id) ? 'sits' : ''))
  const sitting = members.map(list => list.filter(at => rest.has(left[at]!.id)).length)
  try {
    return { ...simple, min_extra_removals: await ask('restore', { problem, sitting }, options) }
  } catch (error) {
    if (!(error instanceof NotDecided)) throw error
    return { ...simple, min_extra_removals: null, undecided: true }
  }
}

/** The part of `replace` that needs no solver; pure. */
export function candidatesFor(charter: Charter, people: readonly Person[], seats: Seating, leaving: string): Simple {
  const compiled = compile(charter)
  const byId = new Map(people.map(person => [person.id, person]))
  const ids = Object.keys(seats)
  const unknown = [...ids, leaving].filter(id => !byId.has(id))
  if (!Object.hasOwn(seats, leaving) && !unknown.includes(leaving)) unknown.push(leaving)
  if (unknown.length > 0)
    return { keep_seats: [], reshuffle: [], vacant_ok: false, error: 'unknown-person', unknown: [...new Set(unknown)] }
  const place = (id: string): number => {
    const at = compiled.index.get(seats[id]!)
    if (at === undefined) throw new UnknownSeat(id, seats[id]!)
    return at
  }
  const rest = ids.filter(id => id !== leaving).map(id => ({ person: byId.get(id)!, fixed: place(id) }))
  const free = rest.map(entry => ({ ...entry, fixed: -1 }))
  const seat = place(leaving)
  const pool = people.filter(person => !Object.hasOwn(seats, person.id))
  const keep_seats: string[] = []
  const reshuffle: string[] = []
  // Candidates the charter cannot tell apart get the same answer.
  const { members } = problemOf(compiled, [...rest.map(entry => entry.person), ...pool])
  for (const list of members) {
    const alike = list.filter(at => at >= rest.length).map(at => pool[at - rest.length]!)
    const [person] = alike
    if (!person) continue
    const stays = lawful(compiled, [...rest, { person, fixed: seat }])
    if (stays) keep_seats.push(...alike.map(each => each.id))
    else if (lawful(compiled, [...free, { person, fixed: -1 }])) reshuffle.push(...alike.map(each => each.id))
  }
  const order = new Map(pool.map((person, at) => [person.id, at]))
  const sorted = (list: string[]) => list.sort((a, b) => order.get(a)! - order.get(b)!)
  return { keep_seats: sorted(keep_seats), reshuffle: sorted(reshuffle), vacant_ok: lawful(compiled, rest) }
}

function lawful(compiled: Compiled, entries: Entry[]): boolean {
  const given = situation(compiled, entries)
  const must = given.rows.filter(row => compiled.atoms[row.atom]!.strength === 'must')
  return given.twice.length === 0 && seatAll(puzzleOf(given, must, 0)) !== null
}
