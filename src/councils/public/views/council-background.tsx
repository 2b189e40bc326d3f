// What stands behind a council: what was said about it, the law, and its history.
import { longDate } from '../../../platform/clock.ts'
import { Section } from '../../../platform/html/pieces.tsx'
import { SaidIn } from '../../../platform/html/said-in.tsx'
import { Thread } from '../../../platform/html/thread.tsx'
import { said } from '../../../platform/refusal.ts'
import { looseDate } from '../loose-date.ts'
import { CitedIn, QuotedIn } from './cited.tsx'
import { type CouncilProps, wordsOf } from './props.ts'

/** Opinions keep who said them, in which office, and when; no figures are put behind them that nobody gave. */
export function Statements({ page, shown }: CouncilProps) {
  const t = wordsOf(page)
  const { statements } = shown.facts
  if (statements.length === 0) return null
  return (
    <Section title={t('statements')} id="udsagn">
      <details>
        <summary>{t('statements.open', { count: statements.length })}</summary>
        <ul class="list">
          {statements.map(statement => {
            const office = shown.offices.find(one => one.slug === statement.office)
            const body = shown.committees.find(one => one.slug === office?.body)
            const on = office?.seenOn[0] ?? office?.from
            return (
              <li key={statement.quote.ref}>
                <QuotedIn page={page} text={statement.quote.text} />
                {office && (
                  <p class="soft">
                    {t('statement.by', {
                      person: office.person,
                      office: t(`office.${office.office}`),
                      body: body ? said(body.name as never, page.lang) : office.body,
                      on: on ? looseDate(on, page.lang) : '',
                    })}
                  </p>
                )}
                {statement.quote.force === 'claim' && statement.figures.length === 0 && <p class="soft">{t('statement.none')}</p>}
              </li>
            )
          })}
        </ul>
      </details>
    </Section>
  )
}

export function Law({ page, shown }: CouncilProps) {
  const t = wordsOf(page)
  const { legalBasis, frameLaw } = shown.facts
  if (!legalBasis && frameLaw.length === 0) return null
  return (
    <Section title={t('law')} lead={t('law.unread')} id="lov">
      <details>
        <summary>{t('law.open')}</summary>
        <ul class="list">
          {legalBasis && (
            <li>
              <SaidIn text={legalBasis.text} />
            </li>
          )}
          {frameLaw.map(rule => (
            <li key={rule.id}>
              <b>
                <SaidIn text={rule.law} /> {rule.section}
              </b>
              <p>
                <SaidIn text={rule.says} />
              </p>
              {rule.effect && (
                <p class="soft">
                  <SaidIn text={rule.effect} />
                </p>
              )}
              <p class="soft">
                <CitedIn page={page} shown={shown} of={rule.sources} />
              </p>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  )
}

/** Founded, recruiting, at work, abolished: what happened, when, by whom, and why. */
export function History({ page, shown }: CouncilProps) {
  const t = wordsOf(page)
  const { founding } = shown.facts
  if (shown.history.length === 0) return null
  return (
    <Section title={t('history')} id="historie">
      <Thread
        level={3}
        stations={shown.history.map(line => ({
          title: `${t(`event.${line.event}` as never)} · ${line.on ? looseDate(line.on, page.lang) : t('event.unknown')}`,
          state: 'done' as const,
          children: (
            <>
              {line.text && (
                <p>
                  <SaidIn text={line.text} />
                </p>
              )}
              {line.recorded && (
                <p>
                  {t('event.body', { body: line.recorded.body in bodies ? t(`body.${line.recorded.body}` as never) : line.recorded.body })}
                  {line.recorded.minuteRef && `. ${t('event.minute', { ref: line.recorded.minuteRef })}`}
                  {line.recorded.reason && `. ${t('event.reason', { reason: line.recorded.reason })}`}
                </p>
              )}
              {line.sources.length > 0 && (
                <p class="soft">
                  <CitedIn page={page} shown={shown} of={line.sources} />
                </p>
              )}
            </>
          ),
        }))}
      />
      {founding && founding.reason.length > 0 && (
        <>
          {founding.reason.map(reason => (
            <QuotedIn key={reason.ref} page={page} text={reason.text} />
          ))}
          {founding.announcedOn && <p class="soft">{longDate(founding.announcedOn, page.lang)}</p>}
        </>
      )}
      {shown.facts.reviewAfterYears && (
        <p>
          {t('review', {
            years: new Intl.ListFormat(page.lang, { type: 'conjunction' }).format(shown.facts.reviewAfterYears.years.map(String)),
          })}
        </p>
      )}
    </Section>
  )
}

const bodies = { municipal_council: true, committee: true, administration: true, council: true, both: true, law: true }
