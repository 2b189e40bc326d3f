// What time does to seats: terms end, names of former members leave the public page, residence is asked about again.
import { itemOf, itemsOfKind } from '../municipalities/index.ts'
import { owe } from '../people/index.ts'
import { addDays, addMonths, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Job } from '../platform/jobs/jobs.ts'
import type { Principal } from '../platform/principal.ts'
import { charterInForce } from './charter-in-force.ts'
import { forgetFormerNames, residencesSeenBefore } from './member-store.ts'
import { byMandate } from './seat-term.ts'
import { overdueTerms } from './store.ts'
import { leaveSeat } from './vacate.ts'

export const residenceDue = 'member.residence-recheck'

/** Ends seats whose term is over; a seat by mandate ends because the mandate did. */
export async function endTerms(tx: Tx, who: Principal): Promise<void> {
  for (const seating of await overdueTerms(tx, localDate(tx.now))) {
    const group = (await charterInForce(tx, seating.council, seating.termTo!))?.charter.groups.find(one => one.id === seating.group)
    await leaveSeat(tx, who, seating, addDays(seating.termTo!, 1), group && byMandate(group) ? 'mandate_ended' : 'term_ended')
  }
}

/** Asks again whether members still live here, where that is a condition, as often as the municipality has promised. */
export async function askResidence(tx: Tx, who: Principal): Promise<void> {
  const today = localDate(tx.now)
  const months = (await itemOf(tx, 'promise', 'residence_recheck_months'))?.value ?? 12
  const councils = (await itemsOfKind(tx, 'council'))
    .filter(council => council.procedure.leavesOnMovingOut.value)
    .map(council => council.slug)
  for (const member of await residencesSeenBefore(tx, councils, addMonths(today, -months), today))
    await owe(tx, who, {
      kind: residenceDue,
      about: member,
      owner: null,
      receivedOn: today,
      workingDays: 10,
      rule: { id: 'A29', force: 'must' },
    })
}

/** Takes names of former members off the public pages when the municipality's period is over. */
export async function forgetNames(tx: Tx): Promise<void> {
  const keepDays = (await itemOf(tx, 'retention', 'former_member_public'))?.keepDays
  if (keepDays) await forgetFormerNames(tx, addDays(localDate(tx.now), -keepDays))
}

export const councilJobs: readonly Job[] = [
  { name: 'council terms', everySeconds: 3_600, run: endTerms },
  { name: 'council residence', everySeconds: 86_400, run: askResidence },
  { name: 'council names', everySeconds: 86_400, run: forgetNames },
]
