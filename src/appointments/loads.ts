// What the pages of this room load: the slates one may see, one slate with its ground, and what a page asks about it.
import { appointingBodies, councilsOf, seatTerm } from '../councils/index.ts'
import { itemOf, itemsOfKind } from '../municipalities/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Asked } from '../platform/http/route.ts'
import { isId } from '../platform/ids.ts'
import type { Principal } from '../platform/principal.ts'
import { mayCompose, mayDecide, maySeeSlates } from './access.ts'
import { answerBy } from './answers.ts'
import { type Composed, compose } from './composed.ts'
import { decisionsOf } from './decision-store.ts'
import { nextSteps } from './next-step.ts'
import { findSlate, slateLines } from './read-slate.ts'
import { seatOffers } from './seat-offers.ts'
import type { DecisionShown } from './views/decision-page.tsx'
import type { PrintShown } from './views/print-page.tsx'
import type { PutShown } from './views/put-page.tsx'
import type { SlateShown } from './views/slate-page.tsx'
import type { SlatesShown } from './views/slates-page.tsx'
import type { NameShown, ReasonShown } from './views/small-pages.tsx'

const choiceKey = (council: string, body: string) => `${council}|${body}`

export async function loadSlates(tx: Tx, who: Principal, { query }: Asked): Promise<SlatesShown> {
  const councils = await councilsOf(tx)
  const chosen = query.get('raad')
  const choices = councils
    .filter(one => one.status.state !== 'abolished' && one.charter)
    .flatMap(council => {
      return appointingBodies(council.charter!.charter)
        .filter(body => mayCompose(who, body))
        .map(body => ({ key: choiceKey(council.slug, body), council, body }))
    })
  return {
    lines: maySeeSlates(who) ? await slateLines(tx) : [],
    councils,
    choices,
    chosen: choices.find(one => one.council.slug === chosen)?.key ?? null,
  }
}

/** The slate of the address with its ground; null when there is none, or when it is nobody's business of theirs. */
export async function loadWhole(tx: Tx, who: Principal, { params }: Asked): Promise<Composed | null> {
  if (!maySeeSlates(who) || !isId(params.id)) return null
  const slate = await findSlate(tx, params.id)
  return slate ? await compose(tx, who, slate) : null
}

export async function loadSlate(tx: Tx, who: Principal, asked: Asked): Promise<SlateShown | null> {
  const whole = await loadWhole(tx, who, asked)
  if (!whole) return null
  const people = new Map([...whole.people].map(([id, one]) => [id, one.person]))
  const { slate, charter, plan, placed, free, verdict } = whole
  const steps =
    slate.state === 'open' ? nextSteps({ body: slate.body, charter, plan, placed, people, free: free.map(one => one.id), verdict }) : []
  return { whole, steps }
}

export async function loadDecision(tx: Tx, who: Principal, asked: Asked): Promise<DecisionShown | null> {
  const whole = await loadWhole(tx, who, asked)
  return whole && { whole, answerBy: await answerBy(tx) }
}

export async function loadPut(tx: Tx, who: Principal, asked: Asked): Promise<PutShown | null> {
  const whole = await loadWhole(tx, who, asked)
  const somebody = whole?.people.get(asked.params.person ?? '')
  if (!whole || !somebody || somebody.from === 'sitting') return null
  return { whole, somebody, offers: seatOffers(whole, somebody, mayDecide(who, whole.slate)) }
}

export async function loadReason(tx: Tx, who: Principal, asked: Asked): Promise<ReasonShown | null> {
  const whole = await loadWhole(tx, who, asked)
  const reason = whole?.verdict.reasons.find(one => one.atom === asked.params.atom && one.strength === 'should')
  return whole && reason ? { whole, reason } : null
}

export async function loadName(tx: Tx, who: Principal, asked: Asked): Promise<NameShown | null> {
  const whole = await loadWhole(tx, who, asked)
  const group = whole?.charter.groups.find(one => one.id === asked.params.group && one.appointed_by === whole.slate.body)
  return whole && group ? { whole, group } : null
}

export async function loadPrint(tx: Tx, who: Principal, asked: Asked): Promise<PrintShown | null> {
  const whole = await loadWhole(tx, who, asked)
  const facts = whole && (await itemOf(tx, 'council', whole.slate.council))
  if (!whole || !facts) return null
  const terms = await itemsOfKind(tx, 'term')
  const { slate, charter, plan, verdict } = whole
  const until = new Map(
    plan.map(place => {
      const group = charter.groups.find(one => one.id === place.group)
      return [`${place.group}|${place.seat}`, group ? seatTerm(group, charter, facts.procedure, terms, slate.startsOn).to : null]
    }),
  )
  // A proposal is printed as it was judged when it was sent, as long as nothing has changed since.
  const frozen = slate.proposal && slate.proposal.revision === slate.revision ? slate.proposal.verdict : verdict
  const decision = slate.decisionId ? ((await decisionsOf(tx, slate.council)).find(one => one.id === slate.decisionId) ?? null) : null
  return { whole, verdict: frozen, until, decision }
}
