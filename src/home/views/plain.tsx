// Plain pages of the house: contact, accessibility, privacy, open data, telling (not open yet), leaving.
import type { ItemContent } from '../../municipalities/index.ts'
import { longDate } from '../../platform/clock.ts'
import { Ways } from '../../platform/html/human.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { FactBox, Note, Section } from '../../platform/html/pieces.tsx'
import { SaidIn } from '../../platform/html/said-in.tsx'
import { said } from '../../platform/refusal.ts'
import { homeWords, retentionName } from '../words.ts'

const words = (page: Page) => (key: Parameters<typeof homeWords>[1], params?: Record<string, string | number>) =>
  homeWords(page.lang, key, params)

export interface Contacts {
  readonly contacts: readonly ItemContent['contact'][]
  readonly mailboxes: readonly ItemContent['mailbox'][]
  readonly names: ReadonlyMap<string, { readonly name: string | null; readonly phone: string | null; readonly deputy: string | null }>
}

export function ContactPage({ page, all }: { page: Page; all: Contacts }) {
  const t = words(page)
  const or = (value: string | null | undefined) => (value ? <bdi>{value}</bdi> : <span class="soft">{t('contact.missing')}</span>)
  return (
    <PublicPage page={page} section="contact" title={t('contact.title')} lead={t('contact.lead')}>
      <h2>{t('contact.whom')}</h2>
      {all.contacts.map(contact => {
        const holder = all.names.get(contact.slug)
        const phone = holder?.phone ?? contact.phone
        return (
          <FactBox
            key={contact.slug}
            title={<SaidIn text={contact.helpsWith} />}
            items={[
              { term: t('contact.human'), detail: or(holder?.name ?? contact.person) },
              { term: t('contact.deputy'), detail: or(holder?.deputy ?? contact.deputy) },
              { term: t('contact.phone'), detail: phone ? <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a> : or(null) },
              { term: t('contact.mail'), detail: contact.email ? <a href={`mailto:${contact.email}`}>{contact.email}</a> : or(null) },
              { term: t('contact.place'), detail: or(contact.address ? said(contact.address as never, page.lang) : null) },
            ]}
          />
        )
      })}
      <p>{t('contact.hidden')}</p>
    </PublicPage>
  )
}

export function AccessibilityPage({ page, checkedOn }: { page: Page; checkedOn: string }) {
  const t = words(page)
  return (
    <PublicPage page={page} title={t('access.title')} lead={t('access.lead')}>
      <Section title={t('access.done')}>
        <ul class="text">
          <li>{t('access.done.1')}</li>
          <li>{t('access.done.2')}</li>
          <li>{t('access.done.3')}</li>
          <li>{t('access.done.4')}</li>
        </ul>
      </Section>
      <Section title={t('access.not')}>
        <ul class="text">
          <li>{t('access.not.1')}</li>
          <li>{t('access.not.2')}</li>
          <li>{t('access.not.3')}</li>
          <li>{t('access.not.4')}</li>
        </ul>
      </Section>
      <Section title={t('access.was')}>
        <p>{t('access.was.text')}</p>
      </Section>
      <Section title={t('access.report')}>
        <p>{t('access.report.text')}</p>
        <p class="soft">{t('checked', { on: longDate(checkedOn, page.lang) })}</p>
      </Section>
    </PublicPage>
  )
}

export function PrivacyPage({
  page,
  rules,
  checkedOn,
}: {
  page: Page
  checkedOn: string
  rules: readonly { readonly slug: string; readonly content: ItemContent['retention'] }[]
}) {
  const t = words(page)
  const officer = page.municipality.dataProtection
  return (
    <PublicPage page={page} title={t('privacy.title')} lead={t('privacy.lead')}>
      {page.standing === 'demonstration' && (
        <Note>
          <p>{t('privacy.demo')}</p>
        </Note>
      )}
      <Section title={t('privacy.reading')}>
        <p>{t('privacy.reading.text')}</p>
      </Section>
      <Section title={t('privacy.nominate')}>
        <p>{t('privacy.nominate.text')}</p>
      </Section>
      <Section title={t('privacy.law')}>
        <p>{t('privacy.law.text')}</p>
        <p>{t('privacy.controller', { municipality: page.municipality.name })}</p>
        <p>
          {officer ? (
            <>
              {t('privacy.officer')} <Ways {...officer} />
            </>
          ) : (
            t('privacy.officer.missing')
          )}
        </p>
      </Section>
      <Section title={t('privacy.keep')}>
        <ul class="list">
          {rules.map(({ slug, content }) => (
            <li key={slug}>
              <b>{retentionName(slug, page.lang)}:</b>{' '}
              {content.keepDays === null ? t('privacy.keep.forever') : t('privacy.keep.days', { days: content.keepDays })}.{' '}
              <span class="soft">{said(content.note as never, page.lang)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('privacy.rights')}>
        <ul class="text">
          <li>{t('privacy.rights.1')}</li>
          <li>{t('privacy.rights.2')}</li>
          <li>{t('privacy.rights.3')}</li>
          <li>{t('privacy.rights.4')}</li>
        </ul>
        <p>{t('privacy.rights.how')}</p>
        <p class="soft">{t('checked', { on: longDate(checkedOn, page.lang) })}</p>
      </Section>
    </PublicPage>
  )
}

export function OpenDataPage({ page }: { page: Page }) {
  const t = words(page)
  return (
    <PublicPage page={page} title={t('data.title')} lead={t('data.lead')}>
      <ul class="text">
        <li>
          <a href="/api/v1/councils">{t('data.councils')}</a>
        </li>
        <li>
          <a href="/api/v1/policies">{t('data.policy')}</a>
        </li>
        <li>
          <a href="/nyheder.atom">{t('data.news')}</a>
        </li>
      </ul>
      <p>{t('data.no')}</p>
    </PublicPage>
  )
}
