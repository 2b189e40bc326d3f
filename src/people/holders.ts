// Who holds each contact of the municipality, as the public sees it.
import type { Tx } from '../platform/db/act.ts'
import type { PeopleTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<PeopleTables>()

export interface Holder {
  readonly contact: string
  readonly personId: string
  /** Null when the person has not agreed to be shown. */
  readonly name: string | null
  readonly phone: string | null
  readonly helpsWith: string | null
  readonly deputyId: string | null
  readonly deputyName: string | null
  /** When they are away, and who answers meanwhile (as the public may know it). */
  readonly away: readonly { from: string; to: string; deputy: string | null; phone?: string | null }[]
  readonly invented: boolean
}
/** The holders of all contacts of this municipality. */
export async function holders(tx: Tx): Promise<Holder[]> {
  const rows = await tx.recall('contact holders', fresh => mine(fresh).selectFrom('contact_holder').selectAll().execute())
  return rows.map(row => ({
    contact: row.contact,
    personId: row.person_id,
    name: row.name,
    phone: row.phone,
    helpsWith: row.helps_with,
    deputyId: row.deputy_id,
    deputyName: row.deputy_name,
    away: row.away,
    invented: row.invented,
  }))
}
