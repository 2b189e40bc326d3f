// What stands behind a council: its history with the latest first at hand, what was said about it, and the law.
import { longDate } from '../../../platform/clock.ts'
import { Section } from '../../../platform/html/pieces.tsx'
import { SaidIn } from '../../../platform/html/said-in.tsx'
import { weave } from '../../../platform/html/say.ts'
import { Thread } from '../../../platform/html/thread.tsx'
import { said } from '../../../platform/refusal.ts'
import type { HistoryLine } from '../../councils.ts'
import { looseDate } from '../loose-date.ts'
import { CitedIn, QuotedIn } from './cited.tsx'
import { type CouncilProps, wordsOf } from './props.ts'

/** Founded, recruiting, at work, abolished: what happened last is read at once; folded are the way to it, what was said, and the law. */
export function Background({ page, shown }: CouncilProps) {
  const t = wordsOf(page)
  const { founding, statements, legalBasis, frameLaw } = shown.facts
  const latest = shown.history.at(-1)
  const law = Boolean(legalBasis) || frameLaw.length > 0
  if (!latest && statements.length === 0 && !law) return null
  const title = (line: HistoryLine) =>
    `${t(`event.${line.event}` as never)} · ${line.on ? looseDate(line.on, page.lang) : t('event.unknown')}`
  return (
    <Section title={t('background')}>
      {latest && (
        <>
          <h3>{title(latest)}</h3>
          <Event page={page} shown={shown} line={latest} />
          {(shown.history.length > 1 || founding) && (
            <details>
              <summary>{t('history.open')}</summary>
              <div id="historie">
                <Thread
                  level={3}
                  stations={shown.history.map(line => ({
                    title: title(line),
                    state: 'done' as const,
                    children: <Event page={page} shown={shown} line={line} />,
                  }))}
                />
                {founding && <Founding page={page} shown={shown} founding={founding} />}
                {shown.facts.reviewAfterYears && (
                  <p>
                    {t('review', {
                      years: new Intl.ListFormat(page.lang, { type: 'conjunction' }).format(shown.facts.reviewAfterYears.years.map(String)),
                    })}
                  </p>
                )}
              </div>
            </details>
          )}
        </>
      )}
      {statements.length > 0 && <Statements page={page} shown={shown} />}
      {law && <Law page={page} shown={shown} />}
    </Section>
  )
}

/** Who decided on the council, when and how; what is not known of it says so. */
function Founding({ page, shown, founding }: CouncilProps & { founding: NonNullable<CouncilProps['shown']['facts']['founding']> }) {
  const t = wordsOf(page)
  const { body, decidedOn, votes, caseRef, note, announcedOn } = founding
  return (
    <div id="oprettelse">
      {body && body !== 'law' && (
        <p>
          {t('event.body', { body: t(`body.${body}`) })}
          {decidedOn && ` · ${looseDate(decidedOn, page.lang)}`}
          {votes && (
            <>
              {' · '}
              {weave({ votes: <SaidIn text={votes} /> }, given => t('founding.votes', given as never))}
            </>
          )}
          {caseRef && ` · ${t('founding.case', { ref: caseRef })}`}
        </p>
      )}
      {note ? (
        <p>
          <SaidIn text={note} />
        </p>
      ) : (
        !decidedOn && body !== 'law' && <p>{t('founding.day')}</p>
      )}
      <p class="soft">
        <CitedIn page={page} shown={shown} of={founding.sources} />
      </p>
      {founding.reason.map(reason => (
        <QuotedIn key={reason.ref} page={page} text={reason.text} />
      ))}
      {founding.reason.length > 0 && announcedOn && <p class="soft">{longDate(announcedOn, page.lang)}</p>}
    </div>
  )
}

function Event({ page, shown, line }: CouncilProps & { line: HistoryLine }) {
  const t = wordsOf(page)
  return (
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
  )
}

/** Opinions keep who said them, in which office, and when; no figures are put behind them that nobody gave. */
function Statements({ page, shown }: CouncilProps) {
  const t = wordsOf(page)
  const { statements } = shown.facts
  return (
    <details>
      <summary>{t('statements')}</summary>
      <ul class="list" id="udsagn">
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
  )
}

function Law({ page, shown }: CouncilProps) {
  const t = wordsOf(page)
  const { legalBasis, frameLaw } = shown.facts
  return (
    <details>
      <summary>{t('law')}</summary>
      <p class="soft">{t('law.unread')}</p>
      <ul class="list" id="lov">
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
  )
}

const bodies = { municipal_council: true, committee: true, administration: true, council: true, both: true, law: true }
