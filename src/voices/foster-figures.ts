// What is counted of the work with foster families: promises of an answer that fell due, kept or not, and what they said of the help.
import { closingDays } from '../people/index.ts'
import { addDays, type LocalDate, workingDays } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { standingOf } from './ground.ts'
import { firstAnswers, helpSaid } from './read-store.ts'

export type HelpSaid = Awaited<ReturnType<typeof helpSaid>>
export interface FosterCounts {
  readonly said: HelpSaid
  readonly kept: number
  readonly late: number
}
/** No promise is longer than this many days on the calendar. */
const longestPromise = 120

/**
 * Promises that fell due from one day to before another, by the promise as it stands today; what has no answer yet is late. Small numbers are
 * hidden by whoever shows them.
 */
export async function fosterCounts(tx: Tx, from: LocalDate, before: LocalDate): Promise<FosterCounts> {
  const { answerDays } = (await standingOf(tx)).foster
  const days = workingDays(await closingDays(tx))
  const due = (await firstAnswers(tx, 'foster', addDays(from, -longestPromise), before))
    .map(one => ({ by: days.deadline(one.received_on as LocalDate, answerDays).date, answered: one.answered_on }))
    .filter(one => from <= one.by && one.by < before)
  const kept = due.filter(one => one.answered !== null && one.answered <= one.by).length
  return { said: await helpSaid(tx, from, before, 'foster'), kept, late: due.length - kept }
}
