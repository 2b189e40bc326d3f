// Staff confirm what somebody told us: a tie to an organisation, and that they live here. How, when and by whom; never what a document says.
import { addMonths, type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal, Staff } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayWorkWith } from './access.ts'
import { candidateRow, nominationsOf, ownersOf, tiesOf } from './read-store.ts'
import { setTieConfirmed, updateCandidate } from './store.ts'

/** The ways of confirming; none of them keeps a copy. */
export const confirmWays = ['organisation_said', 'website', 'register', 'seen', 'known'] as const
type ConfirmWay = (typeof confirmWays)[number]
/** Where somebody lives no organisation can say. */
export const residenceWays = ['register', 'seen', 'known'] as const satisfies readonly ConfirmWay[]

async function worker(tx: Tx, who: Principal, candidateId: string): Promise<Staff> {
  if (!(await candidateRow(tx, candidateId))) throw new NotFound()
  const ids = (await nominationsOf(tx, [candidateId])).map(one => one.id)
  if (who.kind !== 'staff' || !mayWorkWith(who, { owners: await ownersOf(tx, ids) })) throw new NotAllowed()
  return who
}
/** The day something was seen: today, or a day in the year before. What is older says nothing about now. */
function seenOn(tx: Tx, on: LocalDate | null): LocalDate {
  const today = localDate(tx.now)
  if (on && on > today)
    throw new Refusal([{ field: 'on', message: { da: 'Dagen ligger i fremtiden.', en: 'The day lies in the future.' } }])
  if (on && on < addMonths(today, -12))
    throw new Refusal([
      {
        field: 'on',
        message: {
          da: 'Det er mere end et år siden. Tjek det igen, eller se efter, om året er rigtigt.',
          en: 'That is more than a year ago. Check it again, or see whether the year is right.',
        },
      },
    ])
  return on ?? today
}

export interface TieConfirmed {
  readonly candidateId: string
  readonly tieId: string
  readonly how: ConfirmWay
  readonly on: LocalDate | null
}
/** A tie is as the person said. */
export async function confirmTie(tx: Tx, who: Principal, { candidateId, tieId, how, on }: TieConfirmed): Promise<void> {
  const staff = await worker(tx, who, candidateId)
  if (!(await tiesOf(tx, [candidateId])).some(tie => tie.id === tieId)) throw new NotFound()
  await setTieConfirmed(tx, tieId, { confirmed_on: seenOn(tx, on), confirmed_how: how, confirmed_by: staff.personId })
  await record(tx, who, { kind: 'candidate.tie-confirmed', about: candidateId, facts: { tie: tieId, how } })
}

export interface ResidenceVerified {
  readonly candidateId: string
  readonly answer: 'yes' | 'no'
  readonly how: ConfirmWay
  readonly on: LocalDate | null
}
/** The person lives here, or does not. Only the answer is kept, with how, when and by whom (A29). */
export async function verifyResidence(tx: Tx, who: Principal, { candidateId, answer, how, on }: ResidenceVerified): Promise<void> {
  const staff = await worker(tx, who, candidateId)
  await updateCandidate(tx, candidateId, {
    residence_verified: answer,
    residence_verified_on: seenOn(tx, on),
    residence_verified_how: how,
    residence_verified_by: staff.personId,
  })
  await record(tx, who, { kind: 'candidate.residence-verified', about: candidateId, facts: { answer, how } })
}
