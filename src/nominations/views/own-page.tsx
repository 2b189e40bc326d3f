// Somebody's own page: how it stands, who their human is, by which day; and yes, no, change, withdraw, erase.
import { localDate, longDate, longDateTime } from '../../platform/clock.ts'
import { Checks, ErrorSummary, type Filled, Form, Hidden, Submit } from '../../platform/html/fields.tsx'
import { NameOf } from '../../platform/html/human.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import { Quote } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { ButtonLink, GoLink, Prose, Section } from '../../platform/html/pieces.tsx'
import { weave } from '../../platform/html/say.ts'
import { said } from '../../platform/refusal.ts'
import type { Candidate, OneNomination } from '../candidate.ts'
import type { Ending } from '../keep-candidate.ts'
import { after, isOpen } from '../nomination.ts'
import type { Ground, Keeping } from '../open-councils.ts'
import type { OwnPart } from '../own-parts.ts'
import { paths } from '../paths.ts'
import { type NominationKey, nominationWords as w } from '../words.ts'
import { LegalText } from './legal.tsx'

export interface Own {
  readonly candidate: Candidate
  readonly ground: Ground
  readonly retention: ReadonlyMap<string, Keeping>
  /** What rooms downstream have to say here. */
  readonly parts: readonly OwnPart[]
  /** Everything will soon be erased, and they have been told. */
  readonly ending: Ending | null
  /** The day an unanswered suggestion is erased. */
  readonly eraseOn: string
}
interface Props {
  readonly page: Page
  readonly own: Own
  readonly form: Filled
}
export const nameOfCouncil = (ground: Ground, slug: string, lang: Page['lang']): string => {
  const council = ground.all.find(one => one.slug === slug)
  return council ? said(council.name as never, lang) : slug
}

function Human({ page }: { page: Page }) {
  const { human, lang } = page
  if (!human.name) return <p>{w(lang, 'own.human.office')}</p>
  return <p>{weave({ name: <NameOf name={human.name} invented={human.invented} /> }, tokens => w(lang, 'own.human', tokens))}</p>
}

/** The page of somebody who was suggested and has not answered: who suggested them, what it is, yes or no. */
export function AskedPage({ page, own, form }: Props) {
  const { lang } = page
  const { candidate, ground } = own
  const { row } = candidate
  return (
    <PublicPage
      page={page}
      title={w(lang, 'own.asked.title')}
      lead={w(lang, 'own.asked.lead')}
      neutral
      noindex
      above={<ErrorSummary form={form} />}
    >
      <Prose>
        <p>{candidate.suggestedBy ? w(lang, 'own.asked.by', { name: candidate.suggestedBy }) : w(lang, 'own.asked.unknown')}</p>
        <p>{w(lang, 'own.asked.when', { date: longDate(localDate(row.created_at), lang), until: longDate(own.eraseOn, lang) })}</p>
        <ul>
          {candidate.nominations.map(one => {
            const council = ground.all.find(each => each.slug === one.row.council)
            return (
              <li key={one.row.id}>
                <b>{nameOfCouncil(ground, one.row.council, lang)}</b>: {council && said(council.summary as never, lang)}{' '}
                <a href={page.href(`/raad/${one.row.council}`)}>{w(lang, 'start.pay.source')}</a>
              </li>
            )
          })}
        </ul>
        <p>{w(lang, 'start.notNeeded')}</p>
      </Prose>
      <Human page={page} />
      <Form page={page} action={page.href(paths.ownForm('ja'))}>
        <Submit label={w(lang, 'own.yes')} under={w(lang, 'own.yes.under')} />
      </Form>
      <Form page={page} action={page.href(paths.ownForm('nej'))}>
        <Submit label={w(lang, 'own.no')} under={w(lang, 'own.no.under')} quiet />
      </Form>
      <Section title={w(lang, 'legal.title')}>
        <LegalText page={page} retention={own.retention} to="asked" />
        <GoLink href={page.href(paths.everything)}>{w(lang, 'own.all.link')}</GoLink>
      </Section>
    </PublicPage>
  )
}

function Stands({ page, own, one }: { page: Page; own: Own; one: OneNomination }) {
  const { lang } = page
  const { state } = one.row
  return (
    <div class="rule right">
      <p>
        <b>{nameOfCouncil(own.ground, one.row.council, lang)}</b>: {w(lang, `state.${state}`)}
      </p>
      {one.due && (
        <p>{w(lang, 'own.by', { date: longDate(one.due.on, lang), what: w(lang, `own.next.${one.due.kind}` as NominationKey) })}</p>
      )}
      {!one.due && !isOpen(state) && <p>{w(lang, state === 'withdrawn' ? 'own.withdrawn' : 'own.done')}</p>}
      {one.reason && (
        <p>
          {w(lang, 'own.reason')}: <Quote>{one.reason}</Quote>
        </p>
      )}
    </div>
  )
}

/** How it stands for each council, and everything the person can do about it. */
export function OwnPage({ page, own, form }: Props) {
  const { lang } = page
  const { candidate, ground } = own
  const messages = candidate.contacts.filter(one => one.how === 'page' && one.text)
  const leaving = candidate.nominations.filter(one => after(one.row.state, 'withdraw') !== null)
  return (
    <PublicPage
      page={page}
      title={w(lang, 'own.title')}
      neutral
      noindex
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      <Section title={w(lang, 'own.councils')}>
        {candidate.nominations.map(one => (
          <Stands key={one.row.id} page={page} own={own} one={one} />
        ))}
        <Human page={page} />
      </Section>
      {own.ending && (
        <Section title={w(lang, 'own.ending')}>
          <p>{w(lang, 'own.ending.text', { date: longDate(own.ending.on, lang) })}</p>
          <Form page={page} action={page.href(paths.ownForm('behold'))}>
            <Submit label={w(lang, 'own.keep')} under={w(lang, 'own.keep.under', { date: longDate(own.ending.otherwise, lang) })} quiet />
          </Form>
        </Section>
      )}
      {messages.length > 0 && (
        <Section title={w(lang, 'own.messages')}>
          {messages.map(one => (
            <p key={one.id}>
              <span class="soft">{longDateTime(one.at, lang)}</span>
              <br />
              <Quote>{one.text}</Quote>
            </p>
          ))}
        </Section>
      )}
      {own.parts.map(part => part(page))}
      <Section title={w(lang, 'own.have')}>
        <p>
          <ButtonLink href={page.href(paths.ownForm('ret'))} quiet>
            {w(lang, 'own.change.title')}
          </ButtonLink>
        </p>
        <GoLink href={page.href(paths.everything)}>{w(lang, 'own.all.link')}</GoLink>
      </Section>
      {leaving.length > 0 && (
        <Section title={w(lang, 'own.withdraw')}>
          {leaving.map(one => {
            const council = nameOfCouncil(ground, one.row.council, lang)
            return (
              <Form key={one.row.id} page={page} action={page.href(paths.ownForm('traek'))}>
                <Hidden name="nomination" value={one.row.id} />
                <p>{w(lang, 'own.withdraw.text', { council })}</p>
                <Submit label={w(lang, 'own.withdraw.go', { council })} quiet />
              </Form>
            )
          })}
        </Section>
      )}
      <Section title={w(lang, 'own.erase')}>
        <p>{w(lang, 'own.erase.text')}</p>
        <Form page={page} action={page.href(paths.ownForm('slet'))}>
          <Checks
            form={form}
            name="sure"
            legend={w(lang, 'own.erase.legend')}
            as="detail"
            options={[{ value: 'ja', label: w(lang, 'own.erase.sure') }]}
          />
          <Submit label={w(lang, 'own.erase.go')} quiet />
        </Form>
      </Section>
      <Form page={page} action={page.href(paths.ownForm('luk'))}>
        <Submit label={w(lang, 'own.close')} />
      </Form>
    </PublicPage>
  )
}

/** Said once, after everything was erased. */
export function GonePage({ page, declined }: { page: Page; declined: boolean }) {
  const { lang } = page
  return (
    <PublicPage
      page={page}
      title={w(lang, declined ? 'own.said.no.title' : 'own.erased.title')}
      lead={w(lang, declined ? 'own.said.no.text' : 'own.erased.text')}
      neutral
      noindex
    />
  )
}

/** The session has ended: how to come back. */
export function ClosedPage({ page }: { page: Page }) {
  const { lang } = page
  return (
    <PublicPage page={page} title={w(lang, 'own.closed.title')} lead={w(lang, 'own.closed.text')} neutral noindex>
      <GoLink href={page.href(paths.receipt)}>{w(lang, 'own.code')}</GoLink>
    </PublicPage>
  )
}
