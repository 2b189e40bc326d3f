// The columns of a candidate that follow from their answers, sealed or as an index: the one place where they are put together.
import { blindEmail } from '../platform/crypto/blind-email.ts'
import type { Tx } from '../platform/db/act.ts'
import { type Answers, none } from './answers.ts'
import { blindPhone } from './blind-phone.ts'
import type { Offer } from './offer.ts'
import { isBound } from './person.ts'
import { sealFields } from './sealed-fields.ts'

/** What is written to `candidate` for these answers, whoever gives them and however often. `offer` is what the form asked. */
export async function answeredColumns(tx: Tx, candidateId: string, answers: Answers, offer: Offer) {
  const { name, language, reach, email, phone, address, through, interpreter, needs } = answers
  const keys = tx.keys.of(tx.municipalityId)
  const answeredAny = answers.declared.length > 0 || answers.ties.length > 0
  // A number is known by which bounds were asked and not ticked, too.
  const asked = [...new Set(offer.kinds.flatMap(({ attr, key }) => (isBound(key) ? [attr, key] : [attr])))]
  return {
    name,
    language,
    ...(await sealFields(tx, candidateId, {
      contact_sealed: { reach, email, phone, address, through },
      wishes_sealed: interpreter || needs.length > 0 ? { interpreter, needs } : null,
      motivation_sealed: answers.motivation || null,
      declared_sealed: answeredAny ? { keys: answers.declared.filter(key => key !== none), answered: asked } : null,
    })),
    email_index: email ? blindEmail(keys, email) : null,
    phone_index: phone ? blindPhone(keys, phone) : null,
  }
}
