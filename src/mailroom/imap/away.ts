// Tells the operator when a mailbox cannot be read, and takes it back when it can.
import { houseThing, owe, settle } from '../../people/index.ts'
import { localDate } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db/act.ts'
import type { Principal } from '../../platform/principal.ts'
import type { ImapPlace } from './place.ts'
import { folderStates, noteRead, noteTrouble } from './store.ts'
import type { Trouble } from './tables.ts'

export const mailboxAway = 'mailbox.away'
/** A server that restarts is nobody's task; one that stays away is. What the operator alone can mend is told at once. */
const patience = 10 * 60_000
const patient: readonly Trouble[] = ['away', 'other']

export async function noteAway(tx: Tx, who: Principal, { place, trouble }: { place: ImapPlace; trouble: Trouble }): Promise<void> {
  for (const folder of place.folders) await noteTrouble(tx, place.mailbox, folder, trouble)
  const since = (await folderStates(tx)).find(one => one.mailbox === place.mailbox && one.trouble !== null)?.troubleSince ?? tx.now
  if (patient.includes(trouble) && tx.now.getTime() - since.getTime() < patience) return
  const today = localDate(tx.now)
  await owe(tx, who, {
    kind: mailboxAway,
    about: await houseThing(tx),
    owner: null,
    office: 'drift',
    receivedOn: today,
    dueOn: today,
    rule: { id: 'A35', force: 'must' },
  })
}

export async function noteBack(tx: Tx, who: Principal, { place }: { place: ImapPlace }): Promise<void> {
  const before = await folderStates(tx)
  for (const folder of place.folders) await noteRead(tx, place.mailbox, folder)
  const others = before.some(one => one.trouble !== null && one.mailbox !== place.mailbox)
  const own = before.some(one => one.trouble !== null && one.mailbox === place.mailbox)
  if (own && !others) await settle(tx, who, await houseThing(tx), mailboxAway, 'read again')
}
