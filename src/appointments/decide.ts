// What the appointing body decided is written down, as it was minuted, and takes effect at once.
import type { Person } from '../councils/charters/index.ts'
import { engineVersion, holdCharter, type MemberAttributes, seatMember, tellSeated } from '../councils/index.ts'
import { owe } from '../people/index.ts'
import { addDays, addMonths, type LocalDate, laterOf, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { Conflict, NotAllowed, Refusal, type Shortcoming } from '../platform/refusal.ts'
import { mayDecide } from './access.ts'
import { type Answer, answerFaults, answerOthers, waitingFor } from './answers.ts'
import { closeNomination } from './candidates.ts'
import type { Composed } from './composed.ts'
import { writeDecision } from './decision-store.ts'
import { keepReason, type Reason, refuseUnread } from './deviate.ts'
import { composed, holdSlate, refuseChanged } from './held.ts'
import { notesOf } from './notes.ts'
import { isSelf } from './own-seat.ts'
import { goneWords } from './propose.ts'
import { reviewsAfter } from './review.ts'
import { isFarAway } from './slate.ts'
import { contactOfNamed } from './store.ts'
import { refuseOutdated } from './use-charter.ts'
import { unexplained } from './verdict.ts'

export interface Decide {
  readonly slate: string
  /** What the one who records it has seen. */
  readonly revision: number
  readonly decidedOn: LocalDate
  readonly minuteRef: string
  /** What the minutes say of a rule that is broken; published. */
  readonly explanation: string | null
  /** Why wishes are not followed, where that is written together with the decision; published. */
  readonly deviations?: readonly Reason[]
  /** The one who records it has read the warnings about what is published. */
  readonly seen: boolean
  /** What the other candidates are told. */
  readonly answers: readonly Answer[]
}
/** What the work list calls a decision that breaks a rule. */
export const breachDue = 'decision.breach'

/**
 * Records a decision once. The charter is asked again inside the same transaction, and a slate made by an older one is refused; a broken
 * rule is written down, published and put on the work list, never hidden and never a block, since what a body decided is what it decided.
 * Nobody records their own seat.
 */
export async function decide(tx: Tx, who: Principal, input: Decide): Promise<string> {
  const slate = await holdSlate(tx, who, input.slate, 'decide', mayDecide)
  refuseChanged(slate, input.revision)
  await holdCharter(tx, slate.council)
  const found = await composed(tx, who, slate)
  refuseOutdated(found)
  const written = newReasons(found, input.deviations ?? [])
  const reasons = new Map([...found.slate.deviations, ...written.map(one => [one.atom, one.reason] as const)])
  const whole: Composed = { ...found, slate: { ...found.slate, deviations: reasons } }
  if (whole.gone.length > 0) throw new Conflict(goneWords)
  const chosen = slate.seats.map(seat => ({ seat, one: whole.people.get(seat.person)! }))
  if (chosen.some(({ one }) => isSelf(who, one))) throw new NotAllowed()
  const faults = [...faultsOf(input, whole, localDate(tx.now)), ...answerFaults(waitingFor(whole), input.answers)]
  if (faults.length > 0) throw new Refusal(faults)
  refuseUnread(
    [
      ...written.map(({ atom, reason }) => ({ field: deviationField(atom), text: reason })),
      { field: 'explanation', text: input.explanation ?? '' },
    ],
    [...whole.people.values()].map(one => one.name),
    input.seen,
  )
  for (const one of written) await keepReason(tx, who, slate.id, one)

  const decision = await writeDecision(
    tx,
    who,
    { ...slate, charterVersion: whole.rules.version },
    {
      decidedOn: input.decidedOn,
      minuteRef: input.minuteRef.trim(),
      engineVersion,
      verdict: whole.verdict,
      notes: notesOf(whole, input.explanation),
      seats: slate.seats,
    },
  )
  await record(tx, who, {
    kind: 'slate.decided',
    about: slate.id,
    because: [decision],
    facts: { council: slate.council, body: slate.body, on: input.decidedOn, broken: whole.verdict.stops.length },
  })
  await takeSeats(tx, who, whole, input, decision)
  await answerOthers(tx, who, whole, decision, input.answers)
  await oweAfterwards(tx, who, whole, input, decision)
  return decision
}

/** Where the form has the reason of one wish. */
export const deviationField = (atom: string): string => `deviation-${atom}`

/** Of what was written: what is about a wish that is not followed, and is not written down already. */
const newReasons = ({ verdict, slate }: Composed, reasons: readonly Reason[]): Reason[] =>
  reasons.filter(({ atom, reason }) => verdict.wishes.includes(atom) && reason.trim() !== (slate.deviations.get(atom) ?? ''))

function faultsOf(input: Decide, { slate, verdict, people }: Composed, today: LocalDate): Shortcoming[] {
  const faults: Shortcoming[] = []
  if (slate.seats.length === 0) faults.push({ message: { da: 'Der er ingen på pladserne.', en: 'Nobody is on the seats.' } })
  for (const { person } of slate.seats) {
    const { name, named } = people.get(person)!
    if (named?.until && named.until < laterOf(slate.startsOn, input.decidedOn))
      faults.push({
        message: {
          da: `Perioden for ${name} er slut, før pladsen bliver besat. Tag personen af, og skriv personen på igen med en senere dag.`,
          en: `The time of ${name} is over before the seat is taken. Take the person off, and enter them again with a later day.`,
        },
      })
  }
  if (input.decidedOn > today)
    faults.push({
      field: 'decidedOn',
      message: {
        da: 'Dagen er ikke kommet endnu. Skriv beslutningen ind, når den er taget.',
        en: 'The day has not come yet. Record the decision when it has been made.',
      },
    })
  else if (isFarAway(input.decidedOn, today))
    faults.push({
      field: 'decidedOn',
      message: {
        da: 'Dagen ligger mere end fem år tilbage. Se efter, om året er rigtigt.',
        en: 'The day is more than five years back. See whether the year is right.',
      },
    })
  if (!input.minuteRef.trim())
    faults.push({
      field: 'minuteRef',
      message: { da: 'Skriv, hvor beslutningen står i referatet.', en: 'Write where the minutes have the decision.' },
    })
  if (verdict.stops.length > 0 && !input.explanation?.trim())
    faults.push({
      field: 'explanation',
      message: {
        da: 'Beslutningen bryder et krav. Skriv, hvad referatet siger om det.',
        en: 'The decision breaks a requirement. Write what the minutes say of it.',
      },
    })
  for (const atom of unexplained(verdict, slate.deviations))
    faults.push({
      field: deviationField(atom),
      message: {
        da: 'Et ønske er ikke fulgt. Skriv grunden ved ønsket.',
        en: 'A wish is not followed. Write the reason beside it.',
      },
    })
  return faults
}

/** Everybody on the slate takes their seat from the day the slate begins, and candidates hear that they are appointed. */
async function takeSeats(tx: Tx, who: Principal, whole: Composed, input: Decide, decision: string): Promise<void> {
  const { slate, people } = whole
  // A decision does not seat anybody before it was made.
  const from = laterOf(slate.startsOn, input.decidedOn)
  for (const { person, group, seat } of slate.seats) {
    const one = people.get(person)!
    const contact = one.candidate?.contact ?? (one.named ? await contactOfNamed(tx, one.id) : null)
    const { member } = await seatMember(tx, who, {
      council: slate.council,
      group,
      seat,
      from,
      ...(one.named?.until ? { termTo: one.named.until } : {}),
      decisionId: decision,
      asMinuted: true,
      member: {
        name: one.name,
        // A councillor's office is public; everybody else chooses.
        shown: one.named?.role === 'councillor' ? 'named' : 'unnamed',
        attributes: attributesOf(one.person),
        ...(contact ? { contact } : {}),
        ...(one.candidate ? { candidateId: one.id, residenceSeenOn: one.candidate.residenceSeenOn } : {}),
      },
    })
    if (one.candidate)
      await closeNomination(tx, who, { candidate: one.id, council: slate.council, outcome: 'appointed', reason: null, decision })
    // Candidates hear it as the answer to their nomination.
    else if (contact?.email) await tellSeated(tx, who, member, from)
  }
}

function attributesOf({ id: _, ...attributes }: Person): MemberAttributes {
  return attributes
}

async function oweAfterwards(tx: Tx, who: Principal, whole: Composed, input: Decide, decision: string): Promise<void> {
  const { slate, verdict, people } = whole
  const broken = verdict.reasons.find(reason => verdict.stops.includes(reason.atom))
  if (broken)
    await owe(tx, who, {
      kind: breachDue,
      about: decision,
      owner: null,
      receivedOn: localDate(tx.now),
      workingDays: 5,
      rule: { id: broken.source?.ref ?? broken.atom, force: 'must', ...(broken.source?.text ? { quote: broken.source.text } : {}) },
    })
  for (const { person } of slate.seats) {
    const until = people.get(person)?.named?.until
    if (until)
      await owe(tx, who, {
        kind: 'adviser.review',
        about: person,
        owner: null,
        receivedOn: input.decidedOn,
        dueOn: laterOf(addDays(until, -30), input.decidedOn),
        rule: { id: 'A13', force: 'should' },
        becauseOf: decision,
      })
  }
  for (const { years, quote } of await reviewsAfter(tx, slate.council))
    await owe(tx, who, {
      kind: `decision.review-${years}`,
      about: decision,
      owner: null,
      receivedOn: input.decidedOn,
      dueOn: addMonths(input.decidedOn, years * 12),
      rule: { id: 'A28', force: 'must', ...(quote ? { quote } : {}) },
      becauseOf: decision,
    })
}
