// Help now: 112 first, then the numbers an operator has confirmed, then what is missing.
import type { ItemContent } from '../../municipalities/index.ts'
import { isLocalDate, longDate } from '../../platform/clock.ts'
import { HelpNow, PhoneLink } from '../../platform/html/doors.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { FactBox, Section } from '../../platform/html/pieces.tsx'
import { SaidIn } from '../../platform/html/said-in.tsx'
import { helpWords } from '../words.ts'

type Number = ItemContent['help']

export function HelpPage({ page, numbers }: { page: Page; numbers: readonly Number[] }) {
  const t = (key: Parameters<typeof helpWords>[1], params?: Record<string, string>) => helpWords(page.lang, key, params)
  const day = (text: string) => (isLocalDate(text) ? longDate(text, page.lang) : text)
  const emergency = numbers.find(number => number.kind === 'emergency' && number.shown)
  const others = numbers.filter(number => number.kind !== 'emergency' && number.shown)
  const waiting = numbers.filter(number => !number.shown)
  return (
    <PublicPage page={page} section="help" neutral title={t('title')} lead={t('lead')}>
      {emergency?.phone && (
        <HelpNow
          title={<SaidIn text={emergency.name} />}
          ask={<SaidIn text={emergency.helpsWith} />}
          call={{ words: t('call', { phone: emergency.phone }), phone: emergency.phone }}
        />
      )}
      {others.length > 0 && (
        <Section title={t('numbers')}>
          {others.map(number => (
            <FactBox
              key={number.slug}
              title={<SaidIn text={number.name} />}
              items={[
                { term: <SaidIn text={number.helpsWith} />, detail: <PhoneLink phone={number.phone!} /> },
                ...(number.hours ? [{ term: '', detail: <SaidIn text={number.hours} /> }] : []),
                ...(number.confirmed && number.asOf
                  ? [{ term: '', detail: t('source', { asOf: day(number.asOf), by: number.confirmed.by, on: day(number.confirmed.on) }) }]
                  : []),
              ]}
            />
          ))}
        </Section>
      )}
      <Section title={t('human')}>
        <p>{t('human.text')}</p>
      </Section>
      {waiting.length > 0 && (
        <Section title={t('missing')} lead={t('missing.lead')}>
          <ul class="text">
            {waiting.map(number => (
              <li key={number.slug}>
                <b>
                  <SaidIn text={number.name} />
                </b>
                <br />
                <SaidIn text={number.helpsWith} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('safe')}>
        <p>{t('safe.text')}</p>
      </Section>
    </PublicPage>
  )
}
