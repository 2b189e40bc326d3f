// The lottery among all optimal slates, decided ticket by ticket without listing the slates.
import { type Council, seated, type Taken } from './council.ts'
import type { Report } from './explain-task.ts'

/**
 * The lottery over all optimal slates without listing them: in the order of the tickets each candidate stays if some slate
 * still in the running holds them. What is true of one member of a bunch is true of the next, so a refused bunch is done.
 */
export function drawn(council: Council, tickets: readonly number[], found: Taken[], report: Report): Taken[] {
  const { bunches } = council.problem
  let now = seated(found)
  let best = found
  const chosen = new Map<number, number>()
  const closed = new Set<number>()
  const close = (bunch: number) => {
    closed.add(bunch)
    council.between(bunch, chosen.get(bunch) ?? 0, chosen.get(bunch) ?? 0)
  }
  const take = (bunch: number) => {
    chosen.set(bunch, (chosen.get(bunch) ?? 0) + 1)
    council.between(bunch, chosen.get(bunch)!, bunches[bunch]!.count)
  }
  /** A slate with one more of any of these bunches than is chosen already. */
  const more = (group: number[]): Taken[] | null => {
    const bar = group.reduce((sum, bunch) => sum + (chosen.get(bunch) ?? 0), 0)
    const slate = council.solve(council.worth(group.map(bunch => [bunch, 1] as const)))
    if (!slate) return null
    const here = seated(slate)
    return group.reduce((sum, bunch) => sum + (here.get(bunch) ?? 0), 0) > bar ? slate : null
  }
  let at = 0
  while (at < tickets.length) {
    const bunch = tickets[at]!
    if (closed.has(bunch)) {
      at++
      continue
    }
    if ((now.get(bunch) ?? 0) > (chosen.get(bunch) ?? 0)) {
      take(bunch)
      at++
      continue
    }
    // Bunches that come before the next one the present slate already holds: asked about together, halved only on a yes.
    let ahead: number[] = []
    for (let i = at; i < tickets.length && ahead.length < 64; i++) {
      const next = tickets[i]!
      if (closed.has(next) || ahead.includes(next)) continue
      if ((now.get(next) ?? 0) > (chosen.get(next) ?? 0)) break
      ahead.push(next)
    }
    report('lottery')
    let slate = more(ahead)
    while (slate && ahead.length > 1) {
      const half = ahead.slice(0, Math.ceil(ahead.length / 2))
      const inHalf = more(half)
      if (inHalf) {
        ahead = half
        slate = inHalf
      } else {
        half.forEach(close)
        ahead = ahead.slice(half.length)
      }
    }
    if (!slate) ahead.forEach(close)
    else {
      best = slate
      now = seated(slate)
    }
  }
  // The last slate still holds exactly the chosen.
  const final = council.solve()
  return final ?? best
}
