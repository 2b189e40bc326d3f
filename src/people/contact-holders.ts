// Who answers which contact, as the public may see it: made anew from person and absence whenever one of them changes.
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { absencesFrom } from './absence-store.ts'
import { allPeople, type Person } from './store.ts'
import type { PeopleTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<PeopleTables>()

/** Lets a person, with a deputy, answer a contact; who answered it before no longer does. */
export async function setHolder(tx: Tx, contact: string, personId: string, deputyId: string | null): Promise<void> {
  const values = { person_id: personId, deputy_id: deputyId }
  await mine(tx)
    .insertInto('contact_holder')
    .values({ municipality_id: tx.municipalityId, contact, away: '[]', ...values })
    .onConflict(conflict => conflict.columns(['municipality_id', 'contact']).doUpdateSet(values))
    .execute()
  await refreshHolders(tx)
}
/** Leaves a contact without anybody. */
export async function clearHolder(tx: Tx, contact: string): Promise<void> {
  await mine(tx).deleteFrom('contact_holder').where('contact', '=', contact).execute()
}
/** Who stands in for whom as holder of a contact. */
export async function contactDeputies(tx: Tx): Promise<Map<string, string>> {
  const rows = await mine(tx).selectFrom('contact_holder').select(['person_id', 'deputy_id']).where('deputy_id', 'is not', null).execute()
  return new Map(rows.map(row => [row.person_id, row.deputy_id!]))
}
/** A person who leaves holds no contact and stands in for nobody; their deputy, if they have one, answers from now on. */
export async function passHolderOn(tx: Tx, personId: string): Promise<void> {
  await mine(tx).updateTable('contact_holder').set({ deputy_id: null }).where('deputy_id', '=', personId).execute()
  await mine(tx)
    .updateTable('contact_holder')
    .set(eb => ({ person_id: eb.ref('deputy_id') as never, deputy_id: null }))
    .where('person_id', '=', personId)
    .where('deputy_id', 'is not', null)
    .execute()
  await mine(tx).deleteFrom('contact_holder').where('person_id', '=', personId).execute()
  await refreshHolders(tx)
}

/** Writes what the public sees of every holder: nothing of those who have not agreed to be shown. */
export async function refreshHolders(tx: Tx): Promise<void> {
  const rows = await mine(tx).selectFrom('contact_holder').select(['contact', 'person_id', 'deputy_id']).execute()
  if (rows.length === 0) return
  const people = new Map((await allPeople(tx)).map(one => [one.id, one]))
  const shown = (id: string | null): Person | null => {
    const person = id ? people.get(id) : undefined
    return person?.shown ? person : null
  }
  const absences = await absencesFrom(
    tx,
    localDate(tx.now),
    rows.map(row => row.person_id),
  )
  for (const row of rows) {
    const person = shown(row.person_id)
    const away = absences
      .filter(gone => gone.personId === row.person_id)
      .map(gone => {
        const deputy = shown(gone.deputyId ?? row.deputy_id)
        return { from: gone.from, to: gone.to, deputy: deputy?.name ?? null, phone: deputy?.phone ?? null }
      })
    await mine(tx)
      .updateTable('contact_holder')
      .set({
        name: person?.name ?? null,
        phone: person?.phone ?? null,
        helps_with: person?.helpsWith ?? null,
        deputy_name: shown(row.deputy_id)?.name ?? null,
        away: JSON.stringify(away),
        invented: people.get(row.person_id)?.invented ?? false,
      })
      .where('contact', '=', row.contact)
      .execute()
  }
}
