// Work that gets another owner because somebody came or left; nothing goes to whom it is closed to.
import type { Tx } from '../platform/db/act.ts'
import { type Due, type Office, openDues } from './due.ts'
import { closedAmong, insteadOf } from './not-for.ts'
import { defaultOwner } from './owner.ts'
import type { PeopleTables } from './tables.ts'

interface To {
  readonly personId: string | null
  readonly office: Office | null
}
const open = (tx: Tx) => tx.db.withTables<PeopleTables>().updateTable('due').where('settled_at', 'is', null)
const most = 10_000

/** Gives what waits at the office that runs the site, for want of a human, to the human there is now. What that office owes itself stays. */
export async function findHumans(tx: Tx, ofTheOffice: readonly string[]): Promise<number> {
  const { personId } = await defaultOwner(tx)
  if (!personId) return 0
  const atOffice = await openDues(tx, { offices: ['drift'], limit: most })
  const waiting = atOffice.filter(due => due.ownerId === null && !ofTheOffice.includes(due.kind))
  return await giveTo(tx, waiting, { personId, office: null })
}

/** Gives everything somebody owes to another owner, because they have left; what was passed on to them is nobody's deputy's any more. */
export async function passOnWork(tx: Tx, from: string, to: To): Promise<number> {
  await open(tx).set({ deputy_id: null }).where('deputy_id', '=', from).execute()
  await open(tx).set({ leader_id: null }).where('leader_id', '=', from).execute()
  return await giveTo(tx, await openDues(tx, { owners: [from], limit: most }), to, from)
}

/** What is closed to the new owner goes to somebody else who may have it, else to the secretariat. */
async function giveTo(tx: Tx, dues: readonly Due[], to: To, gone?: string): Promise<number> {
  const closed = await closedAmong(tx, dues)
  const free: string[] = []
  for (const due of dues) {
    const not = closed.get(due.about) ?? []
    if (to.personId === null || !not.includes(to.personId)) {
      free.push(due.id)
      continue
    }
    const personId = await insteadOf(tx, due.kind, [...not, ...(gone ? [gone] : [])])
    await give(tx, [due.id], { personId, office: personId ? null : 'sekretariat' })
  }
  if (free.length > 0) await give(tx, free, to)
  return dues.length
}
const give = async (tx: Tx, ids: readonly string[], to: To) =>
  await open(tx)
    .set({ owner_id: to.personId, owner_office: to.office })
    .where('id', 'in', [...ids])
    .execute()
