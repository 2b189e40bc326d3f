// What time does to seats: terms end, every council is looked over each night, names of former members leave the public page.
import { itemOf } from '../municipalities/index.ts'
import { addDays, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Job } from '../platform/jobs/jobs.ts'
import type { Principal } from '../platform/principal.ts'
import { charterInForce } from './charter-in-force.ts'
import { forgetFormerNames } from './member-store.ts'
import { checkCouncils } from './night-check.ts'
import { byMandate } from './seat-term.ts'
import { overdueTerms } from './store.ts'
import { leaveSeat } from './vacate.ts'

/** Ends seats whose term is over; a seat by mandate ends because the mandate did. */
async function endTerms(tx: Tx, who: Principal): Promise<void> {
  for (const seating of await overdueTerms(tx, localDate(tx.now))) {
    const group = (await charterInForce(tx, seating.council, seating.termTo!))?.charter.groups.find(one => one.id === seating.group)
    await leaveSeat(tx, who, seating, addDays(seating.termTo!, 1), group && byMandate(group) ? 'mandate_ended' : 'term_ended')
  }
}

/** Takes names of former members off the public pages when the municipality's period is over. */
async function forgetNames(tx: Tx): Promise<void> {
  const keepDays = (await itemOf(tx, 'retention', 'former_member_public'))?.keepDays
  if (keepDays) await forgetFormerNames(tx, addDays(localDate(tx.now), -keepDays))
}

export const councilJobs: readonly Job[] = [
  { name: 'council terms', everySeconds: 3_600, run: endTerms },
  { name: 'council check', everySeconds: 86_400, run: checkCouncils },
  { name: 'council names', everySeconds: 86_400, run: forgetNames },
]
