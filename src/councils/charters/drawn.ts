// The lottery among all optimal slates, decided ticket by ticket without listing the slates.
import { type Council, seated, type Taken } from './council.ts'
import type { Exchange } from './exchange.ts'
import type { Report } from './explain-task.ts'

/**
 * The lottery over all optimal slates without listing them: in the order of the tickets each candidate stays if some slate
 * still in the running holds them. What is true of one member of a bunch is true of the next, so a refused bunch is done.
 * A yes is mostly shown by an exchange of seats in the slate at hand; the solver is asked for the rest, many tickets at once.
 * `equal` says by how much a slate may fall below another and still count as equally good.
 */
export function drawn(
  council: Council,
  tickets: readonly number[],
  found: readonly Taken[],
  exchange: Exchange,
  equal: number,
  report: Report,
): Taken[] {
  const { bunches } = council.problem
  const chosen = new Map<number, number>()
  const closed = new Set<number>()
  const has = (bunch: number) => chosen.get(bunch) ?? 0
  let slate = [...found]
  let now = seated(slate)
  const turnTo = (next: readonly Taken[]) => {
    slate = [...next]
    now = seated(slate)
    exchange.start(slate)
  }
  turnTo(found)
  const close = (bunch: number) => {
    closed.add(bunch)
    council.between(bunch, has(bunch), has(bunch))
  }
  const take = (bunch: number) => {
    chosen.set(bunch, has(bunch) + 1)
    council.between(bunch, has(bunch), bunches[bunch]!.count)
  }
  const spare = (bunch: number) => (now.get(bunch) ?? 0) > has(bunch)
  /** The seat that one more of this bunch could have from somebody not chosen yet, without the slate being worth less. */
  const seatFor = (bunch: number): Taken | undefined =>
    slate.find(seat => seat.bunch !== bunch && spare(seat.bunch) && exchange.allows(seat.bunch, bunch, seat.group, equal))
  const seatIn = (bunch: number, { bunch: out, group }: Taken) => {
    const next = slate.flatMap(seat =>
      seat.bunch === out && seat.group === group ? (seat.n > 1 ? [{ ...seat, n: seat.n - 1 }] : []) : [seat],
    )
    const same = next.findIndex(seat => seat.bunch === bunch && seat.group === group)
    if (same >= 0) next[same] = { ...next[same]!, n: next[same]!.n + 1 }
    else next.push({ bunch, group, n: 1 })
    turnTo(next)
  }
  /** A slate with one more of any of these bunches than is chosen, the earlier tickets before the later ones where it can. */
  const more = (ahead: readonly number[]): Taken[] | null => {
    const early = Math.min(ahead.length, 8)
    const other = council.solve(council.worth(ahead.map((bunch, at) => [bunch, at < early ? 2 ** (early - at) : 1] as const)))
    if (!other) return null
    const here = seated(other)
    return ahead.some(bunch => (here.get(bunch) ?? 0) > has(bunch)) ? other : null
  }
  let at = 0
  while (at < tickets.length) {
    const bunch = tickets[at]!
    if (closed.has(bunch)) {
      at++
      continue
    }
    const seat = spare(bunch) ? null : seatFor(bunch)
    if (seat) seatIn(bunch, seat)
    if (spare(bunch)) {
      take(bunch)
      at++
      continue
    }
    // All who come before the next one that is certain of a place: asked about together.
    let ahead: number[] = []
    for (let i = at; i < tickets.length; i++) {
      const next = tickets[i]!
      if (closed.has(next) || ahead.includes(next)) continue
      if (spare(next) || (i > at && seatFor(next))) break
      ahead.push(next)
    }
    report('lottery')
    for (let other = more(ahead); other; other = ahead.length > 0 ? more(ahead) : null) {
      turnTo(other)
      // Whoever stands before the first one this slate holds is still undecided.
      ahead = ahead.slice(
        0,
        ahead.findIndex(each => spare(each)),
      )
    }
    ahead.forEach(close)
  }
  // The last slate still holds exactly the chosen.
  return council.solve() ?? slate
}
