// What an empty seat sets going: the rule it breaks, the alert below the legal minimum, and the prompt for the substitute.

import { owe, type Rule, settle } from '../people/index.ts'
import type { LocalDate } from '../platform/clock.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { asThing } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import type { Reason } from './charters/index.ts'
import { councilThing } from './council-store.ts'
import { brokenNow } from './councils.ts'
import type { Seating } from './seating.ts'
import { lastOnSeat } from './store.ts'

/** What the work list calls these. */
export const vacancyDues = { seat: 'seat.vacant', minimum: 'council.below-minimum' } as const
/** Working days to find somebody for a seat before it is overdue on the work list. */
const daysForSeat = 10
const daysForMinimum = 5

const ruleOf = (reason: Reason): Rule => ({
  id: reason.source?.ref ?? reason.atom,
  ...(reason.source?.text ? { quote: reason.source.text } : {}),
  force: reason.strength === 'must' ? 'must' : 'should',
})

/** Owes somebody for the seat, and an alert when the council is now smaller than it must be. Returns the rules that break. */
export async function oweForVacancy(tx: Tx, who: Principal, seating: Seating): Promise<Reason[]> {
  const today = localDate(tx.now)
  const broken = await brokenNow(tx, seating.council, today)
  const here = broken.find(reason => reason.atom === `size:${seating.group}`) ?? broken[0]
  await owe(tx, who, {
    kind: vacancyDues.seat,
    // Of the seat and not of who left it: the same person may have left seats in two councils.
    about: await asThing(tx, seating.id, 'seating'),
    owner: null,
    receivedOn: today,
    workingDays: daysForSeat,
    rule: here ? ruleOf(here) : { id: `size:${seating.group}`, force: 'should' },
    becauseOf: seating.memberId,
  })
  await alertMinimum(tx, who, seating.council, broken)
  return broken
}

/** Below the number the rules ask for: on the work list until the seats are filled. */
export async function alertMinimum(tx: Tx, who: Principal, council: string, broken: readonly Reason[]): Promise<void> {
  const must = broken.find(reason => reason.strength === 'must' && reason.state !== 'undocumented')
  const about = await councilThing(tx, council)
  if (!must) {
    await settle(tx, who, about, vacancyDues.minimum, 'filled')
    return
  }
  await owe(tx, who, {
    kind: vacancyDues.minimum,
    about,
    owner: null,
    receivedOn: localDate(tx.now),
    workingDays: daysForMinimum,
    rule: ruleOf(must),
  })
}

/** Somebody sits there again: what was owed for the seat is done. */
export async function settleVacancy(tx: Tx, who: Principal, council: string, group: string, seat: number, from: LocalDate): Promise<void> {
  const before = await lastOnSeat(tx, council, group, seat, from)
  if (before) await settle(tx, who, before.id, vacancyDues.seat, 'filled')
  const broken = await brokenNow(tx, council)
  if (!broken.some(reason => reason.strength === 'must')) await alertMinimum(tx, who, council, broken)
}
