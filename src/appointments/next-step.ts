// The one change that helps a slate most: move somebody, take somebody off, or put somebody on, and what it mends.
import { type Charter, evidence, type Person } from '../councils/charters/index.ts'
import type { SeatPlace } from '../councils/index.ts'
import { judge, type Placed, type StoredVerdict } from './verdict.ts'

export interface Change {
  readonly person: string
  /** Where to; null takes the person off. */
  readonly to: { readonly group: string; readonly seat: number } | null
}
export interface Step {
  readonly changes: readonly Change[]
  /** Atoms that hold afterwards and did not before. */
  readonly mends: readonly string[]
}
export interface Situation {
  readonly body: string
  readonly charter: Charter
  readonly plan: readonly SeatPlace[]
  readonly placed: readonly Placed[]
  readonly people: ReadonlyMap<string, Person>
  /** Who could be put on a seat. */
  readonly free: readonly string[]
  readonly verdict: StoredVerdict
}

/** So many kinds of candidates are looked at; candidates alike in everything the charter asks about are one kind. */
const mostKinds = 60

/** The best steps, the best first; at most three. Empty when no single step helps. */
export function nextSteps(now: Situation): Step[] {
  const kinds = kindsOf(now)
  const firsts = [...repairs(now), ...placements(now, now.placed, kinds).map(change => [change])]
  const tried = firsts.map(changes => weigh(now, changes))
  // A seat that a repair leaves empty is filled in the same step.
  const better = tried
    .filter(
      one => one.changes.length === 1 && (one.changes[0]!.to === null || now.placed.some(each => each.person === one.changes[0]!.person)),
    )
    .flatMap(one => {
      const left = now.placed.find(each => each.person === one.changes[0]!.person)
      const fills = placements(now, one.placed, kinds).filter(change => change.to!.group === left?.group && change.to!.seat === left.seat)
      return fills.map(fill => weigh(now, [...one.changes, fill]))
    })
  const start = score(now, now.placed, now.verdict)
  return [...tried, ...better]
    .filter(one => one.score < start)
    .sort((a, b) => a.score - b.score || a.changes.length - b.changes.length)
    .slice(0, 3)
    .map(({ changes, verdict }) => ({ changes, mends: mended(now.verdict, verdict) }))
}

/** People on a wrong seat: to another free seat that fits, or off; the last one of a group with too many: off. */
function repairs({ verdict, placed, plan, body, charter, people }: Situation): Change[][] {
  const broken = verdict.reasons.filter(reason => verdict.stops.includes(reason.atom) && reason.state === 'broken')
  const wrong = new Set(broken.flatMap(reason => reason.people))
  for (const reason of broken.filter(one => one.people.length === 0)) {
    const last = placed.filter(one => !one.sits && reason.groups.includes(one.group)).at(-1)
    if (last) wrong.add(last.person)
  }
  const mine = placed.filter(one => !one.sits && wrong.has(one.person))
  return mine.flatMap(one => {
    const seats = freeSeats(plan, placed, body, charter).filter(place => fits(charter, place.group, people.get(one.person)))
    const moves = firstOfGroups(seats).map(place => [{ person: one.person, to: { group: place.group, seat: place.seat } }])
    return [...moves, [{ person: one.person, to: null }]]
  })
}

function placements(
  { plan, body, charter, people }: Situation,
  placed: readonly Placed[],
  kinds: readonly string[],
): (Change & { to: object })[] {
  const on = new Set(placed.map(one => one.person))
  const seats = firstOfGroups(freeSeats(plan, placed, body, charter))
  return kinds
    .filter(id => !on.has(id))
    .flatMap(person =>
      seats
        .filter(place => fits(charter, place.group, people.get(person)))
        .map(place => ({ person, to: { group: place.group, seat: place.seat } })),
    )
}

const freeSeats = (plan: readonly SeatPlace[], placed: readonly Placed[], body: string, charter: Charter) =>
  plan.filter(
    place =>
      charter.groups.find(group => group.id === place.group)?.appointed_by === body &&
      !placed.some(one => one.group === place.group && one.seat === place.seat),
  )

/** Seats of a group are alike; the first free one stands for them. */
const firstOfGroups = (seats: readonly SeatPlace[]) => seats.filter((place, at) => seats.findIndex(one => one.group === place.group) === at)

function fits(charter: Charter, groupId: string, person: Person | undefined): boolean {
  const asked = charter.groups.find(group => group.id === groupId)?.eligible
  return person !== undefined && (!asked || evidence(asked, person) === 'yes')
}

function kindsOf({ free, people }: Situation): string[] {
  const seen = new Set<string>()
  return free
    .filter(id => {
      const { id: _, ...attributes } = people.get(id) ?? { id }
      const kind = JSON.stringify(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)))
      return seen.has(kind) ? false : seen.add(kind)
    })
    .slice(0, mostKinds)
}

function weigh(now: Situation, changes: readonly Change[]) {
  let placed = now.placed
  for (const { person, to } of changes) {
    placed = placed.filter(one => one.person !== person)
    if (to) placed = [...placed, { person, ...to, sits: false }]
  }
  const verdict = judge({ body: now.body, charter: now.charter, people: now.people }, placed)
  return { changes, placed, verdict, score: score(now, placed, verdict) }
}

/** What is wrong, the gravest first: requirements broken, seats empty, not documented, open, wishes, hints. */
function score({ plan, body, charter }: Situation, placed: readonly Placed[], verdict: StoredVerdict): number {
  const stops = verdict.reasons.filter(reason => verdict.stops.includes(reason.atom))
  const missing = freeSeats(plan, placed, body, charter).filter(place => place.needed).length
  const broken = stops.filter(reason => reason.state === 'broken').length
  return (
    broken * 1e8 +
    missing * 1e5 +
    (stops.length - broken) * 1e4 +
    verdict.open.length * 1e3 +
    verdict.wishes.length * 10 +
    verdict.hints.length
  )
}

function mended(before: StoredVerdict, after: StoredVerdict): string[] {
  const still = new Set(after.reasons.map(reason => reason.atom))
  return before.reasons.map(reason => reason.atom).filter(atom => !still.has(atom))
}
