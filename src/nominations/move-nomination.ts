// Moves a nomination from one state to the next: proposing, taking back, answering, withdrawing, opening again.
import { settle } from '../people/index.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import { actorOf, type Principal } from '../platform/principal.ts'
import { Conflict, NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { sealed } from '../platform/sealed.ts'
import { isTheOne, mayCompose, mayWorkWith } from './access.ts'
import { giveAnswerByLetter } from './give-answer.ts'
import { expiryDue } from './keep-candidate.ts'
import { after, isOpen, obstacles, type Verb } from './nomination.ts'
import { keepInStep } from './promise.ts'
import { nominationRow, ownersOf } from './read-store.ts'
import { reasonPlace } from './reason-place.ts'
import { moveNomination } from './store.ts'

export interface Move {
  readonly nominationId: string
  readonly verb: Verb
  /** The person reads it. Needed for "not this time" and for the waiting list; never states personal circumstances. */
  readonly reason?: string | null
  /** The day of the next step, when somebody names one. */
  readonly nextOn?: LocalDate | undefined
  /** The decision or event it came of. */
  readonly because?: string
}
const composing: ReadonlySet<Verb> = new Set(['propose', 'take_back', 'appoint', 'reserve', 'decline'])

/**
 * One step. Closing writes the answer's letter where the person is reached by e-mail; otherwise the answer stays owed to them.
 * @throws Refusal when the rule says no, Conflict when somebody was first, NotFound, NotAllowed
 */
export async function move(tx: Tx, who: Principal, { nominationId, verb, reason = null, nextOn, because }: Move): Promise<void> {
  const row = await nominationRow(tx, nominationId)
  if (!row) throw new NotFound()
  const own = verb === 'withdraw' && isTheOne(who, row.candidate_id)
  const composes = composing.has(verb) && mayCompose(who)
  if (!own && !composes && !mayWorkWith(who, { owners: await ownersOf(tx, [nominationId]) })) throw new NotAllowed()
  const standing = { state: row.state, contacted: row.contacted_at !== null, answered: row.answered_at !== null }
  const faults = obstacles(standing, verb, reason, who.kind === 'staff' ? 'by staff' : 'by the person')
  if (faults.length > 0) throw new Refusal(faults)
  const state = after(row.state, verb)!
  const closes = !isOpen(state)
  const change = {
    state,
    contacted_at: verb === 'contact' ? tx.now : row.contacted_at,
    closed_on: closes ? localDate(tx.now) : null,
    closed_by: closes ? actorOf(who) : null,
    answered_at: null,
    reason_sealed: closes && reason?.trim() ? await sealed(tx, reasonPlace(row.candidate_id, row.id), reason.trim()) : null,
  }
  if (!(await moveNomination(tx, row.id, row.state, change)))
    throw new Conflict({ da: 'Nogen har lige ændret det. Se siden igen.', en: 'Somebody has just changed it. Look at the page again.' })
  await record(tx, who, {
    kind: `nomination.${verb}`,
    about: row.id,
    because: [row.candidate_id, ...(because ? [because] : [])],
    facts: { from: row.state, to: state, council: row.council },
  })
  // What ended and goes on is no longer about to be erased.
  if (!isOpen(row.state)) await settle(tx, who, row.candidate_id, expiryDue, 'moved')
  const answered = closes && state !== 'withdrawn' && (await giveAnswerByLetter(tx, who, row.candidate_id, row.id))
  await keepInStep(tx, who, { ...row, ...change, answered_at: answered ? tx.now : null }, { on: nextOn })
}
