// A member chooses whether the public sees their name; the secretary writes the choice down for whoever asks.
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound } from '../platform/refusal.ts'
import { mayChooseShown } from './access.ts'
import { openMembers, showMember } from './member-store.ts'

export interface ChooseShown {
  readonly member: string
  readonly shown: 'named' | 'unnamed'
  /** A protected address is never shown by name, whatever was chosen. */
  readonly protectedAddress?: boolean
}

/** Writes the choice down. It holds on the public pages at once. */
export async function chooseShown(tx: Tx, who: Principal, { member: id, shown, protectedAddress }: ChooseShown): Promise<void> {
  const member = (await openMembers(tx, [id]))[0]
  if (!member) throw new NotFound()
  if (!mayChooseShown(who, member.personId)) throw new NotAllowed()
  await showMember(tx, id, { shown, protectedAddress: protectedAddress ?? member.protectedAddress })
  await record(tx, who, { kind: 'member.shown', about: id, facts: { shown } })
}
