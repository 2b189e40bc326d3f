// Sets the day on which the body decides who sits in a council.
import { councilThing } from '../councils/index.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayRecruit } from './access.ts'
import { writeDecisionDay } from './council-store.ts'
import { knownCouncil } from './known-council.ts'

/** @throws Refusal when the day has been */
export async function setDecisionDay(tx: Tx, who: Principal, { council, on }: { council: string; on: LocalDate }): Promise<void> {
  if (!mayRecruit(who)) throw new NotAllowed()
  if (!(await knownCouncil(tx, council))) throw new NotFound()
  if (on < localDate(tx.now)) throw new Refusal([{ field: 'on', message: { da: 'Vælg en dag, der kommer.', en: 'Choose a day to come.' } }])
  await writeDecisionDay(tx, who, council, on)
  await record(tx, who, { kind: 'council.decision-day', about: await councilThing(tx, council), facts: { council, on } })
}
