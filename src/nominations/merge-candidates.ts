// Makes one candidate of two that a human has found to be the same person, or parts two that are not.
import { settle, settleAll } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { eraseThing, sealed } from '../platform/sealed.ts'
import { maySearch } from './access.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import { insertContact, insertNote } from './contact-store.ts'
import { alike, wordsOf } from './finding.ts'
import { expiryDue } from './keep-candidate.ts'
import { isOpen } from './nomination.ts'
import { tellMerged } from './own-parts.ts'
import { candidateRow, tiesOf } from './read-store.ts'
import { reasonPlace } from './reason-place.ts'
import { maybeTheSame } from './register-store.ts'
import { sealFields } from './sealed-fields.ts'
import { deleteCandidate, deleteNomination, moveBelongings, partTwo, replaceWords, setReason, updateCandidate } from './store.ts'

export interface Likeness {
  readonly id: string
  readonly name: string
  /** `address`: the same e-mail or telephone. `name`: a name like it. Neither proves anything. */
  readonly by: 'address' | 'name'
}
/** Who may be the same person; at most ten, the surest first. */
export async function likenesses(tx: Tx, candidateId: string): Promise<Likeness[]> {
  const row = await candidateRow(tx, candidateId)
  if (!row) return []
  const near = await maybeTheSame(tx, row.id, row.name, row.email_index, row.phone_index)
  const found = near.flatMap((one): Likeness[] => {
    if (one.same) return [{ id: one.id, name: one.name, by: 'address' }]
    return alike(one.name, row.name) ? [{ id: one.id, name: one.name, by: 'name' }] : []
  })
  return found.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0)).slice(0, 10)
}

/**
 * `keep` takes over everything of `drop`, which is then erased. What both have stays as `keep` has it; a second nomination for the same
 * council goes, unless it is the one further on.
 * @throws Refusal when both have an answer or a proposal for the same council: then a human must end one first
 */
export async function merge(tx: Tx, who: Principal, { keep, drop }: { keep: string; drop: string }): Promise<void> {
  if (!maySearch(who)) throw new NotAllowed()
  const [kept, dropped] = [await candidateOf(tx, keep), await candidateOf(tx, drop)]
  if (!kept || !dropped || keep === drop) throw new NotFound()
  const asked = (one: Candidate) => one.row.said_yes_at === null
  const apart = (one: Candidate, other: Candidate) =>
    one.nominations.some(each => other.nominations.every(twin => twin.row.council !== each.row.council))
  // A yes to one council is no yes to another that somebody else thought of.
  if (asked(kept) !== asked(dropped) && (asked(kept) ? apart(kept, dropped) : apart(dropped, kept)))
    throw new Refusal({
      da: 'Den ene er foreslået af en anden og har ikke svaret. Spørg personen først.',
      en: 'One of them was suggested by somebody else and has not answered. Ask the person first.',
    })
  for (const one of dropped.nominations) {
    const twin = kept.nominations.find(each => each.row.council === one.row.council)
    if (!twin) continue
    const further = (each: typeof one) => each.row.state === 'proposed' || !isOpen(each.row.state)
    if (further(one) && further(twin))
      throw new Refusal({
        da: 'Begge er foreslået eller har fået svar i det samme råd. Afslut den ene først.',
        en: 'Both are proposed or have an answer in the same council. End one of them first.',
      })
    const loser =
      further(one) || twin.row.state === 'suggested' || (one.row.contacted_at && !twin.row.contacted_at && !further(twin)) ? twin : one
    await settleAll(tx, who, loser.row.id, 'merged')
    await record(tx, who, { kind: 'nomination.merged', about: loser.row.id, because: [keep], facts: { council: one.row.council } })
    await deleteNomination(tx, loser.row.id)
  }
  for (const one of [keep, drop]) await settle(tx, who, one, expiryDue, 'merged')
  await moveBelongings(tx, drop, keep)
  await tellMerged(tx, keep, drop)
  await takeOver(tx, kept, dropped)
  await record(tx, who, { kind: 'candidate.merged', about: keep, because: [drop] })
  await deleteCandidate(tx, drop)
  await eraseThing(tx, drop)
}

/** What was sealed with the other key is sealed anew with this one. */
async function takeOver(tx: Tx, kept: Candidate, dropped: Candidate): Promise<void> {
  const { id } = kept.row
  for (const one of dropped.contacts)
    await insertContact(tx, { candidateId: id, byPerson: one.byPerson, how: one.how, result: one.result, text: one.text, at: one.at })
  for (const one of dropped.notes)
    if (one.text) await insertNote(tx, { candidateId: id, byPerson: one.byPerson, text: one.text, at: one.at })
  for (const one of dropped.nominations)
    if (one.reason) await setReason(tx, one.row.id, await sealed(tx, reasonPlace(id, one.row.id), one.reason))
  const other = dropped.row
  const motivation = [kept.motivation, dropped.motivation].filter((text, at, all) => text && all.indexOf(text) === at).join('\n\n')
  const keys = new Set([...(kept.declared?.keys ?? []), ...(dropped.declared?.keys ?? [])])
  const answered = new Set([...(kept.declared?.answered ?? []), ...(dropped.declared?.answered ?? [])])
  await updateCandidate(tx, id, {
    ...(await sealFields(tx, id, {
      motivation_sealed: motivation || null,
      declared_sealed: answered.size > 0 ? { keys: [...keys], answered: [...answered] } : null,
      ...(kept.contact?.reach ? {} : { contact_sealed: dropped.contact }),
      ...(kept.wishes ? {} : { wishes_sealed: dropped.wishes }),
    })),
    ...(kept.row.email_index ? {} : { email_index: other.email_index }),
    ...(kept.row.phone_index ? {} : { phone_index: other.phone_index }),
    ...(kept.row.said_yes_at
      ? {}
      : { said_yes_at: other.said_yes_at, said_yes_how: other.said_yes_how, said_yes_recorded_by: other.said_yes_recorded_by }),
    ...(kept.row.residence_verified || !other.residence_verified
      ? {}
      : {
          residence_verified: other.residence_verified,
          residence_verified_on: other.residence_verified_on,
          residence_verified_how: other.residence_verified_how,
          residence_verified_by: other.residence_verified_by,
        }),
    ...(kept.row.residence === 'not_asked' ? { residence: other.residence } : {}),
  })
  const ties = await tiesOf(tx, [id])
  await replaceWords(
    tx,
    id,
    wordsOf(kept.row.name),
    ties.flatMap(tie => wordsOf(tie.organisation)),
  )
}

/** A human has looked: these are two people. They are not suggested again. */
export async function notTheSame(tx: Tx, who: Principal, { one, other }: { one: string; other: string }): Promise<void> {
  if (who.kind !== 'staff' || !maySearch(who)) throw new NotAllowed()
  if (!(await candidateRow(tx, one)) || !(await candidateRow(tx, other)) || one === other) throw new NotFound()
  await partTwo(tx, one, other, who.personId)
}
