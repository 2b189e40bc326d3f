// The second human: says that nobody can be found in a summary, or gives it back with what must change.
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { mayApproveSummary } from './access.ts'
import { beginSummary, endSummary } from './summary-step.ts'

export async function approveSummary(tx: Tx, who: Principal, { id }: { id: string }): Promise<void> {
  const one = await beginSummary(tx, who, id, 'approve', mayApproveSummary)
  await endSummary(tx, who, one, 'approve', { approved_by: one.me.personId, approved_on: localDate(tx.now) })
}
/** Back to the writer. The teller is asked again once it has been changed. */
export async function giveBackSummary(tx: Tx, who: Principal, { id, words }: { id: string; words: string }): Promise<void> {
  const one = await beginSummary(tx, who, id, 'giveBack', mayApproveSummary)
  await endSummary(tx, who, one, 'giveBack', { said_how: null, said_on: null, few: false }, { returned: words })
}
