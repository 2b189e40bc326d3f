// The yes or no of somebody who was suggested by another: by their own link, or spoken and written down by staff.
import { makeReceipt, type ReceiptCode, receiptIndex } from '../platform/crypto/receipt.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound } from '../platform/refusal.ts'
import { isTheOne, mayWorkWith } from './access.ts'
import { insertContact } from './contact-store.ts'
import { erase } from './erase-candidate.ts'
import { keepInStep } from './promise.ts'
import { candidateRow, nominationsOf, ownersOf } from './read-store.ts'
import { insertReceipt, moveNomination, updateCandidate } from './store.ts'
import type { How } from './tables.ts'

interface Answer {
  readonly candidateId: string
  /** The secret key of the form that carries the yes; sent again, it gives the same code. */
  readonly key: string
  /** How staff heard the yes; not given for the person's own button. */
  readonly how?: How
}

/** Yes: the person comes into the register, and the clock of A37 starts. Returns the code of their own way back. */
export async function sayYes(tx: Tx, who: Principal, { candidateId, key, how }: Answer): Promise<ReceiptCode> {
  const candidate = await candidateRow(tx, candidateId)
  if (!candidate) throw new NotFound()
  const nominations = await nominationsOf(tx, [candidateId])
  const own = isTheOne(who, candidateId)
  if (
    !own &&
    !mayWorkWith(who, {
      owners: await ownersOf(
        tx,
        nominations.map(one => one.id),
      ),
    })
  )
    throw new NotAllowed()
  const keys = tx.keys.of(tx.municipalityId)
  const code = makeReceipt(keys, key)
  await insertReceipt(tx, receiptIndex(keys, code), candidateId)
  if (candidate.said_yes_at) return code
  const staff = who.kind === 'staff' ? who.personId : null
  await updateCandidate(tx, candidateId, { said_yes_at: tx.now, said_yes_how: own ? 'own_link' : 'spoken', said_yes_recorded_by: staff })
  // Who said yes to a human has been contacted by that.
  if (!own) await insertContact(tx, { candidateId, byPerson: staff, how: how ?? 'phone', result: 'said_yes', text: null })
  const state = own ? ('received' as const) : ('contacted' as const)
  const contacted_at = own ? null : tx.now
  for (const one of nominations.filter(each => each.state === 'suggested')) {
    await moveNomination(tx, one.id, 'suggested', { state, contacted_at })
    await record(tx, who, {
      kind: 'nomination.accept',
      about: one.id,
      because: [candidateId],
      facts: { council: one.council, how: own ? 'own_link' : 'spoken' },
    })
    await keepInStep(tx, who, { ...one, state, contacted_at })
  }
  return code
}

/** No: everything about the person is erased at once. */
export async function sayNo(tx: Tx, who: Principal, { candidateId }: { candidateId: string }): Promise<void> {
  await erase(tx, who, { candidateId, why: 'declined' })
}
