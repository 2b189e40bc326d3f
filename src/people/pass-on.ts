// Work that gets another owner because somebody came or left; nothing goes to whom it is closed to.
import type { Tx } from '../platform/db/act.ts'
import { type Due, type Office, openDues } from './due.ts'
import { closedAmong, insteadOf, keptKinds } from './not-for.ts'
import { defaultOwner } from './owner.ts'
import type { PeopleTables } from './tables.ts'

const open = (tx: Tx) => tx.db.withTables<PeopleTables>().updateTable('due').where('settled_at', 'is', null)
/** More than any house owes. */
const all = 1_000_000

/** Gives what waits at the office that runs the site, for want of a human, to the human there is now. What that office owes itself stays. */
export async function findHumans(tx: Tx, ofTheOffice: readonly string[]): Promise<number> {
  const { personId } = await defaultOwner(tx)
  if (!personId) return 0
  const kinds = keptKinds().filter(kind => !ofTheOffice.includes(kind))
  const kept = (await openDues(tx, { offices: ['drift'], kinds, limit: all })).filter(due => due.ownerId === null)
  const passed = await passBy(tx, kept, personId)
  const waiting = open(tx)
    .where('owner_id', 'is', null)
    .where('owner_office', '=', 'drift')
    .where('kind', 'not in', ['', ...ofTheOffice])
  const moved = await waiting.set({ owner_id: personId, owner_office: null }).executeTakeFirst()
  return passed + Number(moved.numUpdatedRows)
}

/** Gives everything somebody owes to another owner, because they have left; what was passed on to them is nobody's deputy's any more. */
export async function passOnWork(tx: Tx, from: string, to: { personId: string | null; office: Office | null }): Promise<number> {
  await open(tx).set({ deputy_id: null }).where('deputy_id', '=', from).execute()
  await open(tx).set({ leader_id: null }).where('leader_id', '=', from).execute()
  const kept = to.personId ? await openDues(tx, { owners: [from], kinds: keptKinds(), limit: all }) : []
  const passed = to.personId ? await passBy(tx, kept, to.personId, from) : 0
  const moved = await open(tx).set({ owner_id: to.personId, owner_office: to.office }).where('owner_id', '=', from).executeTakeFirst()
  return passed + Number(moved.numUpdatedRows)
}

/** What is closed to the new owner goes to somebody else who may have it, else to the secretariat. */
async function passBy(tx: Tx, dues: readonly Due[], to: string, gone?: string): Promise<number> {
  const closed = await closedAmong(tx, dues)
  const past = dues.filter(due => closed.get(due.about)?.includes(to))
  for (const { id, kind, about } of past) {
    const owner = await insteadOf(tx, kind, [...closed.get(about)!, ...(gone ? [gone] : [])])
    await open(tx)
      .set({ owner_id: owner, owner_office: owner ? null : 'sekretariat' })
      .where('id', '=', id)
      .execute()
  }
  return past.length
}
