// Who owes something when nobody is named: the human of the contact, else a secretary, else the office that runs the site.
import { itemsOfKind } from '../municipalities/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { holders } from './holders.ts'
import { heldRoles } from './store.ts'

export interface Owner {
  readonly personId: string | null
  /** An office of the house when no human is known: `drift` runs the site and fills in what is missing. */
  readonly office: 'drift' | null
}

/** The owner by default. While the holder of the contact is away, their deputy. */
export async function defaultOwner(tx: Tx, contact?: string): Promise<Owner> {
  const today = localDate(tx.now)
  const slug = contact ?? (await itemsOfKind(tx, 'contact'))[0]?.slug
  const holder = (await holders(tx)).find(one => one.contact === slug)
  if (holder) {
    const away = holder.away.some(gone => gone.from <= today && today <= gone.to)
    return { personId: away && holder.deputyId ? holder.deputyId : holder.personId, office: null }
  }
  const secretary = (await heldRoles(tx, today)).find(one => one.role === 'secretary')
  return secretary ? { personId: secretary.personId, office: null } : { personId: null, office: 'drift' }
}
