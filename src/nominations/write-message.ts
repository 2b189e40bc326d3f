// Staff write to a candidate: on the candidate's own page with a neutral letter that tells so, or on paper with the words themselves.
import { namesOf } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Lang } from '../platform/i18n.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayWorkWith } from './access.ts'
import { makeLink } from './invite.ts'
import { writeMessageLetter, writePaperLetter } from './letters.ts'
import { insertMessage } from './message-store.ts'
import { candidateRow, nominationsOf, ownersOf } from './read-store.ts'
import { openField } from './sealed-fields.ts'

export interface Written {
  readonly candidateId: string
  readonly text: string
  readonly way: 'email' | 'post'
}

/** Puts the message on its way. It reaches the person, and counts as contact, when its letter has left; until then it can be regretted. */
export async function writeMessage(tx: Tx, who: Principal, { candidateId, text, way }: Written): Promise<string> {
  const candidate = await candidateRow(tx, candidateId)
  if (!candidate) throw new NotFound()
  const ids = (await nominationsOf(tx, [candidateId])).map(one => one.id)
  if (who.kind !== 'staff' || !mayWorkWith(who, { owners: await ownersOf(tx, ids) })) throw new NotAllowed()
  const contact = await openField(tx, candidateId, 'contact_sealed', candidate.contact_sealed)
  const language = candidate.language as Lang
  const writtenBy = who.personId
  let letterId: string
  if (way === 'email') {
    if (!contact?.email) throw new Refusal([{ field: 'way', message: noEmail }])
    const link = await makeLink(tx, candidateId)
    letterId = await writeMessageLetter(tx, { candidateId, to: contact.email, language, writtenBy, ...link })
  } else {
    if (!contact?.address) throw new Refusal([{ field: 'way', message: noAddress }])
    const signedBy = (await namesOf(tx, [writtenBy])).get(writtenBy) ?? who.name
    letterId = await writePaperLetter(tx, { candidateId, to: `${candidate.name}\n${contact.address}`, language, text, writtenBy, signedBy })
  }
  await insertMessage(tx, { candidateId, letterId, writtenBy, text })
  await record(tx, who, { kind: 'candidate.written-to', about: candidateId, facts: { letter: letterId, way } })
  return letterId
}

const noEmail = {
  da: 'Vi har ingen e-mailadresse på personen. Vælg brev med posten, eller ring.',
  en: 'We have no e-mail address for this person. Choose a letter by post, or call.',
}
const noAddress = {
  da: 'Vi har ingen postadresse på personen. Ret oplysningerne først, eller vælg e-mail.',
  en: 'We have no postal address for this person. Correct the details first, or choose e-mail.',
}
