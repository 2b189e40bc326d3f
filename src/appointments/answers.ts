// What the candidates who got no seat are told when a body has decided; nobody is left without an answer.
import { itemOf } from '../municipalities/index.ts'
import { deadlineAfter, owe } from '../people/index.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import type { Shortcoming } from '../platform/refusal.ts'
import { closeNomination } from './candidates.ts'
import type { Composed, Somebody } from './composed.ts'
import { readReason } from './published-reason.ts'

/** `later`: the answer is owed within the municipality's promise. */
export const others = ['later', 'reserve', 'not_this_time'] as const
export interface Answer {
  readonly candidate: string
  readonly outcome: (typeof others)[number]
  /** The person reads it. */
  readonly reason: string | null
}
/** What the work list calls answers that are still owed. */
export const answersDue = 'decision.answers'

/** Where the form has what one candidate is told, and why. */
export const outcomeField = (candidate: string): string => `outcome-${candidate}`
export const reasonField = (candidate: string): string => `reason-${candidate}`

/** The candidates who are on no seat: each of them is owed an answer. */
export const waitingFor = ({ free }: Composed): Somebody[] => free.filter(one => one.from === 'candidate')

const promised = async (tx: Tx): Promise<number> => (await itemOf(tx, 'promise', 'final_answer_after_decision'))?.value ?? 5

/** The day by which an answer put off today must be given. */
export async function answerBy(tx: Tx): Promise<LocalDate> {
  return (await deadlineAfter(tx, localDate(tx.now), await promised(tx))).date
}

/** What stands in the way of the answers, all of it at once. Nobody is answered without a reason, and no reason is written for nothing. */
export function answerFaults(waiting: readonly Somebody[], answers: readonly Answer[]): Shortcoming[] {
  return waiting.flatMap((one): Shortcoming[] => {
    const { outcome, reason } = answerOf(answers, one)
    if (outcome === 'later') return reason ? [{ field: outcomeField(one.id), message: words.noAnswer }] : []
    const stop = readReason(reason).find(note => note.force === 'stops')
    return [
      ...(one.candidate?.contacted ? [] : [{ field: outcomeField(one.id), message: words.notContacted }]),
      ...(reason ? [] : [{ field: reasonField(one.id), message: words.noReason }]),
      ...(stop ? [{ field: reasonField(one.id), message: words.personalNumber }] : []),
    ]
  })
}

const words = {
  personalNumber: {
    da: 'Der står noget, der ligner et CPR-nummer, i grunden. Slet det.',
    en: 'Something in the reason looks like a personal number. Delete it.',
  },
  noAnswer: {
    da: 'Der står en grund, men svaret er sat til senere. Vælg et svar, eller slet grunden.',
    en: 'There is a reason, but the answer is put off. Choose an answer or delete the reason.',
  },
  notContacted: {
    da: 'Ingen har skrevet ned, at I har kontaktet personen. Det har vi lovet at gøre først. Vælg »Svar senere«.',
    en: 'Nobody has written down that you contacted the person. We have promised to do that first. Choose “Answer later”.',
  },
  noReason: { da: 'Skriv en grund. Personen læser den.', en: 'Write a reason. The person will read it.' },
}

/** What was chosen for one of them. A candidate nobody chose anything for is one put off. */
function answerOf(answers: readonly Answer[], one: Somebody): { outcome: Answer['outcome']; reason: string } {
  const given = answers.find(each => each.candidate === one.id)
  return { outcome: given?.outcome ?? 'later', reason: given?.reason?.trim() ?? '' }
}

/** Gives the answers, and owes the ones put off. */
export async function answerOthers(tx: Tx, who: Principal, whole: Composed, decision: string, answers: readonly Answer[]): Promise<void> {
  let later = 0
  for (const one of waitingFor(whole)) {
    const { outcome, reason } = answerOf(answers, one)
    if (outcome === 'later') later++
    else await closeNomination(tx, who, { candidate: one.id, council: whole.slate.council, outcome, reason, decision })
  }
  if (later === 0) return
  await owe(tx, who, {
    kind: answersDue,
    about: decision,
    owner: null,
    receivedOn: localDate(tx.now),
    workingDays: await promised(tx),
    rule: { id: 'A37', force: 'promise' },
  })
}
