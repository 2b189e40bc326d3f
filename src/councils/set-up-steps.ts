// What the first week still lacks of the councils: one that is at work has people on its seats, and they are entered.
import type { SetUpStep } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { said } from '../platform/refusal.ts'
import { asSaid, councilsOf, seatsOf } from './councils.ts'
import { councilPaths } from './paths.ts'
import { councilWords } from './words.ts'

/** One step for each council in function; done when anybody is on a seat. */
export async function memberSteps(tx: Tx): Promise<SetUpStep[]> {
  const steps: SetUpStep[] = []
  for (const council of await councilsOf(tx)) {
    if (council.status.state !== 'in_function') continue
    const name = asSaid(council.facts.name)
    const seats = await seatsOf(tx, council.slug)
    if (seats.length === 0) continue
    const done = seats.some(seat => seat.filled)
    const both = (key: 'setUp.members' | 'setUp.members.text') => ({
      da: councilWords('da', key, { council: said(name, 'da') }),
      en: councilWords('en', key, { council: said(name, 'en') }),
    })
    steps.push({
      key: `members ${council.slug}`,
      done,
      title: both('setUp.members'),
      text: both('setUp.members.text'),
      href: done ? councilPaths.council(council.slug) : councilPaths.import(council.slug),
      by: 'secretary',
    })
  }
  return steps
}
