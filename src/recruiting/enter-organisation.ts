// Enters an organisation or place in the register, changes it, or takes it out.
import { itemsOfKinds } from '../municipalities/index.ts'
import { settleAll } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayAsk } from './access.ts'
import { asksOf } from './ask-store.ts'
import {
  type OrganisationFacts,
  organisationById,
  retireOrganisation,
  sameOrganisation,
  updateOrganisation,
  writeOrganisation,
} from './organisation-store.ts'

/** The kind for what the data do not name. */
export const otherKind = 'andet'

/** @throws Refusal when the kind or the district is not one of the data, or the organisation is there already */
export async function enterOrganisation(
  tx: Tx,
  who: Principal,
  { facts, invented = false }: { facts: OrganisationFacts; invented?: boolean },
): Promise<string> {
  await mustFit(tx, who, facts, null)
  const id = await writeOrganisation(tx, facts, invented)
  await record(tx, who, { kind: 'organisation.entered', about: id, facts: { kind: facts.kind } })
  return id
}
export async function changeOrganisation(tx: Tx, who: Principal, { id, facts }: { id: string; facts: OrganisationFacts }): Promise<void> {
  const known = await organisationById(tx, id)
  if (!known || known.retiredAt) throw new NotFound()
  await mustFit(tx, who, facts, id)
  await updateOrganisation(tx, id, facts)
  await record(tx, who, { kind: 'organisation.changed', about: id })
}
/** Taken out: nobody is asked there any more, nothing is owed, and the contact is forgotten. What they proposed stays. */
export async function takeOutOrganisation(tx: Tx, who: Principal, { id }: { id: string }): Promise<void> {
  if (!mayAsk(who)) throw new NotAllowed()
  const known = await organisationById(tx, id)
  if (!known || known.retiredAt) throw new NotFound()
  for (const ask of await asksOf(tx, { organisationId: id })) await settleAll(tx, who, ask.id, 'taken-out')
  await retireOrganisation(tx, id)
  await record(tx, who, { kind: 'organisation.taken-out', about: id })
}

async function mustFit(tx: Tx, who: Principal, facts: OrganisationFacts, self: string | null): Promise<void> {
  if (!mayAsk(who)) throw new NotAllowed()
  const { organisationKind, district } = await itemsOfKinds(tx, ['organisationKind', 'district'])
  const choose = { da: 'Vælg en af mulighederne.', en: 'Choose one of the options.' }
  if (facts.kind !== otherKind && !organisationKind.some(one => one.slug === facts.kind))
    throw new Refusal([{ field: 'kind', message: choose }])
  if (facts.district && !district.some(one => one.slug === facts.district)) throw new Refusal([{ field: 'district', message: choose }])
  const twin = await sameOrganisation(tx, facts.name, facts.kind)
  if (twin && twin !== self) throw new Refusal([{ field: 'name', message: { da: 'Den står her allerede.', en: 'It is here already.' } }])
}
