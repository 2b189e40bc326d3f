// What every step with a summary begins and ends with: locked, allowed, possible now; then written down and kept in step with what is owed.
import { colleaguesOf, openDues, owe, settle } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal, Staff } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal, type Said } from '../platform/refusal.ts'
import { type Askable, askableOf, mayWork, type Near, quiet, secondHuman, type Voice, voiceOf } from '../voices/index.ts'
import type { SummaryNear } from './access.ts'
import { after, type Not, type Owed, owedDays, owedKinds, owedNow, type SummaryStands, type Verb, whyNot } from './summary.ts'
import { lockSummary, type Summary, type SummaryWords, summaryOf, updateSummary } from './summary-store.ts'
import { themeWords as w } from './words.ts'

export interface OneSummary {
  readonly summary: Summary
  readonly voice: Voice
  readonly near: SummaryNear
  readonly stands: SummaryStands
  readonly askable: Askable
}
/** A summary with the voice it is of; null when there is none. */
export async function oneSummary(tx: Tx, id: string, lock = false): Promise<OneSummary | null> {
  const summary = await (lock ? lockSummary : summaryOf)(tx, id)
  const voice = summary && (await voiceOf(tx, summary.voice_id))
  return voice ? await near(tx, summary, voice) : null
}
export async function near(tx: Tx, summary: Summary, voice: Voice): Promise<OneSummary> {
  const askable = await askableOf(tx, voice)
  const due = summary.state === 'asked' ? (await openDues(tx, { abouts: [summary.id], kinds: ['summary.answer'] }))[0] : undefined
  return {
    summary,
    voice,
    askable,
    near: { writtenBy: summary.written_by, voice: voice.near },
    stands: {
      state: summary.state,
      share: askable.share,
      reachable: askable.reachable,
      waitedOut: due !== undefined && due.dueOn < localDate(tx.now),
    },
  }
}

type May = (who: Principal, near: SummaryNear) => who is Staff
/** @throws NotFound, NotAllowed, or Refusal when it cannot be done now */
export async function beginSummary(tx: Tx, who: Principal, id: string, verb: Verb, may: May): Promise<OneSummary & { readonly me: Staff }> {
  const one = await oneSummary(tx, id, true)
  if (!one) throw mayWork(who, true) ? new NotFound() : new NotAllowed()
  if (!may(who, one.near)) throw new NotAllowed()
  const not = whyNot(one.stands, verb)
  if (not) throw new Refusal(sayNot(not))
  return { ...one, me: who }
}
export const sayNot = (not: Not): Said => ({ da: w('da', `summary.not.${not}`), en: w('en', `summary.not.${not}`) })

const happened: Readonly<Record<Verb, string>> = {
  write: 'written',
  ask: 'asked',
  goOn: 'went-on',
  sayYes: 'confirmed',
  sayChange: 'change-wanted',
  sayNo: 'refused',
  approve: 'approved',
  giveBack: 'given-back',
  gather: 'gathered',
  take: 'taken-out',
  publish: 'went-out',
  drop: 'dropped',
}
/** Writes the new state, what happened, and what is owed now. The journal says no more of it than its id, which only its row ties to the voice. */
export async function endSummary(
  tx: Tx,
  who: Principal,
  { summary, voice }: Pick<OneSummary, 'summary' | 'voice'>,
  verb: Verb,
  change: Parameters<typeof updateSummary>[2] = {},
  words: SummaryWords = {},
): Promise<void> {
  const state = after(verb, summary.state)
  await updateSummary(tx, summary, { state, ...change }, words)
  await record(quiet(tx), who, { kind: `summary.${happened[verb]}`, about: summary.id })
  await keepSummaryDue(tx, who, summary, owedNow(state), voice.near, happened[verb])
}

/** Settles what is no longer owed about it and owes what is. */
export async function keepSummaryDue(
  tx: Tx,
  who: Principal,
  summary: Pick<Summary, 'id' | 'written_by'>,
  owed: Owed | null,
  { closedTo, ownerId }: Pick<Near, 'closedTo' | 'ownerId'>,
  how: string,
): Promise<void> {
  const now = quiet(tx)
  for (const kind of owedKinds) if (kind !== owed) await settle(now, who, summary.id, kind, how)
  if (!owed) return
  const owner =
    owed === 'summary.gather'
      ? null
      : owed === 'summary.approve'
        ? await secondHuman(tx, [summary.written_by, ...closedTo])
        : closedTo.includes(summary.written_by)
          ? ownerId
          : summary.written_by
  const here = owner !== null && (await colleaguesOf(tx)).some(one => one.id === owner)
  await owe(now, who, {
    kind: owed,
    about: summary.id,
    owner: here ? owner : null,
    office: here ? null : 'sekretariat',
    receivedOn: localDate(tx.now),
    workingDays: owedDays[owed],
    rule: { id: 'B1c', force: 'promise' },
  })
}
