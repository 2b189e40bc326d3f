// Who answers a contact, on which number and when: what every public page ends with.
import { type ItemContent, itemOf, writeItem } from '../municipalities/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayHoldContacts } from './access.ts'
import { clearHolder, setHolder } from './contact-holders.ts'
import { personById } from './store.ts'
import { toHumans } from './to-humans.ts'

export interface ContactHold {
  readonly contact: string
  readonly personId: string | null
  readonly deputyId: string | null
  /** The number and address of the contact itself; a person's own number goes before it. */
  readonly phone: string | null
  readonly email: string | null
  readonly hours: NonNullable<ItemContent['contact']['hours']> | null
}

/** Writes who answers and how they are reached. */
export async function holdContact(tx: Tx, who: Principal, hold: ContactHold): Promise<void> {
  if (!mayHoldContacts(who)) throw new NotAllowed()
  const contact = await itemOf(tx, 'contact', hold.contact)
  if (!contact) throw new NotFound()
  for (const id of [hold.personId, hold.deputyId]) if (id && !(await personById(tx, id))) throw new NotFound()
  if (hold.personId && hold.personId === hold.deputyId) throw new Refusal([{ field: 'deputy', message: same }])
  if (hold.personId) await setHolder(tx, hold.contact, hold.personId, hold.deputyId)
  else await clearHolder(tx, hold.contact)
  await toHumans(tx)
  const changed = { ...contact, phone: hold.phone, email: hold.email, hours: hold.hours }
  if (JSON.stringify(changed) !== JSON.stringify(contact))
    await writeItem(tx, who, { kind: 'contact', slug: hold.contact, content: changed })
  if (hold.personId)
    await record(tx, who, { kind: 'contact.held', about: hold.personId, facts: { contact: hold.contact, deputy: hold.deputyId } })
}
const same = { da: 'Vælg en anden som stedfortræder.', en: 'Choose somebody else as deputy.' }
