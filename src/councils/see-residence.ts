// Somebody checks that a member still lives here, where that is a condition. Only that it was seen is kept, never the address.
import { settle } from '../people/index.ts'
import type { LocalDate } from '../platform/clock.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayKeepSeats } from './access.ts'
import { openMembers, writeAttributes } from './member-store.ts'
import { nightDues } from './night-check.ts'

/** Writes down that the member was seen to live here on the day. Who no longer does is written down as leaving. */
export async function seeResidence(
  tx: Tx,
  who: Principal,
  { member, on }: { readonly member: string; readonly on: LocalDate },
): Promise<void> {
  if (!mayKeepSeats(who)) throw new NotAllowed()
  const known = (await openMembers(tx, [member]))[0]
  if (!known) throw new NotFound()
  if (who.kind === 'staff' && known.personId === who.personId) throw new NotAllowed()
  if (on > localDate(tx.now))
    throw new Refusal([{ field: 'on', message: { da: 'Dagen er ikke kommet endnu.', en: 'The day has not come yet.' } }])
  await writeAttributes(tx, member, { ...known.attributes, resident: true }, on)
  await settle(tx, who, member, nightDues.residence, 'seen')
  await record(tx, who, { kind: 'member.residence-seen', about: member, facts: { on } })
}
