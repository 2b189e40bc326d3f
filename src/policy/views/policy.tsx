// A policy: who stands behind it, its vision and message, its goals and what they promise, word for word.

import type { ItemContent } from '../../municipalities/index.ts'
import { longDate } from '../../platform/clock.ts'
import { PublicPage } from '../../platform/html/layout.tsx'
import { Chip, Quote } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink, Section } from '../../platform/html/pieces.tsx'
import { said } from '../../platform/refusal.ts'
import type { ShownPolicy } from '../read.ts'
import { policyWords } from '../words.ts'
import { Force } from './force.tsx'

type Mandate = ItemContent['policy']['mandate']

/** The derived headline mark; never typed by anybody. */
export function MandateChip({ mandate, lang }: { mandate: Mandate; lang: Page['lang'] }) {
  return <Chip>{policyWords(lang, `mandate.${mandate.state}`)}</Chip>
}

/** Who says so: the party by name, or the decision with its date. */
export function MandateText({ mandate, lang }: { mandate: Mandate; lang: Page['lang'] }) {
  const t = (key: Parameters<typeof policyWords>[1], params?: Record<string, string>) => policyWords(lang, key, params)
  return (
    <>
      <p>
        {mandate.state === 'adopted' && mandate.on && mandate.decision
          ? t('mandate.adopted.on', { on: longDate(mandate.on, lang), decision: mandate.decision })
          : t('mandate.by', { by: said(mandate.by as never, lang) })}
      </p>
      {mandate.note && <p class="soft">{said(mandate.note as never, lang)}</p>}
    </>
  )
}

export function PolicyList({ page, policies }: { page: Page; policies: readonly ItemContent['policy'][] }) {
  return (
    <PublicPage page={page} section="policy" title={policyWords(page.lang, 'list.title')} lead={policyWords(page.lang, 'list.lead')}>
      {policies.length === 0 && <p>{policyWords(page.lang, 'list.none')}</p>}
      <ul class="list">
        {policies.map(policy => (
          <li key={policy.slug}>
            <MandateChip mandate={policy.mandate} lang={page.lang} />
            <h2>
              <a href={page.href(`/politik/${policy.slug}`)}>{said(policy.name as never, page.lang)}</a>
            </h2>
            <p>{said(policy.summary as never, page.lang)}</p>
          </li>
        ))}
      </ul>
    </PublicPage>
  )
}

export function PolicyPage({ page, shown }: { page: Page; shown: ShownPolicy }) {
  const { policy, goals, text } = shown
  const t = (key: Parameters<typeof policyWords>[1], params?: Record<string, string | number>) => policyWords(page.lang, key, params)
  return (
    <PublicPage
      page={page}
      section="policy"
      back={{ href: page.href('/politik'), label: t('back') }}
      above={<MandateChip mandate={policy.mandate} lang={page.lang} />}
      title={said(policy.name as never, page.lang)}
      lead={said(policy.summary as never, page.lang)}
    >
      <Section title={t('mandate')}>
        <MandateText mandate={policy.mandate} lang={page.lang} />
      </Section>
      <Section title={t('vision')}>
        <p class="say">
          <Quote>{policy.vision.quote.text.da}</Quote>
        </p>
      </Section>
      <Section title={t('message')}>
        <p>
          <Quote>{policy.message.quote.text.da}</Quote>
        </p>
      </Section>
      {goals.map(({ goal, commitments }) => (
        <Section
          key={goal.slug}
          id={goal.slug}
          title={said(goal.label as never, page.lang)}
          lead={t('points', { count: commitments.length })}
        >
          <p>
            <Quote>{goal.quote.text.da}</Quote>
          </p>
          <ul class="list">
            {commitments.map(commitment => (
              <li key={commitment.slug}>
                <Force force={commitment.quote.force} lang={page.lang} />
                <p>
                  <a href={page.href(`/politik/${policy.slug}/${commitment.slug}`)} lang="da">
                    <Quote>{commitment.quote.text.da}</Quote>
                  </a>
                </p>
                <p class="soft">{said(commitment.plain as never, page.lang)}</p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {text && (
        <p>
          <GoLink href={page.href(`/politik/${policy.slug}/tekst`)}>{t('read.all')}</GoLink>
        </p>
      )}
    </PublicPage>
  )
}
