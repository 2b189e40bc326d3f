// What the room of slates may know and do: who can be put on a seat, as the charter engine sees them, and how it ended for each.
import type { MemberAttributes, MemberContact } from '../councils/index.ts'
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound } from '../platform/refusal.ts'
import { fetchKeys } from '../platform/sealed.ts'
import { mayCompose } from './access.ts'
import { move } from './move-nomination.ts'
import { after, onSlates, states } from './nomination.ts'
import { type AsPerson, asPerson } from './person.ts'
import { type CandidateRow, candidateRows, nominationsOf, type TieRow, tiesOf } from './read-store.ts'
import { inCouncil } from './register-store.ts'
import { type ContactDetails, openField } from './sealed-fields.ts'

/** Somebody who said yes and has not withdrawn. */
export interface Selectable {
  readonly id: string
  readonly candidateId: string
  readonly nominationId: string
  readonly name: string
  readonly invented: boolean
  readonly person: AsPerson['person']
  /** Attributes that rest on the person's own word only. */
  readonly undocumented: readonly string[]
  readonly attributes: MemberAttributes
  readonly contact: MemberContact
  /** Somebody here has spoken with them or written to them. */
  readonly contacted: boolean
  readonly residenceSeenOn: LocalDate | null
}

/** Everybody who can be put on a slate of this council now, the longest waiting first. Three statements and the keys. */
export async function candidatesFor(tx: Tx, who: Principal, council: string): Promise<Selectable[]> {
  if (!mayCompose(who)) throw new NotAllowed()
  const nominations = await inCouncil(tx, council, states.filter(onSlates))
  const people = await opened(
    tx,
    nominations.map(one => one.candidate_id),
  )
  return nominations.flatMap((one): Selectable[] => {
    const known = people.get(one.candidate_id)
    if (!known) return []
    const { id: _, ...attributes } = known.as.person
    return [
      {
        id: one.candidate_id,
        candidateId: one.candidate_id,
        nominationId: one.id,
        name: known.row.name,
        invented: known.row.invented,
        person: known.as.person,
        undocumented: known.as.undocumented,
        attributes,
        contact: memberContact(known.contact, known.row),
        contacted: one.contacted_at !== null,
        residenceSeenOn: known.row.residence_verified === 'yes' ? known.row.residence_verified_on : null,
      },
    ]
  })
}

const memberContact = (contact: ContactDetails | null, row: CandidateRow): MemberContact => ({
  email: contact?.email ?? null,
  phone: contact?.phone || null,
  language: row.language,
})

async function opened(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { row: CandidateRow; as: AsPerson; contact: ContactDetails | null }>> {
  const rows = await candidateRows(tx, [...new Set(ids)])
  await fetchKeys(
    tx,
    rows.map(row => row.id),
  )
  const ties = new Map<string, TieRow[]>()
  for (const tie of await tiesOf(
    tx,
    rows.map(row => row.id),
  ))
    ties.set(tie.candidate_id, [...(ties.get(tie.candidate_id) ?? []), tie])
  const people = new Map<string, { row: CandidateRow; as: AsPerson; contact: ContactDetails | null }>()
  for (const row of rows) {
    const declared = await openField(tx, row.id, 'declared_sealed', row.declared_sealed)
    const as = asPerson({
      id: row.id,
      residence: row.residence,
      verified: row.residence_verified,
      declared: declared?.keys ?? [],
      answered: declared?.answered ?? [],
      ties: (ties.get(row.id) ?? []).map(tie => ({ kind: tie.kind, local: tie.local, confirmed: tie.confirmed_on !== null })),
    })
    people.set(row.id, { row, as, contact: await openField(tx, row.id, 'contact_sealed', row.contact_sealed) })
  }
  return people
}

const verbOf = { appointed: 'appoint', reserve: 'reserve', not_this_time: 'decline' } as const
export interface Closing {
  readonly nominationId: string
  readonly outcome: keyof typeof verbOf
  /** The person reads it; needed unless they were appointed. */
  readonly reason: string | null
  readonly because?: string
}
/**
 * The final answer: writes the letter, or owes telling the person.
 * @throws Refusal for a no or a waiting list without a recorded contact (A37) or without a reason
 */
export async function close(tx: Tx, who: Principal, { nominationId, outcome, reason, because }: Closing): Promise<void> {
  await move(tx, who, { nominationId, verb: verbOf[outcome], reason, ...(because ? { because } : {}) })
}

/** Where slates get their people, and where they say how it ended. */
export const candidateSource = {
  candidates: candidatesFor,
  /** Closes the nomination of this candidate for this council; nothing happens when it already ended so. */
  async close(
    tx: Tx,
    who: Principal,
    given: {
      readonly candidate: string
      readonly council: string
      readonly outcome: Closing['outcome']
      readonly reason: string | null
      readonly decision: string
    },
  ): Promise<void> {
    const one = (await nominationsOf(tx, [given.candidate])).find(each => each.council === given.council)
    if (!one) throw new NotFound()
    if (one.state === given.outcome && after(one.state, verbOf[given.outcome]) === null) return
    await close(tx, who, { nominationId: one.id, outcome: given.outcome, reason: given.reason, because: given.decision })
  },
  /** Put forward to the body that decides, or taken back; nothing happens where the nomination stands elsewhere meanwhile. */
  async moved(
    tx: Tx,
    who: Principal,
    given: { readonly candidate: string; readonly council: string; readonly verb: 'propose' | 'take_back' },
  ): Promise<void> {
    const one = (await nominationsOf(tx, [given.candidate])).find(each => each.council === given.council)
    if (one && after(one.state, given.verb) !== null) await move(tx, who, { nominationId: one.id, verb: given.verb })
  },
}
