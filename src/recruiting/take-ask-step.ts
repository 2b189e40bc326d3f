// One step of asking an organisation: planned, asked, reminded, answered, no; and what is owed next.
import { defaultOwner, owe, settle } from '../people/index.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayAsk } from './access.ts'
import { type AskOwed, afterStep, type How, owedFor, type StepVerb, usual } from './ask.ts'
import { type Ask, asksOf, holdAsk, writeStep } from './ask-store.ts'
import { knownCouncil } from './known-council.ts'
import { organisationById } from './organisation-store.ts'

export interface AskStepInput {
  readonly organisationId: string
  readonly council: string
  readonly step: StepVerb
  readonly how?: How | null
  /** The day they were asked to answer by. */
  readonly replyBy?: LocalDate
}

/**
 * Writes the step down. Staff write what they did; an organisation's own answer comes through its link.
 * @throws Refusal when the step leads nowhere from here: somebody was first
 */
export async function takeAskStep(tx: Tx, who: Principal, input: AskStepInput): Promise<Ask> {
  const { organisationId, council, step, how = null } = input
  const organisation = await organisationById(tx, organisationId)
  if (!organisation || organisation.retiredAt || !(await knownCouncil(tx, council))) throw new NotFound()
  const ask = await holdAsk(tx, organisationId, council)
  const own = who.kind === 'subject' && who.about === ask.id && (step === 'answer' || step === 'decline')
  if (!own && !mayAsk(who)) throw new NotAllowed()
  const state = afterStep(ask.state, step)
  if (state === null)
    throw new Refusal({
      da: 'Det kan ikke skrives herfra. Siden kan være ændret, siden du åbnede den.',
      en: 'This cannot be written from here. The page may have changed since you opened it.',
    })
  await writeStep(tx, who, ask.id, step, how)
  await record(tx, who, { kind: `ask.${step}`, about: ask.id, because: [organisationId], facts: { council, how } })
  await keepOwed(tx, who, ask.id, owedFor(state), step, input.replyBy)
  return (await asksOf(tx, { ids: [ask.id] }))[0]!
}

async function keepOwed(tx: Tx, who: Principal, about: string, owed: AskOwed | null, how: string, replyBy?: LocalDate): Promise<void> {
  for (const kind of ['ask.plan', 'ask.follow'] as const) await settle(tx, who, about, kind, how)
  if (owed === null) return
  const today = localDate(tx.now)
  const owner = await defaultOwner(tx)
  await owe(tx, who, {
    kind: owed,
    about,
    owner: owner.personId,
    office: owner.office,
    receivedOn: today,
    ...(owed === 'ask.follow' && replyBy && replyBy > today ? { dueOn: replyBy } : { workingDays: usual[owed] }),
    rule: { id: 'A30', force: 'deadline' },
  })
}
