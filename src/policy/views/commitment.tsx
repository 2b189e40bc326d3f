// One sentence of a policy: its words, how strongly it is put, who stands behind it, what has happened, what is not known.

import { type ItemContent, Sources } from '../../municipalities/index.ts'
import { PublicPage } from '../../platform/html/layout.tsx'
import { Quote } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import { weave } from '../../platform/html/say.ts'
import { Thread } from '../../platform/html/thread.tsx'
import { said } from '../../platform/refusal.ts'
import { mandateOf, type ShownPolicy } from '../read.ts'
import { policyWords } from '../words.ts'
import { Force } from './force.tsx'
import { MandateChip, MandateText } from './policy.tsx'

export function CommitmentPage({ page, shown, one }: { page: Page; shown: ShownPolicy; one: ItemContent['commitment'] }) {
  const t = (key: Parameters<typeof policyWords>[1], params?: Record<string, string>) => policyWords(page.lang, key, params)
  const { policy, councils, sources } = shown
  const mandate = mandateOf(policy, one)
  return (
    <PublicPage
      page={page}
      section="policy"
      back={{ href: page.href(`/politik/${policy.slug}`), label: said(policy.name as never, page.lang) }}
      above={<MandateChip mandate={mandate} lang={page.lang} />}
      title={one.quote.text.da}
      quoted
    >
      <Force force={one.quote.force} lang={page.lang} />
      <Section title={t('plain')}>
        <p>{said(one.plain as never, page.lang)}</p>
        {one.note && <p class="soft">{said(one.note as never, page.lang)}</p>}
      </Section>
      <Section title={t('mandate')}>
        <MandateText mandate={mandate} lang={page.lang} />
      </Section>
      <Section title={t('status')}>
        <p>{mandate.state === 'adopted' ? t('status.adopted') : t('status.proposed')}</p>
      </Section>
      {one.kind === 'level' && (
        <Section title={t('target')}>
          <p>{one.target ? said(one.target as never, page.lang) : t('target.missing')}</p>
        </Section>
      )}
      {one.parts.length > 0 && (
        <Section title={t('parts')}>
          <ul class="list">
            {one.parts.map(part => (
              <li key={part.ref}>
                <Force force={part.force} lang={page.lang} />
                <Quote>{part.text.da}</Quote>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {one.examples && (
        <Section title={t('examples')}>
          <p>
            <Quote>{one.examples.quote.text.da}</Quote>
          </p>
          <ul class="text">
            {one.examples.items.map(item => (
              <li key={item.slug}>{said(item.name as never, page.lang)}</li>
            ))}
          </ul>
        </Section>
      )}
      {one.history.length > 0 && (
        <Section title={t('history')}>
          <Thread
            level={3}
            stations={one.history.map(step => ({
              title: `${step.from}–${step.to ?? t('now')}`,
              state: 'done' as const,
              children: (
                <>
                  <p>{said(step.text as never, page.lang)}</p>
                  <p class="soft">
                    {weave({ list: <Sources page={page} book={sources} of={step.sources} /> }, ({ list }) => t('sources', { list: list! }))}
                  </p>
                </>
              ),
            }))}
          />
        </Section>
      )}
      {one.unknown.length > 0 && (
        <Section title={t('unknown')}>
          <ul class="text">
            {one.unknown.map(line => (
              <li key={said(line as never, 'da')}>{said(line as never, page.lang)}</li>
            ))}
          </ul>
        </Section>
      )}
      {one.councils.length > 0 && (
        <Section title={t('councils')}>
          <ul class="text">
            {one.councils.map(slug => (
              <li key={slug}>
                <a href={page.href(`/raad/${slug}`)}>{said((councils.get(slug) ?? slug) as never, page.lang)}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </PublicPage>
  )
}

/** The shipped text, word for word. */
export function WholeText({ page, shown }: { page: Page; shown: ShownPolicy }) {
  const t = (key: Parameters<typeof policyWords>[1]) => policyWords(page.lang, key)
  const text = shown.text!
  return (
    <PublicPage
      page={page}
      section="policy"
      back={{ href: page.href(`/politik/${shown.policy.slug}`), label: said(shown.policy.name as never, page.lang) }}
      title={t('whole.title')}
      lead={t('whole.lead')}
    >
      <p class="soft">
        {t('source')}: {said(text.title as never, page.lang)}
        {text.publisher && `, ${text.publisher}`}
      </p>
      <div class="text own" lang="da" dir="ltr">
        {text.content
          .split(/\n\s*\n/)
          .map(part => part.trim())
          .filter(part => part !== '')
          .map((part, at) => (
            <p key={at}>{part}</p>
          ))}
      </div>
    </PublicPage>
  )
}
