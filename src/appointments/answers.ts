// What the candidates who got no seat are told when a body has decided; nobody is left without an answer.
import { itemOf } from '../municipalities/index.ts'
import { owe } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal } from '../platform/refusal.ts'
import { closeNomination } from './candidates.ts'
import type { Composed } from './composed.ts'
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

/** Gives the answers, and owes the ones put off. A candidate nobody chose anything for is one put off. */
export async function answerOthers(tx: Tx, who: Principal, whole: Composed, decision: string, answers: readonly Answer[]): Promise<void> {
  const { slate, free } = whole
  const waiting = free.filter(one => one.from === 'candidate')
  let later = 0
  for (const one of waiting) {
    const answer = answers.find(each => each.candidate === one.id) ?? { outcome: 'later' as const, reason: null }
    if (answer.outcome === 'later') {
      later++
      continue
    }
    const reason = answer.reason?.trim() ?? ''
    if (!reason)
      throw new Refusal([
        {
          field: `reason-${one.id}`,
          message: {
            da: `Skriv en grund til ${one.name}. Personen læser den.`,
            en: `Write a reason for ${one.name}. The person reads it.`,
          },
        },
      ])
    const stop = readReason(reason).find(note => note.force === 'stops')
    if (stop) throw new Refusal([{ field: `reason-${one.id}`, message: stop.message }])
    await closeNomination(tx, who, { candidate: one.id, council: slate.council, outcome: answer.outcome, reason, decision })
  }
  if (later === 0) return
  const days = (await itemOf(tx, 'promise', 'final_answer_after_decision'))?.value ?? 5
  await owe(tx, who, {
    kind: answersDue,
    about: decision,
    owner: null,
    receivedOn: localDate(tx.now),
    workingDays: days,
    rule: { id: 'A37', force: 'promise' },
  })
}
