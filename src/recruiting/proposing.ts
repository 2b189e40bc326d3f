// What an organisation sees on its own page: the council, the law, and what became of its proposals as far as each person agreed.
import type { Council } from '../councils/index.ts'
import { outcomesOf } from '../nominations/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { asksOf } from './ask-store.ts'
import { knownCouncil } from './known-council.ts'
import { organisationById } from './organisation-store.ts'
import { type ProposalLaw, proposalLaw } from './proposal-law.ts'
import { proposalsOf } from './proposal-store.ts'

type Outcome = 'open' | 'appointed' | 'reserve' | 'over'
export interface Proposing {
  readonly askId: string
  readonly organisationId: string
  readonly organisation: string
  readonly council: Council
  readonly law: ProposalLaw | null
  /** One for each person proposed: the same line for all who have not agreed, whatever they answered. */
  readonly said: readonly { readonly at: Date; readonly shared: { readonly name: string; readonly state: Outcome } | null }[]
}

/** Null for everybody but the organisation itself. */
export async function proposingOf(tx: Tx, who: Principal): Promise<Proposing | null> {
  const [ask] = who.kind === 'subject' ? await asksOf(tx, { ids: [who.about] }) : []
  const organisation = ask && (await organisationById(tx, ask.organisationId))
  const council = ask && (await knownCouncil(tx, ask.council))
  if (!ask || !organisation || organisation.retiredAt || !council) return null
  const proposals = await proposalsOf(tx, [ask.id])
  const shared = proposals.flatMap(one => one.people.flatMap(person => (person.shared && person.candidateId ? [person.candidateId] : [])))
  const outcomes = await outcomesOf(tx, shared, ask.council)
  return {
    askId: ask.id,
    organisationId: organisation.id,
    organisation: organisation.name,
    council,
    law: await proposalLaw(tx),
    said: proposals.flatMap(one =>
      one.people.map(person => {
        const outcome = person.shared && person.candidateId ? outcomes.get(person.candidateId) : undefined
        return { at: one.at, shared: outcome ?? null }
      }),
    ),
  }
}
