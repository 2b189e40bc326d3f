// Enters a person who works here, with a thing and a key of their own behind them.
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { newThing } from '../platform/journal.ts'
import type { Role } from '../platform/principal.ts'
import { sealed } from '../platform/sealed.ts'
import { grant } from './store.ts'
import type { PeopleTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<PeopleTables>()

export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly invented: boolean
  readonly unitId?: string | null
  readonly phone?: string | null
  readonly helpsWith?: string | null
  /** The person has agreed to stand on public pages. */
  readonly shown?: boolean
  /** Who gave the roles; the house itself unless told. */
  readonly grantedBy?: string
}

/** Makes a person with roles from today on; returns their id. Asks nobody: deeds that let people in ask `access.ts` first. */
export async function employ(tx: Tx, one: NewPerson): Promise<string> {
  const id = await newThing(tx, 'person')
  const today = localDate(tx.now)
  await mine(tx)
    .insertInto('person')
    .values({
      municipality_id: tx.municipalityId,
      id,
      name: one.name,
      email: one.email,
      shown: one.shown ?? false,
      invented: one.invented,
      from_date: today,
      unit_id: one.unitId ?? null,
      phone: one.phone ?? null,
      helps_with: one.helpsWith ?? null,
    })
    .execute()
  // A key from the first day: a letter to this person then costs the same work as a letter to nobody.
  await sealed(tx, { thing: id, table: 'person', column: 'id', row: id }, '')
  for (const role of one.roles)
    await grant(tx, { personId: id, role, from: today, to: null, grantedBy: one.grantedBy ?? 'system:first start' })
  return id
}
