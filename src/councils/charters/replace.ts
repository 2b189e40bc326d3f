// Somebody leaves: who can take the seat, who could join if others changed seats, and what it would cost otherwise.
import type { Charter, Person, Seating } from './charter.ts'
import { compile } from './compile.ts'
import { Exchange } from './exchange.ts'
import { atomsOf } from './explain-task.ts'
import { UnknownSeat } from './judge.ts'
import { NotDecided } from './linear.ts'
import { Moving } from './moving.ts'
import { problemOf } from './problem.ts'
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
  const { problem, members } = problemOf(compiled, left, [], { last: left.map(person => Number(rest.has(person.id))) })
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
  const rest = ids.filter(id => id !== leaving).map(id => ({ person: byId.get(id)!, group: place(id) }))
  const seat = place(leaving)
  const pool = people.filter(person => !Object.hasOwn(seats, person.id))
  // Candidates the charter cannot tell apart get the same answer.
  const { problem, members, bunchOf } = problemOf(compiled, [...rest.map(entry => entry.person), ...pool])
  const exchange = new Exchange(problem, atomsOf(problem, ['must']))
  exchange.start(rest.map(({ group }, at) => ({ bunch: bunchOf[at]!, group, n: 1 })))
  const inPlace = rest.every(({ group }, at) => problem.bunches[bunchOf[at]!]!.eligible & (1 << group))
  const moving = new Moving(problem, bunchOf.subarray(0, rest.length))
  const keep_seats: number[] = []
  const reshuffle: number[] = []
  for (const [bunch, list] of members.entries()) {
    const alike = list.filter(at => at >= rest.length)
    if (alike.length === 0) continue
    if (inPlace && exchange.lawfulWith(bunch, seat)) keep_seats.push(...alike)
    else if (moving.takesIn(bunch)) reshuffle.push(...alike)
  }
  const ordered = (list: number[]) => list.sort((a, b) => a - b).map(at => pool[at - rest.length]!.id)
  return { keep_seats: ordered(keep_seats), reshuffle: ordered(reshuffle), vacant_ok: inPlace && exchange.lawful }
}
