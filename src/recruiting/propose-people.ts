// An organisation proposes people on its own page: each becomes a suggestion like any other, asked before anybody sees them on a slate.
import { receiveNomination } from '../nominations/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Lang } from '../platform/i18n.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal, type Shortcoming } from '../platform/refusal.ts'
import { asksOf } from './ask-store.ts'
import { balanceFaults, countOf, type Gender, sumOf } from './balance.ts'
import { organisationById } from './organisation-store.ts'
import { proposalLaw } from './proposal-law.ts'
import { proposalsOf, writeProposal } from './proposal-store.ts'
import { takeAskStep } from './take-ask-step.ts'
import { inEveryLanguage } from './words.ts'

export interface Proposed {
  readonly name: string
  readonly email: string | null
  readonly phone: string
  readonly language: Lang
  /** Counted, and then forgotten. */
  readonly gender: Gender | null
}
export interface ProposePeople {
  readonly people: readonly Proposed[]
  readonly reason: string
  /** The secret key of the form; sent again, it makes nothing new. */
  readonly key: string
}

/** @throws Refusal when nobody is named, somebody's gender is missing where the law asks, or women and men are not as many and no reason is given */
export async function proposePeople(tx: Tx, who: Principal, { people, reason, key }: ProposePeople): Promise<void> {
  if (who.kind !== 'subject') throw new NotAllowed()
  const [ask] = await asksOf(tx, { ids: [who.about] })
  const organisation = ask && (await organisationById(tx, ask.organisationId))
  if (!ask || !organisation || organisation.retiredAt) throw new NotFound()
  const law = await proposalLaw(tx)
  const before = await proposalsOf(tx, [ask.id])
  const faults = faultsOf(people, law !== null)
  const count = countOf(people.map(one => one.gender ?? 'other'))
  if (faults.length === 0) faults.push(...balanceFaults(sumOf([...before, count]), reason, law !== null))
  if (faults.length > 0) throw new Refusal(faults)
  const candidateIds: string[] = []
  for (const [at, one] of people.entries()) {
    const { candidateId, already } = await receiveNomination(tx, who, {
      channel: 'web',
      key: `${key} ${at}`,
      answers: {
        forWhom: 'other',
        councils: [ask.council],
        name: one.name,
        declared: [],
        ties: [],
        residence: null,
        reach: one.email ? 'email' : one.phone ? 'phone' : 'through',
        email: one.email,
        phone: one.phone,
        address: '',
        through: one.email || one.phone ? '' : organisation.name,
        language: one.language,
        interpreter: '',
        needs: [],
        motivation: '',
        suggester: organisation.name,
      },
      invented: organisation.invented,
    })
    // A retry of the same form: everything was made the first time.
    if (already) return
    candidateIds.push(candidateId)
  }
  const id = await writeProposal(tx, { askId: ask.id, ...count, reason: reason.trim(), candidateIds })
  await record(tx, who, { kind: 'ask.proposed', about: ask.id, because: [id], facts: { people: people.length, council: ask.council } })
  await takeAskStep(tx, who, { organisationId: organisation.id, council: ask.council, step: 'answer', how: 'page' })
}

function faultsOf(people: readonly Proposed[], law: boolean): Shortcoming[] {
  if (people.length === 0) return [{ field: 'name1', message: inEveryLanguage('propose.fault.nobody') }]
  if (!law) return []
  return people.flatMap((one, at) =>
    one.gender === null ? [{ field: `gender${at + 1}`, message: inEveryLanguage('propose.fault.gender') }] : [],
  )
}
