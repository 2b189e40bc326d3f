// The councils somebody can be nominated for today, with what their charters ask, and the clocks the municipality promises.
import { type Council, councilsOf } from '../councils/index.ts'
import { itemsOfKinds, keyedItems } from '../municipalities/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { type Offer, type OpenCouncil, offerOf, type Words } from './offer.ts'
import { unansweredDays } from './retention.ts'

export interface Ground {
  /** Open for nominations, in the order of the data. */
  readonly open: readonly OpenCouncil[]
  /** Open, or closed since its deadline: staff may still enter what reached them in time. */
  readonly enterable: readonly OpenCouncil[]
  /** Every council, for names and for staff who look back. */
  readonly all: readonly OpenCouncil[]
  readonly promises: Promises
}
/** In working days for what we owe (`contact`, `answer`); in days for what waits on the person. */
export interface Promises {
  readonly contact: number
  readonly answer: number
  readonly remind: number
  /** How long somebody who was suggested and does not answer is kept, whatever the rule behind it. */
  readonly unanswered: number
  readonly link: number
  readonly recheckMonths: number
  /** The sentence the contact is promised in, where the data quote one. */
  readonly contactQuote: string | null
}
/** What holds where the data are silent: the product's standard. */
const standard = { contact: 5, answer: 5, remind: 10, unanswered: 28, link: 14, recheckMonths: 12 }

/** The ground of this room: two statements where a transaction reads, none where it was found before and nothing has changed. */
export async function groundOf(tx: Tx): Promise<Ground> {
  const known = tx.memo.get('nominations ground') as Ground | undefined
  if (known) return known
  const ground = await tx.recall(`nominations ground ${localDate(tx.now)}`, readGround)
  tx.memo.set('nominations ground', ground)
  return ground
}
/** The questions for those of the open councils that were chosen: worked out once for each choice, as long as the data stand. */
export async function offerFor(tx: Tx, open: readonly OpenCouncil[], slugs: readonly string[], all: boolean): Promise<Offer> {
  const chosen = open.filter(one => slugs.includes(one.slug))
  const key = `nominations offer ${localDate(tx.now)} ${all} ${chosen.map(one => one.slug).join(' ')}`
  return await tx.recall(key, async fresh => {
    // Read again with nothing remembered, so that it is forgotten with the tables it came from.
    const ground = await groundOf(fresh)
    return offerOf(
      chosen.map(one => ground.all.find(other => other.slug === one.slug) ?? one),
      all,
    )
  })
}
async function readGround(tx: Tx): Promise<Ground> {
  // Everything a nomination asks of the data, in one statement; each asker finds its part already read.
  await itemsOfKinds(tx, ['council', 'charter', 'promise', 'municipality', 'contact', 'retention'])
  const councils = await councilsOf(tx)
  return {
    open: councils.filter(one => one.status.open && one.facts.nominations.by !== 'election').map(asOpen),
    enterable: councils
      .filter(one => (one.status.open || one.status.call.state === 'closed') && one.facts.nominations.by !== 'election')
      .map(asOpen),
    all: councils.map(asOpen),
    promises: await promisesOf(tx),
  }
}
async function promisesOf(tx: Tx): Promise<Promises> {
  const given = new Map((await keyedItems(tx, 'promise')).map(({ slug, content }) => [slug, content]))
  const days = (name: string, otherwise: number) => given.get(name)?.value ?? otherwise
  return {
    contact: days('contact_nomination', standard.contact),
    answer: days('final_answer_after_decision', standard.answer),
    remind: days('suggestion_remind_days', standard.remind),
    unanswered: unansweredDays(days('suggestion_expire_days', standard.unanswered), await rulesOf(tx)),
    link: days('personal_link_days', standard.link),
    recheckMonths: days('residence_recheck_months', standard.recheckMonths),
    contactQuote: (given.get('contact_nomination')?.quote?.text as Words | undefined)?.da ?? null,
  }
}

function asOpen({ slug, facts, charter }: Council): OpenCouncil {
  const { factBox } = facts
  return {
    slug,
    name: facts.name as unknown as Words,
    summary: facts.summary as unknown as Words,
    about: factBox.what as unknown as Words,
    contact: factBox.contact,
    deadline: factBox.deadline.on,
    pay: { decided: factBox.pay.decided, text: factBox.pay.text as unknown as Words },
    charter: charter?.charter ?? null,
  }
}

/** How long the data of this room are kept, in days; null is kept for good. */
export interface Keeping {
  readonly keepDays: number | null
  readonly warnDays: number
}
/** The retention rules by name, as they are kept: a suggestion without an answer as long as both its rules allow. */
export async function retentionOf(tx: Tx): Promise<ReadonlyMap<string, Keeping>> {
  // The ground first: it reads the rules along with the rest.
  const { promises } = await groundOf(tx)
  const rules = new Map(await rulesOf(tx))
  return rules.set('suggestion_unanswered', {
    warnDays: rules.get('suggestion_unanswered')?.warnDays ?? 0,
    keepDays: promises.unanswered,
  })
}
const rulesOf = async (tx: Tx): Promise<ReadonlyMap<string, Keeping>> =>
  new Map((await keyedItems(tx, 'retention')).map(({ slug, content }) => [slug, content]))
