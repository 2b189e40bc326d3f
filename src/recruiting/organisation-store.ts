// The only SQL on organisations and places; whom we talk to there is opened for whoever may read it.
import type { Selectable } from 'kysely'
import { blindEmail } from '../platform/crypto/blind-email.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Lang } from '../platform/i18n.ts'
import { newThing } from '../platform/journal.ts'
import { fetchKeys, opened, sealed } from '../platform/sealed.ts'
import type { OrganisationTable, RecruitingTables } from './tables.ts'

export const mine = (tx: Tx) => tx.db.withTables<RecruitingTables>()

interface OrganisationContact {
  readonly person: string
  readonly email: string | null
  readonly phone: string
}
export interface OrganisationFacts {
  readonly name: string
  readonly kind: string
  readonly district: string | null
  /** Languages spoken there, as they are told. */
  readonly languages: readonly string[]
  readonly letterLanguage: Lang
  readonly contact: OrganisationContact
}
export interface Organisation extends OrganisationFacts {
  readonly id: string
  readonly invented: boolean
  readonly retiredAt: Date | null
}

const place = (id: string) => ({ thing: id, table: 'organisation', column: 'contact_sealed', row: id })
const noContact: OrganisationContact = { person: '', email: null, phone: '' }

async function columnsOf(tx: Tx, id: string, facts: OrganisationFacts) {
  const { person, email, phone } = facts.contact
  const any = person !== '' || email !== null || phone !== ''
  return {
    name: facts.name,
    kind: facts.kind,
    district: facts.district,
    languages: [...facts.languages],
    letter_language: facts.letterLanguage,
    contact_sealed: any ? await sealed(tx, place(id), JSON.stringify(facts.contact)) : null,
    email_index: email ? blindEmail(tx.keys.of(tx.municipalityId), email) : null,
    changed_at: tx.now,
  }
}

export async function writeOrganisation(tx: Tx, facts: OrganisationFacts, invented: boolean): Promise<string> {
  const id = await newThing(tx, 'organisation')
  await mine(tx)
    .insertInto('organisation')
    .values({ municipality_id: tx.municipalityId, id, ...(await columnsOf(tx, id, facts)), invented, created_at: tx.now })
    .execute()
  return id
}
export async function updateOrganisation(tx: Tx, id: string, facts: OrganisationFacts): Promise<void> {
  await mine(tx)
    .updateTable('organisation')
    .set(await columnsOf(tx, id, facts))
    .where('id', '=', id)
    .execute()
}
/** Takes an organisation out of the register; whom we talked to there is forgotten. */
export async function retireOrganisation(tx: Tx, id: string): Promise<void> {
  await mine(tx)
    .updateTable('organisation')
    .set({ retired_at: tx.now, changed_at: tx.now, contact_sealed: null, email_index: null })
    .where('id', '=', id)
    .execute()
}

async function open(tx: Tx, rows: readonly Selectable<OrganisationTable>[]): Promise<Organisation[]> {
  await fetchKeys(
    tx,
    rows.flatMap(row => (row.contact_sealed ? [row.id] : [])),
  )
  const list: Organisation[] = []
  for (const row of rows) {
    const text = row.contact_sealed && (await opened(tx, place(row.id), row.contact_sealed))
    list.push({
      id: row.id,
      name: row.name,
      kind: row.kind,
      district: row.district,
      languages: row.languages,
      letterLanguage: row.letter_language as Lang,
      contact: text ? (JSON.parse(text) as OrganisationContact) : noContact,
      invented: row.invented,
      retiredAt: row.retired_at,
    })
  }
  return list
}

/** The register, by name; those taken out are left out. */
export async function organisationsOf(tx: Tx): Promise<Organisation[]> {
  return await open(
    tx,
    await mine(tx).selectFrom('organisation').selectAll().where('retired_at', 'is', null).orderBy('name').limit(5_000).execute(),
  )
}
export async function organisationById(tx: Tx, id: string): Promise<Organisation | null> {
  return (await open(tx, await mine(tx).selectFrom('organisation').selectAll().where('id', '=', id).execute()))[0] ?? null
}
/** What is shown where no contact is needed; one statement. */
export async function organisationNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await mine(tx)
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}
/** Whether one of this name and kind is in the register already. */
export async function sameOrganisation(tx: Tx, name: string, kind: string): Promise<string | null> {
  const row = await mine(tx)
    .selectFrom('organisation')
    .select('id')
    .where(eb => eb.fn('lower', ['name']), '=', name.toLowerCase())
    .where('kind', '=', kind)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}
