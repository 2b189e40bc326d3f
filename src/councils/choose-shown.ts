// A member's own choice of being shown by name is written down; a protected address is never shown.
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound } from '../platform/refusal.ts'
import { mayKeepSeats } from './access.ts'
import { openMembers, showMember } from './member-store.ts'

export interface ChooseShown {
  readonly member: string
  readonly shown: 'named' | 'unnamed'
  /** As it was before when left out. */
  readonly protectedAddress?: boolean
}

/** The secretary writes down what the member said; the public page follows at once. */
export async function chooseShown(tx: Tx, who: Principal, input: ChooseShown): Promise<void> {
  if (!mayKeepSeats(who) && !(who.kind === 'subject' && who.about === input.member)) throw new NotAllowed()
  const known = (await openMembers(tx, [input.member]))[0]
  if (!known) throw new NotFound()
  await showMember(tx, input.member, { shown: input.shown, protectedAddress: input.protectedAddress ?? known.protectedAddress })
  await record(tx, who, { kind: 'member.shown', about: input.member, facts: { shown: input.shown } })
}
