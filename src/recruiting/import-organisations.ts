// Brings a list of organisations into the register; who is there already is left alone.
import { itemsOfKinds } from '../municipalities/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, Refusal, said } from '../platform/refusal.ts'
import { mayAsk } from './access.ts'
import { enterOrganisation, otherKind } from './enter-organisation.ts'
import { type ListFault, type ReadOrganisations, readOrganisationList } from './organisation-list.ts'
import { organisationsOf } from './organisation-store.ts'

export interface PreviewedOrganisations {
  readonly organisations: readonly (ReadOrganisations['organisations'][number] & { readonly known: boolean })[]
  readonly faults: readonly ListFault[]
  readonly text: string
}

/** What the list would bring in; nothing is written. */
export async function previewOrganisations(tx: Tx, who: Principal, { text }: { text: string }): Promise<PreviewedOrganisations> {
  if (!mayAsk(who)) throw new NotAllowed()
  const { organisationKind, district } = await itemsOfKinds(tx, ['organisationKind', 'district'])
  const named = (list: readonly { slug: string; name: unknown }[]) =>
    list.map(one => ({ slug: one.slug, name: said(one.name as never, 'da') }))
  const { organisations, faults } = readOrganisationList(
    text,
    [...named(organisationKind), { slug: otherKind, name: 'Andet' }],
    named(district),
  )
  const there = new Set((await organisationsOf(tx)).map(one => `${one.name.toLowerCase()} ${one.kind}`))
  return { organisations: organisations.map(one => ({ ...one, known: there.has(`${one.name.toLowerCase()} ${one.kind}`) })), faults, text }
}

/** Brings it in. One fault stops all of it, so that a list is never half there. Returns how many came in. */
export async function importOrganisations(tx: Tx, who: Principal, { text }: { text: string }): Promise<number> {
  const { organisations, faults } = await previewOrganisations(tx, who, { text })
  if (faults.length > 0)
    throw new Refusal(
      faults.slice(0, 20).map(({ line, column, message }) => ({
        field: 'list',
        message: {
          da: `Linje ${line}, kolonne ${column}: ${said(message, 'da')}`,
          en: `Line ${line}, column ${column}: ${said(message, 'en')}`,
        },
      })),
    )
  const fresh = organisations.filter(one => !one.known)
  for (const { line: _line, known: _known, ...facts } of fresh) await enterOrganisation(tx, who, { facts })
  return fresh.length
}
