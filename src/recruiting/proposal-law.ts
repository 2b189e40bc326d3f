// What the law asks of an organisation that proposes members, as the municipality's data say it; the code knows no law.
import { type ItemContent, itemsOfKind } from '../municipalities/index.ts'
import type { Tx } from '../platform/db/act.ts'

export type ProposalLaw = NonNullable<ItemContent['municipality']['organisationProposals']>

/** Null where nobody has written it in: then nothing is asked. */
export async function proposalLaw(tx: Tx): Promise<ProposalLaw | null> {
  return (await itemsOfKind(tx, 'municipality'))[0]?.organisationProposals ?? null
}
