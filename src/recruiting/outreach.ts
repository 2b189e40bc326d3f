// What the pages load about asking: the board's ground with its day, its knowledge and its organisations; one organisation; one mailing.
import { itemsOfKinds } from '../municipalities/index.ts'
import { closingDays, lettersAbout, namesOf } from '../people/index.ts'
import { daysBetween, type LocalDate, localDate, workingDays } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { isId } from '../platform/ids.ts'
import type { Principal } from '../platform/principal.ts'
import type { Said } from '../platform/refusal.ts'
import type { AskState } from './ask.ts'
import { type Ask, asksOf } from './ask-store.ts'
import { type BoardGround, boardGround } from './board.ts'
import { competencesOf, decisionDay } from './council-store.ts'
import { otherKind } from './enter-organisation.ts'
import { knownCouncils } from './known-council.ts'
import { type Mailing, type MailingRecipient, mailingById, mailingsOf, recipientsOf } from './mailing-store.ts'
import type { Brings } from './missing.ts'
import { type Organisation, organisationById, organisationsOf } from './organisation-store.ts'
import { type Proposal, proposalsOf } from './proposal-store.ts'
import type { Askable, KindWords } from './whom-next.ts'
import { recruitingWords } from './words.ts'
import { letterFor } from './write-letters.ts'

/** The kinds of the data, and "other". */
async function kindsOf(tx: Tx): Promise<{ kinds: KindWords[]; brings: Brings[] }> {
  const { organisationKind } = await itemsOfKinds(tx, ['organisationKind'])
  const other = { slug: otherKind, name: { da: recruitingWords('da', 'kind.other'), en: recruitingWords('en', 'kind.other') } }
  return {
    kinds: [...organisationKind.map(one => ({ slug: one.slug, name: one.name as unknown as Said })), other],
    brings: organisationKind.flatMap(one => (Object.keys(one.brings).length > 0 ? [{ kind: one.slug, attributes: one.brings }] : [])),
  }
}

interface DaysLeft {
  readonly on: LocalDate
  readonly days: number
  readonly workingDays: number
}
interface Knowledge {
  readonly competences: readonly { readonly slug: string; readonly name: Said }[]
  /** By member. */
  readonly known: ReadonlyMap<string, readonly string[]>
  /** Nobody in the council knows about these. */
  readonly missing: readonly string[]
}
export interface Campaign {
  readonly ground: BoardGround
  readonly brings: readonly Brings[]
  readonly kinds: readonly KindWords[]
  readonly organisations: readonly Askable[]
  readonly decides: DaysLeft | null
  readonly knowledge: Knowledge
  readonly mailings: readonly Mailing[]
}

export async function campaignOf(tx: Tx, who: Principal, slug: string): Promise<Campaign | null> {
  const ground = await boardGround(tx, who, slug)
  if (!ground) return null
  const { kinds, brings } = await kindsOf(tx)
  const states = new Map((await asksOf(tx, { council: slug })).map(ask => [ask.organisationId, ask.state]))
  return {
    ground,
    brings,
    kinds,
    organisations: (await organisationsOf(tx)).map(({ id, name, kind }) => ({ id, name, kind, state: states.get(id) ?? 'none' })),
    decides: await daysLeft(tx, slug),
    knowledge: await knowledgeOf(tx, ground),
    mailings: await mailingsOf(tx, slug),
  }
}

async function daysLeft(tx: Tx, council: string): Promise<DaysLeft | null> {
  const on = await decisionDay(tx, council)
  if (!on) return null
  const today = localDate(tx.now)
  const calendar = workingDays(await closingDays(tx))
  return { on, days: daysBetween(today, on), workingDays: on < today ? 0 : calendar.between(today, on) }
}

/** The competences are the council's own data. An adviser's stand on their seat already; what other members say is noted here. */
async function knowledgeOf(tx: Tx, { council, sitting }: BoardGround): Promise<Knowledge> {
  const noted = await competencesOf(
    tx,
    sitting.map(one => one.person.id),
  )
  const brought = ({ person }: BoardGround['sitting'][number]) => (Array.isArray(person.competences) ? person.competences.map(String) : [])
  const known = new Map(sitting.map(one => [one.person.id, [...new Set([...brought(one), ...(noted.get(one.person.id) ?? [])])]]))
  const all = new Set([...known.values()].flat())
  const competences = council.facts.competences.map(one => ({ slug: one.slug, name: one.name as unknown as Said }))
  return { competences, known, missing: competences.flatMap(one => (all.has(one.slug) ? [] : [one.slug])) }
}

export interface Register {
  readonly organisations: readonly Organisation[]
  readonly councils: readonly { readonly slug: string; readonly name: Said }[]
  readonly kinds: readonly KindWords[]
  readonly districts: readonly KindWords[]
  /** By organisation and council: `id council`. */
  readonly states: ReadonlyMap<string, AskState>
}
export async function registerOf(tx: Tx): Promise<Register> {
  const { district } = await itemsOfKinds(tx, ['district'])
  return {
    organisations: await organisationsOf(tx),
    councils: (await knownCouncils(tx)).map(one => ({ slug: one.slug, name: one.name })),
    kinds: (await kindsOf(tx)).kinds,
    districts: district.map(one => ({ slug: one.slug, name: one.name as unknown as Said })),
    states: new Map((await asksOf(tx, {})).map(ask => [`${ask.organisationId} ${ask.council}`, ask.state])),
  }
}

export interface OneOrganisation extends Pick<Register, 'councils' | 'kinds' | 'districts'> {
  readonly organisation: Organisation
  readonly asks: readonly Ask[]
  readonly proposals: readonly Proposal[]
  /** Who took each step, by actor. */
  readonly names: ReadonlyMap<string, string>
}
export async function oneOrganisation(tx: Tx, id: string | undefined): Promise<OneOrganisation | null> {
  const organisation = isId(id ?? '') ? await organisationById(tx, id!) : null
  if (!organisation || organisation.retiredAt) return null
  const { councils, kinds, districts } = await registerOf(tx)
  const asks = await asksOf(tx, { organisationId: organisation.id })
  const staff = asks.flatMap(ask => ask.steps.flatMap(step => (step.by.startsWith('staff:') ? [step.by.slice(6)] : [])))
  const names = await namesOf(tx, [...new Set(staff)])
  return {
    organisation,
    councils,
    kinds,
    districts,
    asks,
    proposals: await proposalsOf(
      tx,
      asks.map(ask => ask.id),
    ),
    names: new Map([...names].map(([person, name]) => [`staff:${person}`, name])),
  }
}

export interface OneMailing {
  readonly mailing: Mailing
  readonly council: Said
  readonly recipients: readonly (MailingRecipient & {
    readonly organisation: Organisation
    readonly letter: { readonly subject: string; readonly text: string; readonly signedBy: string } | null
    /** Where the written letter is on its way. */
    readonly state: string | null
  })[]
}
export async function oneMailing(tx: Tx, id: string | undefined): Promise<OneMailing | null> {
  const mailing = isId(id ?? '') ? await mailingById(tx, id!) : null
  const council = mailing && (await knownCouncils(tx)).find(one => one.slug === mailing.council)
  if (!mailing || !council) return null
  const recipients = await recipientsOf(tx, mailing.id)
  const organisations = new Map((await organisationsOf(tx)).map(one => [one.id, one]))
  const asks = mailing.sent_at ? await asksOf(tx, { council: mailing.council }) : []
  const letters = new Map(
    (
      await lettersAbout(
        tx,
        asks.map(ask => ask.id),
      )
    ).map(letter => [letter.id, letter.state]),
  )
  const list: OneMailing['recipients'][number][] = []
  for (const one of recipients) {
    const organisation = organisations.get(one.organisationId)
    if (!organisation) continue
    list.push({
      ...one,
      organisation,
      letter: mailing.sent_at ? null : await letterFor(tx, mailing, organisation, null),
      state: one.letterId ? (letters.get(one.letterId) ?? null) : null,
    })
  }
  return { mailing, council: council.name, recipients: list.sort((a, b) => a.organisation.name.localeCompare(b.organisation.name, 'da')) }
}
